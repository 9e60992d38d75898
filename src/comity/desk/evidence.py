"""Where it says so: readings with their exact words, each leading to its place in the highlighted source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from comity.record.canonical import Fields
from comity.store.reading import Reading


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a source."""

    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A reading or a source named as evidence; `href` leads to the source if it is kept here, else "".

    `source` is the source of a reading that quotes nothing and so rests on the address of its source alone, else "".
    """

    id: str
    quotes: tuple[Quoted, ...]
    lang: str
    href: str
    source: str


def evidence_of(reading: Reading, ids: Sequence[str]) -> list[Piece]:
    """The evidence named by these ids, in order."""
    rows = reading.things_called(ids) if ids else {}
    of = {thing: _first(_fields(row).get("source")) for thing, row in rows.items()}
    sources = reading.things_called(source for source in of.values() if source) if any(of.values()) else {}
    return [_piece(reading, thing, _fields(rows.get(thing)), sources.get(of.get(thing, ""))) for thing in ids]


def _piece(reading: Reading, thing: str, fields: Fields, source: Fields | None) -> Piece:
    quotes = [quote for quote in _rows(fields.get("quotes")) if isinstance(quote, dict)]
    described = _fields(source) if source else fields
    digest = str(described.get("digest", ""))
    place = ",".join(f"{quote.get('start')}-{quote.get('end')}" for quote in quotes)
    kept = bool(digest) and reading.document(digest) is not None
    href = f"/sources/{digest}" + (f"?at={place}#q-at" if place else "") if kept else ""
    alone = str(source["id"]) if source and not quotes else ""
    said = tuple(Quoted(str(quote.get("quote", ""))) for quote in quotes)
    return Piece(thing, said, str(described.get("language", "")), href, alone)


def _fields(row: Fields | None) -> Fields:
    return cast(Fields, row["fields"]) if row else {}


def _rows(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _first(value: object) -> str:
    rows = _rows(value)
    return str(rows[0]) if rows else ""
