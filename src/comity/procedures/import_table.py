"""Enters the rows of a table as acts of one kind: all that were previewed, in one transaction, and none twice.

- A preview does what entering does and takes it back, so that it shows exactly what would be entered.
- A row that says what an entry of the same kind in the same book says is not entered again. Contents are compared, not
  notes of them: nothing about a body outlives its erasure, and what was typed by hand counts too.
- One wrong row refuses the table, unless the good rows alone are asked for. A row may name a row above by its short name.
- It never makes a book or a key: the party must keep its book here already.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from comity.procedures.entering import Entering
from comity.procedures.hand import Hand
from comity.procedures.own_books import own_book
from comity.procedures.short_names import give_name
from comity.procedures.table_columns import Column, columns_of, kind_of_table
from comity.procedures.table_file import Row, Table
from comity.procedures.table_row import Fault, ReadRow, RowReader
from comity.record import canonical
from comity.record.act import EntryId, PartyId
from comity.record.canonical import Fields, Value
from comity.record.errors import (
    BookClosed,
    ColumnWithoutHeading,
    ComityError,
    NameTaken,
    PreviewOutdated,
    RowsRefused,
    StoreError,
)
from comity.record.field import Ref
from comity.record.kind import Kind
from comity.store.home import Home
from comity.store.writing import Writing

Told = Callable[[int, int], None]
STEP = 500


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one row.

    `state` is new (it is entered), there (its content was entered before, as `entry`), again (it says what row `again` says)
    or wrong. `fields` are what is entered; a row above, named in them, stands there by its short name. `entry` is the id once
    it is entered for good.
    """

    number: int
    state: str
    short: str = ""
    fields: Fields | None = None
    entry: str = ""
    again: int = 0
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What becomes of every row of a table. `entered`: whether it is so, or would be. `plan` is the digest of it all."""

    kind: str
    party: PartyId
    table: Table
    rows: tuple[Outcome, ...]
    entered: bool = False

    def of(self, state: str) -> list[Outcome]:
        """The rows of one state, in their order."""
        return [row for row in self.rows if row.state == state]

    @property
    def plan(self) -> str:
        """The same for two previews only if they would enter the same."""
        said = [
            [row.number, row.state, row.short, row.fields or {}, row.again, row.entry if row.state == "there" else ""]
            for row in self.rows
        ]
        whole: list[Value] = [self.kind, self.party, self.table.digest, *(hash_of(cast(Value, row)) for row in said)]
        return hash_of(whole)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A table to be entered as acts of `kind`; only its good rows with `good_rows`; only as previewed with the `plan` of that."""

    table: Table
    kind: str
    good_rows: bool = False
    plan: str = ""


class _TakeBack(Exception):
    """Ends a transaction of which nothing is to stay."""


def rehearse(home: Home, wanted: Wanted, *, by: Hand, told: Told | None = None) -> Report:
    """What would become of every row; nothing is entered.

    Raises: UnknownKind, NotFromATable, UnknownColumn, ColumnTwice, ColumnWithoutHeading, NoHeadings, UnknownParty, NoBookHere,
    BookClosed, and what `Home.write` raises.
    """
    found: list[Report] = []
    try:
        with home.write() as writing:
            found.append(_enter_all(home, writing, wanted, by, told or _nobody))
            raise _TakeBack
    except _TakeBack:
        (report,) = found
        return replace(report, rows=tuple(replace(row, entry="") if row.state == "new" else row for row in report.rows))


def enter_table(home: Home, wanted: Wanted, *, by: Hand, told: Told | None = None) -> Report:
    """Enters the rows and returns what became of each, once all are durable.

    Raises: as `rehearse`; RowsRefused where a row is wrong and not only the good ones are asked for; PreviewOutdated where it
    would not be as previewed. Nothing is entered then.
    """
    with home.write() as writing:
        report = _enter_all(home, writing, wanted, by, told or _nobody)
        wrong = len(report.of("wrong"))
        if wanted.plan and report.plan != wanted.plan:
            raise PreviewOutdated
        if wrong and not wanted.good_rows:
            raise RowsRefused(rows=len(report.rows), count=wrong)
    return replace(report, entered=True)


def hash_of(value: Value) -> str:
    """The SHA-256 of the canonical bytes of a value, in hex."""
    return hashlib.sha256(canonical.encode(value)).hexdigest()


