"""Reading books out of the store: entries, bodies, acts, shelves and proofs, all of one moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from comity.record.act import EntryId, PartyId
from comity.record.agreement import Agreement, Agreements
from comity.record.book import Range, subtree_hash
from comity.record.errors import UnknownParty, UnknownThing
from comity.record.proof import format_proof, inclusion
from comity.record.shelf import Entry, Shelf, fill_shelf, place_entry
from comity.record.state import Act
from comity.store.folding import open_act
from comity.store.queries import every_query
from comity.store.rows import BookRow
from comity.store.thin import AUTHORITY, lay_out, named_by

ENDLESS = 2**62


class Books:
    """The books of a home as they stand within one transaction."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db = db
        self._path = path

    def about_home(self, key: str) -> str:
        """What the home says of itself under `key`, or ""."""
        row = self._first("meta", key=key)
        return "" if row is None else str(row[0])

    def books(self) -> tuple[BookRow, ...]:
        """Every book held, in the order they were opened."""
        return tuple(_book(row) for row in self._ask("books"))

    def book(self, party: PartyId) -> BookRow | None:
        """The book of a party, if it is held."""
        return next((_book(row) for row in self._ask("book", party=party)), None)

    def range_of(self, party: PartyId) -> Range:
        """From what the book of a party grows; a copy. Raises: UnknownParty."""
        row = self._first("peaks", party=party)
        if row is None:
            raise UnknownParty(name=party)
        size, peaks = row
        return Range(size, [peaks[place : place + 32] for place in range(0, len(peaks), 32)])

    def entry(self, entry_id: EntryId) -> Entry | None:
        """The entry with this id; where it stands at several places, the one that sorts first."""
        return next(self._entries("entry", id=entry_id), None)

    def entries(self, party: PartyId, start: int = 0, end: int | None = None) -> Iterator[Entry]:
        """The entries of a book from `start` to `end`, half-open, in their order; to be read while the transaction lasts."""
        return self._entries("entries", party=party, start=start, end=ENDLESS if end is None else end)

    def entries_called(self, ids: Iterable[str]) -> dict[str, Entry]:
        """Some entries by id, in one query; those that are not held are left out."""
        return {entry.id: entry for entry in self._entries("entries_with_ids", ids=as_json(sorted(set(ids))))}

    def entries_of_kind(self, kind: str) -> Iterator[Entry]:
        """The entries of one kind in every book, by book and place; to be read while the transaction lasts."""
        return self._entries("entries_of_kinds", kinds=as_json([kind]))

    def latest_entries(self, *, after: EntryId | None = None, limit: int = 50) -> list[Entry]:
        """Entries of every book, the latest arrival first; those that arrived before `after`, the last one shown.

        Raises: UnknownThing where `after` is none.
        """
        row = (ENDLESS,) if after is None else self._first("serial", id=after)
        if row is None or row[0] is None:
            raise UnknownThing(name=after or "")
        return list(self._entries("latest_entries", before=row[0], limit=limit))

    def entry_ids(self, party: PartyId, end: int | None = None) -> list[bytes]:
        """The leaf hashes of a book (of its first `end` entries), 32 bytes each."""
        rows = self._ask("entry_ids", party=party, end=ENDLESS if end is None else end)
        return [bytes.fromhex(entry_id) for (entry_id,) in rows]

    def body(self, entry_id: EntryId) -> tuple[bytes, bytes] | None:
        """The salt and the raw body of an entry, if they are here."""
        row = self._first("body", id=entry_id)
        return None if row is None else (row[0], row[1])

    def act(self, entry_id: EntryId) -> Act | None:
        """The entry with its body, where one is here and is the one it was made with."""
        entry = self.entry(entry_id)
        return None if entry is None else self._act(entry)

    def acts_naming(self, entry_id: EntryId) -> list[Act]:
        """Every act that refers to an entry in any role, by book and place."""
        return [self._act(entry) for entry in self._entries("entries_naming", ids=as_json([entry_id]))]

    def shelf(self, item: EntryId | None = None) -> Shelf:
        """Everything held; with `item`, the thin shelf on which its agreement rests. To be used while the transaction lasts."""
        if item is not None:
            return self.thin_shelf([item])
        books = self.books()
        entries = (entry for book in books for entry in self.entries(book.party))
        return fill_shelf(entries, [(book.party, book.size) for book in books])

    def thin_shelf(self, items: Iterable[EntryId]) -> Shelf:
        """The thin shelf on which the agreements on some items rest; see `thin.py`."""
        wanted = as_json(sorted(set(items)))
        found = list(self._entries("entries_of_kinds", kinds=as_json(AUTHORITY)))
        about = [*self._entries("entries_naming", ids=wanted), *self._entries("entries_with_ids", ids=wanted)]
        named = self._entries("entries_with_ids", ids=as_json(sorted(named_by(about))))
        return lay_out(self.books(), [*found, *about, *named], self.entry_ids)

    def agreement_of(self, item: EntryId) -> Agreement:
        """What the envelopes held say of one item."""
        return Agreements(self.shelf(item)).read(item)

    def proof(self, entry_id: EntryId) -> str:
        """The file that proves that an entry stands in its book, over the book's present checkpoint. Raises: UnknownThing."""
        entry = self.entry(entry_id)
        book = self.book(entry.book) if entry is not None else None
        if entry is None or book is None:
            raise UnknownThing(name=entry_id)
        hashes = self.entry_ids(book.party)
        path = inclusion(entry.index, len(hashes), lambda start, end: subtree_hash(hashes[start:end]))
        return format_proof(entry.index, path, book.checkpoint)

    def _act(self, entry: Entry) -> Act:
        kept = self.body(entry.id)
        return open_act(entry, kept, erased=kept is None and self._erased(entry))

    def _erased(self, entry: Entry) -> bool:
        erasing = self._entries("entries_naming_as", id=entry.id, ways=as_json([("erasure", "entry")]))
        return any(found.book == entry.book for found in erasing)

    def _entries(self, query: str, /, **values: str | int) -> Iterator[Entry]:
        for party, place, raw in self._ask(query, **values):
            yield place_entry(party, place, raw)

    def _ask(self, query: str, /, **values: str | int | bytes) -> sqlite3.Cursor:
        return self._db.execute(every_query()[query], values)

    def _first(self, query: str, /, **values: str | int | bytes) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._ask(query, **values).fetchone()
        return row


def _book(row: tuple[Any, ...]) -> BookRow:
    party, origin, vkey, own, size, root, checkpoint, number = row
    return BookRow(party, origin, vkey, bool(own), size, root, checkpoint, number)


def as_json(value: Iterable[object] | Mapping[str, object]) -> str:
    """A list or object as a query takes it."""
    return msgspec.json.encode(value).decode()
