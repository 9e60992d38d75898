"""Results told in Chinese as plain prose: a deed to each verb with its object, comma by comma.

- A sentence tells results where a word puts it behind (了, 已, 一年来, 期间), where it counts, or where its paragraph looks back.
- From its first deed on every comma before a verb with an object cuts; what only tells an effect or a trend is none.
- A gate, a line or a paper that opens, runs or is carried out is a deed with its subject: 航线已通航, 口岸正式开通.
- What goes on at the session (held, met, signed, attended) is a deed only with a count, or where the paragraph looks back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from comity.reader.clauses.acts import AGREED, DONE, HOPED, PROPOSED, Act, skip_space
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.endings import trimmed
from comity.reader.clauses.han_accords import accorded
from comity.reader.clauses.han_actors import acts_first
from comity.reader.clauses.han_deeds import Verb, is_effect, is_framed, verb_of
from comity.reader.clauses.han_doers import doer
from comity.reader.clauses.han_habits import acts_plainly, keeps_up
from comity.reader.clauses.heads import head_at
from comity.reader.clauses.speakers import Speaker
from comity.reader.text.page import Page, Sentence
from comity.reader.words.lexicon import Hit

_JOINT = Speaker(None, None, True)
_BREAK = re.compile(r"[,;:]")
_OPENS, _CLOSES = "(《“「『[【", ")》”」』]】"
# What puts a whole sentence, and what follows it in its paragraph, behind.
_LOOKS_BACK = re.compile(
    r"(?:以来|年来|期间|过去(?:的)?[一两二三几数\d]+(?:年|个月)(?:里|中|间)?|(?:巡逻|行动|演练|演习|活动|比赛|救援|排查)(?:过程)?中"
    r"|截至(?:目前|[^,]{2,12}底)?|上半年|全年|前\d{1,2}个月|去年|年内已)(?=[,一-鿿\d])"
)
_COMING = re.compile(r"(?:即将|将|将于[^,]{2,14}|预计[^,]{0,14}|计划[^,]{0,14})(?:正式|全面|陆续|也)?$")
_AHEAD = ("will", "need")
_JUDGING = frozenset({"appreciated", "affirmed", "assessed", "thanked", "welcomed", "concurred"})
_AND = re.compile("并且|並且|以及|并|並")
_SINCE = re.compile("(?:之后|之後|以后|以後|以来|以來|后|後)$")
_ABOUT = re.compile(r"[^,]{0,14}?(?:就|围绕|针对)(?!业|近|地|医)[^,]*$")
_TALKED = re.compile("交换了?意见|(?:交流|讨论|磋商|探讨|会谈|座谈|沟通|发言|协商)")
_DID = re.compile("达成|进行了?(?:总结|评估|回顾|通报)|提出了|制定|明确了|开展")
_WILL = re.compile(
    r"[^,]{0,16}?(?P<word>将(?!军|士|近|领)|即将|(?<!模)拟|计划(?!的|书|内|中)|预计|(?<![重主必需首])要(?!求|素|点|道|闻)|(?<![反响适供对效相])应(?!急|对|邀|用|[^,]{1,16}(?:请求|要求|邀请|之邀|邀约)$)|须|需(?!求)|待)"
)
_DISPOSES = re.compile(
    "[^,，]{2,30}(?:由[^,，]{1,12}(?:延长|缩短|扩大|提高|调整|增加|降|改|升)|移交|遣返|列入|纳入|送[往至回交]|转交|改为)"
)
_MARKED, _UNMARKED = 0.6, 0.5
# "每年互派教师": a duty that recurs is agreed.
_RECURS = re.compile("每(?:年|月|季度?|半年|周|半个?月|两年|星期)")
_PAST = re.compile("了|已|[共累]")
_WISH = re.compile("表[达示]了?(?:愿)?(?P<what>[^,;。]{4,60}?)的(?:强烈|真诚|良好|美好|共同)?(?:意愿|愿望|希望|期望|期待|意向)")
_LEAST = 5
_HOW = re.compile(
    "频繁|密切|顺畅|良好|稳定|活跃|火热|便利|有序|平稳|升温|热络|紧密|充分|有力|及时|到位|顺利|成功|完毕|不断|持续|日益|友好"
)
_OPENING = 40


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two breaks."""

    start: int
    end: int


