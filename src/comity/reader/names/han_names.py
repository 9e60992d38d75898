"""Names in characters: behind or before an office, before a form of address or a verb of saying.

- 和 after two characters is "and" only before somebody or something else: 屈致和、 ends with it.
- Behind an office of another country than China or Vietnam no family name is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reader.names.named import Named, is_place_name, surnames
from comity.reader.names.titles import titles_before
from comity.reader.text.page import Page
from comity.reader.words import folding
from comity.reader.words.gazetteer import Place

_FOREIGN = re.compile(
    r"[\u4e00-\u9fff]{1,6}(?:[·・‧][\u4e00-\u9fff]{1,6}?){1,3}?(?=[\s，。、；：,.;:（）()]|表示|强调|指出|建议|會見|会见|說|说|在|与|與|和|同|等|的|率|一行|举行|出席|主持|共同|签署|会谈|致辞|分别|代表|参加|少将|上校|阁下|先生|女士|博士|$)"
)
_ANY_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,5}?(?=[，。、；：,.;:（）()]|表示|强调|指出|建议|会见|会谈|说|在|与|和|出席|主持|介绍|博士|先生|女士|少将|上校|率|一行|代表|等)"
)
# What stands before a verb of saying and ends like this is a body or a side.
_NO_NAME_ENDS_IN = "方省市州县縣国國部委厅廳会會区區团團上中下者们們家员員长長后後时時此并並还還也都将將"
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NAME_ENDS = re.compile(
    r"[\s，。、；：,.;:（）()“”\"！]|表示|强调|指出|建议|提议|说|会见|会谈|与|和|等|在|出席|主持|致辞|同|一行|率|希望|认为|介绍"
    r"|代表|发言|讲话|共同|分别|对|向|就|参加|签署|期待|欢迎|感谢|为|以|于|先生|女士|同志|阁下|高度|重申|陪同|作|率领|的|率团|也|时|時|并|應|应"
)


def han_names(page: Page, start: int, end: int) -> Iterator[Named]:
    """The names in `text[start:end]`; some may be found twice."""
    text = page.text
    known = surnames()["zh"]
    posts = {hit.end for hit in page.hits_in(start, end) if hit.role == "titles"}
    for at in sorted(posts):
        if at >= end:
            continue
        if text[at] == "兼" or any(hit.role == "titles" and hit.end > at + 1 for hit in page.hits_at(at)):
            continue
        foreign = _FOREIGN.match(text, at, end) or _of_other_people(page, at, end)
        if foreign is None and folding.lower(text[at]) not in known:
            continue
        name_end = foreign.end() if foreign else _han_name_end(text, at, end)
        if name_end is None or is_place_name(page, at, name_end):
            continue
        named = Named(at, at, name_end, False, titles_before(page, at))
        yield named
        yield from _han_beside(page, named, known, end)
    yield from _han_before_posts(page, (start, end), known)
    yield from _han_addressed(page, (start, end), known)
    yield from _han_speakers(page, (start, end), known)


def _of_other_people(page: Page, at: int, end: int) -> re.Match[str] | None:
    """A name in characters behind an office of another country, whose family names no list has: "缅甸外交部副部长伦乌出席"."""
    near = page.places_in(max(0, at - 24), at)
    if not near or _has_families(near[-1].place) or not folding.lower(page.text[max(0, near[-1].end) : at]).isalnum():
        return None
    found = _ANY_NAME.match(folding.lower(page.text), at, end)
    return None if found is None or page.hits_at(at) or page.places_in(at, found.end()) else found


def _has_families(place: Place) -> bool:
    """Whether the people of a place have family names that a list can hold."""
    return place.country == "VN" or (place.country == "CN" and place.code not in ("CN-NM", "CN-XJ", "CN-XZ"))


def _han_beside(page: Page, named: Named, known: frozenset[str], end: int) -> Iterator[Named]:
    """Others of one office after somebody who bears it: "自治区领导余安、梁平参加"."""
    at = named.end
    while at < end and page.text[at] == "、" and folding.lower(page.text[at + 1 : at + 2]) in known:
        after = _han_name_end(page.text, at + 1, end)
        if (
            after is None
            or after - at > 4
            or page.hits_at(at + 1)
            or not _NAME_ENDS.match(folding.lower(page.text[after : after + 3]))
        ):
            return
        yield Named(at + 1, at + 1, after, False, named.titles)
        at = after


def _han_before_posts(page: Page, span: tuple[int, int], known: frozenset[str]) -> Iterator[Named]:
    """A family name and one or two characters between a break and the office: "由刘安主席"."""
    posts = [hit for hit in page.hits_in(*span) if hit.role == "titles" and hit.value == "post"]
    for hit in posts:
        for size in (3, 2):
            at = hit.start - size
            name = page.text[at : hit.start]
            if at < span[0] or any(other.end > at and other.start < hit.start for other in posts):
                continue
            if at > span[0] and folding.lower(page.text[at - 1]) not in "，。；、,; \n：:由与对和向为实会见了":
                continue
            is_name = all(_HAN.match(one) for one in name) and folding.lower(name[0]) in known
            is_name = is_name and name[-1] not in _NO_NAME_ENDS_IN
            inside = [other for other in page.hits_in(at, hit.start) if other.end - other.start > 1]
            if is_name and not inside and not page.places_in(at, hit.start):
                yield Named(at, at, hit.start, False, ((hit.start, hit.end),))
                break


def _han_addressed(page: Page, span: tuple[int, int], known: frozenset[str]) -> Iterator[Named]:
    """A family name and one or two characters before a form of address: "对韦安同志"."""
    for hit in page.hits_in(*span):
        for size in (3, 2) if hit.role == "honorifics" else ():
            at = hit.start - size
            name = page.text[max(span[0], at) : hit.start]
            is_name = len(name) == size and all(_HAN.match(one) for one in name) and folding.lower(name[0]) in known
            if (
                is_name
                and name[-1] not in _NO_NAME_ENDS_IN
                and not [h for h in page.hits_in(at, hit.start) if h.end - h.start > 1]
            ):
                yield Named(at, at, hit.start, True, titles_before(page, at))
                break


def _han_speakers(page: Page, span: tuple[int, int], known: frozenset[str]) -> Iterator[Named]:
    """A family name and one or two characters between a break and a verb of saying."""
    for hit in page.hits_in(*span):
        if hit.role not in ("acts", "statements"):
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
        if at == limit or _NAME_ENDS.match(folding.lower(text[at : at + 3])):
            return at + 1 if size == 2 and _is_last_of_name(text, at, limit) else at
    return start + 3


def _is_last_of_name(text: str, at: int, limit: int) -> bool:
    """Whether 和 at `at` is part of a name: nothing it could join follows."""
    after = folding.lower(text[at + 1 : at + 4])
    return text[at] == "和" and (at + 1 >= limit or (_NAME_ENDS.match(after) is not None))
