"""What reports tell of results and difficulties: one event once, however many reports tell it.

- Readings of different sources that tell the same of the same things, for days that agree, are one event; so are those that
  tell it in the same words. One source tells two things in two readings.
- An event is told as the report told it that is dated first, and rests on all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from comity.paper.row_parts import fields_in, ids_in, words_in
from comity.paper.wording import parts_of
from comity.record.canonical import Fields
from comity.review.found import Found, about
from comity.review.gathered import Gathered

EASING = ("opened", "upgraded", "extended", "for_a_time", "passengers", "resumed", "works", "accepted", "approved")
CASES = {"done": ("results", "reported"), "difficulty": ("difficulties", "reported")}


@dataclass(slots=True)
class _Event:
    """Readings that tell one event, the first in front."""

    rule: str
    case: str
    day: str
    readings: list[Fields] = field(default_factory=list)

    def tells(self, row: Fields, told: tuple[str, str, str]) -> bool:
        """Whether a reading tells this event too."""
        rule, case, day = told
        agrees = self.day.startswith(day) or day.startswith(self.day)
        known = {source for each in self.readings for source in ids_in(fields_in(each), "source")}
        if (rule, case) != (self.rule, self.case) or not agrees or known.intersection(ids_in(fields_in(row), "source")):
            return False
        return any(_is_same(each, row) for each in self.readings)


def reported(state: Gathered) -> Iterator[tuple[Found, tuple[Fields, ...]]]:
    """Each event since the day asked about, with the things it is about that were gathered."""
    for event in _events(state):
        first, entries = event.readings[0], [str(row["id"]) for row in event.readings]
        about_ids = dict.fromkeys(thing for row in event.readings for thing in ids_in(fields_in(row), "about"))
        told = tuple(known for thing in about_ids if (known := state.called(thing)) is not None)
        made = about(state, first, rule=event.rule, case=event.case, evidence=entries)
        sources = dict.fromkeys(source for row in event.readings for source in state.sources_of([str(row["id"])], row))
        facts: Fields = {"about": [str(known["id"]) for known in told], "reports": len(event.readings)}
        made = replace(made, day=event.day, facts=facts, sources=tuple(sources))
        if told:
            made = _placed(made, [about(state, known, rule=event.rule, case=event.case) for known in told])
        yield made, told


def _placed(made: Found, told: list[Found]) -> Found:
    """By everything it is told of: its parties and areas together, a session or mechanism only where all have the same."""
    sessions, mechanisms = {each.session for each in told}, {each.mechanism for each in told}
    return replace(
        made,
        parties=tuple(dict.fromkeys(party for each in told for party in each.parties)),
        areas=tuple(sorted({area for each in told for area in each.areas})),
        session=sessions.pop() if len(sessions) == 1 else "",
        mechanism=mechanisms.pop() if len(mechanisms) == 1 else "",
    )


def _events(state: Gathered) -> list[_Event]:
    events: list[_Event] = []
    by_matter: dict[str, list[_Event]] = {}
    for row in sorted(state.things("reading"), key=lambda row: _first_dated(state, row)):
        told = _told(state, row)
        if told is None:
            continue
        marks = _marks(row)
        near = [event for mark in marks for event in by_matter.get(mark, ())]
        event = next((each for each in near if each.tells(row, told)), None)
        if event is None:
            event = _Event(*told)
            events.append(event)
        event.readings.append(row)
        event.day = max(event.day, told[2], key=len)
        for mark in marks:
            by_matter.setdefault(mark, []).append(event)
    return events


def _first_dated(state: Gathered, row: Fields) -> tuple[str, str, str]:
    source = state.called(next(iter(ids_in(fields_in(row), "source")), ""))
    dated = words_in(fields_in(source), "dated_on") if source else ""
    return state.day_told(row), dated or "~", str(row["id"])


def _told(state: Gathered, row: Fields) -> tuple[str, str, str] | None:
    """Rule, case and day of what a reading tells, where it is new and one of those named here."""
    fields, day = fields_in(row), state.day_told(row)
    value = fields.get("value")
    change = words_in(value, "change") if isinstance(value, dict) else ""
    chosen = CASES.get(str(fields.get("says")), ("results", "gate") if change in EASING else None)
    return (*chosen, day) if chosen is not None and state.is_new(day) else None


def _marks(row: Fields) -> list[str]:
    """What readings of one event share: what they are about, taken together, or their words."""
    about_ids = sorted(ids_in(fields_in(row), "about"))
    return [*(["/".join(about_ids)] if about_ids else []), *_words(row)]


def _is_same(one: Fields, other: Fields) -> bool:
    return not set(_marks(one)).isdisjoint(_marks(other))


def _words(row: Fields) -> list[str]:
    letters = ("".join(each for each in part.text.casefold() if each.isalnum()) for part in parts_of(fields_in(row).get("title")))
    return [f"={each}" for each in letters if each]
