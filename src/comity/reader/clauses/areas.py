"""The areas a clause belongs to, by the words it uses, and the codes those areas stand for.

- Areas are in order of their first word in the clause.
- A clause without any word of an area belongs to that of a word that only points to one ("border"), else to the general
  relations.
- A word inside a look-alike (nhu cầu is no bridge) is none.
- A figure of speech is no word of an area; what a clause is for, and where it is done, count only where nothing else stands.
- General words count only where no word of a narrower area stands beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from comity.reader.clauses.area_places import aim_in, is_figure, is_where, is_who
from comity.reader.clauses.han_areas import is_way
from comity.reader.clauses.viet_areas import with_border
from comity.reader.text.page import Page
from comity.reader.words.gazetteer import rows_of

GENERAL = "general relations"
_BROAD = frozenset({GENERAL, "party-and-government exchange"})
_LIMIT = 12


@lru_cache(maxsize=1)
def area_codes() -> dict[str, tuple[str, ...]]:
    """The area codes each label stands for, the usual one first."""
    out: dict[str, tuple[str, ...]] = {}
    for code, label in rows_of("areas.tsv", 2):
        out[label] = (*out.get(label, ()), code)
    return out


def areas_of(page: Page, start: int, end: int) -> tuple[str, ...]:
    """The areas of `text[start:end]`."""
    found = list(area_words(page, start, end))
    hits = page.hits_in(start, end)
    aim = aim_in(page.lang, page.text, start, end)
    narrow = [one for one in found if one.area not in _BROAD]
    said = [one for one in narrow if one.start < aim]
    narrow = said or narrow
    done = [one for one in narrow if not is_where(page.lang, page.text, start, one.start, one.area)]
    narrow = done or narrow
    narrow = [one for one in narrow if not is_who(page.text[one.start : one.end])] or narrow
    if narrow:
        areas = tuple(dict.fromkeys(one.area for one in narrow))[:_LIMIT]
        return with_border(areas, page.text[start:end]) if page.lang == "vi" else areas
    broad = list(dict.fromkeys(one.area for one in found))
    if any(area != GENERAL for area in broad):
        return tuple(area for area in broad if area != GENERAL)[:1]
    pointed = next((hit.value for hit in hits if hit.role == "fallbacks"), GENERAL)
    return (GENERAL if pointed in _BROAD and broad else pointed,)


class Word(NamedTuple):
    start: int
    end: int
    area: str


def area_words(page: Page, start: int, end: int) -> Iterator[Word]:
    """The words of areas in `text[start:end]`, in order; one phrase may belong to several."""
    reach = -1
    hits = page.hits_in(start, end)
    misses = [(hit.start, hit.end) for hit in hits if hit.role == "nearmiss"]
    for hit in hits:
        if hit.role != "terms" or hit.end <= reach or any(first <= hit.start and hit.end <= after for first, after in misses):
            continue
        reach = max(reach, hit.end)
        if is_way(page, hit) or is_figure(page.text, hit.start, hit.end):
            continue
        # One phrase may belong to several areas: all lines of its length count.
        yield from (Word(hit.start, hit.end, h.value) for h in page.hits_at(hit.start) if h.role == "terms" and h.end == hit.end)
