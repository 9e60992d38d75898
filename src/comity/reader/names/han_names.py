"""Names in characters: behind or before an office, before a form of address or a verb of saying.

- 和 after two characters is "and" only before somebody or something else: 屈致和、 ends with it.
- Behind an office of another country than China or Vietnam no family name is asked for; foreign_names.py reads such names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reader.names.foreign_names import NAME_ENDS, foreign_name_end, sounded_before, sounded_between
from comity.reader.names.named import Named, is_place_name, surnames
from comity.reader.names.titles import NO_POST_BEHIND, titles_before
from comity.reader.text.page import Page
from comity.reader.words import folding
from comity.reader.words.lexicon import Hit

# What stands before a verb of saying and ends like this is a body or a side.
_NO_NAME_ENDS_IN = "方省市州县縣国國部委厅廳会會区區团團上中下者们們家员員长長后後时時此并並还還也都将將"
# 委员会, 代表团: before these a word of office is part of a body's name.
_NO_POST_BEFORE = "会會团團处處室署部们們制證证队隊级級的"
# What may stand right before a name with its office behind it: a break, or a small word or the end of a verb or a body.
_BEFORE_NAME = "，。；、,; \n：:由与对和向为实会见了以把记到受经央续跟给请邀访据按及同好年月日表彻行循照在被将代自遵依因随于"
# Offices that stand behind the name alone.
_HIGHEST = frozenset(
    {"总统", "总书记", "国家主席", "主席", "总理", "首相", "国王", "议长", "副总统", "副总理", "外长", "总书记兼国家主席"}
)
_UNITS = frozenset("省市州县区镇乡村旗盟町")
# What follows the last of several people named under one office.
_AFTER_LIST = "、,，。；;和等出参參陪在与與共分一"
# Malay titles of honour between the office and the name.
_BORNE = re.compile(r"(?:拿督斯里|拿督|丹斯里|拿汀|敦)(?:[·•・])?")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# 高度, 常任: common words that begin like a family name.
_NO_NAME = re.compile(
    "周[一二三四五六日末]|官员|和平|和谐|安全|安排|安置|方才|路径|成果|成功|成立|明确|温度|黄金|江河|江海|文化|全面|金额"
    "|(?:高度|常任|欧盟|东盟|高级|高效|高标准|方便|相关|相应|应邀|成员|常态|常委|常务|时任|历任|项目|项下|于是|万元|万人|万吨|全力|全程"
    "|公共|通过|通报|明年|华侨|华人|房屋|车辆|金融|白银|马上|水利|水文|水果|边境|边民|边防|边贸|农业|农民|农村|农产|商务|商会|商户"
    "|文旅|文艺|党政|党委|国家|国际|关口|关系|关注|关于|之后|之前|之间|视频|人|宣布|齐聚).*"
)


def han_names(page: Page, start: int, end: int) -> Iterator[Named]:
    """The names in `text[start:end]`; some may be found twice."""
    text = page.text
    known = surnames()["zh"]
    posts = {hit.end for hit in page.hits_of("titles", start, end)}
    for at in sorted(posts):
        at = at + 1 if text[at : at + 1] == " " else at
        opens = at
        at = title.end() if (title := _BORNE.match(page.lowered, at, end)) else at
        if at >= end or text[at] == "兼" or text[at] in _NO_POST_BEFORE:
            continue
        if any(hit.role == "titles" and hit.end > at + 1 for hit in page.hits_at(at)):
            continue
        foreign = foreign_name_end(page, at, end)
        if foreign is None and known.isdisjoint((page.lowered[at], page.lowered[at : at + 2])):
            continue
        name_end = foreign or _han_name_end(text, at, end)
        if name_end is None or is_place_name(page, at, name_end) or _NO_NAME.fullmatch(page.lowered, at, name_end):
            continue
        titles = titles_before(page, opens)
        yield Named(at, at, name_end, False, titles)
        yield from _han_others(page, (name_end, end), known, titles)
    yield from _han_before_posts(page, (start, end), known)
    yield from _sounded_before_posts(page, (start, end))
    yield from _han_speakers(page, (start, end), known)


def _han_others(page: Page, span: tuple[int, int], known: frozenset[str], titles: tuple[tuple[int, int], ...]) -> Iterator[Named]:
    """Those named after the first under one office: "副州长李安、王宁"."""
    at, end = span
    for _ in range(6):
        if page.text[at : at + 1] != "、" or at + 3 > end or page.lowered[at + 1] not in known:
            return
        after = _han_name_end(page.text, at + 1, end)
        if (
            after is None
            or page.hits_at(at + 1)
            or is_place_name(page, at + 1, after)
            or page.text[after : after + 1] not in _AFTER_LIST
        ):
            return
        yield Named(at + 1, at + 1, after, False, titles)
        at = after


def _han_before_posts(page: Page, span: tuple[int, int], known: frozenset[str]) -> Iterator[Named]:
    """A family name and one or two characters between a break and the office or form of address: "由刘安主席"."""
    posts = [hit for hit in page.hits_in(*span) if (hit.role == "titles" and hit.value == "post") or hit.role == "honorifics"]
    for hit in posts:
        if hit.line.words in NO_POST_BEHIND or _is_of_place(page, hit, known):
            continue
        for size in (3, 2):
            at = hit.start - size
            name = page.text[at : hit.start]
            if at < span[0] or any(other.end > at and other.start < hit.start for other in posts):
                continue
            if at > span[0] and page.lowered[at - 1] not in _BEFORE_NAME:
                continue
            is_name = all(_HAN.match(one) for one in name) and folding.lower(name[0]) in known
            is_name = is_name and folding.lower(name) not in surnames()["jp"]
            is_name = is_name and name[-1] not in _NO_NAME_ENDS_IN and _NO_NAME.fullmatch(folding.lower(name)) is None
            inside = [other for other in page.hits_in(at, hit.start) if other.end - other.start > 1]
            if is_name and not inside and not page.places_in(at, hit.start):
                is_address = hit.role == "honorifics"
                titles = titles_before(page, at) if is_address else ((hit.start, hit.end),)
                yield Named(at, at, hit.start, is_address, titles)
                break


def _sounded_before_posts(page: Page, span: tuple[int, int]) -> Iterator[Named]:
    """A name written by sound between a small word and the office of a head of state or a party: "同卡列诺夫总统"."""
    for hit in page.hits_in(*span):
        if hit.role != "titles" or hit.line.words not in _HIGHEST:
            continue
        at = sounded_between(page, hit.start, span[0], _BEFORE_NAME)
        if at is not None:
            yield Named(at, at, hit.start, False, ((hit.start, hit.end),))


def _is_of_place(page: Page, hit: Hit, known: frozenset[str]) -> bool:
    """Whether an office that begins with a unit has its holder behind it, so that a place stands before: 云溪[县长]王安."""
    if hit.role != "titles" or page.lowered[hit.start] not in _UNITS or page.lowered[hit.end : hit.end + 1] not in known:
        return False
    return any(NAME_ENDS.match(page.lowered, hit.end + size) for size in (2, 3))


def _han_speakers(page: Page, span: tuple[int, int], known: frozenset[str]) -> Iterator[Named]:
    """A family name and one or two characters between a break and a verb of saying."""
    for hit in page.hits_in(*span):
        if hit.role not in ("acts", "statements"):
            continue
        foreign = sounded_before(page, hit.start, span[0])
        if foreign is not None:
            yield Named(foreign, foreign, hit.start, False, (), speaks=True)
            continue
        for size in (3, 2):
            at = hit.start - size
            name = page.text[at : hit.start]
            if at < span[0] or (at > span[0] and page.text[at - 1] not in "，。；、,;\n ：:”"):
                continue
            is_name = all(_HAN.match(character) for character in name) and folding.lower(name[0]) in known
            if (
                is_name
                and name[-1] not in _NO_NAME_ENDS_IN
                and _NO_NAME.fullmatch(folding.lower(name)) is None
                and not page.hits_in(at, hit.start)
                and not page.places_in(at, hit.start)
            ):
                yield Named(at, at, hit.start, False, (), speaks=True)


def _han_name_end(text: str, start: int, limit: int) -> int | None:
    """Where a name of two to four Han characters ends: at the first thing that is no part of a name."""
    for size in (2, 3, 4):
        at = start + size
        if at > limit or not all(_HAN.match(character) for character in text[start:at]):
            return None
        if at == limit or NAME_ENDS.match(folding.lower(text[at : at + 3])):
            return at + 1 if size == 2 and _is_last_of_name(text, at, limit) else at
    return start + 3


def _is_last_of_name(text: str, at: int, limit: int) -> bool:
    """Whether 和 at `at` is part of a name: nothing it could join follows."""
    after = folding.lower(text[at + 1 : at + 4])
    return text[at] == "和" and (at + 1 >= limit or (NAME_ENDS.match(after) is not None))
