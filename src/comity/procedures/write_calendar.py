"""Makes a calendar file of what the record says: sessions, planned days, days for an answer, terms that end.

- The same record, the same bytes: stamps are those of the entries, and events stand in the order of their days.
- A public calendar is made of the public record alone, names included; nothing in it is known to this home only.

Source: RFC 5545; RFC 7986; docs/decisions/0019-what-a-reader-may-see.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from comity.paper.calendar_view import (
    SIGNED,
    Event,
    Telling,
    letter_events,
    named_in,
    reported_end,
    reported_term_events,
    session_events,
    term_events,
    undertaking_events,
)
from comity.paper.names import Name, plain_name
from comity.paper.row_parts import fields_in
from comity.paper.thing_view import title_parts
from comity.paper.translate import translate
from comity.procedures.public_record import public_record
from comity.record.canonical import Fields
from comity.record.errors import UnknownParty, UnknownThing
from comity.store.reading import Reading

if TYPE_CHECKING:
    from icalendar import Calendar, Component

KINDS = ("session", "undertaking", "letter", "call", "item")
_INSTANT = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a calendar is to hold: its language, only what is public, only what concerns a party (a name or id, "" for any).

    `address` is where the desk answers, such as http://127.0.0.1:8000, or "" for events that lead nowhere; `most` how many
    things of each kind are looked at, the latest first. `page` gives what stands behind the address for a thing.
    """

    lang: str
    public: bool = False
    party: str = ""
    address: str = ""
    most: int | None = None
    page: Callable[[str], str] = "/t/{}".format


def write_calendar(reading: Reading, wanted: Wanted) -> bytes:
    """The calendar as an iCalendar file. Raises: UnknownParty, AmbiguousName."""
    events = calendar_events(reading, wanted)
    return bytes(_calendar(events, wanted).to_ical())


def calendar_events(reading: Reading, wanted: Wanted) -> list[Event]:
    """The events by day and id. Raises: UnknownParty, AmbiguousName."""
    party = _party(reading, wanted.party) if wanted.party else ""
    return _events(_Public(public_record(reading).things) if wanted.public else _Held(reading, wanted.most), wanted, party)


def calendar_of_rows(shown: Iterable[Fields], wanted: Wanted, *, file: str) -> bytes:
    """The calendar of these rows alone, as a file that says where and how often to look for a newer one."""
    made = _calendar(_events(_Public(shown), wanted, ""), wanted)
    made.add("name", made["X-WR-CALNAME"])
    made.add("url", wanted.address)
    made.add("source", wanted.address + file, parameters={"VALUE": "URI"})
    for name in ("refresh-interval", "x-published-ttl"):
        made.add(name, timedelta(days=1), parameters={"VALUE": "DURATION"})
    return bytes(made.to_ical())


def _events(held: _Held | _Public, wanted: Wanted, party: str) -> list[Event]:
    rows = {kind: held.things(kind) for kind in KINDS}
    terms = {str(row["id"]): row for row in held.signed() if reported_end(row)}
    every = [row for found in rows.values() for row in found]
    beside = held.called(named_in([*every, *terms.values()]))
    telling = Telling(wanted.lang, _names(beside, wanted.lang))
    events = [event for row in rows["session"] for event in session_events(row, beside, telling)]
    events += [event for row in rows["undertaking"] for event in undertaking_events(row, telling)]
    events += [event for kind in ("letter", "call") for row in rows[kind] for event in letter_events(row, telling)]
    events += [event for row in rows["item"] for event in term_events(row, beside, telling)]
    events += [event for row in terms.values() for event in reported_term_events(row, telling, terms)]
    found = [event for event in events if not party or party in event.parties]
    return sorted(found, key=lambda event: (event.starts, event.until, event.uid))


class _Held:
    """The rows of the register."""

    def __init__(self, reading: Reading, most: int | None) -> None:
        self._reading, self._most = reading, most

    def things(self, kind: str) -> list[Fields]:
        return self._reading.things(kind, limit=self._most)

    def signed(self) -> list[Fields]:
        return [row for says in SIGNED for row in self._reading.things("reading", facets={"says": says}, limit=self._most)]

    def called(self, ids: Iterable[str]) -> dict[str, Fields]:
        return self._reading.things_called(ids)


class _Public:
    """Rows that are at hand: those of the public record, each folded from what is public alone, or fewer."""

    def __init__(self, rows: Iterable[Fields]) -> None:
        self._rows = {str(row["id"]): row for row in rows}

    def things(self, kind: str) -> list[Fields]:
        return [row for row in self._rows.values() if row["kind"] == kind]

    def signed(self) -> list[Fields]:
        return [row for row in self.things("reading") if fields_in(row).get("says") in SIGNED]

    def called(self, ids: Iterable[str]) -> dict[str, Fields]:
        return {thing: self._rows[thing] for thing in ids if thing in self._rows}


def _party(reading: Reading, name: str) -> str:
    try:
        return str(reading.resolve(name))
    except UnknownThing as problem:
        raise UnknownParty(name=name) from problem


def _names(rows: Mapping[str, Fields], lang: str) -> Callable[[str], str]:
    """What things are called by their titles, "" for what has none here; a short name is the home's own and is not told."""

    def called(thing: str) -> str:
        parts = tuple(title_parts(rows[thing])) if thing in rows else ()
        return plain_name(Name(thing, "", parts), lang) if parts else ""

    return called


def _calendar(events: list[Event], wanted: Wanted) -> Calendar:
    from icalendar import Calendar  # loads time zones: only where a calendar is asked for

    made = Calendar()
    made.add("prodid", "-//Comity//Calendar//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", translate(wanted.lang)("Comity: the calendar of the record"))
    for event in events:
        made.add_component(_component(event, wanted))
    return made


def _component(event: Event, wanted: Wanted) -> Component:
    from icalendar import Event as Shown

    made = Shown()
    made.add("uid", event.uid)
    made.add("dtstamp", _instant(event.changed_at))
    made.add("created", _instant(event.made_at))
    made.add("last-modified", _instant(event.changed_at))
    made.add("sequence", event.sequence)
    made.add("dtstart", event.starts)
    made.add("dtend", event.until)
    made.add("summary", event.summary, parameters={"LANGUAGE": wanted.lang})
    if event.lines:
        made.add("description", "\n".join(event.lines))
    if event.status:
        made.add("status", event.status)
    if wanted.address:
        made.add("url", wanted.address + wanted.page(event.thing))
    made.add("transp", "TRANSPARENT")
    made.add("class", "PUBLIC" if event.open else "CONFIDENTIAL")
    return made


def _instant(at: str) -> datetime:
    return datetime.strptime(at, _INSTANT).replace(tzinfo=UTC)
