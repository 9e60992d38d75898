"""A whole mechanism in memory: parties with keys and officers, their books, and everything that can go wrong.

    world = World()
    north, south = world.party("north"), world.party("south")
    item = north.item([north, south])
    text = north.text(item, [north, south], "Two new gates by 2027.")
    north.sign(text)
    south.sign(text)
    assert world.read(item).in_force == text

Every act goes into the party's own book at once and stays there. What a reader holds is another matter:
`world.shelf(without={...})` keeps entries back, `party.fork(size)` goes on from an older copy of the book
(a restored backup) while the first history stays in readers' hands, `party.steal()` gives the keys of the
node but of no person. Keys, salts and the clock follow from names and counters: two runs give the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from comity.record import note
from comity.record.act import (
    Digest,
    EntryId,
    Envelope,
    PartyId,
    Ref,
    Seen,
    body_digest,
    encode_body,
    encode_envelope,
    leaf_hash,
    signed_bytes,
    text_digest,
)
from comity.record.agreement import Agreement, Agreements
from comity.record.book import pack_entries, root_of, subtree_hash, tile_hashes, tile_path, tiles_of
from comity.record.canonical import Fields, Value
from comity.record.checkpoint import Checkpoint
from comity.record.label import Label
from comity.record.note import VerifierKey
from comity.record.shelf import Entry, Shelf, fill_shelf, place_entry

ALL_POWERS = ("sign", "initial", "withdraw", "authorise")


def key_of(seed: str) -> Ed25519PrivateKey:
    """The private key that belongs to a name."""
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(seed.encode()).digest())


def public_of(key: Ed25519PrivateKey) -> str:
    """The public key in hexadecimal digits."""
    return key.public_key().public_bytes_raw().hex()


def salt_of(seed: str) -> bytes:
    """The salt that belongs to a name."""
    return hashlib.sha256(b"salt " + seed.encode()).digest()


def prove(key: Ed25519PrivateKey, envelope: Envelope) -> Fields:
    """One proof: the signature of a person's key over an envelope without its proofs."""
    return {"way": "ed25519", "key": public_of(key), "sig": key.sign(signed_bytes(envelope)).hex()}


def passkey_proof(key: str = "a5" * 40) -> Fields:
    """A proof in the form this version keeps and does not check."""
    return {"way": "webauthn", "key": key, "authenticator_data": "00" * 37, "client_data": "7b7d", "sig": "30" * 70}


def refs(**named: str | Iterable[str]) -> tuple[Ref, ...]:
    """References by role, ascending."""
    rows = {role: [ids] if isinstance(ids, str) else list(ids) for role, ids in named.items()}
    return tuple(sorted({Ref(role, EntryId(id)) for role, ids in rows.items() for id in ids}))


@dataclass(frozen=True)
class Written:
    """One entry as its party wrote it, with what a reader needs to open its body."""

    raw: bytes
    envelope: Envelope
    salt: bytes
    body: bytes

    @property
    def id(self) -> EntryId:
        return leaf_hash(self.raw)


