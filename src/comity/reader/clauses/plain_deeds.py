"""Deeds told in Vietnamese and Chinese without an act: by a verb behind, in the passive, or as a report made.

- A party, an office or a side with "đã", 已 or 了 beside its verb has done it; verbs of the session count with a figure only.
- A mechanism, a work or a difficulty with "được" was kept up or dealt with; how ties grew is no deed.
- Who informs, introduces or reviews does something as well, though nobody undertakes anything by it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from comity.reader.clauses.acts import DONE, is_counting, skip_space
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.endings import trimmed
from comity.reader.clauses.han_deeds import tells_effect
from comity.reader.clauses.han_doers import doer
from comity.reader.clauses.heads import after_joins, head_at, least
from comity.reader.clauses.segments import PLAIN, Segment, segments
from comity.reader.clauses.speakers import Speaker
from comity.reader.clauses.viet_accounts import counted_deeds, counted_verb, is_sitting
from comity.reader.clauses.viet_states import states
from comity.reader.names.sides import code_of
from comity.reader.text.page import Page, Sentence
from comity.reader.words.gazetteer import CITY, PROVINCE
from comity.reader.words.lexicon import Hit

_JOINT = Speaker(None, None, True)
_LONGEST_SUBJECT = {"vi": 220, "zh": 60}
_VERB_REACH = {"vi": 40, "zh": 8}
_SIGNING = re.compile(r"ký|签|簽|[达達]成了?(?:高度|广泛|重要|一致|多项|一系列)?(?:共识|共識|一致|意见|意見)")
_SAYING = frozenset({"acts", "statements", "limits", "modals"})
_HAS_HAPPENED = ("đã", "vừa", "vẫn", "luôn", "已", "曾", "均已", "都已", "业已", "先后")
_THING = (
    r"(?:các |những |nhiều |một số |mọi )*(?:cơ chế|hoạt động|công tác|việc|khó khăn|vướng mắc|vấn đề|vụ việc|dự án|tuyến|lớp"
    r"|chương trình|kế hoạch|thủ tục|nội dung|thỏa thuận|đường dây nóng|mô hình|hệ thống cột mốc|cột mốc|biên bản|quy chế|lối mở"
    r"|cặp cửa khẩu|hồ sơ|phong trào|kênh liên lạc|tổ công tác|\d[\d.]{0,8} (?:vụ|trường hợp|công dân|hồ sơ|dự án|mốc))"
    r"\b[^;.:]{0,160}?"
)
_PASSIVE = re.compile(
    rf"{_THING}\b(?:(?:đã|luôn|cơ bản|thường xuyên|tiếp tục|đều|cũng) ){{0,3}}(?<!đạt )(?<!có )(?<!thu )(?<!nhận )được\s"
    r"(?!cho là|coi|đánh giá|xem|biết|các|kết|nhiều|những|thành)"
)
_DONE_THING = re.compile(
    r"[^,;。:]{4,60}?(?P<verb>已(?:经)?(?:全面|正式|基本|顺利|陆续|相继)?"
    r"(?:建成|竣工|完工|开通|通车|投入|启用|恢复|开放|运营|落成|得到|实现|完成|启动|开工))[^,;。]{0,40}"
)
_FUTURE = re.compile(r"\b(?:sẽ|cần|phải|nên|sắp)\b[^,;]{0,12}$")
# A phrase before a verb of informing: to whom, about what, how.
_TOWARDS = re.compile(r"(?:(?:分别|相互|互相|共同|还)|(?:向|就|与|同|对)[^，,。；;：:]{1,24}){1,3}$")
_MADE_UP = re.compile(r",(?=由|旨在|以便|使|让|从而|进而|为)")
_ENDS = re.compile(
    r"[;；。：]|,\s(?=đồng thời|qua đó|góp phần|nhằm|hai bên|hai đoàn|hai đơn vị|các bên|từ đó)|，(?=同时|并)"
    r"|[,，](?=\s?(?:thống nhất|đề nghị|建议|希望|提请|要求|呼吁|敦促|欢迎|承诺|提议|商请|商定|约定|同意|表示|表[达達]了|就))"
    r"|[,，](?=[并還还同时時]{0,3}(?:[\u4e00-\u9fff]{0,2}[\u4e00-\u9fff]{2}了|对|對|就|围绕|圍繞|认为|認為|指出|强调|強調|明确|明確|提出))"
)
_PASSIVE_ENDS = re.compile(r"[;]|,\s(?=giúp|góp phần|qua đó|từ đó|nhằm|tạo|đồng thời|trong đó|[^,;]{3,60}\bđược\b)")
_NEXT = re.compile(r"[;,]\s(?:đồng thời,? |và |cùng |cùng nhau )?|\svà\s")
_MOST = 8
_OFTEN = re.compile(r"thường xuyên|định kỳ|hằng năm|hàng năm|luân phiên|sôi nổi|đều đặn|thường niên|liên tục|nhiều lần")
# How a session was held is no deed.
_HELD = ("tổ chức", "đăng cai", "chủ trì")


def told_deeds(page: Page, sentence: Sentence) -> tuple[Draft, ...]:
    """What a sentence without an act tells as done, in order; empty when it tells of none."""
    made = states(page, sentence.start, sentence.end) or _of_parties(page, sentence) or _passive(page, sentence)
    made = made or informed_in(page, sentence)
    return made or (counted_deeds(page, sentence) if page.lang == "vi" else ())


def _of_parties(page: Page, sentence: Sentence) -> tuple[Draft, ...]:
    verb = _behind(page, sentence)
    if verb is None or not _has_subject(page, sentence.start, verb.start):
        return ()
    counted = counted_verb(page, sentence, verb.start) if page.lang == "vi" else None
    verb = counted or verb
    made = segments(page, verb.start, sentence.end, cut=PLAIN)
    if not made or made[0].start - verb.start > _VERB_REACH[page.lang] or not _is_own(page, made[0]):
        return ()
    if page.lang == "zh":
        # Without 了 or 已 of its own a later verb tells a purpose as often as a deed.
        made = [one for one in made if one is made[0] or "了" in page.text[one.start : one.end]]
        made[0] = _with_whom(page, made[0], sentence.start)
    act, rule = (sentence.start, max(verb.end, sentence.start + 1)), f"{verb.line.rule} + grammar/deed"
    return tuple(Draft(one.start, one.end, DONE, act, rule, _speaker(page, sentence.start, verb.start), 0.6) for one in made)


def _with_whom(page: Page, segment: Segment, floor: int) -> Segment:
    """A Chinese deed with the words that say to or with whom, and without how it is made up."""
    begin = _towards(page, floor, segment.start)
    made_up = _MADE_UP.search(page.lowered[segment.start : segment.end])
    return replace(segment, start=begin, end=segment.start + made_up.start() if made_up else segment.end)


def _towards(page: Page, floor: int, at: int) -> int:
    """Where the phrase begins that says to whom or about what, before a verb at `at`; "A与B" is who does it, and no phrase."""
    found = _TOWARDS.search(page.lowered[floor:at])
    if found is None:
        return at
    begin = floor + found.start()
    if any(mention.end == begin for mention in page.places_in(floor, begin)):
        begin = max((mention.end for mention in page.places_in(begin, at)), default=begin)
    return skip_space(page.text, begin)


def _behind(page: Page, sentence: Sentence) -> Hit | None:
    """The word that puts the first verb of a sentence behind; in Chinese the verb itself before 了."""
    for hit in page.hits_in(sentence.start, sentence.end):
        if hit.start - sentence.start > _LONGEST_SUBJECT.get(page.lang, 0) or (
            hit.role in _SAYING and not is_counting(page, hit)
        ):
            return None
        if hit.role == "perfects" and hit.line.words.startswith(_HAS_HAPPENED):
            return hit
        if page.lang == "zh" and hit.role == "actions" and hit.value != "noun" and page.text[hit.end : hit.end + 1] == "了":
            return hit
    return None


def _has_subject(page: Page, start: int, end: int) -> bool:
    if any(mention.place.level in ("province", "city") for mention in page.places_in(start, end)):
        return True
    return any(hit.value in ("both", "organ") for hit in page.hits_of("subjects", start, end))


def _speaker(page: Page, start: int, end: int) -> Speaker:
    """The one province named before a verb; the parties where there are several or none."""
    if page.lang == "zh":
        return doer(page, start, end)
    if any(hit.value == "both" for hit in page.hits_of("subjects", start, end)):
        return _JOINT
    codes = {code_of(one) for one in page.places_in(start, end) if one.place.level in (PROVINCE, CITY)}
    return Speaker(None, codes.pop(), False) if len(codes) == 1 else _JOINT


def _is_own(page: Page, segment: Segment) -> bool:
    """Whether a verb tells more than what went on at the session."""
    if page.lang == "zh" and tells_effect(page, segment.start):
        return False
    if _SIGNING.match(page.text, segment.start) or (page.lang == "vi" and is_sitting(page, segment.start, segment.end)):
        return False
    head = head_at(page, segment.start, segment.end)
    at = segment.start if head is None else head.hit.start
    is_session = any(hit.role == "narrative" for hit in page.hits_at(at))
    return not is_session or re.search(r"\d{2}|\d (?!/)", page.text[segment.start : segment.end]) is not None


def _passive(page: Page, sentence: Sentence) -> tuple[Draft, ...]:
    """ "Các vướng mắc … được tháo gỡ": from the thing to the break after its verb."""
    if page.lang == "zh":
        return _completed(page, sentence)
    out: list[Draft] = []
    at: int | None = sentence.start
    while at is not None and len(out) < _MOST:
        made = _passive_from(page, at, sentence)
        out += made[:1]
        stop = _PASSIVE_ENDS.search(page.text, made[0].end, sentence.end) if made else None
        at = stop.end() if stop else None
    return tuple(out)


def _passive_from(page: Page, start: int, sentence: Sentence) -> list[Draft]:
    lowered = page.lowered[start : sentence.end]
    found = _PASSIVE.search(lowered)
    if found is None or _FUTURE.search(lowered[: found.end() - len("được ")]):
        return []
    begin = after_joins(page, start + found.start(), sentence.end)
    at = start + found.end()
    hits = page.hits_in(at, min(sentence.end, at + 80))
    verb = next((hit for hit in hits if hit.role == "actions" and hit.value != "noun"), None)
    if verb is None or page.has(sentence.start, verb.start, *_SAYING):
        return []
    tail = _PASSIVE_ENDS.search(page.text, verb.end, sentence.end)
    if verb.line.words.startswith(_HELD) and not _OFTEN.search(page.text, verb.end, tail.start() if tail else sentence.end):
        return []
    stop = trimmed(page.text, begin, tail.start() if tail else sentence.end)
    return [Draft(begin, stop, DONE, (at - 5, at), "grammar/passive", _JOINT, 0.5)]


def _completed(page: Page, sentence: Sentence) -> tuple[Draft, ...]:
    """ "大桥已建成": a thing that is finished, opened or carried out, as a whole sentence up to its comma."""
    begin = after_joins(page, skip_space(page.text, sentence.start), sentence.end)
    found = _DONE_THING.match(page.lowered[begin : sentence.end])
    if found is None or page.has(begin, begin + found.end(), *_SAYING):
        return ()
    if not page.has(begin, begin + found.start("verb"), "terms", "gates"):
        return ()
    stop = trimmed(page.text, begin, begin + found.end())
    act = (begin + found.start("verb"), stop)
    return (Draft(begin, stop, DONE, act, "grammar/passive", _JOINT, 0.5),)


def informed_in(page: Page, sentence: Sentence) -> tuple[Draft, ...]:
    for hit in page.hits_in(sentence.start, sentence.end):
        if page.lang == "vi" and page.has(max(0, hit.start - 24), hit.start, "mechanisms"):
            continue  # "buổi hội đàm trao đổi tình hình": what the talks are called
        made = informed(page, hit.start, sentence.end, floor=sentence.start)
        if made is not None:
            return _told_in_turn(page, made, sentence.end) if page.lang == "vi" else (made,)
    return ()


def _told_in_turn(page: Page, first: Draft, end: int) -> tuple[Draft, ...]:
    """A report with those that follow it: "thông tin về tình hình …; đánh giá kết quả …"."""
    out = [first]
    while len(out) < _MOST:
        last = out[-1]
        for found in _NEXT.finditer(page.text, last.start + 12, min(end, last.end + 4)):
            made = informed(page, found.end(), end, floor=last.start)
            if made is not None:
                out[-1] = replace(last, end=min(last.end, trimmed(page.text, last.start, found.start())))
                out.append(replace(made, speaker=first.speaker))
                break
        else:
            break
    return tuple(out)


def informed(page: Page, at: int, end: int, *, floor: int) -> Draft | None:
    """The report, introduction or review that a word at `at` begins, with the words from `floor` on that say to whom."""
    hit = next((hit for hit in page.hits_at(at) if hit.role == "informs"), None)
    if hit is None:
        return None
    stop = _ENDS.search(page.text, hit.end, end)
    after = trimmed(page.text, at, stop.start() if stop else end)
    if after - hit.end < least(page):
        return None
    begin = _towards(page, floor, at) if page.lang == "zh" else at
    speaker = _speaker(page, floor, at)
    return Draft(begin, after, DONE, (begin, hit.end), f"{hit.line.rule} + grammar/informed", speaker, 0.55)
