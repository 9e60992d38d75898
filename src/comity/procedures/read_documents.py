"""Reads documents and keeps what was found as drafts: read by machine, confirmed by nobody, entered nowhere.

A document is kept once, by its digest; reading it again changes nothing.

Source: docs/decisions/0010-the-reader-enters-nothing.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from comity.procedures.clock import Moment
from comity.procedures.draft_keys import keep_all_keys
from comity.reader.bare_names import bare_name
from comity.reader.document import MAX_BYTES, Document, open_document
from comity.reader.gazetteer import Place
from comity.reader.gold import to_gold
from comity.reader.read import READER_VERSION, read
from comity.reader.reading import Reading
from comity.record.act import EntryId
from comity.record.canonical import Fields, Value
from comity.record.errors import DocumentTooLarge, FileMissing
from comity.store.home import Home
from comity.store.reading import DocumentRow, DraftRow
from comity.store.reading import Reading as Kept

# The lists of a reading, by the name of the draft type each record becomes.
DRAFT_LISTS = {
    "parties": "party",
    "meetings": "session",
    "people": "person",
    "clauses": "clause",
    "instruments": "instrument",
    "gates": "gate",
    "next_meetings": "next_session",
    "statements": "statement",
}


@dataclass(frozen=True, slots=True)
class GivenDocument:
    """A document somebody points at: its name, and how to get its bytes (raising FileMissing, DocumentTooLarge)."""

    name: str
    load: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What came of one document: its reading (None if it was known already). `drafts` counts those newly kept."""

    name: str
    reading: Reading | None
    drafts: int
    known: bool


def find_documents(given: Iterable[Path]) -> list[GivenDocument]:
    """The files meant: a folder stands for every file below it, hidden ones left out, by path."""
    found: list[Path] = []
    for path in given:
        inside = sorted(part for part in path.rglob("*") if part.is_file()) if path.is_dir() else [path]
        seen = [part for part in inside if not any(name.startswith(".") for name in part.relative_to(path).parts)]
        found += seen
    return [GivenDocument(_named(path), partial(_load, path)) for path in found]


def _named(path: Path) -> str:
    """The file's name, with a question mark for each byte that is not UTF-8."""
    return path.name.encode("utf-8", "replace").decode()


def _load(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise DocumentTooLarge(name=_named(path), size=size, limit=MAX_BYTES)
        return path.read_bytes()
    except OSError as problem:
        raise FileMissing(path=str(path)) from problem


def read_alone(given: GivenDocument) -> ReadDocument:
    """Reads a document and keeps nothing. Raises: FileMissing and every ReaderError."""
    return ReadDocument(given.name, read(open_document(given.load(), name=given.name)), 0, False)


def read_document(home: Home, given: GivenDocument, *, moment: Moment, again: bool = False) -> ReadDocument:
    """Reads a document and keeps it with its drafts; `again` gives the reading of a known one too.

    Raises: FileMissing, every ReaderError, and what `Home.write` raises.
    """
    raw = given.load()
    document = open_document(raw, name=given.name)
    with home.read() as kept:
        known = kept.document(document.digest)
        places = _places(kept) if known is None or again else ()
    if known is not None:
        return ReadDocument(given.name, read(document, gazetteer=places) if again else None, 0, True)
    found = read(document, gazetteer=places)
    with home.write(entering=False) as writing:
        if writing.document(document.digest) is not None:
            return ReadDocument(given.name, found, 0, True)
        row = _row(document, raw, as_fields(to_gold(found)), moment)
        writing.put_document(row)
        drafts = list(_new_drafts(row.reading, document.digest))
        writing.add_drafts(drafts)
        keep_all_keys(writing)
    return ReadDocument(given.name, found, len(drafts), False)


def as_fields(value: object) -> Fields:
    """A reading as canonical values: what is unknown (None) is left out, fractions become whole percent."""
    cleaned = _clean(value)
    return cleaned if isinstance(cleaned, dict) else {}


def _clean(value: object) -> Value | None:
    if isinstance(value, dict):
        parts = {str(key): _clean(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part is not None}
    if isinstance(value, list | tuple):
        return [part for part in map(_clean, value) if part is not None]
    if isinstance(value, float):
        return round(value * 100)
    return value if isinstance(value, str | int) else None


def _row(document: Document, raw: bytes, found: Fields, moment: Moment) -> DocumentRow:
    doc = found.get("doc")
    return DocumentRow(
        digest=document.digest,
        name=document.name,
        media=document.media,
        lang=str(doc.get("lang", "")) if isinstance(doc, dict) else "",
        raw=raw,
        original=document.original,
        reading=found | {"reader": READER_VERSION},
        read_at=moment.at,
        entry="",
    )


def _new_drafts(found: Fields, digest: str) -> Iterator[DraftRow]:
    for name, draft_type in DRAFT_LISTS.items():
        records = found.get(name)
        for record in records if isinstance(records, list) else []:
            if isinstance(record, dict) and record.get("evidence"):
                yield _draft(draft_type, record, digest)


def _draft(draft_type: str, record: Fields, digest: str) -> DraftRow:
    evidence = record.get("evidence")
    confidence = record.get("confidence")
    return DraftRow(
        number=0,
        source=digest,
        type=draft_type,
        value={key: part for key, part in record.items() if key not in ("evidence", "rule", "confidence")},
        evidence=evidence if isinstance(evidence, list) else [],
        rule=str(record.get("rule", "")),
        confidence=confidence if isinstance(confidence, int) else 0,
        state="open",
        corrected=False,
        entry="",
    )


def _places(kept: Kept) -> tuple[Place, ...]:
    """The parties this home knows, so that the reader finds them by the names they bear here."""
    found = []
    for kind in ("charter", "party"):
        for row in kept.things(kind):
            place = _place(row, kept)
            if place is not None:
                found.append(place)
    return tuple(found)


def _place(row: Fields, kept: Kept) -> Place | None:
    fields = row.get("fields")
    name = fields.get("name") if isinstance(fields, dict) else None
    if not isinstance(fields, dict) or not isinstance(name, list):
        return None
    names = {str(part["lang"]): str(part["text"]).replace(",", " ") for part in name if isinstance(part, dict)}
    other = fields.get("reading_of_name")
    readings = [str(word) for word in other] if isinstance(other, list) else []
    names["other"] = ", ".join(dict.fromkeys([*readings, *map(bare_name, names.values())]))
    code = str(fields.get("iso") or kept.short_name_of(EntryId(str(row["id"]))) or row["id"])
    return Place(code, names, code.split("-")[0] if fields.get("iso") else "")
