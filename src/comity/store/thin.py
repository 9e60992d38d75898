"""The thin shelf: of all entries those on which the agreement on some items can rest, and no more.

- Of every book the entries that say who may sign and who speaks for whom (`AUTHORITY`).
- Every entry that names one of the items, the items themselves, and everything those entries name.
Reading an agreement from it gives what the full shelf gives, at a cost that does not grow with the books.

Source: `agreement.py` and `authority.py` of the record, which ask a shelf for nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from comity.record.act import Digest, EntryId, PartyId
from comity.record.book import root_of
from comity.record.shelf import Entry, HeldBook, Shelf
from comity.store.rows import BookRow

AUTHORITY = ("charter", "authorization", "key_change", "close", "succession")

Hashes = Callable[[PartyId, int], Sequence[bytes]]


def lay_out(books: Iterable[BookRow], entries: Iterable[Entry], hashes: Hashes) -> Shelf:
    """The shelf with some entries of whole books. `hashes` gives a book's first leaf hashes, when a root is asked for."""
    chosen: dict[PartyId, dict[int, Entry]] = {book.party: {} for book in books}
    for entry in entries:
        chosen[entry.book][entry.index] = entry
    return Shelf({book.party: _hold(book, chosen[book.party], hashes) for book in books})


class Thinning:
    """Makes thin shelves out of one full shelf."""

    def __init__(self, full: Shelf) -> None:
        self.full = full
        self.lasting = [e for e in full.entries() if e.envelope is not None and e.envelope.kind in AUTHORITY]

    def shelf(self, items: Iterable[EntryId]) -> Shelf:
        """The thin shelf for `items`; its cost grows with them and with the lasting entries only."""
        wanted = sorted(set(items))
        naming = [entry for item in wanted for entry in self.full.naming(item)]
        opening = [self.full.by_id[item] for item in wanted if item in self.full.by_id]
        named = [self.full.by_id[target] for target in named_by([*naming, *opening]) if target in self.full.by_id]
        chosen: dict[PartyId, dict[tuple[int, EntryId], Entry]] = {party: {} for party in self.full.books}
        for entry in (*self.lasting, *naming, *opening, *named):
            chosen[entry.book][entry.index, entry.id] = entry
        return Shelf(
            {
                party: replace(held, entries=tuple(entry for _, entry in sorted(chosen[party].items(), key=_place)))
                for party, held in self.full.books.items()
            }
        )


def named_by(entries: Iterable[Entry]) -> set[EntryId]:
    """Everything some entries name."""
    return {ref.id for entry in entries if entry.envelope is not None for ref in entry.envelope.refs}


def _place(row: tuple[tuple[int, EntryId], Entry]) -> tuple[int, EntryId]:
    return row[0]


def _hold(book: BookRow, entries: dict[int, Entry], hashes: Hashes) -> HeldBook:
    def root_at(size: int) -> Digest | None:
        if not 0 < size <= book.size:
            return None
        return Digest(book.root if size == book.size else root_of(hashes(book.party, size)).hex())

    in_order = tuple(entries[index] for index in sorted(entries))
    return HeldBook(book.party, book.size, book.size, None, in_order, root_at)