@dataclass
class Party:
    """One party: its book, its officer, its node and its recovery keys."""

    world: World
    name: str
    officer: Ed25519PrivateKey
    node: Ed25519PrivateKey
    spares: tuple[Ed25519PrivateKey, ...]
    book: list[Written] = field(default_factory=list)
    histories: list[list[Written]] = field(default_factory=list)

    @property
    def id(self) -> PartyId:
        return PartyId(self.book[0].id)

    @property
    def origin(self) -> str:
        return f"{self.name}.example/comity/book"

    @property
    def vkey(self) -> VerifierKey:
        return VerifierKey(self.origin, self.node.public_key().public_bytes_raw())

    def enter(
        self,
        kind: str,
        *,
        refs: tuple[Ref, ...] = (),
        bind: Fields | None = None,
        by: Sequence[Ed25519PrivateKey] | None = None,
        **given: Value,
    ) -> EntryId:
        """Enters one act; with `by` (none given: the officer, for kinds with a binding part) it is signed.

        `given`: at, party, audience, seen, proofs (put in as they are), salt; anything else becomes the body.
        """
        written = self.write(kind, refs=refs, bind=bind, by=by, **given)
        self.book.append(written)
        return written.id

    def write(
        self,
        kind: str,
        *,
        refs: tuple[Ref, ...] = (),
        bind: Fields | None = None,
        by: Sequence[Ed25519PrivateKey] | None = None,
        **given: Value,
    ) -> Written:
        """The entry that `enter` would put into the book."""
        place = f"{self.name} {len(self.histories)} {len(self.book)}"
        salt = given.pop("salt", salt_of(place))
        envelope = Envelope(
            kind=kind,
            party=given.pop("party", self.id if self.book else PartyId(EntryId(""))),
            at=given.pop("at", self.world.now()),
            zone="Asia/Ho_Chi_Minh",
            label=Label(given.pop("label", "green")),
            audience=tuple(sorted(given.pop("audience", ()))),
            refs=refs,
            seen=tuple(given.pop("seen", ())),
            body=Digest(""),
            bind=bind,
        )
        proofs = given.pop("proofs", None)
        body = encode_body({"note": f"entered as {place}", **given})
        envelope = _replace(envelope, body=body_digest(salt, body))
        if bind is not None:
            signers = (self.officer,) if by is None else by
            made = [prove(key, envelope) for key in signers] if proofs is None else proofs
            envelope = _replace(envelope, bind={**bind, **({"proofs": made} if made else {})})
        return Written(encode_envelope(envelope), envelope, salt, body)

    def again(self, written: Written) -> None:
        """Enters the very same bytes once more."""
        self.book.append(written)

    # what parties do

    def item(self, parties: Sequence[Party], **given: Value) -> EntryId:
        return self.enter("item", bind={"parties": sorted(p.id for p in parties)}, by=(), **given)

    def text(
        self,
        item: str,
        parties: Sequence[Party],
        words: str = "As agreed.",
        *,
        over: Sequence[str] = (),
        open_until: str = "2027-12-31",
        **given: Value,
    ) -> EntryId:
        salt = salt_of(f"text {words}")
        clauses: list[Value] = [[{"lang": "en", "standing": "authentic", "text": words}]]
        bind: Fields = {
            "parties": sorted(p.id for p in parties),
            "digest": text_digest(salt, clauses),
            "open_until": open_until,
        }
        return self.enter("text", refs=refs(item=item, supersedes=over), bind=bind, by=(), clauses=clauses, **given)

    def sign(self, text: str, *, kind: str = "signature", **given: Value) -> EntryId:
        """Signs a text that stands in any book of the world."""
        terms = self.world.written(text).envelope
        bind: Fields = {"digest": (terms.bind or {}).get("digest", ""), **given.pop("more", {})}
        return self.enter(kind, refs=refs(item=terms.referred("item"), text=text), bind=bind, **given)

    def authorise(self, key: Ed25519PrivateKey, *, may: Sequence[str] = ("sign",), **given: Value) -> EntryId:
        bind: Fields = {"key": public_of(key), "may": list(may), "from_on": "", "until_on": "", **given.pop("more", {})}
        return self.enter("authorization", bind=bind, **given)

    def change_key(self, what: str, old: str, new: str, **given: Value) -> EntryId:
        return self.enter("key_change", bind={"what": what, "old": old, "new": new}, **given)

    def close(self, successors: Sequence[Party] = (), **given: Value) -> EntryId:
        return self.enter("close", refs=refs(successor=[p.id for p in successors]), bind={}, **given)

    def succeed(self, old: Party, successor: Party, *, role: str, **given: Value) -> EntryId:
        """States that `successor` follows `old`, whose book is taken as it stands now."""
        bind: Fields = {"role": role, "size": len(old.book), "root": old.root(), **given.pop("more", {})}
        return self.enter("succession", refs=refs(old=old.id, successor=successor.id), bind=bind, **given)

    def adopt(self, old: Party, **given: Value) -> EntryId:
        return self.succeed(old, self, role="adopt", **given)

    def acknowledge(self, old: Party, successor: Party, **given: Value) -> EntryId:
        return self.succeed(old, successor, role="acknowledge", **given)

    # what goes wrong

    def fork(self, size: int) -> None:
        """Goes on from the first `size` entries, as a node does whose disk was restored from an old copy."""
        self.histories.append(list(self.book))
        del self.book[size:]

    def steal(self) -> Ed25519PrivateKey:
        """The key a thief of the server has."""
        return self.node

    # the book as others get it

    def entries(self) -> list[Entry]:
        """Every entry of every history, each once."""
        placed = {
            (place, written.id): place_entry(self.id, place, written.raw)
            for history in [*self.histories, self.book]
            for place, written in enumerate(history)
        }
        return [placed[key] for key in sorted(placed)]

    def leaves(self) -> list[bytes]:
        return [bytes.fromhex(written.id) for written in self.book]

    def root(self, size: int | None = None) -> str:
        return root_of(self.leaves()[:size]).hex()

    def head(self, size: int | None = None) -> Checkpoint:
        size = len(self.book) if size is None else size
        return Checkpoint(self.origin, size, bytes.fromhex(self.root(size)))

    def checkpoint(self, size: int | None = None) -> str:
        """The signed checkpoint over the first `size` entries."""
        return note.sign(self.head(size).text, name=self.origin, key=self.node)

    def seen(self, size: int | None = None) -> Seen:
        head = self.head(size)
        return Seen(self.id, head.size, Digest(head.root.hex()))

    def export(self) -> dict[str, bytes]:
        """The files of the book by path: checkpoint, vkey, hash tiles and entry bundles."""
        leaves, raws = self.leaves(), [written.raw for written in self.book]
        files = {"checkpoint": self.checkpoint().encode(), "vkey": f"{self.vkey}\n".encode()}
        for level, number, width in tiles_of(len(leaves)):
            hashes = tile_hashes(level, number, width, lambda start, end: leaves[start:end])
            files[tile_path(level, number, width)] = b"".join(hashes)
            if level == 0:
                bundle = raws[number * 256 : number * 256 + width]
                files[tile_path("entries", number, width)] = pack_entries(bundle)
        return files

    def subtree(self, start: int, end: int) -> bytes:
        return subtree_hash(self.leaves()[start:end])


