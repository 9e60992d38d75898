"""Where it says so: readings with their exact words, each leading to its place in the highlighted source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from comity.record.act import EntryId
from comity.record.canonical import Fields
from comity.store.reading import Reading


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a source."""

    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A reading or a source named as evidence; `href` leads to the source if it is kept here, else ""."""

    id: str
    quotes: tuple[Quoted, ...]
    lang: str
    href: str


def evidence_of(reading: Reading, ids: Iterable[str]) -> list[Piece]:
    """The evidence named by these ids, in order."""
    return [_piece(reading, thing) for thing in ids]


def _piece(reading: Reading, thing: str) -> Piece:
    row = reading.thing(EntryId(thing))
    fields = cast(Fields, row["fields"]) if row else {}
    quotes = [quote for quote in _rows(fields.get("quotes")) if isinstance(quote, dict)]
    source = _first(fields.get("source")) if quotes else thing
    digest, lang = _document(reading, source)
    place = ",".join(f"{quote.get('start')}-{quote.get('end')}" for quote in quotes)
    href = f"/sources/{digest}" + (f"?at={place}#q-at" if place else "") if digest else ""
    return Piece(thing, tuple(Quoted(str(quote.get("quote", ""))) for quote in quotes), lang, href)


def _document(reading: Reading, source: str) -> tuple[str, str]:
    """The digest of the document behind a source, if it is kept here, and the language it is in."""
    row = reading.thing(EntryId(source)) if source else None
    fields = cast(Fields, row["fields"]) if row else {}
    digest = str(fields.get("digest", ""))
    kept = reading.document(digest) if digest else None
    return (digest if kept else ""), str(fields.get("language", ""))


def _rows(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _first(value: object) -> str:
    rows = _rows(value)
    return str(rows[0]) if rows else ""
