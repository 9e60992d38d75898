"""Parties named together as who acts: "Van Khe and Thanh Lac have agreed", "云溪市、清乐市外事部门举行".

- They stand between a break and the verb, joined by "and" or commas, with nothing between them but their units and organs.
- A country before a province of its own says only whose province it is.
"""

from __future__ import annotations

import re

from comity.reader.names.sides import code_of
from comity.reader.text.page import Page, Sentence
from comity.reader.words.gazetteer import BODY, COUNTRY, Mention

_BREAK = re.compile(r"[;:–]\s|[；：。;:\n]|\s-\s|\)\s-")
_UNIT = {
    "en": r"(?:['’]s|the|both|border|neighbou?ring|provinces?|provincial|regions?|prefectures?|states?|cit(?:y|ies)"
    r"|autonomous|zhuang"
    r"|district|county|governments?|authorities|police|border guards?|customs|delegations?|leaders?|officials|departments?|side"
    r"|chinese|vietnamese|lao|of|foreign affairs|health|and|,|&|\s)*",
    "vi": r"(?:tỉnh|thành phố|tp\.?|huyện|khu tự trị|dân tộc choang|châu|các|hai|phía|nước|chính quyền|lãnh đạo|công an"
    r"|sở ngoại vụ"
    r"|bộ đội biên phòng|biên phòng|bđbp|ubnd|ủy ban nhân dân|chính quyền nhân dân|đoàn đại biểu|đoàn|và|với|cùng|\(|\)"
    r"|việt nam|trung quốc|lào|campuchia|của|,|\s)*",
    "zh": r"(?:壮族自治区|自治区|自治州|特别行政区|特区|边疆区|省|州|市|县|区|邦|府|人民政府|政府|方面|双方|两地|两省"
    r"|两市|两国|当局|外事|公安|边防|海关|警方"
    r"|卫生|商务|文旅|旅游|教育|农业|部门|厅|局|办|委|部队|代表团|领导人?|和|与|及|以及|同|跟|、|,|\s)*",
}
_ADVERBS = {
    "en": r"(?:[\s,]|have|has|had|will|would|both|also|jointly|today|yesterday|recently|on \w+|formally|mutually"
    r"|reportedly|further|again)*",
    "vi": r"(?:[\s,]|đã|cùng|sẽ|cũng|vừa|tiếp tục|đều|đang|nhau|hai bên|thường xuyên|luôn|chủ động|tích cực|phối hợp)*",
    "zh": r"(?:[\s,]|双方|两地|两省|两市|两国|两城|四省|三省|外事|部门|各自|都|均|也|还|已|已经|将|将会|会|近日|日前|共同"
    r"|联合|一致|于[^,;]{1,12}|今后|未来|未来将|达成的?"
    r"|[\u4e00-\u9fff]{0,2}方面|就此)*",
}
_JOINS = {
    "en": re.compile(r"\band\b|&|,"), "vi": re.compile(r"\b(?:và|cùng|với)\b|,"), "zh": re.compile("和|与|及|同|跟|、|,"),
}  # fmt: skip
_SHAPES = {lang: (re.compile(unit, re.IGNORECASE), re.compile(_ADVERBS[lang], re.IGNORECASE)) for lang, unit in _UNIT.items()}
# What stands before a place that is no subject: "between A and B", "khu vực biên giới A và B".
_NO_SUBJECT = {
    "en": re.compile(r"\b(?:between|of|in|with|from|to|by|for|at|on|both|through|across|via|near)\s(?:the\s)?$"),
    "vi": re.compile(
        r"(?:giữa|của|với|tại|từ|cho|ở|trên|qua|đến|tới|vào|về|thuộc|biên giới|cửa khẩu|khu vực|tuyến|quan hệ|hợp tác"
        r"|nhân dân)\s$"
    ),
    "zh": re.compile("[在与和同对向给于由从经自至到的了会见访跨]$|(?:边境|通过|关于|围绕|推动|促进|加强|深化|推进)$"),
}  # fmt: skip
_UNIT_BEFORE = re.compile(
    r"(?:(?:the|provinces?|cit(?:y|ies)|of|regions?|leaders|authorities|departments?|các|hai|tỉnh|thành phố|tp|huyện"
    r"|lãnh đạo|công an"
    r"|chính quyền)[\s.]+)+$"
)
_LEAST = 2
_REACH = 200


def joined_subject(page: Page, act: tuple[int, int], sentence: Sentence, sides: tuple[str, ...]) -> tuple[str, ...] | None:
    """The codes of the parties that together stand before the act, or begin it; None where there are not two.

    Two countries stand for their provinces where provinces of both are among the `sides` of the report.
    """
    if page.lang not in _UNIT or not sentence.start <= act[0]:
        return None
    for until in dict.fromkeys(act):
        floor = max(sentence.start, until - _REACH)
        start = max((found.end() for found in _BREAK.finditer(page.text, floor, until)), default=floor)
        found = _chain(page, start, until)
        if found is not None:
            return None if _is_meant_for_provinces(found, sides) else found
    return None


def _is_meant_for_provinces(codes: tuple[str, ...], sides: tuple[str, ...]) -> bool:
    states = [code for code in codes if "-" not in code]
    if states and len(states) < len(codes):
        return True
    local = {code.partition("-")[0] for code in sides if "-" in code}
    return bool(states) and all(code in local for code in states)


def _chain(page: Page, start: int, until: int) -> tuple[str, ...] | None:
    named = [one for one in page.places_in(start, until) if one.end <= until and one.place.level != BODY]
    if len(named) < _LEAST:
        return None
    unit = _SHAPES[page.lang][0]
    if not _is_straight_before(page, named[-1], until):
        return None
    kept: list[Mention] = [named[-1]]
    joined = False
    for one in reversed(named[:-1]):
        between = page.lowered[one.end : kept[-1].start]
        if unit.fullmatch(between) is None:
            break
        is_join = _JOINS[page.lang].search(between) is not None
        joined = joined or is_join
        kept.append(one)
    if _NO_SUBJECT[page.lang].search(page.lowered, start, _opens(page, start, kept[-1])):
        return None
    codes = [
        code_of(one)
        for n, one in enumerate(reversed(kept))
        if not (
            one.place.level == COUNTRY and any(other.place.country == one.place.country and other is not one for other in kept)
        )
    ]
    codes = list(dict.fromkeys(codes))
    return tuple(codes) if joined and len(codes) > 1 else None


def _opens(page: Page, start: int, first: Mention) -> int:
    """Where the first of the places begins with the unit before it: "tỉnh", "the provinces of"."""
    before = _UNIT_BEFORE.search(page.lowered, max(start, first.start - 40), first.start)
    return before.start() if before else first.start


def _is_straight_before(page: Page, last: Mention, until: int) -> bool:
    """Whether nothing but units, organs and adverbs stands between a place and the verb."""
    unit, adverbs = _SHAPES[page.lang]
    after = unit.match(page.lowered, last.end, until)
    rest = adverbs.match(page.lowered, after.end() if after else last.end, until)
    return rest is not None and rest.end() >= until
