"""The register made anew from nothing but the bytes of entries and bodies, and held against the one kept.

No table made from entries is used: ids, references and rows are all worked out again. The cost grows with the
entries, since agreements are read batch by batch from thin shelves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from comity.kinds.folding import judge, text_findings
from comity.record.act import EntryId, PartyId, body_digest
from comity.record.agreement import Agreement, Agreements, consent_digest
from comity.record.canonical import Fields
from comity.record.checkpoint import open_checkpoint
from comity.record.errors import ComityError
from comity.record.field import PARTIES
from comity.record.finding import Finding, Severity, sorted_findings
from comity.record.note import parse_vkey
from comity.record.shelf import Entry, Shelf, book_findings
from comity.record.state import Act, state_digest
from comity.store.folding import item_of, open_act, register_row, row_bytes, speaks_of
from comity.store.rows import BookRow, RebuildReport
from comity.store.thin import Thinning

BATCH = 100


class Holding(Protocol):
    """Books with what is held of their bodies, wherever they are kept."""

    def books(self) -> tuple[BookRow, ...]: ...

    def shelf(self) -> Shelf: ...

    def body(self, entry: EntryId) -> tuple[bytes, bytes] | None:
        """Salt and body, or None where the body is not held."""


def rebuild(books: Holding, kept: Mapping[EntryId, bytes]) -> RebuildReport:
    """What the entries and bodies of `books` make; `kept` are the register's rows by thing."""
    made = _Making(books)
    rows = made.rows()
    differing = {thing for thing in rows.keys() | kept.keys() if thing not in rows or row_bytes(rows[thing]) != kept.get(thing)}
    return RebuildReport(
        things=len(rows),
        differing=tuple(sorted(differing)),
        damaged=made.damaged(),
        state_digest=state_digest(rows),
        consent_digest=consent_digest(made.agreements),
        findings=made.findings(rows.values()),
    )


class _InBatches(Agreements):
    """Agreements read from thin shelves, some items at a time; each is kept."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf)
        self._thinning = Thinning(shelf)
        self._read: dict[EntryId, Agreement] = {}

    def read(self, item: EntryId) -> Agreement:
        if not self._read:
            for batch in _batches(self.items()):
                reader = Agreements(self._thinning.shelf(batch))
                self._read |= {one: reader.read(one) for one in batch}
        return self._read[item] if item in self._read else Agreements(self._thinning.shelf([item])).read(item)

    def every(self) -> list[Agreement]:
        return [self.read(item) for item in self.items()]


class _Making:
    def __init__(self, books: Holding) -> None:
        self.books = books
        self.shelf = books.shelf()
        self.agreements = _InBatches(self.shelf)

    def rows(self) -> dict[EntryId, Fields]:
        rows = {}
        for thing, entry in self.shelf.by_id.items():
            act = self._act(entry)
            item = item_of(act)
            agreement = None if item is None else self.agreements.read(item)
            made = register_row(act, self._naming(entry), agreement)
            if made is not None:
                rows[thing] = made
        return rows

    def damaged(self) -> tuple[PartyId, ...]:
        return tuple(book.party for book in self.books.books() if not self._holds(book))

    def findings(self, rows: Iterable[Fields]) -> tuple[Finding, ...]:
        found = [finding for held in self.shelf.books.values() for finding in book_findings(held)]
        found += [finding for party in self.shelf.books for finding in self.agreements.authority(party).findings]
        found += [finding for agreement in self.agreements.every() for finding in agreement.findings]
        for entry in self.shelf.entries():
            found += self._entry_findings(entry)
        found += [finding for row in rows for finding in _findings_in(row)]
        return sorted_findings(found)

    def _entry_findings(self, entry: Entry) -> list[Finding]:
        kept = self.books.body(entry.id)
        if kept is not None and entry.envelope is not None and body_digest(*kept) != entry.envelope.body:
            return [Finding("body_differs", entry.id, Severity.GRAVE)]
        act = self._act(entry)
        if kept is not None and entry.envelope is not None and act.body is None:
            return [Finding("body_not_well_formed", entry.id, Severity.WRONG)]
        return [*judge(act)[1], *text_findings(act, kept[0] if kept else None)]

    def _holds(self, book: BookRow) -> bool:
        if book.size == 0:
            return book.checkpoint == ""
        root = self.shelf.book_of(book.party).root_at(book.size)
        try:
            head = open_checkpoint(book.checkpoint, [parse_vkey(book.vkey)], origin=book.origin)
        except ComityError:
            return False
        return (head.size, head.root.hex()) == (book.size, book.root) == (book.size, root)

    def _act(self, entry: Entry) -> Act:
        kept = self.books.body(entry.id)
        erased = kept is None and any(_erases(found, entry) for found in self.shelf.naming(entry.id))
        return open_act(entry, kept, erased=erased)

    def _naming(self, entry: Entry) -> list[Act]:
        party = entry.envelope is not None and entry.envelope.kind in PARTIES
        return [self._act(found) for found in self.shelf.naming(entry.id) if not party or speaks_of(found, entry.id)]


def _erases(found: Entry, entry: Entry) -> bool:
    envelope = found.envelope
    return (
        found.book == entry.book
        and envelope is not None
        and envelope.kind == "erasure"
        and entry.id in envelope.referred("entry")
    )


def _findings_in(row: Fields) -> Iterator[Finding]:
    rows = row.get("findings")
    for found in rows if isinstance(rows, list) else []:
        if isinstance(found, dict):
            yield Finding(str(found["code"]), str(found["entry"]), Severity(str(found["severity"])), str(found["place"]))


def _batches(items: list[EntryId]) -> Iterator[list[EntryId]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
