"""What the rules look at: rows of the register, the day asked about, and whose eyes they are seen with.

The rows are those of `record.state.row_of`; without a body a row has no fields, and the rules say nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from comity.paper.agreed_view import Read
from comity.paper.calendar_view import span
from comity.paper.row_parts import fields_in, ids_in, statements_in, words_in
from comity.record.canonical import Fields


@dataclass(frozen=True, slots=True)
class Gathered:
    """The state on the day `on` (ISO); what happened counts after the day `since`, up to `on`.

    `us` are the parties on whose side one stands, `rows` things by their kind, `beside` further rows by id, `again` ids of
    agreed items that another one has the wording of.
    """

    on: str
    since: str
    us: frozenset[str]
    rows: Mapping[str, tuple[Fields, ...]]
    read: Read
    beside: Mapping[str, Fields] = field(default_factory=dict)
    again: frozenset[str] = frozenset()

    def things(self, *kinds: str) -> Iterable[Fields]:
        """The rows of some kinds whose content is held."""
        return (row for kind in kinds for row in self.rows.get(kind, ()) if row.get("body") == "held")

    def called(self, thing: str) -> Fields | None:
        """The row of a thing, where it was gathered."""
        return self.beside.get(thing)

    def mechanism_of(self, session: str, fields: Fields) -> str:
        """The mechanism a session counts in, or that the fields name themselves; "" where nothing says so."""
        row = self.called(session)
        return next(iter(ids_in(fields, "mechanism") or (ids_in(fields_in(row), "mechanism") if row else ())), "")

    def sources_of(self, entries: Iterable[str], row: Fields) -> tuple[str, ...]:
        """The sources that entries are or come from: readings gathered, or that speak of the thing of the row."""
        said = {str(each["id"]): each for each in statements_in(row)}
        found: list[str] = []
        for entry in entries:
            known = self.called(entry) or said.get(entry) or (row if entry == row["id"] else None)
            if known is not None and known["kind"] == "source":
                found.append(entry)
            elif known is not None:
                fields = fields_in(known)
                found += ids_in(fields, "source") or [e for e in ids_in(fields, "evidence") if self._is_source(e)]
        return tuple(dict.fromkeys(found))

    def day_told(self, reading: Fields) -> str:
        """When what a reading tells happened: as it says itself, else the day of its source, "" where neither is known."""
        value = fields_in(reading).get("value")
        own = words_in(value, "date") if isinstance(value, dict) else ""
        source = self.called(next(iter(ids_in(fields_in(reading), "source")), ""))
        return own or (words_in(fields_in(source), "dated_on") if source else "")

    def is_new(self, day: str) -> bool:
        """Whether a day as said lies after `since`, up to the day asked about; a month counts where one of its days does."""
        if not day or day > self.on[: len(day)]:
            return False
        return day > self.since if len(day) == len(self.since) else day >= self.since[: len(day)]

    def days_since(self, day: str) -> int | None:
        """How many days ago a day, month or year as said began; below 0 for one to come, None for what is no day."""
        covers = span(day)
        return (date.fromisoformat(self.on) - covers[0]).days if covers else None

    def has_passed(self, day: str) -> bool:
        """Whether a day, month or year as said is wholly over."""
        covers = span(day)
        return covers is not None and covers[1] <= date.fromisoformat(self.on)

    def _is_source(self, entry: str) -> bool:
        row = self.called(entry)
        return row is not None and row["kind"] == "source"


def day_stated(said: Fields) -> str:
    """The day a statement is as of: as it says, else when it was entered."""
    return words_in(fields_in(said), "on") or str(said["at"])[:10]
