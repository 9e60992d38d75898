"""Mechanisms and sessions whose time has come: due by their rhythm, or planned and not told of since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.paper.row_parts import fields_in, ids_in, words_in
from comity.record.canonical import Fields
from comity.review.found import Found, about
from comity.review.gathered import Gathered
from comity.review.thresholds import Thresholds

# How many days lie between two sessions at the most, by the rhythm that was said; "as needed" has none.
RHYTHM_DAYS = {
    "two_yearly": 731,
    "yearly": 366,
    "half_yearly": 184,
    "quarterly": 92,
    "monthly": 31,
    "half_monthly": 16,
}


def meetings(state: Gathered, limits: Thresholds) -> Iterator[Found]:
    """Mechanisms whose next session would be due and is not entered; sessions planned for a day that is over."""
    held: dict[str, list[tuple[str, str]]] = {}
    coming = set()
    for row in state.things("session"):
        fields = fields_in(row)
        day, stage = words_in(fields, "starts_on"), words_in(fields, "stage") or "held"
        if stage == "planned" and state.has_passed(day):
            yield replace(about(state, row, rule="meetings", case="planned"), day=day, facts={"day": day})
        elif stage == "planned" and day:
            coming |= set(ids_in(fields, "mechanism"))
        for mechanism in ids_in(fields, "mechanism") if stage == "held" and day and day <= state.on[: len(day)] else ():
            held.setdefault(mechanism, []).append((day, str(row["id"])))
    for row in state.things("mechanism"):
        sessions = held.get(str(row["id"]), [])
        if sessions and str(row["id"]) not in coming:
            yield from _due(state, row, (max(sessions), limits.meeting_grace_days))


def _due(state: Gathered, row: Fields, last: tuple[tuple[str, str], int]) -> Iterator[Found]:
    (day, session), grace = last
    rhythm, ago = RHYTHM_DAYS.get(words_in(fields_in(row), "cadence")), state.days_since(day)
    if rhythm is not None and ago is not None and ago > rhythm + grace and state.has_passed(day):
        made = about(state, row, rule="meetings", case="due", evidence=[session])
        yield replace(made, day=day, facts={"day": day, "last": [session]})
