"""The entry: a frozen envelope and a body that can be taken away.

Envelope (canonical JSON, at most 65,535 bytes), version 1, every key always there but `party` and `bind`:
- `v` 1; `kind`; `party` the charter id of the book it stands in (a charter itself has none);
- `at` when it was entered (UTC, seconds, a day of the calendar) and `zone` the IANA zone of the office that entered it;
- `label` and `audience` (charter ids, ascending): to whom the body may go;
- `refs` typed references to entries, `seen` heads of other books, both ascending;
- `body` the salted digest of the body;
- `bind`, in binding kinds only: what the entry binds to, with `proofs`, the signatures of persons.
The id of an entry is its leaf hash in the book, so nothing in it can change. Names, titles and wording
live in the body: canonical JSON, at most 65,535 bytes, kept beside a salt of 32 random bytes. Erasing
the body and the salt leaves the entry, and every proof over it, as it was.

What a person signs is the whole envelope without its proofs: kind, party, time, references, digests.

Source: docs/format.md sections 2 to 4; docs/decisions/0002 and 0006.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NewType, cast

from comity.record import canonical
from comity.record.canonical import Fields, Value
from comity.record.errors import EmptyEntry, NotCanonical, TooLong
from comity.record.label import Label

EntryId = NewType("EntryId", str)
PartyId = NewType("PartyId", EntryId)  # a party with a book is named by its charter
Digest = NewType("Digest", str)

VERSION = 1
LONGEST = 65_535
DEEPEST = 24  # levels of an envelope or body, so that what is made of several of them stays within the form
SALT_BYTES = 32

_HEX64 = re.compile(r"[0-9a-f]{64}")
_KIND = re.compile(r"[a-z][a-z_]{0,39}")
_AT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z")
_ZONE = re.compile(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}")
_KEYS = {"v", "kind", "party", "at", "zone", "label", "audience", "refs", "seen", "body", "bind"}


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A typed reference: `role` says as what, `id` names the entry."""

    role: str
    id: EntryId


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """The head of another book when this entry was made."""

    book: PartyId
    size: int
    root: Digest


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope as values; see the module for each key. `party` is "" in a charter."""

    kind: str
    party: PartyId
    at: str
    zone: str
    label: Label
    audience: tuple[PartyId, ...]
    refs: tuple[Ref, ...]
    seen: tuple[Seen, ...]
    body: Digest
    bind: Fields | None = None

    def referred(self, role: str) -> tuple[EntryId, ...]:
        """The ids referred to as `role`, ascending."""
        return tuple(ref.id for ref in self.refs if ref.role == role)


def leaf_hash(raw: bytes) -> EntryId:
    """The id of the entry with these bytes. Source: RFC 6962 section 2.1."""
    return EntryId(hashlib.sha256(b"\x00" + raw).hexdigest())


def body_digest(salt: bytes, body: bytes) -> Digest:
    """The salted digest of a body: SHA-256 of "comity.body/v1", a line feed, the salt and the body."""
    return Digest(hashlib.sha256(b"comity.body/v1\n" + salt + body).hexdigest())


def text_digest(salt: bytes, wording: list[Value]) -> Digest:
    """The digest that is signed: over the authentic language versions of a text, clause by clause.

    `wording` is the body's `clauses`: a list of clauses, each a list of {lang, standing, text}. Only the
    authentic parts count, in the order of the clauses and, within a clause, by language; what is not of this
    form is passed over.
    """
    authentic: list[Value] = []
    for clause in wording:
        parts = [part for part in clause if isinstance(part, dict)] if isinstance(clause, list) else []
        texts = [(part.get("lang"), part.get("text")) for part in parts if part.get("standing") == "authentic"]
        told = [(lang, text) for lang, text in texts if isinstance(lang, str) and isinstance(text, str)]
        authentic.append([{"lang": lang, "text": text} for lang, text in sorted(told)])
    return Digest(hashlib.sha256(b"comity.text/v1\n" + salt + canonical.encode(authentic)).hexdigest())


def encode_envelope(envelope: Envelope) -> bytes:
    """The bytes of an envelope; the inverse of `parse_envelope`.

    Raises: TooLong; NotCanonical where a part is not of the form.
    """
    raw = canonical.encode(_as_fields(envelope))
    if parse_envelope(raw) != envelope:
        raise NotCanonical(problem="references, heads or audience are not in ascending order")
    return raw


@lru_cache(maxsize=65_536)
def parse_envelope(raw: bytes) -> Envelope:
    """The envelope with exactly these bytes.

    Raises: EmptyEntry, TooLong, NotUtf8, NotJson, NotCanonical.
    """
    if not raw:
        raise EmptyEntry
    if len(raw) > LONGEST:
        raise TooLong(size=len(raw), limit=LONGEST)
    value = canonical.decode(raw, deepest=DEEPEST)
    if not isinstance(value, dict):
        raise NotCanonical(problem="an envelope is an object")
    extra = value.keys() - _KEYS
    _demand(not extra, f"an envelope has no key {min(extra, default='')}")
    _demand(value.get("v") is not True and value.get("v") == VERSION, "v is not 1")
    party = value.get("party", "")
    _demand("party" not in value or _is_hash(party), "party is not an id")
    bind = value.get("bind")
    _demand("bind" not in value or isinstance(bind, dict), "bind is not an object")
    return Envelope(
        kind=_text(value, "kind", _KIND),
        party=PartyId(EntryId(cast(str, party))),
        at=_at(value),
        zone=_text(value, "zone", _ZONE),
        label=_label(value),
        audience=_audience(value),
        refs=_refs(value),
        seen=_seen(value),
        body=Digest(_text(value, "body", _HEX64)),
        bind=cast("Fields | None", bind),
    )


def signed_bytes(envelope: Envelope) -> bytes:
    """What each of an entry's `proofs` signs: "comity.act/v1", a line feed, the envelope without proofs."""
    fields = _as_fields(envelope)
    if envelope.bind is not None:
        fields["bind"] = {key: part for key, part in envelope.bind.items() if key != "proofs"}
    return b"comity.act/v1\n" + canonical.encode(fields)


