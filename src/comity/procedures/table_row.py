"""One row of a table as the fields of an act, or what is wrong with it, cell by cell.

A cell means what the same words mean to `comity act`; besides, a list is parted by semicolons, a choice may be written
as people read it, and nothing but an id or a short name stands for another thing: a row describes one act only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comity.procedures.computing import compute_fields
from comity.procedures.entering import Entering
from comity.procedures.given import read_words
from comity.procedures.short_names import check_name
from comity.procedures.table_columns import OF_ENTRY, SHORT, Column, is_needed
from comity.procedures.table_file import Row
from comity.record.act import SALT_BYTES, EntryId, PartyId
from comity.record.canonical import Fields, Value
from comity.record.errors import ComityError, FormulaInCell, MissingField, NameTaken, UnknownThing, WrongThing, WrongValue
from comity.record.field import WITH_BOOK, Choice, Field, Ref, Wording
from comity.record.kind import Kind
from comity.record.label import Label
from comity.record.language import LANGUAGES

BETWEEN = ";"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row, and under which heading; "" where no one cell is at fault."""

    column: str
    problem: ComityError


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row read. `fields` as the record keeps them, ids for names, without what is computed; `reach` label and audience."""

    short: str
    fields: Fields
    reach: Fields
    faults: tuple[Fault, ...]


class RowReader:
    """Reads the rows of one table as acts of one kind in the book of `party`, within one transaction."""

    def __init__(self, entering: Entering, party: PartyId, kind: Kind, columns: Sequence[Column]) -> None:
        self._entering, self._party, self._kind, self._columns = entering, party, kind, columns
        self._headings: dict[str, str] = {}
        for column in columns:
            self._headings.setdefault(column.field, column.heading)

    def read(self, row: Row) -> ReadRow:
        """The fields of the row, each checked by itself and all together."""
        faults = [Fault(c.heading, FormulaInCell()) for c in self._columns if c.place in row.formulas]
        cells = {column: row.cells[column.place] for column in self._columns if row.cells[column.place]}
        short = next((text for column, text in cells.items() if column.field == SHORT), "")
        fields: Fields = {}
        reach: Fields = {}
        at_fault = {column.field for column in self._columns if column.place in row.formulas}
        for name, given in self._given(cells, faults, at_fault):
            try:
                if name == SHORT:
                    check_name(short)
                elif name in OF_ENTRY:
                    reach[name] = self._reach(name, str(given))
                else:
                    fields[name] = self._value(self._kind.field(name), given)
            except ComityError as problem:
                at_fault.add(name)
                faults.append(Fault(self._headings.get(name, ""), problem))
        faults += self._of_all(fields, at_fault)
        return ReadRow(short, fields, reach, tuple(faults))

    def fault(self, problem: ComityError) -> Fault:
        """The fault under the heading of the field it names."""
        return Fault(self._headings.get(str(problem.values.get("field", "")).partition(".")[0], ""), problem)

    def is_free(self, short: str, entry: EntryId | None) -> bool:
        """Whether nothing here is called so yet. Raises: NameTaken where it is another thing than `entry`."""
        try:
            named = self._entering.writing.resolve(short)
        except UnknownThing:
            return True
        if named != entry:
            raise NameTaken(name=short)
        return False

    def _given(self, cells: dict[Column, str], faults: list[Fault], at_fault: set[str]) -> Iterator[tuple[str, Value]]:
        words: dict[str, list[str]] = {}
        for column, text in cells.items():
            several = column.field not in OF_ENTRY and self._is_list(self._kind.field(column.field))
            parts = [part.strip() for part in text.split(BETWEEN)] if several else [text]
            words.setdefault(column.field, []).extend(f"{column.word}={part}" for part in parts if part)
        for name, given in words.items():
            try:
                yield from read_words(given).items()
            except WrongValue as problem:
                at_fault.add(name)
                faults.append(Fault(self._headings[name], problem))

    def _is_list(self, field: Field) -> bool:
        return field.many and not isinstance(field.form, Wording)

    def _reach(self, name: str, text: str) -> Value:
        if name == "label":
            if text not in set(Label):
                raise WrongValue(field=name, value=text[:40], expected="one of " + ", ".join(Label))
            return text
        parts = [part.strip() for part in text.replace(",", BETWEEN).split(BETWEEN) if part.strip()]
        return list[Value](self._thing(part, Ref(WITH_BOOK), field=name) for part in parts)

    def _value(self, field: Field, given: Value) -> Value:
        if isinstance(field.form, Ref):
            rows = given if isinstance(given, list) else [given]
            names = [part.strip() for row in rows for part in str(row).split(",") if part.strip()]
            return list[Value](sorted({self._thing(name, field.form, field=field.name) for name in names}))
        if isinstance(field.form, Choice):
            rows = given if isinstance(given, list) else [given]
            chosen = list[Value](_choice(field.form, str(row)) for row in rows)
            given = chosen if isinstance(given, list) else chosen[0]
        value = field.read(given, lang=self._entering.lang)
        field.check(value)
        return value

    def _thing(self, name: str, form: Ref, *, field: str) -> EntryId:
        if name.startswith("@"):
            raise WrongValue(field=field, value=name[:40], expected=form.expected)
        writing = self._entering.writing
        target = EntryId(self._party) if name == "self" else writing.resolve(name)
        entry = writing.entry(target)
        if not form.takes(entry.envelope.kind if entry and entry.envelope else ""):
            raise WrongThing(field=field, expected=", ".join(form.kinds) or form.expected, name=name[:40])
        return target

    def _of_all(self, fields: Fields, at_fault: set[str]) -> list[Fault]:
        """What only all fields together show; once a cell is wrong, no more than which required ones are missing.

        Where nothing is wrong, `fields` are completed by what is made from them and could have been given.
        """
        if not at_fault:
            try:
                made = compute_fields(self._kind, fields, self._party, salt=bytes(SALT_BYTES), writing=self._entering.writing)
                self._kind.check_fields(fields | made)
                fields |= {name: value for name, value in made.items() if not self._kind.field(name).computed}
                return []
            except ComityError as problem:
                if not isinstance(problem, MissingField):
                    return [self.fault(problem)]
        needed = [field.name for field in self._kind.fields if is_needed(self._kind, field)]
        return [self.fault(MissingField(field=name)) for name in needed if name not in fields and name not in at_fault]


def _choice(form: Choice, text: str) -> str:
    """The word of a closed list, from itself or from what it is called in one of the languages."""
    if text in form.options:
        return text
    folded = text.strip().casefold()
    called = [
        word for word, labels in form.options.items() if folded in {labels.in_language(lang).casefold() for lang in LANGUAGES}
    ]
    return called[0] if len(called) == 1 else text