def _nobody(_done: int, _of: int) -> None:
    return None


def _enter_all(home: Home, writing: Writing, wanted: Wanted, by: Hand, told: Told) -> Report:
    """Enters every good row within the transaction of `writing`."""
    kind = kind_of_table(wanted.kind)
    columns = columns_of(kind, wanted.table.headings)
    party = own_book(writing, by.party)
    entering = Entering(home, writing, by.moment, lang=by.lang)
    reader = RowReader(entering, party, kind, columns)
    walk = _Walk(entering, party, kind, reader)
    given = _rows_to_read(wanted.table, columns)
    rows = []
    for done, row in enumerate(given, start=1):
        rows.append(walk.step(row))
        if done % STEP == 0:
            told(done, len(given))
    entering.finish()
    return Report(kind.name, party, wanted.table, tuple(rows))


def _rows_to_read(table: Table, columns: Sequence[Column]) -> list[Row]:
    """The rows in which something stands beside remarks. Raises: ColumnWithoutHeading."""
    bare = [place for place, heading in enumerate(table.headings) if not heading]
    for row in table.rows:
        if any(row.cells[place] or place in row.formulas for place in bare):
            raise ColumnWithoutHeading(row=row.number)
    places = {column.place for column in columns}
    return [row for row in table.rows if any(row.cells[place] or place in row.formulas for place in places)]


class _Walk:
    """Goes down the rows: what each says, whether that was said before, and if not, its entry."""

    def __init__(self, entering: Entering, party: PartyId, kind: Kind, reader: RowReader) -> None:
        self._entering, self._party, self._kind, self._reader = entering, party, kind, reader
        self._before = dict(_contents(entering.writing, kind, party))
        self._rows: dict[EntryId, Outcome] = {}
        self._called: dict[str, str] = {}

    def step(self, row: Row) -> Outcome:
        """Enters one row where nothing is wrong with it. Raises: BookClosed, StoreError."""
        read = self._reader.read(row)
        if read.faults:
            return Outcome(row.number, "wrong", faults=read.faults)
        try:
            return self._entered(row.number, read)
        except NameTaken as problem:
            return Outcome(row.number, "wrong", faults=(Fault("id", problem),))
        except (BookClosed, StoreError):
            raise
        except ComityError as problem:
            return Outcome(row.number, "wrong", faults=(self._reader.fault(problem),))

    def _entered(self, number: int, read: ReadRow) -> Outcome:
        content = hash_of(read.fields)
        known = self._before.get(content)
        unnamed = bool(read.short) and self._reader.is_free(read.short, known)
        if known is None:
            entry = self._entering.act(self._kind.name, {**read.fields, **read.reach}, self._party)
            found = Outcome(number, "new", read.short, self._shown(read.fields), entry)
            self._before[content], self._rows[entry] = entry, found
        elif known in self._rows:
            entry, found = known, Outcome(number, "again", read.short, again=self._rows[known].number)
        else:
            entry, found = known, Outcome(number, "there", read.short, entry=known)
        if unnamed:
            give_name(self._entering.writing, read.short, entry)
            self._called.setdefault(entry, read.short)
        return found

    def _shown(self, fields: Fields) -> Fields:
        """The fields with rows above by their short names, in the order of those: their ids are made anew each time."""
        shown = dict(fields)
        for name, value in fields.items():
            if isinstance(value, list) and isinstance(self._kind.field(name).form, Ref):
                shown[name] = list[Value](sorted(self._called.get(str(part), str(part)) for part in value))
        return shown


def _contents(writing: Writing, kind: Kind, party: PartyId) -> Iterator[tuple[str, EntryId]]:
    """What the entries of a kind in one book say, each with its id; those without a body say nothing that can be compared."""
    computed = {field.name for field in kind.fields if field.computed}
    for entry in writing.entries_of_kind(kind.name):
        act = writing.act(entry.id) if entry.book == party else None
        if act is None or act.body is None or entry.envelope is None:
            continue
        named: Fields = {}
        for ref in entry.envelope.refs:
            cast(list[Value], named.setdefault(ref.role, [])).append(ref.id)
        bind = {name: value for name, value in (entry.envelope.bind or {}).items() if name != "proofs"}
        whole = {**act.body, **named, **bind}
        yield hash_of({name: value for name, value in whole.items() if name not in computed}), entry.id
