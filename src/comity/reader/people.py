"""People: names found by family name and by the title or form of address beside them.

- A name needs a family name the lexicon knows, or a form of address before it.
- A family name alone is not enough: a title or a form of address must bear it out once; then the bare name counts too.
- In Chinese 和 after two characters is "and" only before somebody or something else: 屈致和、 ends with it.
- Captions and the body are read, menus and author lines are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from comity.reader import folding
from comity.reader.gazetteer import Mention, rows_of
from comity.reader.layout import BODY, CAPTION, TITLE
from comity.reader.page import Page
from comity.reader.reading import Person, Quote
from comity.reader.titles import titles_after, titles_before

_CAPITAL = "A-ZÀ-ÖØ-ÞĂĐƠƯẠ-Ỹ"
_WORD = re.compile(rf"[{_CAPITAL}][^\W\d_]*(?:['’][a-z]+)?")
_LOOSE = re.compile(r"[^\W\d_]+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NAME_ENDS = re.compile(
    r"[\s，。、；：,.;:（）()“”\"！]|表示|强调|指出|建议|提议|说|会见|会谈|与|和|等|在|出席|主持|致辞|同|一行|率|希望|认为|介绍"
    r"|代表|发言|讲话|共同|分别|对|向|就|参加|签署|期待|欢迎|感谢|为|以|于|先生|女士|同志|阁下|高度|重申|陪同|作|率领|的|率团|也"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name at `text[start:end]`, the form of address included from `opens` on."""

    opens: int
    start: int
    end: int
    has_address: bool
    titles: tuple[tuple[int, int], ...]


@lru_cache(maxsize=1)
def _surnames() -> dict[str, frozenset[str]]:
    by_script: dict[str, set[str]] = {"vi": set(), "pinyin": set(), "zh": set()}
    for words, script, _example in rows_of("surnames.tsv", 3):
        by_script[script].add(folding.bare(words) if script != "zh" else words)
    return {script: frozenset(words) for script, words in by_script.items()}


def people_of(page: Page) -> tuple[tuple[Person, ...], tuple[tuple[Named, str], ...]]:
    """The people in order of the text, and every mention of them with the person's id."""
    found = sorted(_mentions(page), key=lambda named: named.start)
    kept: dict[str, list[Named]] = {}
    for named in found:
        key = " ".join(folding.bare(page.text[named.start : named.end]).split())
        kept.setdefault(key, []).append(named)
    people: list[Person] = []
    where: list[tuple[Named, str]] = []
    for mentions in kept.values():
        if not _is_borne_out(mentions):
            continue
        id_ = f"P{len(people) + 1}"
        people.append(_person(page, id_, mentions))
        where.extend((named, id_) for named in mentions)
        where.extend((named, id_) for named in _again(page, mentions))
    where.sort(key=lambda pair: pair[0].start)
    return tuple(people), tuple(where)


def _is_borne_out(mentions: list[Named]) -> bool:
    return any(named.has_address or named.titles for named in mentions)


def _again(page: Page, mentions: list[Named]) -> Iterator[Named]:
    """The bare name of somebody known, wherever else the body has it."""
    name, taken = page.text[mentions[0].start : mentions[0].end], {named.start for named in mentions}
    edge = r"" if _HAN.match(name) else r"\b"
    for found in re.finditer(f"{edge}{re.escape(name)}{edge}", page.text):
        block = page.block_at(found.start())
        if found.start() not in taken and block is not None and block.label == BODY:
            yield Named(found.start(), found.start(), found.end(), False, ())


def _mentions(page: Page) -> Iterator[Named]:
    taken = 0
    for block in page.blocks:
        if block.label not in (BODY, CAPTION, TITLE):
            continue
        finder = _han_names if page.lang == "zh" else _letter_names
        for named in finder(page, block.start, block.end):
            if named.start >= taken:
                taken = named.end
                yield named


