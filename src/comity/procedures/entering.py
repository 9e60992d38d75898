"""Entering: how acts become entries within one transaction.

1. What was given is read by the kind's declaration; references are resolved (ids, short names, "self",
   "@kind" for that kind's own example, or an act given in place, which is entered first).
2. What nobody types is computed: digests, the item of a text, the size and root of a book.
3. Fields and references are held against the kind; signed kinds get the proof of an authorised key.
4. When all is entered, each book gets one checkpoint, signed by its own key.

Source: design section 4; docs/format.md sections 2 to 4.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from comity.kinds import kind_of
from comity.procedures.clock import Moment
from comity.procedures.computing import ON_A_TEXT, compute_fields
from comity.procedures.correcting import reach_of_correction, read_changes
from comity.procedures.erasing import demand_erasable, erase
from comity.procedures.keys import book_vkey, choose_officer_key, may_sign, public_hex
from comity.procedures.signing import OnText
from comity.record import note
from comity.record.act import (
    SALT_BYTES,
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
)
from comity.record.agreement import Agreements
from comity.record.authority import Authority
from comity.record.canonical import Fields, Value
from comity.record.checkpoint import Checkpoint
from comity.record.errors import (
    BookClosed,
    MissingField,
    NoBookHere,
    NoKeyHere,
    NotAuthorised,
    UnknownField,
    WrongThing,
    WrongValue,
)
from comity.record.field import WITH_BOOK, Field, Place
from comity.record.field import Ref as RefForm
from comity.record.kind import Kind
from comity.record.label import Label
from comity.store.home import Home
from comity.store.reading import BookRow
from comity.store.writing import Writing

# Kinds whose bodies strangers need to know a book by; all others go to the parties they name.
OPEN_KINDS = frozenset({"charter", "party"})
NOBODY = PartyId(EntryId(""))
NOTHING = EntryId("0" * 64)


@dataclass(frozen=True, slots=True)
class _Filled:
    """An act whose fields are whole and fit its kind, and to whom its body may go."""

    kind: Kind
    fields: Fields
    salt: bytes
    label: Label
    audience: tuple[PartyId, ...]


# Stands for the keys of a charter while the rest of it is checked.
_UNMADE: Fields = {"origin": "-", "book_key": "0" * 64, "officer_key": "0" * 64}


class Entering:
    """One transaction's worth of acts. Call `act` for each, then `finish` once."""

    def __init__(self, home: Home, writing: Writing, moment: Moment, *, lang: str = "en") -> None:
        self.home, self.writing, self.moment, self.lang = home, writing, moment, lang
        self.touched: list[PartyId] = []
        self._examples: dict[str, EntryId] = {}
        self._authority: dict[PartyId, Authority] = {}

    def act(self, name: str, given: Fields, party: PartyId, *, key: Ed25519PrivateKey | None = None) -> EntryId:
        """Enters one act in the book of `party` and returns its id.

        Raises: UnknownKind, NoBookHere, BookClosed, NoKeyHere, NotAuthorised, WrongThing, UnknownThing, AmbiguousName and
        everything `Kind.check_fields` raises; for acts on a text what `OnText` raises; for what erases or corrects
        NotItsOwn, BodyNotHere.
        """
        if name == "charter":
            return self.charter(given, officer=key)
        self._demand_book(party)
        filled = self._filled(kind_of(name), given, party)
        on_text, erased = self._on_text(filled, party), _ids(filled.fields["entry"]) if name == "erasure" else []
        if on_text is not None:
            on_text.demand_open(name, day=self.moment.day)
        for target in erased:
            demand_erasable(self.writing, target, party)
        envelope, body = self._envelope(filled, party)
        if filled.kind.signed:
            envelope = _prove(envelope, self._officer(filled.kind, party, key))
        entry = self.writing.enter(party, encode_envelope(envelope), salt=filled.salt, body=body)
        self._touch(party)
        if on_text is not None:
            on_text.demand_effect(name)
        for target in erased:
            erase(self.writing, target, self.home.path)
        return entry

    def charter(self, given: Fields, *, officer: Ed25519PrivateKey | None = None) -> PartyId:
        """Opens a book here for the party described; makes its book key and, unless one is given, its officer key."""
        kind = kind_of("charter")
        self._filled(kind, given, NOBODY, computed=_UNMADE)  # refused before any key is made
        book_key, officer = self.home.keys.new(), officer or self.home.keys.new()
        public = public_hex(book_key)
        origin = f"comity.invalid/book/{public[:32]}"
        keys: Fields = {"origin": origin, "book_key": public, "officer_key": public_hex(officer)}
        filled = self._filled(kind, given, NOBODY, computed=keys)
        envelope, body = self._envelope(filled, NOBODY)
        raw = encode_envelope(_prove(envelope, officer))
        party = PartyId(leaf_hash(raw))
        self.writing.open_book(party, origin=origin, vkey=book_vkey(origin, public), own=True)
        self.writing.enter(party, raw, salt=filled.salt, body=body)
        self._touch(party)
        return party

    def finish(self) -> None:
        """Signs one checkpoint for every book entered into. Raises: NoKeyHere."""
        for party in self.touched:
            grown, public = self.writing.range_of(party), self.authority(party).book_key
            origin = self._book(party).origin
            key = self.home.keys.private(public)
            if key is None:
                raise NoKeyHere(party=self._called(party))
            self.writing.set_vkey(party, book_vkey(origin, public))
            self.writing.set_checkpoint(party, note.sign(Checkpoint(origin, grown.size, grown.root()).text, name=origin, key=key))

    def authority(self, party: PartyId) -> Authority:
        """Who may sign for the party, from its book as it stands in this transaction."""
        if party not in self._authority:
            self._authority[party] = Agreements(self.writing.shelf(NOTHING)).authority(party)
        return self._authority[party]

    def resolve(self, given: Value, party: PartyId, *, field: Field) -> EntryId:
        """The id a reference means; an act given in place, or an example by its kind, is entered first."""
        if isinstance(given, dict) and isinstance(given.get("kind"), str):
            inner = {key: value for key, value in given.items() if key != "kind"}
            return self.act(str(given["kind"]), inner, party)
        if not isinstance(given, str) or not given:
            raise WrongValue(field=field.name, value=str(given)[:40], expected=field.form.expected)
        if given == "self":
            return party
        if given.startswith("@"):
            return self._example(given[1:], party)
        return self.writing.resolve(given)

    def _example(self, name: str, party: PartyId) -> EntryId:
        if name == "charter" or name not in self._examples:
            self._examples[name] = self.act(name, dict(kind_of(name).example), party)
        return self._examples[name]

    def _called(self, party: PartyId) -> str:
        return self.writing.short_name_of(party) or party

    def _book(self, party: PartyId) -> BookRow:
        book = self.writing.book(party)
        if book is None or not book.own:
            raise NoBookHere(party=self._called(party))
        return book

    def _demand_book(self, party: PartyId) -> None:
        self._book(party)
        if self.authority(party).closed_at is not None:
            raise BookClosed(party=self._called(party))

    def _filled(self, kind: Kind, given: Fields, party: PartyId, *, computed: Fields | None = None) -> _Filled:
        """What was given, read, completed and held against the kind."""
        fields = self._read(kind, {name: value for name, value in given.items() if name not in ("label", "audience")}, party)
        self._check_references(kind, fields)
        if kind.name == "correction":
            fields["changes"] = self._changes(fields, party)
        salt = secrets.token_bytes(SALT_BYTES)
        fields |= compute_fields(kind, fields, party, salt=salt, writing=self.writing) if computed is None else computed
        kind.check_fields(fields)
        label, audience = self._reach(kind, fields, given)
        return _Filled(kind, fields, salt, label, tuple(sorted(audience - {party})))

    def _reach(self, kind: Kind, fields: Fields, given: Fields) -> tuple[Label, set[PartyId]]:
        """The label and to whom the body may go: as given, else as the thing corrected, else the kind's and the parties named."""
        asked = _label(given["label"]) if "label" in given else None
        follows: list[Value] | None = None
        if kind.name == "correction":
            asked, follows = reach_of_correction(self.writing, _ids(fields["thing"])[0], asked)
        label = asked or (Label.CLEAR if kind.name in OPEN_KINDS else Label.AMBER)
        if "audience" in given:
            return label, self._audience(given["audience"])
        return label, self._named_parties(fields, label) if follows is None else {PartyId(one) for one in _ids(follows)}

    def _read(self, kind: Kind, given: Fields, party: PartyId) -> Fields:
        fields: Fields = {}
        for name, value in given.items():
            field = kind.field(name)
            if field.computed:
                raise UnknownField(kind=kind.name, field=name)
            read = field.read(value, lang=self.lang)
            if isinstance(field.form, RefForm):
                rows = read if isinstance(read, list) else [read]
                read = list[Value](sorted({self.resolve(row, party, field=field) for row in rows}))
            fields[name] = read
        return fields

    def _changes(self, fields: Fields, party: PartyId) -> Fields:
        things, changes = _ids(fields.get("thing")), fields.get("changes")
        if len(things) != 1 or not isinstance(changes, dict):
            raise MissingField(field="changes" if things else "thing")
        return read_changes(self.writing, things[0], changes, party=party, lang=self.lang)

    def _check_references(self, kind: Kind, fields: Fields) -> None:
        for field in kind.fields:
            if isinstance(field.form, RefForm):
                for target in _ids(fields.get(field.name)):
                    self._demand_kind(target, field.form, field=field.name)

    def _demand_kind(self, target: EntryId, form: RefForm, *, field: str) -> None:
        entry = self.writing.entry(target)
        if not form.takes(entry.envelope.kind if entry and entry.envelope else ""):
            name = self.writing.short_name_of(target) or target[:12]
            raise WrongThing(field=field, expected=", ".join(form.kinds) or form.expected, name=name)

    def _audience(self, given: Value) -> set[PartyId]:
        rows = given if isinstance(given, list) else [row for row in str(given).split(",") if row.strip()]
        audience = [self.writing.resolve(str(row)) for row in rows]
        for target in audience:
            self._demand_kind(target, RefForm(WITH_BOOK), field="audience")
        return {PartyId(target) for target in audience}

    def _named_parties(self, fields: Fields, label: Label) -> set[PartyId]:
        """The parties with a book that the fields name, and those of the things they speak of; none for what is public."""
        if label is Label.CLEAR:
            return set()
        books = {book.party for book in self.writing.books()}
        named = {PartyId(target) for value in fields.values() for target in _ids(value)}
        spoken = [entry for target in named - books if (entry := self.writing.entry(target)) is not None]
        of_things = {party for entry in spoken if entry.envelope for party in (entry.book, *entry.envelope.audience)}
        return (named | of_things) & books

    def _envelope(self, filled: _Filled, party: PartyId) -> tuple[Envelope, bytes]:
        kind, fields = filled.kind, filled.fields
        body = encode_body({field.name: fields[field.name] for field in kind.at(Place.BODY) if field.name in fields})
        refs = {Ref(field.name, target) for field in kind.at(Place.REFS) for target in _ids(fields.get(field.name))}
        bind: Fields = {field.name: fields[field.name] for field in kind.at(Place.BIND) if field.name in fields}
        others = [book for book in self.writing.books() if book.party != party and book.size]
        return Envelope(
            kind=kind.name,
            party=party,
            at=self.moment.at,
            zone=self.moment.zone,
            label=filled.label,
            audience=filled.audience,
            refs=tuple(sorted(refs)),
            seen=tuple(sorted(Seen(book.party, book.size, Digest(book.root)) for book in others)),
            body=body_digest(filled.salt, body),
            bind=bind if kind.binding else None,
        ), body

    def _on_text(self, filled: _Filled, party: PartyId) -> OnText | None:
        if filled.kind.name not in ON_A_TEXT:
            return None
        (text,) = _ids(filled.fields["text"])
        return OnText(self.writing, text, party)

    def _officer(self, kind: Kind, party: PartyId, given: Ed25519PrivateKey | None) -> Ed25519PrivateKey:
        """The key that signs for the party: the one given, else an authorised one kept in the home."""
        authority, day = self.authority(party), self.moment.day
        if given is not None and not may_sign(authority, kind, given, day=day):
            raise NotAuthorised(party=self._called(party))
        key = given or choose_officer_key(authority, kind, self.home.keys, day=day)
        if key is None:
            raise NoKeyHere(party=self._called(party))
        return key

    def _touch(self, party: PartyId) -> None:
        self._authority.pop(party, None)
        if party not in self.touched:
            self.touched.append(party)


def _label(given: Value) -> Label:
    if not isinstance(given, str) or given not in set(Label):
        raise WrongValue(field="label", value=str(given)[:40], expected="one of " + ", ".join(Label))
    return Label(given)


def _ids(value: Value | None) -> list[EntryId]:
    return [EntryId(row) for row in value if isinstance(row, str)] if isinstance(value, list) else []


def _prove(envelope: Envelope, key: Ed25519PrivateKey) -> Envelope:
    """The envelope with the proof of one person's key."""
    proof: Fields = {"way": "ed25519", "key": public_hex(key), "sig": key.sign(signed_bytes(envelope)).hex()}
    return replace(envelope, bind={**(envelope.bind or {}), "proofs": [proof]})
