"""A bundle: some entries of some books in one small file, each with its place in its book proved, for a node that knows neither.

    {"about": [ids], "books": [{"checkpoint", "party"}], "entries": [{"body"?, "book", "envelope", "index", "proof", "salt"?}],
     "form": "comity.bundle/v1"}

in canonical JSON.
- `about` are the ids of the entries it is sent for, in the order they are read; the others are what these rest on.
- Each book is there with its charter (the entry at index 0), which names the book's key, and with the key changes since. What the
  key signed is the checkpoint, and each proof leads from an entry to the root in it. Nothing else is believed.
- `envelope` is the entry's very text, so that its bytes are kept; `proof` the hashes in base64, leaf side first.
- There is one spelling: what is opened and packed again must be the same bytes.
- `body` and `salt` come together, or not at all: a body may not be for the reader, or be erased.
- Whoever opens a bundle learns that a book holds these entries. That the book is that of the party it names is for people to
  compare: by the code of its charter, over another way than the one the bundle came.

Source: c2sp.org/tlog-checkpoint, c2sp.org/tlog-proof; docs/format.md section 14; docs/decisions/0030-the-letter-is-the-record.md.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from comity.record import canonical
from comity.record.act import Digest, EntryId, PartyId, body_digest, decode_body, encode_body, leaf_hash
from comity.record.authority import read_authority
from comity.record.canonical import Fields, Value
from comity.record.checkpoint import Checkpoint, open_checkpoint
from comity.record.errors import BundleDoesNotHold, RecordError, TooLong
from comity.record.note import VerifierKey
from comity.record.proof import check_inclusion
from comity.record.shelf import Entry, HeldBook, Shelf, place_entry

FORM = "comity.bundle/v1"
LARGEST = 16_000_000
MOST_ENTRIES = 2_000
OTHER_FORM = "it is of another form"
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
    """A bundle that holds. `notes` are the signed checkpoints by book, `heads` what they say; `packed` by book and index."""

    about: tuple[EntryId, ...]
    notes: Mapping[PartyId, str]
    heads: Mapping[PartyId, Checkpoint]
    packed: tuple[Packed, ...]

    def called(self, entry_id: str) -> Packed | None:
        """The entry with this id, where it came along."""
        return next((each for each in self.packed if each.entry.id == entry_id), None)

    def shelf(self) -> Shelf:
        """The entries that came along, as if the books held no others that matter."""
        return Shelf({party: _held(party, head, self.packed) for party, head in self.heads.items()})


def pack(about: Sequence[str], notes: Mapping[PartyId, str], packed: Iterable[Packed]) -> bytes:
    """The file; the inverse of `open_bundle`. `notes` are the signed checkpoints of the books, whose charters must be among
    the entries. Raises: TooLong.
    """
    by_place = sorted(packed, key=lambda each: (each.entry.book, each.entry.index))
    books: list[Value] = [{"party": party, "checkpoint": notes[party]} for party in sorted(notes)]
    value: Fields = {"form": FORM, "about": list(about), "books": books, "entries": [_as_value(each) for each in by_place]}
    raw = canonical.encode(value)
    if len(raw) > LARGEST or len(by_place) > MOST_ENTRIES:
        raise TooLong(size=len(raw), limit=LARGEST)
    return raw


def open_bundle(raw: bytes) -> Bundle:
    """The bundle in a file, everything in it checked against the checkpoints that its books' keys signed.

    Raises: BundleDoesNotHold.
    """
    if len(raw) > LARGEST:
        raise BundleDoesNotHold(problem="it is too large")
    try:
        bundle = _opened(raw)
        if pack(bundle.about, bundle.notes, bundle.packed) != raw:
            raise BundleDoesNotHold(problem="the same content has another spelling")
    except RecordError as problem:
        raise BundleDoesNotHold(problem="an entry, a signature or a proof in it does not hold") from problem
    except (KeyError, TypeError, ValueError) as problem:
        raise BundleDoesNotHold(problem=OTHER_FORM) from problem
    return bundle


def _opened(raw: bytes) -> Bundle:
    value = canonical.decode(raw)
    if not isinstance(value, dict) or value.keys() != _KEYS or value["form"] != FORM:
        raise BundleDoesNotHold(problem=OTHER_FORM)
    packed = tuple(_packed(row) for row in _rows(value, "entries"))
    notes = {_id(row, "party"): _note(row) for row in _rows(value, "books")}
    heads = {party: _head(party, note, packed) for party, note in notes.items()}
    for each in packed:
        _check(each, heads)
    return Bundle(_about(value, packed), notes, heads, packed)


def _as_value(packed: Packed) -> Value:
    entry = packed.entry
    proof: list[Value] = [base64.b64encode(step).decode() for step in packed.proof]
    value: Fields = {"book": entry.book, "index": entry.index, "envelope": entry.raw.decode(), "proof": proof}
    if packed.kept is not None:
        value |= {"salt": packed.kept[0].hex(), "body": decode_body(packed.kept[1])}
    return value


def _packed(row: Fields) -> Packed:
    if row.keys() not in (_ENTRY_KEYS, _ENTRY_KEYS | {"body", "salt"}):
        raise BundleDoesNotHold(problem=OTHER_FORM)
    index, envelope, proof = row["index"], row["envelope"], row["proof"]
    if not isinstance(envelope, str) or not isinstance(index, int) or isinstance(index, bool) or not isinstance(proof, list):
        raise BundleDoesNotHold(problem=OTHER_FORM)
    steps = tuple(base64.b64decode(str(step), validate=True) for step in proof)
    if any(len(step) != 32 for step in steps):
        raise BundleDoesNotHold(problem=OTHER_FORM)
    return Packed(place_entry(_id(row, "book"), index, envelope.encode()), steps, _kept(row))


def _kept(row: Fields) -> tuple[bytes, bytes] | None:
    if "body" not in row:
        return None
    body, salt = row["body"], row["salt"]
    if not isinstance(body, dict) or not isinstance(salt, str):
        raise BundleDoesNotHold(problem=OTHER_FORM)
    return bytes.fromhex(salt), encode_body(body)


def _note(row: Fields) -> str:
    note = row["checkpoint"]
    if row.keys() != {"party", "checkpoint"} or not isinstance(note, str):
        raise BundleDoesNotHold(problem=OTHER_FORM)
    for line in note.rpartition("\n\n")[2].splitlines():
        encoded = line.rpartition(" ")[2]
        if base64.b64encode(base64.b64decode(encoded)).decode() != encoded:
            raise BundleDoesNotHold(problem="the same content has another spelling")
    return note


def _head(party: PartyId, note: str, packed: Sequence[Packed]) -> Checkpoint:
    key = _key_of(party, packed)
    return open_checkpoint(note, [key], origin=key.name)


def _key_of(party: PartyId, packed: Sequence[Packed]) -> VerifierKey:
    """The key of a book: the one its charter names, or the one a signed key change put in its place."""
    charter = next((each.entry for each in packed if each.entry.book == party and each.entry.index == 0), None)
    if charter is None or not charter.at_home or charter.envelope is None:
        raise BundleDoesNotHold(problem="a book is there without its charter")
    last = max(each.entry.index for each in packed if each.entry.book == party)
    authority = read_authority(_held(party, Checkpoint("", last + 1, b""), packed))
    origin, key = (charter.envelope.bind or {}).get("origin"), authority.book_key
    if not isinstance(origin, str) or not key:
        raise BundleDoesNotHold(problem="a charter names no key of its book")
    return VerifierKey(origin, bytes.fromhex(key))


def _held(party: PartyId, head: Checkpoint, packed: Sequence[Packed]) -> HeldBook:
    inside = sorted((each.entry for each in packed if each.entry.book == party), key=lambda entry: entry.index)

    def root_at(size: int) -> Digest | None:
        return Digest(head.root.hex()) if size == head.size else None

    return HeldBook(party, head.size, head.size, None, tuple(inside), root_at)


def _check(packed: Packed, heads: Mapping[PartyId, Checkpoint]) -> None:
    entry, head = packed.entry, heads.get(packed.entry.book)
    if head is None or not entry.at_home or entry.envelope is None:
        raise BundleDoesNotHold(problem="an entry stands in no book that came along")
    check_inclusion(bytes.fromhex(leaf_hash(entry.raw)), entry.index, head.size, packed.proof, head.root)
    if packed.kept is not None and body_digest(*packed.kept) != entry.envelope.body:
        raise BundleDoesNotHold(problem="a body is not the one its entry was made with")


def _about(value: Fields, packed: Sequence[Packed]) -> tuple[EntryId, ...]:
    rows = value["about"]
    about = [EntryId(row) for row in rows if isinstance(row, str)] if isinstance(rows, list) else []
    held = {each.entry.id for each in packed}
    if not about or len(set(about)) != len(about) or not held.issuperset(about) or len(held) != len(packed):
        raise BundleDoesNotHold(problem="it does not hold what it is about, or holds an entry twice")
    return tuple(about)


def _rows(value: Fields, name: str) -> list[Fields]:
    rows = value[name]
    if not isinstance(rows, list) or len(rows) > MOST_ENTRIES or not all(isinstance(row, dict) for row in rows):
        raise BundleDoesNotHold(problem=OTHER_FORM)
    return [row for row in rows if isinstance(row, dict)]


def _id(row: Fields, name: str) -> PartyId:
    value = row[name]
    if not isinstance(value, str) or len(value) != 64 or bytes.fromhex(value).hex() != value:
        raise BundleDoesNotHold(problem=OTHER_FORM)
    return PartyId(EntryId(value))