def _letter_names(page: Page, start: int, end: int) -> Iterator[Named]:
    text = page.text
    addresses = {hit.end: hit.start for hit in page.hits_in(start, end) if hit.role == "honorifics"}
    known = _surnames()
    at = start
    while True:
        found = _WORD.search(text, at, end)
        if found is None:
            return
        at = found.end()
        opens = _address_before(text, addresses, found.start())
        place = next((mention for mention in page.places_in(found.start(), found.end())), None) if opens is None else None
        if place is not None and place.start == found.start():
            # "secretary of An Binh Le Van An": the name begins after the place.
            at = max(at, place.end)
            continue
        family = folding.bare(found.group())
        if opens is None and family not in known["vi"] and family not in known["pinyin"]:
            continue
        if opens is None and found.start() and text[found.start() - 1].isalnum():
            continue
        name_end = _name_end(text, found, end, is_addressed=opens is not None)
        if name_end is None or _is_place_name(page, found.start(), name_end):
            continue
        titles = titles_before(page, found.start() if opens is None else opens) + titles_after(page, name_end)
        yield Named(found.start() if opens is None else opens, found.start(), name_end, opens is not None, titles)
        at = name_end


def _address_before(text: str, addresses: dict[int, int], at: int) -> int | None:
    gap = at
    while gap > 0 and text[gap - 1] == " ":
        gap -= 1
    return addresses.get(gap)


def _name_end(text: str, first: re.Match[str], limit: int, *, is_addressed: bool) -> int | None:
    """Where a name of two to four words ends, or None."""
    words, at = 1, first.end()
    while words < 5 and at < limit and text[at] == " ":
        nxt = _WORD.match(text, at + 1, limit)
        if nxt is None:
            break
        words, at = words + 1, nxt.end()
    if words == 1 and is_addressed and text[at : at + 1] == " ":
        # Machines lose capitals: one small word between a known family name and a comma is the given name.
        loose = _LOOSE.match(text, at + 1, limit)
        if loose and text[loose.end() : loose.end() + 1] == "," and folding.bare(first.group()) in _every_surname():
            return loose.end()
    return at if 2 <= words <= 4 else None


@lru_cache(maxsize=1)
def _every_surname() -> frozenset[str]:
    known = _surnames()
    return known["vi"] | known["pinyin"]


def _is_place_name(page: Page, start: int, end: int) -> bool:
    around = page.places_in(max(0, start - 30), end)
    return any(mention.start <= start < mention.end for mention in around)


def _han_names(page: Page, start: int, end: int) -> Iterator[Named]:
    text = page.text
    known = _surnames()["zh"]
    posts = {hit.end for hit in page.hits_in(start, end) if hit.role == "titles"}
    for at in sorted(posts):
        if at >= end or folding.lower(text[at]) not in known:
            continue
        name_end = _han_name_end(text, at, end)
        if name_end is None or _is_place_name(page, at, name_end):
            continue
        yield Named(at, at, name_end, False, titles_before(page, at))


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


def _person(page: Page, id_: str, mentions: list[Named]) -> Person:
    first = mentions[0]
    name = " ".join(page.text[first.start : first.end].split())
    titles: list[Quote] = []
    folded: set[str] = set()
    for named in mentions:
        for start, end in named.titles:
            key = folding.bare(page.text[start:end])
            if not any(key in other or other in key for other in folded):
                folded.add(key)
                titles.append(page.quote(start, end))
    confidence = 0.95 if first.has_address and titles else 0.85 if titles else 0.6
    evidence = (page.quote(first.opens, first.end),)
    return Person(id_, name, _party_of(page, mentions), tuple(titles), evidence, "people/surname+title", confidence)


def _party_of(page: Page, mentions: list[Named]) -> str | None:
    """The province, else the country, that somebody's titles name."""
    country: str | None = None
    for named in mentions:
        for start, end in named.titles:
            inside = page.places_in(start, end)
            if not inside:
                continue
            # The first place is the one served; an envoy's title goes on to where he serves.
            place = inside[0].place
            if len(inside) > 1 and inside[0].end == inside[1].start:
                place = inside[1].place  # 中国广西: the country only says whose province
            if place.level in ("province", "city"):
                return place.within or place.code
            country = country or place.country
    return country or _near_province(page, mentions[0])


def _near_province(page: Page, named: Named) -> str | None:
    around: tuple[Mention, ...] = page.places_in(max(0, named.start - 80), named.start)
    return around[-1].place.code if around and around[-1].place.level == "province" else None
