"""What is to come, told in Chinese with 将 or 会 behind whoever will do it: "平台将在三月重新启动", "亦会就渡口保持合作".

- Read only where nothing else was: whatever another rule found in those words stays.
- A phrase of time, place or means before the verb belongs to the clause.
- Parts behind the first go on with a verb of their own, until somebody else is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.reader.clauses.acts import AGREED, DONE, skip_space
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.endings import trimmed
from comity.reader.clauses.han_announced import announced, of_sitting
from comity.reader.clauses.han_deeds import tells_effect
from comity.reader.clauses.han_doers import doer
from comity.reader.clauses.han_empty import holds_nothing
from comity.reader.clauses.han_phrases import is_good_for
from comity.reader.clauses.heads import Head, head_at
from comity.reader.text.layout import TITLE
from comity.reader.text.page import Page, Sentence

_WILL = re.compile(
    "(?:将会|即将|(?<![大上中少主名老健干小])将(?![军士帅领近才])"
    "|(?:(?<=[亦也都则又必])|(?<=短期内)|(?<=未来|后续|之后|今后|稍后|政府|当局|双方|两地|两市|双城|市府|两省|香港|澳门)|(?<=[一-鿿][港澳局署]))"
    "会(?![议谈见面晤员长场后前上中的,;。更有是让使令同展址所费计堂]))"
)
_MORE = re.compile("(?:并|也|亦|还|更|则|再|会|[“「『])+(?=[一-鿿])")
_PHRASE = re.compile(r"(?:在|就|以|围绕|依|依据|透过|通过|针对|于|自|从|与|和|同|由|对|为)(?!此|其)[^,;:]{1,44}?(?=[一-鿿]{2})")
_NO_SUBJECT = re.compile('如果|若|假如|[“「『"]|是否|认为|相信|预料|估计|何时|怎|可能|[我您你]|一旦|才|问|对[^,]{0,12}$')
_DISPOSED = re.compile("[^,;]{1,30}?(?:列入|纳入|作为|视为|视作|融入|转化|交给|送|移|改|提升至|扩大至|由)")
_PAST = re.compile("了|已|曾|过去|去年|当时|昨")
_WHO = 40
_EMPTY = re.compile(
    "保持[^,]{0,40}(?:增长|增速|势头|态势)|[^,]{0,10}?(?:载入|写入|迎来|见证|进入|为[^,]{0,40}(?:贡献|动力|便利|机遇|条件|支撑)"
    "|是|成为|带来|有助|有利|面临|达到|标志|意味|助力|助推|促使|让|使|令)"
)
_HELD = ("举行", "举办", "召开", "登场", "开幕", "闭幕", "展开", "进行", "举行的")
_BY = re.compile("由[^,]{2,40}?(?=率先|共同|联合|携手|带头|首先|一同)")
_LEAST = 5
_CONFIDENCE = 0.45


def with_comings(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts but those that hold nothing, and what is to come in words none of them holds."""
    if page.lang != "zh":
        return drafts
    sat = [of_sitting(page, one) for one in drafts if not holds_nothing(page, one)]
    drafts = [_without_doer(page, one) for one in sat if one is not None]
    taken = [(one.start, one.end) for one in drafts]
    told = [sentence for sentence in page.sentences if sentence.block.label != TITLE]
    found = [one for sentence in told for one in (*_comings(page, sentence), *announced(page, sentence))]
    found = [one for one in found if not holds_nothing(page, one)]
    return drafts + [one for one in found if not any(start < one.end and one.start < end for start, end in taken)]


def _without_doer(page: Page, draft: Draft) -> Draft:
    """A deed without who did it: "由云溪市及清乐市率先启动合作"."""
    found = _BY.match(page.lowered, draft.start, draft.end) if draft.status == DONE else None
    return draft if found is None else replace(draft, start=found.end())


def _comings(page: Page, sentence: Sentence) -> Iterator[Draft]:
    act: tuple[int, int] | None = None
    for start, end in _pieces(page, sentence):
        opening = page.lowered[start : min(end, start + _WHO)]
        will = _WILL.search(page.lowered, start, min(end, start + _WHO)) if "将" in opening or "会" in opening else None
        if will is None and act is None:
            continue
        if _PAST.search(page.lowered, start, end) or page.has(start, end, "acts", "limits"):
            act = None
            continue
        at = skip_space(page.text, start)
        if will is not None:
            if not _is_undertaken(page, start, will):
                act = None
                continue
            act, at = (will.start(), will.end()), skip_space(page.text, will.end())
        made = _clause(page, sentence, at, end, act) if act else None
        if made is None:
            act = act if will is not None else None
            continue
        yield made


def _pieces(page: Page, sentence: Sentence) -> Iterator[tuple[int, int]]:
    at = sentence.start
    for found in re.finditer("[,;:。]", page.lowered[sentence.start : sentence.end]):
        yield at, sentence.start + found.start()
        at = sentence.start + found.end()
    yield at, sentence.end


def _is_undertaken(page: Page, start: int, will: re.Match[str]) -> bool:
    """Whether somebody stands before the word, and 将 does not only take up a thing."""
    if _NO_SUBJECT.search(page.lowered[start : will.start()]):
        return False
    return not (will.group() == "将" and _DISPOSED.match(page.lowered, will.end()))


def _clause(page: Page, sentence: Sentence, at: int, end: int, act: tuple[int, int]) -> Draft | None:
    more = _MORE.match(page.lowered, at, end)
    at = more.end() if more else at
    stop = trimmed(page.text, at, end)
    if stop - at < _LEAST or _is_empty(page.lowered, at, stop) or is_good_for(page, at):
        return None
    head = head_at(page, at, stop)
    if head is None or head.hit.value == "noun":
        phrase = _PHRASE.match(page.lowered, at, stop)
        head = next(iter(_heads_behind(page, phrase.start() + 2, stop)), None) if phrase else None
    if head is None or head.hit.value == "noun" or (tells_effect(page, head.hit.start) and head.hit.start == at):
        return None
    if page.lowered[head.hit.start - 1 : head.hit.start] == "的":
        return None
    if head.start != at and _PHRASE.match(page.lowered, at, stop) is None:
        return None
    rule = f"{head.hit.line.rule} + grammar/coming"
    return Draft(at, stop, AGREED, act, rule, doer(page, sentence.start, act[0]), _CONFIDENCE)


def _heads_behind(page: Page, at: int, stop: int) -> Iterator[Head]:
    for hit in page.hits_of("actions", at, stop):
        if hit.value != "noun" and stop - hit.end >= 2:
            head = head_at(page, hit.start, stop)
            if head is not None:
                yield head


def _is_empty(lowered: str, at: int, stop: int) -> bool:
    """Whether nothing is to be done: something is held, or becomes something."""
    is_held = lowered.endswith(_HELD, at, stop) and "," not in lowered[at:stop]
    return is_held or _EMPTY.match(lowered, at, stop) is not None
