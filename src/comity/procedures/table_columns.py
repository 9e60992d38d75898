"""What each column of a table means for one kind, and which kinds are entered from tables.

A heading is the name of a field, as `comity act` takes it: `due_on`, `title.vi`; or what the field is called in any of
the three languages, with or without the language: `Nội dung.vi`, `内容`. Beside the fields stand `id`, a short name, and
`label` and `audience` of the entry. A column whose heading begins with # is a remark and not read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from comity.kinds import every_kind, kind_of
from comity.record.errors import ColumnTwice, NoHeadings, NotFromATable, UnknownColumn
from comity.record.field import Evidence, Field, Record, Wording
from comity.record.kind import Kind
from comity.record.language import LANGUAGES, TAG, Labels

# Made by reading, or undoing, or changing what another entry says: deeds of their own.
NOT_FROM_TABLES = frozenset({"reading", "merge", "erasure", "correction"})
MADE = frozenset({("text", "parties")})
# Of the entry itself, not of the kind.
SHORT, OF_ENTRY = "id", ("id", "label", "audience")
REMARK = "#"


@dataclass(frozen=True, slots=True)
class Column:
    """What the cells at `place` are: a field by name, with the language of a wording or ""; or one of `OF_ENTRY`."""

    place: int
    heading: str
    field: str
    lang: str = ""

    @property
    def word(self) -> str:
        """The field as `comity act` names it."""
        return f"{self.field}.{self.lang}" if self.lang else self.field


def kinds_of_tables() -> list[Kind]:
    """The kinds that can be entered from a table, in the order people see them."""
    return [kind for kind in every_kind().values() if not kind.signed and kind.name not in NOT_FROM_TABLES]


def kind_of_table(name: str) -> Kind:
    """The kind called `name`. Raises: UnknownKind, NotFromATable."""
    kind = kind_of(name)
    if kind not in kinds_of_tables():
        raise NotFromATable(kind=name)
    return kind


def fields_of_tables(kind: Kind) -> list[Field]:
    """The fields of the kind that a cell can hold."""
    return [field for field in kind.fields if not field.computed and not isinstance(field.form, Evidence | Record)]


def is_needed(kind: Kind, field: Field) -> bool:
    """Whether a row without it is wrong; what is made from other fields where nobody gives it is not needed."""
    return field.required and not field.computed and (kind.name, field.name) not in MADE


def headings_of(kind: Kind) -> list[str]:
    """Every heading a table of this kind can have, by the names of the fields."""
    found = [SHORT] if kind.opens else []
    for field in fields_of_tables(kind):
        found += [f"{field.name}.{lang}" for lang in LANGUAGES] if isinstance(field.form, Wording) else [field.name]
    return [*found, *(name for name in OF_ENTRY if name != SHORT)]


def columns_of(kind: Kind, headings: Iterable[str]) -> list[Column]:
    """What each column means; remarks and blank headings are left out.

    Raises: UnknownColumn, ColumnTwice; NoHeadings where nothing is left.
    """
    found: dict[str, Column] = {}
    for place, heading in enumerate(headings):
        if not heading or heading.startswith(REMARK):
            continue
        column = _column(kind, place, heading)
        if column is None:
            raise UnknownColumn(column=heading[:60], kind=kind.name, headings=", ".join(headings_of(kind)))
        if column.word in found:
            raise ColumnTwice(first=found[column.word].heading[:60], second=heading[:60])
        found[column.word] = column
    if not found:
        raise NoHeadings(name=kind.name)
    return list(found.values())


def _column(kind: Kind, place: int, heading: str) -> Column | None:
    head, _, lang = heading.rpartition(".")
    if head and TAG.fullmatch(lang):
        field = _field(kind, head)
        return Column(place, heading, field[0].name, lang) if field and isinstance(field[0].form, Wording) else None
    if _folded(heading) in OF_ENTRY and (kind.opens or _folded(heading) != SHORT):
        return Column(place, heading, _folded(heading))
    field = _field(kind, heading)
    if field is None:
        return None
    return Column(place, heading, field[0].name, field[1] if isinstance(field[0].form, Wording) else "")


def _field(kind: Kind, called: str) -> tuple[Field, str] | None:
    """The one field called so, by name or by a label, with the language of a label that only one language has."""
    fields = fields_of_tables(kind)
    for field in fields:
        if field.name == called:
            return field, ""
    labelled = [field for field in fields if _langs(field.labels, called)]
    if len(labelled) != 1:
        return None
    langs = _langs(labelled[0].labels, called)
    return labelled[0], langs[0] if len(langs) == 1 else ""


def _langs(labels: Labels, called: str) -> list[str]:
    return [lang for lang in LANGUAGES if _folded(labels.in_language(lang)) == _folded(called)]


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
