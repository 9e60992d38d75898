"""Writing: one transaction's worth of entries and home notes. Nothing of it is there until all of it is.

- An entry goes to the end of its book; every book entered into leaves with a checkpoint over its new size.
- Every thing an entry touches is folded again from all its acts, and its row, facets and words are kept.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import msgspec

from comity.record.act import LONGEST, EntryId, PartyId, body_digest
from comity.record.agreement import Agreements
from comity.record.book import EMPTY_ROOT
from comity.record.canonical import Fields
from comity.record.checkpoint import open_checkpoint
from comity.record.errors import BadCheckpoint, BookDoesNotHold, EmptyEntry, NameTaken, NoBookHere, TooLong
from comity.record.field import PARTIES
from comity.record.note import parse_vkey
from comity.record.shelf import Entry, place_entry
from comity.record.state import Act
from comity.store.entries import as_json
from comity.store.filing import Filing
from comity.store.folding import item_of, register_row, row_bytes, ways_about_parties
from comity.store.reading import AttachmentRow, DocumentRow, DraftRow, HomeNote
from comity.store.thread_writing import ThreadWriting
from comity.store.touching import items_concerned, items_named_in, named_in, turned_by

# As a string of canonical JSON.
_DIGEST = re.compile(rb'"([0-9a-f]{64})"')


class Writing(ThreadWriting):
    """One transaction. Got from `Home.write`, which commits it when its block is left without an exception."""

    def __init__(self, db: sqlite3.Connection, path: Path, *, entering: bool = True) -> None:
        super().__init__(db, path)
        self.erased = False
        self._entering = entering
        self._anew = False
        self._touched: set[EntryId] = set()
        self._concerned: set[EntryId] = set()
        self._unsigned: set[PartyId] = set()

    def open_book(self, party: PartyId, *, origin: str, vkey: str, own: bool) -> None:
        """Adds an empty book named by its charter, which must be entered next."""
        self._ask("open_book", party=party, origin=origin, vkey=vkey, own=int(own), root=EMPTY_ROOT.hex())

    def set_vkey(self, party: PartyId, vkey: str) -> None:
        """Sets the key the book's next checkpoint is checked with."""
        self._ask("set_vkey", party=party, vkey=vkey)

    def enter(self, party: PartyId, raw: bytes, *, salt: bytes | None, body: bytes | None) -> EntryId:
        """Enters bytes at the end of the book of `party`, whatever they hold; salt and body come together or not at all.

        Raises: NoBookHere, EmptyEntry, TooLong; BookDoesNotHold for a body the entry was not made with.
        """
        if not self._entering:
            raise AssertionError("home notes enter nothing")
        _check_length(raw)
        book = self.book(party)
        if book is None:
            raise NoBookHere(party=party)
        entry = place_entry(party, book.size, raw)
        if salt is not None and body is not None:
            if entry.envelope is None or body_digest(salt, body) != entry.envelope.body:
                raise BookDoesNotHold(problem=f"the body of entry {book.size} is not the one it was made with")
            self._ask("add_body", id=entry.id, salt=salt, raw=body)
        self._set_attachments(entry, body, "held")
        self._add(entry)
        grown = self.range_of(party)
        grown.append(bytes.fromhex(entry.id))
        self._ask("grow_book", party=party, size=grown.size, root=grown.root().hex(), peaks=b"".join(grown.peaks))
        self._unsigned.add(party)
        self._touch(entry)
        return entry.id

    def set_checkpoint(self, party: PartyId, signed: str) -> None:
        """Keeps the signed head of a book as it now stands. Raises: NoBookHere, BadNote, BadSignature, BadCheckpoint."""
        book = self.book(party)
        if book is None:
            raise NoBookHere(party=party)
        head = open_checkpoint(signed, [parse_vkey(book.vkey)], origin=book.origin)
        if (head.size, head.root.hex()) != (book.size, book.root):
            raise BadCheckpoint(problem=f"the book has {book.size} entries and another root")
        self._ask("set_checkpoint", party=party, checkpoint=signed)
        self._unsigned.discard(party)

    def name(self, short: str, entry_id: EntryId) -> None:
        """Gives an entry a short name in this home. Raises: NameTaken."""
        try:
            self._ask("add_name", name=short, id=entry_id)
        except sqlite3.IntegrityError as problem:
            raise NameTaken(name=short) from problem

    def say_about_home(self, key: str, value: str) -> None:
        """Keeps a word about this home, got back by `about_home`; like every home note it never leaves the node."""
        self._ask("set_meta", key=key, value=value)

    def put_document(self, row: DocumentRow) -> None:
        """Keeps a document, or what is new about one that is here."""
        self._ask("put_document", **asdict(row) | {"reading": msgspec.json.encode(row.reading)})

    def add_drafts(self, rows: Iterable[DraftRow]) -> list[int]:
        """Keeps new drafts and returns their numbers."""
        return [int(self._ask("add_draft", **_draft_values(row)).lastrowid or 0) for row in rows]

    def set_draft(self, number: int, *, state: str | None = None, value: Fields | None = None, entry: str | None = None) -> None:
        """Keeps what a person made of a draft; another value marks it corrected. Raises: UnknownDraft."""
        row = self.draft(number)
        self._ask(
            "set_draft",
            number=number,
            state=row.state if state is None else state,
            value=msgspec.json.encode(row.value if value is None else value),
            corrected=int(row.corrected or (value is not None and value != row.value)),
            entry=row.entry if entry is None else entry,
        )

    def set_home_notes(self, thing: EntryId, notes: Sequence[HomeNote]) -> None:
        """Keeps these notes of a thing and no other; what is left out is gone for good."""
        self.erased = self.erased or bool(set(self.home_notes([thing]).get(thing, ())) - set(notes))
        if notes:
            self._ask("set_home_notes", id=thing, value=msgspec.json.encode(notes).decode())
        else:
            self._ask("drop_home_notes", id=thing)

    def erase_document(self, digest: str) -> None:
        """Takes a document and every draft read in it away for good."""
        self._erase_deeds(digest)
        self._ask("forget_derivations", digest=digest)
        self._ask("erase_document", digest=digest)
        self._ask("erase_drafts", digest=digest)
        self.erased = True

    def erase_body(self, entry_id: EntryId) -> None:
        """Takes the body and salt of an entry away for good, out of rows, words and home notes too; the entry stays."""
        entry, kept = self.entry(entry_id), self.body(entry_id)
        if entry is not None and kept is not None and self._set_attachments(entry, kept[1], "loose"):
            self._ask("set_meta", key="sweep", value="1")
        self._ask("erase_body", id=entry_id)
        self._ask("forget_threads_of", id=entry_id)
        self._ask("drop_home_notes", id=entry_id)
        self.erased = True
        if entry is not None:
            self._touch(entry)

    def put_attachment(self, row: AttachmentRow) -> None:
        """Notes what is known of a file kept."""
        known = {"name": row.name, "size": row.size, "kept_at": row.kept_at, "state": row.state}
        self._ask("put_attachment", digest=row.digest, value=as_json(known))

    def drop_attachment(self, digest: str) -> None:
        """Forgets what was noted of a file."""
        self._ask("drop_attachment", digest=digest)

    def swept(self) -> None:
        """Notes that no file waits to be taken away."""
        self._ask("set_meta", key="sweep", value="")

    def touch_everything(self) -> None:
        """Makes every row, facet and word again before the transaction ends: after the kinds or the folding were changed."""
        self._anew = True
        self._touched |= {entry.id for book in self.books() for entry in self.entries(book.party)}

    def fold_touched(self) -> None:
        """Brings the register up to date with what was entered so far; done by itself before the transaction ends."""
        acts = {one: act for one in self._with_agreements() if (act := self.act(one)) is not None}
        items = {item for act in acts.values() if (item := item_of(act)) is not None}
        agreements = Agreements(self.thin_shelf(items)) if items else None
        for one in sorted(acts):
            item = item_of(acts[one])
            agreement = agreements.read(item) if agreements and item is not None else None
            self._keep(one, register_row(acts[one], self._statements(acts[one]), agreement))
        if self.erased:
            self._ask("forget_dropped_words")
            self._ask("set_meta", key="scrub", value="1")
        self._touched, self._concerned = set(), set()

    def finish(self) -> bool:
        """Makes the transaction ready to be committed; whether it entered anything."""
        entered = bool(self._touched)
        if self._unsigned:
            raise AssertionError("nothing is durable but unsigned: a book entered into has no checkpoint over its size")
        self.fold_touched()
        return entered

    def _add(self, entry: Entry) -> None:
        kind = entry.envelope.kind if entry.envelope is not None else ""
        cursor = self._ask("add_entry", party=entry.book, place=entry.index, id=entry.id, kind=kind, raw=entry.raw)
        serial = int(cursor.lastrowid or 0)
        for ref in entry.envelope.refs if entry.envelope is not None else ():
            self._ask("add_reference", target=ref.id, kind=kind, role=ref.role, entry=serial)
        for party, item in items_concerned(entry):
            self._ask("add_concerned", party=party, item=item)

    def _set_attachments(self, entry: Entry, body: bytes | None, state: str) -> bool:
        """Notes that the files an entry names are now held or loose; whether it names any that are kept."""
        bound = as_json(entry.envelope.bind or {}).encode() if entry.envelope is not None else b""
        named = {digest.decode() for digest in _DIGEST.findall(bound + (body or b""))}
        rows = self.attachments(named).values() if named else ()
        for row in rows:
            self.put_attachment(replace(row, state=state))
        return bool(rows)

    def _touch(self, entry: Entry) -> None:
        self._touched |= {entry.id} | named_in(entry)
        if entry.envelope is not None and entry.envelope.kind == "erasure":
            self._touched |= {named for target in named_in(entry) if (e := self.entry(target)) for named in named_in(e)}
        self._concerned |= items_named_in(self._entries("entries_naming", ids=as_json([entry.id])))
        succession = self._entries("entries_of_kinds", kinds=as_json(["succession", "close"]))
        for party in turned_by(entry, succession):
            self._concerned |= {EntryId(item) for (item,) in self._ask("items_concerning", party=party)}

    def _with_agreements(self) -> set[EntryId]:
        """Everything touched, with every text of each item among it."""
        things = self._touched | self._concerned
        items = {one for one in things if (entry := self.entry(one)) and entry.envelope and entry.envelope.kind == "item"}
        for item in items:
            things |= {text.id for text in self._entries("entries_naming_as", id=item, ways=as_json([("text", "item")]))}
        return things

    def _statements(self, act: Act) -> list[Act]:
        entry = act.entry
        if entry.envelope is None or entry.envelope.kind not in PARTIES:
            return self.acts_naming(entry.id)
        found = self._entries("entries_naming_as", id=entry.id, ways=as_json(sorted(ways_about_parties())))
        return [self._act(statement) for statement in found]

    def _keep(self, thing: EntryId, row: Fields | None) -> None:
        (serial,) = self._first("serial", id=thing) or (0,)
        kept = self._first("thing", id=thing)
        raw = None if row is None else row_bytes(row)
        if (kept[0] if kept else None) == raw and not self._anew:
            return
        if row is None:
            Filing(self._ask).drop(serial)
        else:
            Filing(self._ask).put(serial, row)


def _check_length(raw: bytes) -> None:
    if not raw:
        raise EmptyEntry
    if len(raw) > LONGEST:
        raise TooLong(size=len(raw), limit=LONGEST)


def _draft_values(row: DraftRow) -> dict[str, str | int | bytes]:
    return {
        "source": row.source,
        "type": row.type,
        "value": msgspec.json.encode(row.value),
        "evidence": msgspec.json.encode(row.evidence),
        "rule": row.rule,
        "confidence": row.confidence,
        "state": row.state,
        "corrected": int(row.corrected),
        "entry": row.entry,
    }
