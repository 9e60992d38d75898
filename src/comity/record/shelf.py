"""The shelf: every envelope a node holds, book by book, and what it knows to be missing.

- An entry stands at an index of a book; a book is named by its charter, the entry at index 0.
- How far a book goes is the largest size its own signed checkpoints state. What other books say they have
  `seen` of it is shown but not believed: nobody can make another's book look incomplete.
- An entry says something only in the book of the party it names; a copy elsewhere says nothing.
- A book is whole when every entry below that size is held, once. Two different entries at one index are
  two histories: from there on nothing in that book is certain.
A shelf says nothing of bodies. Arrival order and duplicates leave no trace in it.

Source: design promises P3 and P4; docs/format.md section 5.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from comity.record import canonical
from comity.record.act import VERSION, Digest, EntryId, Envelope, PartyId, leaf_hash, parse_envelope
from comity.record.book import root_of
from comity.record.errors import RecordError
from comity.record.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry at its place. `raw` are the bytes as received; `envelope` is None where they hold none."""

    book: PartyId
    index: int
    raw: bytes
    id: EntryId
    envelope: Envelope | None

    @property
    def at_home(self) -> bool:
        """Whether it stands in the book of the party it names; a charter: first in the book it names.

        Anybody can copy another's entry into a book of his own; only at home does it say anything.
        """
        if self.envelope is None:
            return False
        if self.envelope.kind == "charter" or self.index == 0:
            first = self.index == 0 and self.id == self.book
            return first and self.envelope.kind == "charter" and not self.envelope.party
        return self.envelope.party == self.book


def place_entry(book: PartyId, index: int, raw: bytes) -> Entry:
    """The entry with these bytes at this place; never raises on its content."""
    try:
        envelope = parse_envelope(raw)
    except RecordError:
        envelope = None
    return Entry(book, index, raw, leaf_hash(raw), envelope)


@dataclass(frozen=True)
class HeldBook:
    """What is held of one book.

    `known_size` is the largest size any head states; `run_length` the number of entries held from index 0 on
    without a gap and before any fork; `entries` by index (two at one index after a fork). Whoever fills the
    shelf may leave out entries that bear on nothing that is asked; `root_at` still gives the root over the
    first entries of the run, or None beyond it.
    """

    party: PartyId
    known_size: int
    run_length: int
    forked_at: int | None
    entries: tuple[Entry, ...]
    root_at: Callable[[int], Digest | None]

    @cached_property
    def run(self) -> tuple[Entry, ...]:
        """The entries of the run that are on the shelf."""
        return tuple(entry for entry in self.entries if entry.index < self.run_length)

    @property
    def is_whole(self) -> bool:
        """Whether every entry up to the known size is held, and no second history."""
        return 0 < self.known_size <= self.run_length and self.forked_at is None


def empty_book(party: PartyId) -> HeldBook:
    """A book of which nothing is held or known."""
    return HeldBook(party, 0, 0, None, (), lambda size: None)


@dataclass(frozen=True)
class Shelf:
    """The books held, by party id."""

    books: Mapping[PartyId, HeldBook] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[EntryId, Entry]:
        """Every entry held by its id; the same bytes at two places: at home before elsewhere, then what sorts first."""
        found: dict[EntryId, Entry] = {}
        for entry in self.entries():
            known = found.get(entry.id)
            if known is None or (entry.at_home and not known.at_home):
                found[entry.id] = entry
        return found

    def entries(self) -> Iterator[Entry]:
        """Every entry held, by book and index."""
        for party in sorted(self.books):
            yield from self.books[party].entries

    def naming(self, target: EntryId) -> list[Entry]:
        """The entries held that refer to `target` in any role, by book and index."""
        return self._naming.get(target, [])

    @cached_property
    def _naming(self) -> dict[EntryId, list[Entry]]:
        named: dict[EntryId, list[Entry]] = {}
        for entry in self.entries():
            if entry.envelope is not None:
                for target in {ref.id for ref in entry.envelope.refs}:
                    named.setdefault(target, []).append(entry)
        return named

    def book_of(self, party: PartyId) -> HeldBook:
        """What is held of the party's book; an empty, unknown book where nothing is."""
        return self.books.get(party) or empty_book(party)


def fill_shelf(entries: Iterable[Entry], heads: Iterable[tuple[PartyId, int]] = ()) -> Shelf:
    """The shelf with these entries, in any order and number; `heads` are sizes stated by checkpoints."""
    places: dict[PartyId, dict[int, dict[EntryId, Entry]]] = {}
    sizes: dict[PartyId, int] = {}
    for party, size in heads:
        sizes[party] = max(size, sizes.get(party, 0))
    for entry in entries:
        places.setdefault(entry.book, {}).setdefault(entry.index, {})[entry.id] = entry
        sizes[entry.book] = max(entry.index + 1, sizes.get(entry.book, 0))
    return Shelf({party: _hold(party, size, places.get(party, {})) for party, size in sizes.items()})


def _hold(party: PartyId, known_size: int, places: dict[int, dict[EntryId, Entry]]) -> HeldBook:
    entries = tuple(places[index][key] for index in sorted(places) for key in sorted(places[index]))
    run = 0
    while len(places.get(run, ())) == 1:
        run += 1
    ids = [next(iter(places[index])) for index in range(run)]

    def root_at(size: int) -> Digest | None:
        return Digest(root_of(map(bytes.fromhex, ids[:size])).hex()) if 0 < size <= run else None

    forked_at = min((index for index, found in places.items() if len(found) > 1), default=None)
    return HeldBook(party, known_size, run, forked_at, entries, root_at)


def book_findings(held: HeldBook) -> list[Finding]:
    """What is wrong with the entries of one book as entries, before any meaning: form, place, party, fork."""
    found = []
    if held.forked_at is not None:
        found.append(Finding("two_histories", held.party, Severity.GRAVE, place=str(held.forked_at)))
    for entry in held.entries:
        found += _entry_findings(entry)
    return found


def _entry_findings(entry: Entry) -> list[Finding]:
    if entry.envelope is None:
        code = "newer_version" if _version(entry.raw) > VERSION else "not_an_envelope"
        return [Finding(code, entry.id, Severity.WRONG)]
    if entry.at_home:
        return []
    charter = entry.envelope.kind == "charter" or entry.index == 0
    return [Finding("charter_out_of_place" if charter else "not_its_party", entry.id, Severity.WRONG)]


def _version(raw: bytes) -> int:
    """The version an entry names; 0 where it names none."""
    try:
        value = canonical.parse(raw)
    except RecordError:
        return 0
    version = value.get("v") if isinstance(value, dict) else 0
    return version if type(version) is int else 0
