"""The areas of a clause as the weights leave them: what words of areas stand in and around it, and what its own words are.

- Facts are, for each area, how many of its words stand in the clause, before and behind it in its sentence, whether the grammar
  gives it, and whether the headline or those who meet are of it.
- The areas that are likely enough stay, at least the likeliest; those the grammar gives first, in its order.
- An area that an office's own line names always stays.

Source: docs/decisions/0034-weights.md.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from comity.reader.clauses.areas import Word, area_words
from comity.reader.clauses.drafts import Draft
from comity.reader.labelling.grams import Grams
from comity.reader.labelling.sums import Sums, likelihood
from comity.reader.text.page import Page, once_a_page

# So many grams are told apart; fewer than of clauses, for many areas have few examples.
SIZE = 4096
Areas = tuple[str, ...]


def facts_of_areas(page: Page, draft: Draft, given: Areas, about: Areas, areas: Sequence[str]) -> tuple[float, ...]:
    """The facts of a clause by area; `given` are the grammar's areas, `about` those of the headline and of who meets."""
    words = _words(page, *_sentence(page, draft))
    inside = [word.area for word in words if draft.start <= word.start and word.end <= draft.end]
    before = [word.area for word in words if word.end <= draft.start]
    behind = [word.area for word in words if word.start >= draft.end]
    return (
        *[float(inside.count(area)) for area in areas],
        *[float(area in given) for area in areas],
        *[before.count(area) / 2 for area in areas],
        *[behind.count(area) / 2 for area in areas],
        *[float(area in about) for area in areas],
    )


def _sentence(page: Page, draft: Draft) -> tuple[int, int]:
    number = bisect_right(page.sentences, draft.start, key=lambda one: one.start) - 1
    found = page.sentences[number] if number >= 0 else None
    return (draft.start, draft.end) if found is None else (found.start, max(found.end, draft.end))


@once_a_page
def _words(page: Page, start: int, end: int) -> tuple[Word, ...]:
    return tuple(area_words(page, start, end))


def grams_of_areas(page: Page, draft: Draft) -> tuple[int, ...]:
    """The grams of a clause's words, each once."""
    return tuple(sorted({gram % SIZE for gram in Grams(page, draft.start, draft.end).of_words(draft.start, draft.end)}))


def weighed_areas(sums: Sums, least: float, facts: Sequence[float], grams: Sequence[int], given: Areas) -> Areas:
    """The areas of a clause with these facts and grams that are at least so likely."""
    likely = dict(zip(sums.labels, map(likelihood, sums.odds(facts, grams)), strict=True))
    best = max(likely, key=likely.__getitem__)
    found = sorted((area for area in likely if likely[area] > least or area == best), key=lambda area: -likely[area])
    return tuple(area for area in given if area in found) + tuple(area for area in found if area not in given)


def own_areas(page: Page, draft: Draft, trusted: frozenset[str]) -> Areas:
    """The areas that an office's own lines name in a clause."""
    if not trusted:
        return ()
    hits = page.hits_in(draft.start, draft.end)
    return tuple(dict.fromkeys(hit.value for hit in hits if hit.role == "terms" and hit.line.rule in trusted))
