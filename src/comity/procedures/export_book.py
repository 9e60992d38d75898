"""Writes a book as plain files that any web server, stick or verifier can carry.

    checkpoint                      the signed head, written last
    vkey                            the key to check it with
    tile/<level>/<n>[.p/<width>]    hash tiles
    tile/entries/<n>[.p/<width>]    entries
    body/<digest>                   bodies that may go to the reader, as {"salt", "body"}

Without a reader named, only public bodies go out; with one, also those it is addressed in. A label never falls: bodies
of an earlier export that may not go out now, or were erased since, are taken away.

Source: c2sp.org/tlog-tiles; docs/format.md section 9.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from comity.record import canonical
from comity.record.act import PartyId, decode_body
from comity.record.book import TILE, pack_entries, tile_hashes, tile_path, tiles_of
from comity.record.errors import DiskFailed, NoBookHere, UnknownParty, UnknownThing
from comity.record.label import may_go_to
from comity.record.shelf import Entry
from comity.store.home import Home
from comity.store.reading import Reading


def export_book(home: Home, party: str, to: Path, *, reader: str | None = None) -> int:
    """Writes the book of `party` below `to` and returns its size; tiles of an earlier export are kept.

    Raises: UnknownParty, NoBookHere, DiskFailed.
    """
    with home.read() as reading:
        owner, handed_to = _party(reading, party), _party(reading, reader) if reader else None
        book = reading.book(owner)
        if book is None:
            raise NoBookHere(party=party)
        try:
            paths = set()
            for path, content in _files(reading, owner, handed_to):
                _write(to / path, content)
                paths.add(path)
            _clear(to / "body", {path.removeprefix("body/") for path in paths})
            _write(to / "vkey", f"{book.vkey}\n".encode())
            _write(to / "checkpoint", book.checkpoint.encode())
        except OSError as problem:
            raise DiskFailed(path=str(to), problem=problem.strerror or str(problem)) from problem
        return book.size


def _party(reading: Reading, name: str) -> PartyId:
    try:
        return PartyId(reading.resolve(name))
    except UnknownThing as problem:
        raise UnknownParty(name=name) from problem


def envelope_files(reading: Reading, owner: PartyId) -> Iterator[tuple[str, bytes]]:
    """The book as (path, content) without any body: tiles and entries, then key and signed head. Raises: NoBookHere."""
    book = reading.book(owner)
    if book is None:
        raise NoBookHere(party=owner)
    yield from _tiles(list(reading.entries(owner)))
    yield "vkey", f"{book.vkey}\n".encode()
    yield "checkpoint", book.checkpoint.encode()


def _files(reading: Reading, owner: PartyId, handed_to: PartyId | None) -> Iterator[tuple[str, bytes]]:
    entries = list(reading.entries(owner))
    yield from _tiles(entries)
    for entry in entries:
        kept, envelope = reading.body(entry.id), entry.envelope
        if kept and envelope and may_go_to(envelope.label, envelope.audience, owner=owner, reader=handed_to):
            salt, body = kept
            yield f"body/{envelope.body}", canonical.encode({"salt": salt.hex(), "body": decode_body(body)})


def _tiles(entries: list[Entry]) -> Iterator[tuple[str, bytes]]:
    hashes = [bytes.fromhex(entry.id) for entry in entries]
    for level, number, width in tiles_of(len(entries)):
        rows = tile_hashes(level, number, width, lambda start, end: hashes[start:end])
        yield tile_path(level, number, width), b"".join(rows)
        if level == 0:
            raws = [entry.raw for entry in entries[number * TILE : number * TILE + width]]
            yield tile_path("entries", number, width), pack_entries(raws)


def _clear(bodies: Path, kept: set[str]) -> None:
    """Takes away bodies that are not among those kept; nothing else that may lie there."""
    for path in bodies.iterdir() if bodies.is_dir() else ():
        if re.fullmatch("[0-9a-f]{64}", path.name) and path.name not in kept:
            path.unlink()


def _write(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all, and only if it is not there with this content."""
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + ".new")
    with half.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
