"""The lines of fields.tsv, and what the reader finds in a text in their spelling."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from comity.reader.read import read
from comity.reader.reading import Detail, Reading

from .reports_here import PLACES, opened

FILE = Path(__file__).parent / "fields.tsv"
COLUMNS = ("lang", "field", "published", "text", "wanted")
NOTHING = "-"
_BETWEEN, _WITHIN = " | ", " + "
TOLD = {
    "figures": "figure",
    "letters": "letter",
    "stand_ins": "stand_in",
    "post_changes": "post_change",
    "obstacles": "obstacle",
    "announcements": "announcement",
}


@dataclass(frozen=True)
class FieldCase:
    """One line: its number in the file, and its cells."""

    number: int
    lang: str
    field: str
    published: str
    text: str
    wanted: str

    def reading(self) -> Reading:
        """What the reader makes of the text."""
        return read(opened(self.text), gazetteer=PLACES, published=self.published or None)

    def found(self) -> str:
        """What it finds of the field, as the file writes it."""
        return in_spelling(self.reading(), self.field)


def in_spelling(reading: Reading, field: str) -> str:
    """A field of a reading as fields.tsv writes it."""
    if field in TOLD:
        return _BETWEEN.join(_record(one.value, one.details) for one in reading.told if one.type == TOLD[field]) or NOTHING
    if field == "sessions":
        return _BETWEEN.join(_record(one.mechanism, one.details) for one in reading.sessions) or NOTHING
    if field == "instruments":
        return _BETWEEN.join(_record(one.type, one.details) for one in reading.instruments) or NOTHING
    if field == "gates":
        return _BETWEEN.join(_record("/".join(one.names) or "gates", one.details) for one in reading.gates) or NOTHING
    return _BETWEEN.join(_values(one.details, field) for one in reading.clauses) or NOTHING


def _values(details: Iterable[Detail], name: str) -> str:
    return _WITHIN.join(one.value for one in details if one.name == name) or NOTHING


def _record(value: str, details: Iterable[Detail]) -> str:
    return " ".join([value, *(f"{one.name}={one.code or one.value}" if one.name in _CODED else _shown(one) for one in details)])


_CODED = {"part_of", "beside", "scope", "linked", "from", "to", "raised_by"}


def _shown(one: Detail) -> str:
    return f"{one.name}={one.code}:{one.value}" if one.name == "side" else f"{one.name}={one.value}"


def cases() -> list[FieldCase]:
    """Every line but comments and the heading."""
    rows = [(number, line.split("\t")) for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), start=1)]
    return [FieldCase(number, *cells) for number, cells in rows if len(cells) == len(COLUMNS) and tuple(cells) != COLUMNS]
