"""The areas a clause belongs to, by the words it uses, and the codes those areas stand for.

- Areas are in order of their first word in the clause.
- A clause without any word of an area belongs to that of a word that only points to one ("border"), else to the general
  relations.
- A word inside a look-alike (nhu cầu is no bridge) is none.
- General words count only where no word of a narrower area stands beside them.
"""

from __future__ import annotations

from functools import lru_cache

from comity.reader.clauses.han_areas import PEOPLE, WHO, is_way
from comity.reader.clauses.holders import field_of_holders
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
    """The areas of `text[start:end]`; what names none is of the field of those who hold the talks."""
    named = _named(page, start, end)
    if set(named) <= _BROAD:
        field = field_of_holders(page)
        return named if field is None else (field,)
    return named


def _named(page: Page, start: int, end: int) -> tuple[str, ...]:
    found: list[str] = []
    told: set[str] = set()
    reach = -1
    hits = page.hits_in(start, end)
    misses = [(hit.start, hit.end) for hit in hits if hit.role == "nearmiss"]
    for hit in hits:
        if hit.role != "terms" or hit.end <= reach or any(first <= hit.start and hit.end <= after for first, after in misses):
            continue
        if is_way(page, hit):
            continue
        reach = max(reach, hit.end)
        # One phrase may belong to several areas: all lines of its length count.
        same = [h.value for h in page.hits_at(hit.start) if h.role == "terms" and h.end == hit.end]
        found.extend(value for value in same if value not in found)
        if hit.line.words not in WHO:
            told.update(same)
    narrow = [area for area in found if area not in _BROAD]
    narrow = [area for area in narrow if area in told or area != PEOPLE] if told - _BROAD else narrow
    if narrow:
        return tuple(narrow[:_LIMIT])
    if any(area != GENERAL for area in found):
        return tuple(area for area in found if area != GENERAL)[:1]
    pointed = next((hit.value for hit in hits if hit.role == "fallbacks"), GENERAL)
    return (GENERAL if pointed in _BROAD and found else pointed,)
