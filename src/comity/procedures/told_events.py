"""Sessions read in several documents as proposed events, and what a person makes of them.

1. An event is proposed, never entered: it is reckoned from the drafts of sessions each time, with what people answered.
2. Confirmed, its tellings are said to be the same, one by one; what is entered later refers to what the first became. Where two
   stand in the book already, that they are one is entered as a `merge`.
3. Cut, a telling is said to differ from every other telling of its event.
4. Each answer is a deed of its own and can be undone.

Source: docs/decisions/0010-the-reader-enters-nothing.md; docs/decisions/0021-deeds-on-drafts.md.
"""

from __future__ import annotations

from collections.abc import Mapping

from comity.procedures.alike import answer_alike
from comity.procedures.draft_keys import token
from comity.procedures.hand import Hand
from comity.reader.matters.events import Event, Told, events_of, last_day
from comity.reader.matters.matter_words import spoken_of, usual_pair
from comity.record.act import EntryId
from comity.record.canonical import Fields, Value
from comity.record.errors import NoEventHere
from comity.store.home import Home
from comity.store.reading import DraftRow, Reading


def told_events(reading: Reading) -> list[Event]:
    """The events that several documents tell, in the order in which their first telling was read."""
    rows = [row for state in ("open", "accepted") for row in reading.drafts(type="session", state=state)]
    rows.sort(key=lambda row: row.number)
    gates = _gates(reading, {row.source for row in rows})
    tellings = [told_of(row, gates.get(row.source, "") if row.value.get("role") == "main" else "") for row in rows]
    derived = {each.copy: each.original for each in reading.derivations()}
    return events_of(tellings, derived=derived, answers=reading.session_answers())


def event_with(reading: Reading, number: int) -> Event:
    """The event that a draft tells of. Raises: UnknownDraft, NoEventHere."""
    reading.draft(number)
    for event in told_events(reading):
        if any(told.id == str(number) for told in event.told):
            return event
    raise NoEventHere(number=number)


def confirm_event(home: Home, number: int, *, by: Hand) -> list[EntryId]:
    """Says of every telling of the event that it is the same; returns the merges entered where several stand in the book.

    Raises: UnknownDraft, NoEventHere, and as `Entering.act`.
    """
    with home.read() as reading:
        event = event_with(reading, number)
        first, others = event.told[0], _others(event, event.told[0], reading, unlike="same")
    merged = [answer_alike(home, int(first.id), other.id, same=True, by=by) for other in others]
    return [entry for entry in merged if entry is not None]


def cut_from_event(home: Home, number: int, *, by: Hand) -> int:
    """Says that a telling is of another event than those it was put with; returns how many answers were kept.

    Raises: UnknownDraft, NoEventHere.
    """
    with home.read() as reading:
        event = event_with(reading, number)
        told = next(told for told in event.told if told.id == str(number))
        others = _others(event, told, reading, unlike="differ")
    for other in others:
        answer_alike(home, number, other.id, same=False, by=by)
    return len(others)


def _others(event: Event, told: Told, reading: Reading, *, unlike: str) -> list[Told]:
    """The other tellings, once for each meaning, of which it was not answered so; those that mean the same by their words not."""
    found = {each.mean: each for each in reversed(event.told) if each.mean != told.mean}
    return [each for each in found.values() if reading.likeness(told.mean, each.mean) != unlike]


def told_of(row: DraftRow, gates: str) -> Told:
    """A draft of a session as one telling."""
    value = row.value
    day = _line(value.get("date"))
    words = " ".join(_line(part.get("quote")) for part in row.evidence if isinstance(part, dict))
    edition, year = _line(value.get("edition")), _line(value.get("year"))
    parties = value.get("parties")
    return Told(
        id=str(row.number),
        report=row.source,
        mean=token(row),
        mechanism=_line(value.get("mechanism")),
        edition=int(edition) if edition.isdecimal() else 0,
        year=int(year) if year.isdecimal() else 0,
        date=day,
        until=_line(value.get("date_until")) or last_day(words, day),
        place=_line(value.get("place")),
        host=_line(value.get("host")),
        # A report that says nothing of it was read as in person: that is nobody's word.
        form="" if value.get("format") == "in person" else _line(value.get("format")),
        live_points=_line(value.get("live_points")),
        gates=gates,
        parties=frozenset(map(str, parties)) if isinstance(parties, list) else frozenset(),
    )


def _gates(reading: Reading, sources: set[str]) -> Mapping[str, str]:
    """The pairs of gates of which each document says that something changes, by their usual names."""
    found: dict[str, set[str]] = {}
    for row in reading.drafts(type="gate"):
        if row.source in sources and row.state in ("open", "accepted") and row.value.get("change"):
            found.setdefault(row.source, set()).update(_pair(row.value))
    return {source: "; ".join(sorted(pairs)) for source, pairs in found.items()}


def _pair(value: Fields) -> list[str]:
    names = value.get("pair") or value.get("names")
    said = " - ".join(map(str, names)) if isinstance(names, list) else ""
    known = [" - ".join(usual_pair(code)) for code in spoken_of("en", said).gates]
    return known or ([said] if " - " in said else [])


def _line(value: Value | None) -> str:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
