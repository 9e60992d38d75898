"""Reads documents and keeps what was found as drafts: read by machine, confirmed by nobody, entered nowhere.

A document is kept once, by its digest; reading it again changes nothing.

Source: docs/decisions/0010-the-reader-enters-nothing.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from comity.procedures.clock import Moment
from comity.procedures.draft_keys import keep_all_keys
from comity.procedures.known_here import Known, known_here
from comity.procedures.open_file import open_file
from comity.reader.edition import digest_of_reader
from comity.reader.files.document import MAX_BYTES, Document
from comity.reader.files.extract import as_places
from comity.reader.files.published import stated_by_name
from comity.reader.measuring.gold import to_gold
from comity.reader.names.bare_names import bare_name
from comity.reader.names.spellings import spellings_of
from comity.reader.read import READER_VERSION, read
from comity.reader.reading import Reading
from comity.reader.words.gazetteer import Place
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
    "figures": "figure",
    "letters": "letter",
    "stand_ins": "stand_in",
    "post_changes": "post_change",
    "obstacles": "obstacle",
    "announcements": "announcement",
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


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """What reading came to, before anything is kept; `row` lacks the bytes. Any process can make it."""

    row: DocumentRow
    reading: Reading


def work_out(raw: bytes, *, name: str, known: Known, moment: Moment) -> WorkedOut:
    """Reads the bytes of a document and keeps nothing. Raises: every ReaderError."""
    document = open_file(raw, name=name)
    told = known.published or None
    found = read(document, gazetteer=known.places, lexicons=known.lexicons, published=told, by=known.deciders)
    fields = as_fields(to_gold(found)) | {"unit": unit_of(document, known)}
    return WorkedOut(_row(document, b"", fields, moment), found)


def unit_of(document: Document, known: Known) -> str:
    """What a reading rests on, as a digest: the document's bytes, the day it is named by, the reader, and what is known here."""
    places = sorted((place.code, place.country, *sorted(place.every_name())) for place in known.places)
    own = [(line.rule, line.value) for line in known.own]
    named = stated_by_name(document.name)
    day = f"{named.value if named else ''}\n{known.published}"
    told = f"{document.digest}\n{day}\n{digest_of_reader()}\n{places}\n{own}\n{known.is_ranked}"
    return hashlib.sha256(told.encode()).hexdigest()


def read_document(home: Home, given: GivenDocument, *, moment: Moment, again: bool = False) -> ReadDocument:
    """Reads a document and keeps it with its drafts; `again` gives the reading of a known one too.

    Raises: FileMissing, every ReaderError, and what `Home.write` raises.
    """
    raw = given.load()
    if not again and is_read(home, raw):
        return ReadDocument(given.name, None, 0, True)
    return keep(home, work_out(raw, name=given.name, known=known_here(home, places_here(home)), moment=moment), raw)


def is_read(home: Home, raw: bytes) -> bool:
    """Whether this home holds a reading of a document with these bytes."""
    with home.read() as kept:
        return kept.document(hashlib.sha256(raw).hexdigest()) is not None


def places_here(home: Home) -> tuple[Place, ...]:
    """The places this home knows, as the reader takes them."""
    with home.read() as kept:
        return known_places(kept)


def keep(home: Home, done: WorkedOut, raw: bytes) -> ReadDocument:
    """Keeps what reading a document came to; one that is known stays as it is. Raises: what `Home.write` raises."""
    row = replace(done.row, raw=raw)
    with home.write(entering=False) as writing:
        if writing.document(row.digest) is not None:
            return ReadDocument(row.name, done.reading, 0, True)
        writing.put_document(row)
        drafts = list(_new_drafts(row.reading, row.digest))
        writing.add_drafts(drafts)
        keep_all_keys(writing)
    return ReadDocument(row.name, done.reading, len(drafts), False)


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
    places: Fields = {"places": as_places(document.extract)} if document.extract else {}
    return DocumentRow(
        digest=document.digest,
        name=document.name,
        media=document.media,
        lang=str(doc.get("lang", "")) if isinstance(doc, dict) else "",
        raw=raw,
        original=document.original,
        reading=found | {"reader": READER_VERSION} | places,
        read_at=moment.at,
        entry="",
    )


def _new_drafts(found: Fields, digest: str) -> Iterator[DraftRow]:
    for name, draft_type in DRAFT_LISTS.items():
        records = found.get(name)
        for record in records if isinstance(records, list) else []:
            if isinstance(record, dict) and record.get("evidence"):
                yield _draft(draft_type, record, digest)


def clause_drafts(found: Fields, digest: str) -> list[DraftRow]:
    """The clauses of a reading as drafts that are not kept yet."""
    return [row for row in _new_drafts(found, digest) if row.type == "clause"]


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


def known_places(kept: Kept) -> tuple[Place, ...]:
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
    bare = dict.fromkeys([*readings, *map(bare_name, names.values())])
    names["other"] = ", ".join(dict.fromkeys([*bare, *(spelling for each in bare for spelling in spellings_of(each))]))
    code = str(fields.get("iso") or kept.short_name_of(EntryId(str(row["id"]))) or row["id"])
    return Place(code, names, code.split("-")[0] if fields.get("iso") else "")
