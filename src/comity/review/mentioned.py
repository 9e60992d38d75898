"""What found no later mention, and what is agreed again and again.

- Absence is told with what was read; a standing duty is left out of both, for it has nothing to report and never recurs.
- A matter recurs where items bear one wording, are said to be one, or carry out one another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.paper.agreed_view import is_silent
from comity.paper.row_parts import fields_in, ids_in, rows_in, view_of, words_in
from comity.paper.wording import parts_of
from comity.record.canonical import Fields
from comity.review.found import Found, about
from comity.review.gathered import Gathered
from comity.review.thresholds import Thresholds


def no_mention(state: Gathered, limits: Thresholds) -> Iterator[Found]:
    """Agreed items, no standing duties, of which nothing held says anything more."""
    for row in state.things("undertaking"):
        day = words_in(fields_in(row), "agreed_on")
        ago = state.days_since(day)
        old = ago is None or ago >= limits.no_mention_days
        if old and fields_in(row).get("nature") != "standing" and is_silent(row) and str(row["id"]) not in state.again:
            facts: Fields = {"sources": state.read.sources, "in_part": state.read.in_part}
            yield replace(about(state, row, rule="no_mention", case="none"), day=day, facts=facts)


def recurring(state: Gathered, limits: Thresholds) -> Iterator[Found]:
    """Matters agreed more than once as something to be done once; the finding is about the latest of the items."""
    rows = {
        str(row["id"]): row for row in state.things("undertaking") if fields_in(row).get("nature") not in ("standing", "periodic")
    }
    for ids in _groups(rows):
        group = sorted((rows[thing] for thing in ids), key=lambda row: (words_in(fields_in(row), "agreed_on"), str(row["id"])))
        sessions = {ids_in(fields_in(row), "session") or (words_in(fields_in(row), "agreed_on"),) for row in group}
        if len(sessions) < max(limits.recurring_times, 2):
            continue
        earlier = [str(row["id"]) for row in group[:-1]]
        days = [day for row in group if (day := words_in(fields_in(row), "agreed_on"))]
        made = about(state, group[-1], rule="recurring", case="again", evidence=[str(row["id"]) for row in group])
        facts: Fields = {"count": len(sessions), "days": list(dict.fromkeys(days)), "earlier": list(earlier)}
        yield replace(made, day=days[-1] if days else "", facts=facts)


def _groups(rows: dict[str, Fields]) -> list[list[str]]:
    """The items that belong together, those that stand alone left out; each group and all groups by id."""
    leads = {thing: thing for thing in rows}

    def lead(thing: str) -> str:
        while leads[thing] != thing:
            leads[thing] = leads[leads[thing]]
            thing = leads[thing]
        return thing

    worded: dict[tuple[str, str], str] = {}
    for thing, row in rows.items():
        same = [words_in(part, "thing") for part in rows_in(view_of(row), "same_as")]
        tied = [*same, *ids_in(fields_in(row), "carries_out")]
        tied += [worded.setdefault(wording, thing) for wording in _wordings(row)]
        for other in tied:
            if other in rows:
                first, second = sorted((lead(thing), lead(other)))
                leads[second] = first
    groups: dict[str, list[str]] = {}
    for thing in sorted(rows):
        groups.setdefault(lead(thing), []).append(thing)
    return [ids for ids in groups.values() if len(ids) > 1]


def _wordings(row: Fields) -> Iterator[tuple[str, str]]:
    """Its wording in each language without what stands between words."""
    for part in parts_of(fields_in(row).get("title")):
        letters = "".join(each for each in part.text.casefold() if each.isalnum())
        if letters:
            yield part.lang, letters