def _is_behind(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence, or one before it in its paragraph, opens with words that put it behind; an act between ends that."""
    block = sentence.block.start
    lowered = page.lowered[block : sentence.start + _OPENING]
    opens = [0, *(found.end() for found in re.finditer("[。!?]", lowered) if block + found.end() <= sentence.start)]
    for at in reversed(opens):
        if _looks_back(page, block + at, lowered[at : at + _OPENING]):
            return True
        opening = page.hits_in(block + at, block + at + _OPENING)
        if any(hit.role in ("acts", "modals") and _governs(page, hit) for hit in opening):
            return False
    return False


def _governs(page: Page, hit: Hit) -> bool:
    """Whether a word agrees, proposes or hopes, or says behind the parties what they will or must do."""
    if hit.role == "acts":
        return " " not in hit.value
    parties = hit.role == "modals" and any(one.end == hit.start for one in page.hits_of("subjects", hit.start - 8, hit.start))
    return parties and hit.value in _AHEAD


def _looks_back(page: Page, at: int, opening: str) -> bool:
    opening = opening.split("。")[0]
    found = _LOOKS_BACK.search(opening) is not None
    pasts = page.has(at, at + len(opening), "pasts")
    return (found or pasts) and re.match(r"[^,]{0,8}(?:今后|未来|下一步)", opening) is None


def told_plainly(page: Page, sentence: Sentence, acts: Sequence[Act], governing: str | None) -> tuple[tuple[Draft, ...], bool]:
    """The deeds a sentence tells, in order, and whether it tells nothing else; `governing` is the status that governs it."""
    if page.lang != "zh" or _is_heading(page, sentence):
        return (), False
    if any(act.status in _AHEAD and act.is_weak for act in acts):
        return (), False
    wished = _wished(page, sentence)
    strong = [act for act in acts if act.status not in ("", DONE) and (not act.is_weak or act.status == "promise")]
    agreed, reached = accorded(page, sentence)
    if agreed and sentence.end - reached < _LEAST:
        return (*_results(page, sentence, min(one.start for one in agreed), is_behind=False), *agreed, *wished), True
    is_behind = _is_behind(page, sentence) or (governing == DONE and sentence.start > sentence.block.start)
    if governing in (AGREED, PROPOSED, HOPED) and not is_behind and not _is_told(page, sentence) and _goes_on(page, sentence):
        return (), False
    is_behind = is_behind or (
        governing in (None, DONE) and not strong and (keeps_up(page, sentence) or acts_plainly(page, sentence))
    )
    stop = min((act.start for act in strong), default=sentence.end)
    made = _results(page, sentence, stop, is_behind=is_behind) + agreed + wished
    return made, bool(made) and not strong


def scope_after(draft: Draft) -> str:
    """The status of what goes on after a sentence that ends with `draft`."""
    return AGREED if draft.rule.endswith("grammar/accord") else DONE


def _wished(page: Page, sentence: Sentence) -> tuple[Draft, ...]:
    """What somebody says they are willing to do: "表达了支援防控工作的意愿"."""
    lowered = page.lowered[sentence.start : sentence.end]
    out: list[Draft] = []
    for found in _WISH.finditer(lowered):
        head = head_at(page, sentence.start + found.start("what"), sentence.start + found.end("what"))
        if head is not None and head.hit.value != "noun":
            span = (sentence.start + found.start(), sentence.start + found.start("what"))
            stop = sentence.start + found.end("what")
            out.append(Draft(head.start, stop, HOPED, span, f"{head.hit.line.rule} + grammar/wish", _JOINT, 0.5))
    return tuple(out)


def _results(page: Page, sentence: Sentence, stop: int, *, is_behind: bool) -> tuple[Draft, ...]:
    """The deeds up to `stop`; one that is put behind lets those before it without a mark count as well."""
    made = _read(page, sentence, stop, is_telling=is_behind)
    if made and not is_behind and any(draft.confidence > _UNMARKED for draft in made):
        made = _read(page, sentence, stop, is_telling=True)
    return tuple(made)


def _read(page: Page, sentence: Sentence, stop: int, *, is_telling: bool) -> list[Draft]:
    out: list[Draft] = []
    is_ahead = False
    for piece in _contents_left_out(page, _pieces(page, sentence)):
        if piece.end > stop or _is_judged(page, piece):
            break
        is_ahead = _is_ahead(page, piece) or (is_ahead and re.search("了|已", page.text[piece.start : piece.end]) is None)
        if is_ahead:
            out.extend(_coming(page, piece))
            continue
        found = _deeds(page, piece, sentence, is_telling=is_telling, is_chained=bool(out))
        is_telling = is_telling or bool(found)
        out.extend(found)
    return out


def _is_heading(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence is a short line of its own without a full stop."""
    block = sentence.block
    is_line = (block.start, block.end) == (sentence.start, sentence.end)
    return is_line and page.text[block.end - 1] not in "。！;；.!|" and block.end - block.start < _OPENING


def _pieces(page: Page, sentence: Sentence) -> Iterator[_Piece]:
    """The parts of a sentence between its commas, those inside brackets and quotation marks left whole."""
    at, depth = sentence.start, 0
    lowered = page.lowered[sentence.start : sentence.end]
    for n, mark in enumerate(lowered):
        depth = max(0, depth + (mark in _OPENS) - (mark in _CLOSES))
        if depth == 0 and _BREAK.match(mark):
            yield _Piece(at, sentence.start + n)
            at = sentence.start + n + 1
    yield _Piece(at, sentence.end)


def _contents_left_out(page: Page, pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """The pieces without those in which somebody only speaks about something: "就…问题,…交换了意见"."""
    held: list[_Piece] = []
    for piece in pieces:
        words = page.lowered[piece.start : piece.end]
        if held or _ABOUT.match(words):
            held.append(piece)
            if _TALKED.search(words):
                held = []
            elif _DID.search(words):
                yield from held
                held = []
            continue
        yield piece
    yield from held


def _is_ahead(page: Page, piece: _Piece) -> bool:
    """Whether a piece begins with what is still to come; 将 before a thing that is dealt with is none."""
    found = _WILL.match(page.lowered[piece.start : piece.end])
    if found is None:
        return False
    if found.group("word") != "将":
        return True
    if _DISPOSES.match(page.text, piece.start + found.end(), piece.end):
        return False
    head = head_at(page, piece.start + found.end(), piece.end)
    return head is not None and head.hit.value != "noun" and head.start == piece.start + found.end()


def _coming(page: Page, piece: _Piece) -> list[Draft]:
    """What is soon to become of a thing: "航线即将恢复"."""
    stop = trimmed(page.text, piece.start, piece.end)
    verb = verb_of(page, piece.start, stop, is_telling=False)
    if verb is None or not verb.is_thing or _COMING.search(page.lowered[piece.start : verb.at]) is None:
        return []
    return [Draft(skip_space(page.text, verb.start), stop, AGREED, (verb.at, verb.end), "grammar/coming", _JOINT, 0.4)]


def _deeds(page: Page, piece: _Piece, sentence: Sentence, *, is_telling: bool, is_chained: bool) -> list[Draft]:
    stop = _unquoted(page, piece.start, trimmed(page.text, piece.start, piece.end))
    if stop - piece.start < _LEAST - 1 or _is_said(page, piece.start, stop) or is_framed(page, piece.start, stop):
        return []
    verb = verb_of(page, piece.start, stop, is_telling=is_telling)
    if verb is None or is_effect(page, verb, stop, is_chained=is_chained):
        return []
    if not (verb.is_marked or is_telling):
        return []
    if not (verb.is_marked or verb.start == verb.begin or is_chained or _acts(page, verb.begin, verb.at)):
        return []
    return _drafts(page, piece, verb, stop, doer(page, sentence.start, verb.at))


def _unquoted(page: Page, start: int, end: int) -> int:
    """`end` before a closing mark of quotation whose opening one stands further off."""
    if page.text[end - 1] in "”」" and not re.search("[“「]", page.text[start:end]):
        return trimmed(page.text, start, end - 1)
    return end


def _drafts(page: Page, piece: _Piece, verb: Verb, stop: int, speaker: Speaker) -> list[Draft]:
    """The clause of a piece, and one more where "and" leads to a verb with an object of its own."""
    if page.text[verb.start - 1 : verb.start] in ("将", "將", "把") and verb.start > piece.start:
        verb = replace(verb, start=verb.start - 1)
    act = (max(piece.start, verb.at), verb.end)
    sure = _MARKED if verb.is_marked else _UNMARKED
    if verb.is_thing:
        if _RECURS.search(page.text, verb.begin, verb.at) and not _PAST.search(page.text, verb.begin, stop):
            return [Draft(verb.start, stop, AGREED, act, "grammar/recurs", speaker, _UNMARKED)]
        after = _SINCE.search(page.text[verb.at : stop])
        return [Draft(verb.start, verb.at + after.start() if after else stop, DONE, act, "grammar/happened", speaker, sure)]
    rule = f"{verb.rule} + grammar/result"
    if _RECURS.match(page.text, verb.start, verb.at) and not _PAST.search(page.text, verb.start, stop):
        return [Draft(verb.start, stop, AGREED, act, rule, speaker, _UNMARKED)]
    for joined in _AND.finditer(page.text, verb.end, stop):
        head = head_at(page, joined.end(), stop)
        if head is None or head.hit.value == "noun" or stop - head.hit.end < 2 or joined.start() - verb.end < 2:
            continue
        second = Draft(head.start, stop, DONE, act, f"{head.hit.line.rule} + grammar/result", speaker, sure)
        return [Draft(verb.start, joined.start(), DONE, act, rule, speaker, sure), second]
    return [Draft(verb.start, stop, DONE, act, rule, speaker, sure)] if _is_long(page, verb, stop) else []


def _is_long(page: Page, verb: Verb, stop: int) -> bool:
    """Whether a deed has an object: one of two characters counts behind a comma unless it is another verb or says how it went."""
    if stop - verb.start >= _LEAST or stop - verb.end != 2 or page.lowered[verb.start - 1 : verb.start] != ",":
        return stop - verb.start >= _LEAST
    is_verb = any(hit.role in ("actions", "leads", "effects") for hit in page.hits_at(verb.end))
    return not is_verb and _HOW.match(page.lowered, verb.end) is None


def _is_judged(page: Page, piece: _Piece) -> bool:
    """Whether a piece opens praise, thanks or an opinion: what follows in the sentence is its contents."""
    return any(hit.value in _JUDGING for hit in page.hits_of("statements", piece.start, piece.end)) and not page.has(
        piece.start, piece.end, "informs"
    )


def _is_said(page: Page, start: int, end: int) -> bool:
    """Whether a piece is what somebody says, agrees or lacks, or names a session's proceedings."""
    hits = page.hits_in(start, end)
    missed = [(hit.start, hit.end) for hit in hits if hit.role == "nearmiss"]
    said = (hit for hit in hits if hit.role in ("acts", "statements", "limits"))
    return any(not any(first <= hit.start and hit.end <= after for first, after in missed) for hit in said)


def _acts(page: Page, start: int, end: int) -> bool:
    """Whether a party, a place or an office stands before a verb."""
    if any(mention.place.level != "body" for mention in page.places_in(start, end)) or acts_first(page.lowered[start:end]):
        return True
    return any(hit.value in ("both", "organ", "they") for hit in page.hits_of("subjects", start, end))


def _goes_on(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence begins as what was governed before it goes on: with a verb, the parties or a number."""
    head = head_at(page, sentence.start, sentence.end)
    if head is not None and head.hit.value != "noun":
        return True
    return not page.text[sentence.start].isalpha() or any(hit.role == "subjects" for hit in page.hits_at(sentence.start))


def _is_told(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence's own words put its first deed behind: 了, 已 or a count that is 共 or 累计 beside a verb."""
    text = page.lowered[sentence.start : sentence.end]
    first = text.split(",")[0] if len(text.split(",")[0]) > 12 else text[:40]
    has_mark = re.search(r"了(?!解)|已|先后|共(?!同|建|识|享|商|和|产|赢|促|管|治)|累计|成功", first) is not None
    return has_mark or _looks_back(page, sentence.start, text[:_OPENING])
