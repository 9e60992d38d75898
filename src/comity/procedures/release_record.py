"""Writes a citable release of the public record: tables that stay as they are, with all that is needed to read and check them.

    KIND.csv                   one table for each kind of which something is public
    titles.csv                 what each thing is called, by its id
    things.jsonl               the same things whole, one a line
    codebook.csv, .LANG.md     every column, its type, meaning and values
    books/PARTY/checkpoint     the signed head of each book, and beside it its vkey
    README.md, release.json    what it is, how to cite it, for people and for programs
    SHA256SUMS                 the digest of every file above

- The version is the day of the last public entry of the home's own books and the beginning of the digest over the tables,
  codebook and books. The same record gives the same bytes; no clock is read and no digest of the whole state goes out.
- A release is a folder of that name and is never written over: the same again is left as it is, anything else refused.

Source: docs/howto/cite-a-release.md.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from comity.kinds import every_kind
from comity.paper.codebook import TITLES, codebook_table, codebook_text
from comity.paper.release_text import ReleaseNotes, citation, release_page
from comity.paper.table import table_bytes
from comity.procedures.public_record import PublicRecord, public_record
from comity.procedures.release_rows import kind_tables
from comity.record import canonical
from comity.record.canonical import Fields, Value
from comity.record.errors import FileThere, NothingPublic
from comity.record.language import LANGUAGES
from comity.store.disk import plain_refusals, sync_folder
from comity.store.home import Home
from comity.store.reading import BookRow

FORMAT = "comity.release/v1"
DIGITS = 12
Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Release:
    """A release as written: its folder, its version and what `release.json` says."""

    folder: Path
    version: str
    told: Fields


def release_record(home: Home, to: Path) -> Release:
    """Writes the release below `to` and returns it; one that is there with the same bytes is left alone.

    Raises: NothingPublic, FileThere, DiskFull, DiskReadOnly, DiskFailed.
    """
    with home.read() as reading:
        record, books = public_record(reading), sorted(reading.books(), key=lambda book: book.party)
    if not record.things:
        raise NothingPublic(path=str(home.path))
    version, files, told = _made(record, books)
    folder = to / version
    _place(folder, files)
    return Release(folder, version, told)


def _made(record: PublicRecord, books: list[BookRow]) -> tuple[str, Files, Fields]:
    """The version, every file by its path, and what `release.json` says."""
    tables = kind_tables(record)
    files = {f"{kind}.csv": table_bytes(rows) for kind, rows in tables.items()}
    files["things.jsonl"] = b"".join(canonical.encode(thing) + b"\n" for thing in record.things)
    kinds = [every_kind()[name] for name in tables if name != TITLES]
    files["codebook.csv"] = table_bytes(codebook_table(kinds))
    files |= {f"codebook.{lang}.md": codebook_text(kinds, lang).encode() for lang in LANGUAGES}
    for book in books:
        files[f"books/{book.party}/checkpoint"] = book.checkpoint.encode()
        files[f"books/{book.party}/vkey"] = f"{book.vkey}\n".encode()
    last_on = _last_day(record, books)
    version = f"{last_on}-{hashlib.sha256(_digests(files)).hexdigest()[:DIGITS]}"
    things, statements = len(record.things), len(record.statements)
    notes = ReleaseNotes(_names(record, books), version, last_on, things, statements, [book.party for book in books])
    told = _told(notes, books, {kind: len(rows) - 1 for kind, rows in tables.items()}, files)
    files["README.md"] = release_page(notes).encode()
    files["release.json"] = (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
    return version, files | {"SHA256SUMS": _digests(files)}, told


def _told(notes: ReleaseNotes, books: list[BookRow], rows: Mapping[str, int], files: Files) -> Fields:
    heads: list[Value] = [
        {"party": book.party, "origin": book.origin, "vkey": book.vkey, "size": book.size, "root": book.root} for book in books
    ]
    listed: list[Value] = [
        {"path": path, "size": len(files[path]), "sha256": hashlib.sha256(files[path]).hexdigest()} for path in sorted(files)
    ]
    return {
        "format": FORMAT,
        "version": notes.version,
        "last_on": notes.last_on,
        "names": dict(notes.names),
        "citation": {lang: citation(notes, lang) for lang in LANGUAGES},
        "things": notes.things,
        "statements": notes.statements,
        "rows": dict(rows),
        "books": heads,
        "files": listed,
    }


def _last_day(record: PublicRecord, books: list[BookRow]) -> str:
    """The UTC day of the last public entry of an own book; of any book where no own one has any."""
    own = {book.party for book in books if book.own}
    said = [*record.things, *record.statements]
    days = [str(each["at"])[:10] for each in said if each["party"] in own] or [str(each["at"])[:10] for each in said]
    return max(days)


def _names(record: PublicRecord, books: list[BookRow]) -> dict[str, str]:
    """Whose record it is, by language: the own parties' public names, their ids where they have none."""
    rows = {str(thing["id"]): thing for thing in record.things}
    parties = [book.party for book in books if book.own] or [book.party for book in books]
    between = {"zh-Hans": "、"}
    return {
        lang: between.get(lang, ", ").join(_name(rows.get(party), lang) or party[:DIGITS] for party in parties)
        for lang in LANGUAGES
    }


def _name(charter: Fields | None, lang: str) -> str:
    fields = charter["fields"] if charter else {}
    parts = fields.get("name") if isinstance(fields, dict) else None
    texts = {str(part["lang"]): str(part["text"]) for part in parts if isinstance(part, dict)} if isinstance(parts, list) else {}
    return " ".join((texts.get(lang) or next(iter(texts.values()), "")).split())


def _digests(files: Files) -> bytes:
    """The digests of files as `sha256sum` writes them, by path."""
    return "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)).encode()


def _place(folder: Path, files: Files) -> None:
    """Writes all files as a new folder, whole or not at all. Raises: FileThere where something else is there."""
    if folder.exists() or folder.is_symlink():
        if _held(folder) != files:
            raise FileThere(path=str(folder))
        return
    half = folder.with_name(f".{folder.name}.new")
    with plain_refusals(folder.parent):
        shutil.rmtree(half, ignore_errors=True)
        for path, content in files.items():
            (half / path).parent.mkdir(parents=True, exist_ok=True)
            (half / path).write_bytes(content)
        half.replace(folder)
        sync_folder(folder.parent)


def _held(folder: Path) -> Files:
    if not folder.is_dir():
        return {}
    with plain_refusals(folder):
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
