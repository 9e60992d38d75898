"""What things are called, looked up once a page; a statement is called by what it speaks of."""

from __future__ import annotations

from collections.abc import Iterable

from comity.paper.names import Name
from comity.paper.statement_name import spoken_of, statement_parts
from comity.paper.thing_view import title_parts
from comity.record.act import EntryId
from comity.record.canonical import Fields
from comity.record.shelf import Entry
from comity.store.reading import Reading


class Naming:
    """Names by id; each thing is read once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[str, Name] = {}

    def __call__(self, thing: str) -> Name:
        if thing not in self._known:
            row = self._reading.thing(EntryId(thing))
            self._known[thing] = self.of_row(row) if row else self._of_entry(thing)
        return self._known[thing]

    def learn(self, ids: Iterable[str]) -> None:
        """Reads the names of many things at once, so that a list asks no question for each of its rows."""
        wanted = {thing for thing in ids if thing and thing not in self._known}
        if not wanted:
            return
        rows, shorts = self._reading.things_called(wanted), self._reading.short_names_of(wanted)
        for thing, row in rows.items():
            self._known[thing] = Name(thing, str(row["kind"]), tuple(title_parts(row)), shorts.get(thing, ""), True)
        others = wanted - rows.keys()
        entries = self._reading.entries_called(others) if others else {}
        about = {thing: spoken_of(entry.envelope) for thing, entry in entries.items() if entry.envelope}
        spoken = self._reading.things_called(set(about.values()) - rows.keys()) if any(about.values()) else {}
        for thing in others:
            entry = entries.get(thing)
            found = rows.get(about.get(thing, "")) or spoken.get(about.get(thing, ""))
            self._known[thing] = _statement(entry, found, shorts.get(thing, "")) if entry else Name(thing)

    def of_row(self, row: Fields) -> Name:
        """The name of a thing whose row is at hand."""
        thing = str(row["id"])
        return Name(thing, str(row["kind"]), tuple(title_parts(row)), self._reading.short_name_of(EntryId(thing)), True)

    def _of_entry(self, thing: str) -> Name:
        entry = self._reading.entry(EntryId(thing))
        if entry is None:
            return Name(thing)
        about = spoken_of(entry.envelope) if entry.envelope else ""
        found = self._reading.thing(EntryId(about)) if about else None
        return _statement(entry, found, self._reading.short_name_of(EntryId(thing)))


def _statement(entry: Entry, found: Fields | None, short: str) -> Name:
    """The name of what is no thing; `found` is the row of what it speaks of."""
    kind = entry.envelope.kind if entry.envelope else ""
    parts = statement_parts(kind, title_parts(found)) if kind and found else ()
    return Name(entry.id, kind, parts, short, True)
