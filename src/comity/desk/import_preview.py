"""A preview as a page shows it: what becomes of the rows, the first of each sort, never more than a page bears."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comity.desk.asking import Ask
from comity.kinds import kind_of
from comity.procedures.import_table import Report
from comity.procedures.table_rest import fault_of
from comity.record.canonical import Fields, Value
from comity.record.field import Field, Ref

# How many rows of one sort are shown, and how many characters of them together.
ROWS, CHARACTERS = 40, 8_000
LONGEST = 200

_ID = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Fact:
    """One field of a row. `rows` are short names of rows above, which have no page yet."""

    label: str
    field: Field
    value: Value
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoodRow:
    """A row that would be entered."""

    number: int
    short: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A row that says what stands here already, as `entry`, or what row `again` says."""

    number: int
    entry: str
    again: int


@dataclass(frozen=True, slots=True)
class WrongRow:
    """A row with what is wrong with it: column, code and sentence of each fault."""

    number: int
    faults: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """The counts of a report and the rows shown of it."""

    counts: dict[str, int]
    good: tuple[GoodRow, ...]
    known: tuple[KnownRow, ...]
    wrong: tuple[WrongRow, ...]


def preview_of(ask: Ask, report: Report) -> Preview:
    """What a page shows of a report; the names of what the rows speak of are read at once."""
    counts = {state: len(report.of(state)) for state in ("new", "there", "again", "wrong")}
    good = tuple(_fitting(_good(ask, report)))
    known = tuple(KnownRow(row.number, row.entry, row.again) for row in report.rows if row.state in ("there", "again"))[:ROWS]
    ids = [str(part) for row in good for fact in row.facts if isinstance(fact.field.form, Ref) for part in _rows(fact.value)]
    ask.names.learn([*ids, *(row.entry for row in known)])
    return Preview(counts, good, known, tuple(_wrong(ask, report)))


def _good(ask: Ask, report: Report) -> Iterator[GoodRow]:
    kind = kind_of(report.kind)
    for row in report.of("new")[:ROWS]:
        yield GoodRow(row.number, row.short, tuple(_facts(row.fields or {}, kind.fields, ask.lang)))


def _facts(fields: Fields, declared: tuple[Field, ...], lang: str) -> Iterator[Fact]:
    for field in declared:
        if field.name not in fields:
            continue
        value, label = _cut(fields[field.name]), field.labels.in_language(lang)
        if isinstance(field.form, Ref):
            named = [str(part) for part in _rows(value)]
            ids = list[Value](part for part in named if _ID.fullmatch(part))
            yield Fact(label, field, ids, tuple(part for part in named if not _ID.fullmatch(part)))
        else:
            yield Fact(label, field, value)


def _wrong(ask: Ask, report: Report) -> Iterator[WrongRow]:
    left = CHARACTERS
    for row in report.of("wrong")[:ROWS]:
        found = WrongRow(row.number, tuple(fault_of(fault, report.kind, ask.lang) for fault in row.faults))
        left -= sum(len(part) for fault in found.faults for part in fault.values())
        if left < 0:
            return
        yield found


def _fitting(rows: Iterator[GoodRow]) -> Iterator[GoodRow]:
    """The first row, and as many after it as are short enough together."""
    left = CHARACTERS
    for row in rows:
        left -= sum(len(str(fact.value)) for fact in row.facts)
        yield row
        if left < 0:
            return


def _cut(value: Value) -> Value:
    """The value with long texts cut, as they are only looked over."""
    if isinstance(value, str):
        return value if len(value) <= LONGEST else value[:LONGEST] + "…"
    if isinstance(value, list):
        return [_cut(part) for part in value]
    return {name: _cut(part) for name, part in value.items()} if isinstance(value, dict) else value


def _rows(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [value]