def encode_body(body: Fields) -> bytes:
    """The canonical bytes of a body. Raises: NotCanonical, TooLong."""
    raw = canonical.encode(body, deepest=DEEPEST)
    if len(raw) > LONGEST:
        raise TooLong(size=len(raw), limit=LONGEST)
    return raw


def decode_body(raw: bytes) -> Fields:
    """The fields of a body. Raises: TooLong, NotUtf8, NotJson, NotCanonical."""
    if len(raw) > LONGEST:
        raise TooLong(size=len(raw), limit=LONGEST)
    value = canonical.decode(raw, deepest=DEEPEST)
    if not isinstance(value, dict):
        raise NotCanonical(problem="a body is an object")
    return value


def _as_fields(envelope: Envelope) -> Fields:
    fields: Fields = {
        "v": VERSION,
        "kind": envelope.kind,
        "at": envelope.at,
        "zone": envelope.zone,
        "label": envelope.label.value,
        "audience": list(envelope.audience),
        "refs": [{"role": ref.role, "id": ref.id} for ref in envelope.refs],
        "seen": [{"book": head.book, "size": head.size, "root": head.root} for head in envelope.seen],
        "body": envelope.body,
    }
    if envelope.party:
        fields["party"] = envelope.party
    if envelope.bind is not None:
        fields["bind"] = envelope.bind
    return fields


def _demand(holds: bool, problem: str) -> None:
    if not holds:
        raise NotCanonical(problem=problem)


def _is_hash(value: object) -> bool:
    return isinstance(value, str) and _HEX64.fullmatch(value) is not None


def _text(fields: Fields, key: str, form: re.Pattern[str]) -> str:
    value = fields.get(key)
    if not isinstance(value, str) or not form.fullmatch(value):
        raise NotCanonical(problem=f"{key} is not of its form")
    return value


def _at(fields: Fields) -> str:
    at = _text(fields, "at", _AT)
    try:
        date.fromisoformat(at[:10])
    except ValueError as problem:
        raise NotCanonical(problem="at names no day of the calendar") from problem
    return at


def _label(fields: Fields) -> Label:
    value = fields.get("label")
    _demand(isinstance(value, str) and value in set(Label), "label is not one of the four")
    return Label(cast(str, value))


def _rows(fields: Fields, key: str) -> list[Value]:
    value = fields.get(key)
    if not isinstance(value, list):
        raise NotCanonical(problem=f"{key} is not a list")
    return value


def _audience(fields: Fields) -> tuple[PartyId, ...]:
    rows = _rows(fields, "audience")
    _demand(all(map(_is_hash, rows)), "audience holds something that is no party id")
    names = tuple(PartyId(EntryId(cast(str, row))) for row in rows)
    _demand(names == tuple(sorted(set(names))), "audience is not in ascending order")
    return names


def _refs(fields: Fields) -> tuple[Ref, ...]:
    refs = []
    for row in _rows(fields, "refs"):
        _demand(isinstance(row, dict) and row.keys() == {"role", "id"}, "a reference is not of its form")
        role, target = cast(Fields, row)["role"], cast(Fields, row)["id"]
        _demand(
            isinstance(role, str) and _KIND.fullmatch(role) is not None and _is_hash(target), "a reference is not of its form"
        )
        refs.append(Ref(cast(str, role), EntryId(cast(str, target))))
    _demand(refs == sorted(set(refs)), "refs are not in ascending order")
    return tuple(refs)


def _seen(fields: Fields) -> tuple[Seen, ...]:
    heads = []
    for row in _rows(fields, "seen"):
        _demand(isinstance(row, dict) and row.keys() == {"book", "size", "root"}, "a head is not of its form")
        book, size, root = (cast(Fields, row)[key] for key in ("book", "size", "root"))
        whole = isinstance(size, int) and not isinstance(size, bool) and size > 0
        _demand(_is_hash(book) and _is_hash(root) and whole, "a head is not of its form")
        heads.append(Seen(PartyId(EntryId(cast(str, book))), cast(int, size), Digest(cast(str, root))))
    _demand([head.book for head in heads] == sorted({head.book for head in heads}), "seen is not in ascending order")
    return tuple(heads)
