"""Checks a book that came as files: the note, every entry and tile, every body, and what the entries say.

Nothing in the files is trusted but what the key signed. A flipped byte anywhere is found.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from comity.kinds.folding import judge
from comity.record import canonical
from comity.record.act import Digest, EntryId, PartyId, body_digest, decode_body, encode_body
from comity.record.agreement import Agreements, consent_digest
from comity.record.book import TILE, root_of, tile_hashes, tile_path, tiles_of, unpack_entries
from comity.record.checkpoint import Checkpoint, open_checkpoint
from comity.record.errors import BadNote, BadTile, BookDoesNotHold, FileMissing, NotUtf8, RecordError
from comity.record.finding import Finding, sorted_findings
from comity.record.note import VerifierKey
from comity.record.shelf import Entry, Shelf, book_findings, fill_shelf, place_entry
from comity.record.state import Act, BodyState


@dataclass(frozen=True, slots=True)
class CheckedBook:
    """A book that holds: its head, what was found in it, and the digests over it alone."""

    party: PartyId
    head: Checkpoint
    bodies: int
    consent_digest: str
    findings: tuple[Finding, ...]
    shelf: Shelf


def check_book(folder: Path, vkey: VerifierKey) -> CheckedBook:
    """Checks the exported book in `folder` with the key of its party.

    Bodies that are not there are passed over: they may have been erased or not be for this reader.
    Raises: BadNote, BadSignature, BadCheckpoint, BadTile, BookDoesNotHold, FileMissing, NotUtf8.
    """
    head = _head(folder, vkey)
    raws = list(_entries(folder, head.size))
    entries = [place_entry(PartyId(EntryId("")), index, raw) for index, raw in enumerate(raws)]
    hashes = [bytes.fromhex(entry.id) for entry in entries]
    _check_tiles(folder, hashes)
    if root_of(hashes) != head.root:
        raise BookDoesNotHold(problem="its entries lead to another root than the one signed")
    party = PartyId(entries[0].id) if entries else PartyId(EntryId(""))
    placed = [replace(entry, book=party) for entry in entries]
    shelf = fill_shelf(placed, [(party, head.size)])
    agreements = Agreements(shelf)
    bodies, found = _bodies(folder, placed)
    if placed:
        found += [*book_findings(shelf.book_of(party)), *agreements.authority(party).findings]
    return CheckedBook(party, head, bodies, consent_digest(agreements), sorted_findings(found), shelf)


def _head(folder: Path, vkey: VerifierKey) -> Checkpoint:
    signed = _text(folder / "checkpoint")
    head = open_checkpoint(signed, [vkey], origin=vkey.name)
    for line in signed.rpartition("\n\n")[2].splitlines():
        encoded = line.rpartition(" ")[2]
        if base64.b64encode(base64.b64decode(encoded)).decode() != encoded:
            raise BadNote(problem="a signature is spelled in another way than it was made")
    beside = folder / "vkey"
    if beside.exists() and _bytes(beside) != f"{vkey}\n".encode():
        raise BookDoesNotHold(problem="the key that lies beside it is not the one it was to be checked with")
    return head


def _text(path: Path) -> str:
    try:
        return _bytes(path).decode("utf-8")
    except UnicodeDecodeError as problem:
        raise NotUtf8(position=problem.start) from problem


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise FileMissing(path=str(path)) from problem


def _entries(folder: Path, size: int) -> Iterator[bytes]:
    for number in range(-(-size // TILE)):
        width = min(TILE, size - number * TILE)
        path = tile_path("entries", number, width)
        yield from unpack_entries(_bytes(folder / path), path=path, width=width)


def _check_tiles(folder: Path, hashes: list[bytes]) -> None:
    for level, number, width in tiles_of(len(hashes)):
        path = tile_path(level, number, width)
        rows = tile_hashes(level, number, width, lambda start, end: hashes[start:end])
        if _bytes(folder / path) != b"".join(rows):
            raise BadTile(path=path, problem="its hashes are not those of the entries")


def _bodies(folder: Path, entries: list[Entry]) -> tuple[int, list[Finding]]:
    """How many bodies came along, each the one its entry was made with, and what their fields give to find."""
    count = 0
    found: list[Finding] = []
    for entry in entries:
        kept = open_body(folder, entry.envelope.body) if entry.envelope else None
        if kept is not None:
            found += judge(Act(entry, decode_body(kept[1]), BodyState.HELD))[1]
            count += 1
    return count, found


def open_body(folder: Path, digest: Digest) -> tuple[bytes, bytes] | None:
    """Salt and body in an exported book, or None where it did not come along.

    Raises: BookDoesNotHold where it is not the one with this digest, spelled in the one way.
    """
    path = folder / "body" / digest
    if not path.exists():
        return None
    try:
        kept = canonical.decode(_bytes(path))
        body, salt = (kept.get("body"), kept.get("salt")) if isinstance(kept, dict) else (None, None)
        if isinstance(body, dict) and isinstance(salt, str) and kept == {"body": body, "salt": bytes.fromhex(salt).hex()}:
            raw = encode_body(body)
            if body_digest(bytes.fromhex(salt), raw) == digest:
                return bytes.fromhex(salt), raw
    except (RecordError, ValueError) as problem:
        raise BookDoesNotHold(problem=f"body/{digest[:12]} cannot be read") from problem
    raise BookDoesNotHold(problem=f"body/{digest[:12]} is not the one its entry was made with")
