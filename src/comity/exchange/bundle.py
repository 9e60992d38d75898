"""A bundle: some entries of some books in one small file, each with its place in its book proved, for a node that knows neither.

    {"about": [ids], "books": [{"checkpoint", "party"}], "entries": [{"body"?, "book", "envelope", "index", "proof", "salt"?}],
     "form": "comity.bundle/v1"}

in canonical JSON.
- `about` are the ids of the entries it is sent for, in the order they are read; the others are what these rest on.
- Each book is there with its charter (the entry at index 0), which names the book's key: what the key signed is the checkpoint,
  and each proof leads from an entry to the root in it. Nothing else is believed.
- `envelope` is the entry's very text, so that its bytes are kept; `proof` the hashes in base64, leaf side first.
- `body` and `salt` come together, or not at all: a body may not be for the reader, or be erased.
- Whoever opens a bundle learns that a book holds these entries. That the book is that of the party it names is for people to
  compare: by the code of its charter, over another way than the one the bundle came.

Source: c2sp.org/tlog-checkpoint, c2sp.org/tlog-proof; docs/format.md section 14.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from comity.record import canonical
from comity.record.act import EntryId, PartyId, body_digest, decode_body, encode_body, leaf_hash
from comity.record.canonical import Fields, Value
from comity.record.checkpoint import Checkpoint, open_checkpoint
from comity.record.errors import BundleDoesNotHold, RecordError
from comity.record.note import VerifierKey
from comity.record.proof import check_inclusion
from comity.record.shelf import Entry, place_entry

FORM = "comity.bundle/v1"
LARGEST = 16_000_000
MOST_ENTRIES = 2_000
_KEYS = {"about", "books", "entries", "form"}
_ENTRY_KEYS = {"book", "envelope", "index", "proof"}


@dataclass(frozen=True, slots=True)
class Packed:
    """An entry as it travels: `kept` is salt and body, None where it goes without; `proof` over the book's checkpoint."""

    entry: Entry
    proof: tuple[bytes, ...]
    kept: tuple[bytes, bytes] | None


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that holds. `heads` by book; `packed` in the order of books and entries."""

    about: tuple[EntryId, ...]
    heads: Mapping[PartyId, Checkpoint]
    packed: tuple[Packed, ...]

    def called(self, entry_id: str) -> Packed | None:
        """The entry with this id, where it came along."""
        return next((each for each in self.packed if each.entry.id == entry_id), None)


def pack(about: Sequence[EntryId], checkpoints: Mapping[PartyId, str], packed: Iterable[Packed]) -> bytes:
    """The file; `open_bundle` reads it. Each book of `packed` needs its charter among them and its signed checkpoint."""
    by_place = sorted(packed, key=lambda each: (each.entry.book, each.entry.index))
    books: list[Value] = [{"party": party, "checkpoint": checkpoints[party]} for party in sorted(checkpoints)]
    value: Fields = {"form": FORM, "about": list(about), "books": books, "entries": [_as_value(each) for each in by_place]}
    return canonical.encode(value)


def open_bundle(raw: bytes) -> Bundle:
    """The bundle in a file, everything in it checked against the checkpoints its charters' keys signed.

    Raises: BundleDoesNotHold.
    """
    if len(raw) > LARGEST:
        raise BundleDoesNotHold(problem=f"{len(raw)} bytes")
    try:
        value = canonical.decode(raw)
        if not isinstance(value, dict) or value.keys() != _KEYS or value["form"] != FORM:
            raise BundleDoesNotHold(problem="it is of another form")
        packed = tuple(_packed(each) for each in _rows(value, "entries"))
        charters = {each.entry.book: each.entry for each in packed if each.entry.index == 0}
        heads = {_id(row, "party"): _head(row, charters) for row in _rows(value, "books")}
        for each in packed:
            _check(each, heads)
    except BundleDoesNotHold:
        raise
    except (RecordError, KeyError, TypeError, ValueError) as problem:
        raise BundleDoesNotHold(
            problem=str(problem) if isinstance(problem, RecordError) else "it is of another form"
        ) from problem
    about = value["about"]
    held = {each.entry.id for each in packed}
    if not isinstance(about, list) or not about or not held.issuperset(map(str, about)) or len(held) != len(packed):
        raise BundleDoesNotHold(problem="it does not hold what it is about, or holds an entry twice")
    return Bundle(tuple(EntryId(str(each)) for each in about), heads, packed)


def _as_value(packed: Packed) -> Value:
    entry = packed.entry
    proof: list[Value] = [base64.b64encode(step).decode() for step in packed.proof]
    value: Fields = {"book": entry.book, "index": entry.index, "envelope": entry.raw.decode(), "proof": proof}
    if packed.kept is not None:
        value |= {"salt": packed.kept[0].hex(), "body": decode_body(packed.kept[1])}
    return value


def _packed(row: Fields) -> Packed:
    if row.keys() not in (_ENTRY_KEYS, _ENTRY_KEYS | {"body", "salt"}):
        raise BundleDoesNotHold(problem="it is of another form")
    index, envelope, proof = row["index"], row["envelope"], row["proof"]
    if not isinstance(envelope, str) or not isinstance(index, int) or isinstance(index, bool) or not isinstance(proof, list):
        raise BundleDoesNotHold(problem="it is of another form")
    entry = place_entry(_id(row, "book"), index, envelope.encode())
    steps = tuple(base64.b64decode(str(step), validate=True) for step in proof)
    if any(len(step) != 32 for step in steps):
        raise BundleDoesNotHold(problem="a hash is not 32 bytes long")
    body, salt = row.get("body"), row.get("salt")
    kept = (bytes.fromhex(salt), encode_body(body)) if isinstance(body, dict) and isinstance(salt, str) else None
    if kept is None and "body" in row:
        raise BundleDoesNotHold(problem="it is of another form")
    return Packed(entry, steps, kept)


def _head(row: Fields, charters: Mapping[PartyId, Entry]) -> Checkpoint:
    party, checkpoint = _id(row, "party"), row["checkpoint"]
    charter = charters.get(party)
    if row.keys() != {"party", "checkpoint"} or not isinstance(checkpoint, str) or charter is None or not charter.at_home:
        raise BundleDoesNotHold(problem="a book is there without its charter")
    key = key_of(charter)
    return open_checkpoint(checkpoint, [key], origin=key.name)


def key_of(charter: Entry) -> VerifierKey:
    """The key a charter names for its book. Raises: BundleDoesNotHold where it names none."""
    bind = charter.envelope.bind if charter.envelope else None
    origin, key = (bind.get("origin"), bind.get("book_key")) if bind else (None, None)
    if not isinstance(origin, str) or not isinstance(key, str):
        raise BundleDoesNotHold(problem="a charter names no key of its book")
    try:
        return VerifierKey(origin, bytes.fromhex(key))
    except ValueError as problem:
        raise BundleDoesNotHold(problem="a charter names no key of its book") from problem


def _check(packed: Packed, heads: Mapping[PartyId, Checkpoint]) -> None:
    entry, head = packed.entry, heads.get(packed.entry.book)
    if head is None or not entry.at_home or entry.envelope is None:
        raise BundleDoesNotHold(problem="an entry stands in no book that came along")
    check_inclusion(bytes.fromhex(leaf_hash(entry.raw)), entry.index, head.size, packed.proof, head.root)
    if packed.kept is not None and body_digest(*packed.kept) != entry.envelope.body:
        raise BundleDoesNotHold(problem="a body is not the one its entry was made with")


def _rows(value: Fields, name: str) -> list[Fields]:
    rows = value[name]
    if not isinstance(rows, list) or len(rows) > MOST_ENTRIES or not all(isinstance(row, dict) for row in rows):
        raise BundleDoesNotHold(problem="it is of another form")
    return [row for row in rows if isinstance(row, dict)]


def _id(row: Fields, name: str) -> PartyId:
    value = row[name]
    if not isinstance(value, str) or len(value) != 64 or bytes.fromhex(value).hex() != value:
        raise BundleDoesNotHold(problem="it is of another form")
    return PartyId(EntryId(value))