def _replace(envelope: Envelope, **changes: object) -> Envelope:
    fields = {name: getattr(envelope, name) for name in Envelope.__slots__}
    return Envelope(**(fields | changes))


class World:
    """The parties of a mechanism and the clock they share (the record itself trusts no clock)."""

    def __init__(self, *, day: str = "2026-03-02") -> None:
        self.parties: dict[str, Party] = {}
        self.day = day
        self._seconds = 0

    def now(self) -> str:
        """The instant of the next entry; a second later each time it is asked for."""
        self._seconds += 1
        hours, rest = divmod(self._seconds, 3600)
        return f"{self.day}T{8 + hours % 12:02d}:{rest // 60:02d}:{rest % 60:02d}Z"

    def party(self, name: str, **given: Value) -> Party:
        """A new party; its book begins with its charter."""
        officer, node = key_of(f"{name} officer"), key_of(f"{name} node")
        spares = tuple(key_of(f"{name} recovery {number}") for number in range(3))
        party = Party(self, name, officer, node, spares)
        bind: Fields = {
            "origin": party.origin,
            "book_key": public_of(node),
            "officer_key": public_of(officer),
            "recovery_keys": sorted(map(public_of, spares)),
            "recovery_threshold": 2,
            **given.pop("more", {}),
        }
        party.enter("charter", bind=bind, label="clear", **given)
        self.parties[name] = party
        return party

    def several(self, count: int) -> list[Party]:
        return [self.party(f"party{number}") for number in range(count)]

    def written(self, entry: str) -> Written:
        """The entry with this id, wherever it stands."""
        books = [history for party in self.parties.values() for history in [*party.histories, party.book]]
        return next(written for book in books for written in book if written.id == entry)

    def entries(self) -> list[Entry]:
        return [entry for party in self.parties.values() for entry in party.entries()]

    def heads(self) -> list[tuple[PartyId, int]]:
        return [(party.id, len(party.book)) for party in self.parties.values()]

    def shelf(self, *, without: Collection[tuple[str, int]] = (), heads: bool = True) -> Shelf:
        """What a reader holds from whom entries (by party name and index) are kept back; the heads reach him."""
        names = {party.id: party.name for party in self.parties.values()}
        held = [entry for entry in self.entries() if (names[entry.book], entry.index) not in without]
        return fill_shelf(held, self.heads() if heads else ())

    def read(self, item: str, *, without: Collection[tuple[str, int]] = ()) -> Agreement:
        return Agreements(self.shelf(without=without)).read(EntryId(item))
