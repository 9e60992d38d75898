"""Succession: who speaks for a party after its book has ended.

- A successor counts when the closing entry of the old book names it and its own book adopts the old one,
  stating the old book's size and root as they stand.
- Without a closing entry, it counts for an item when it adopts the book as far as it is known, and every
  other party named when the item was opened, at least two, acknowledges exactly that. One further entry in the
  old book ends this: a party that can still enter has not gone.
- What the successor signs from its adopting entry on counts for the old party too, and so on along the line.
- Only these parties can cast doubt on who speaks: what outsiders enter about a book changes nothing.

Source: design section 4 (Party); docs/format.md section 8; docs/decisions/0012-succession.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from comity.record.act import EntryId, PartyId
from comity.record.authority import Authority, Standing
from comity.record.canonical import Fields
from comity.record.shelf import Entry, HeldBook, Shelf

AuthorityOf = Callable[[PartyId], Authority]

_STANDS = frozenset({Standing.STANDS})
_PERHAPS = frozenset({Standing.STANDS, Standing.UNCHECKED})


@dataclass(frozen=True, slots=True)
class Voice:
    """A book in which a party's signatures may stand, from an index on (inclusive)."""

    book: PartyId
    since: int


def voices(party: PartyId, opened_by: frozenset[PartyId], shelf: Shelf, authority_of: AuthorityOf) -> tuple[Voice, ...]:
    """The books that speak for `party`, its own first. `opened_by` are the parties the item was opened with."""
    line = [Voice(party, 0)]
    while True:
        following = _Ending(line[-1].book, opened_by, shelf, authority_of).successor()
        if following is None or following.book in {voice.book for voice in line}:
            return tuple(line)
        line.append(following)


def in_doubt(party: PartyId, opened_by: frozenset[PartyId], shelf: Shelf, authority_of: AuthorityOf) -> bool:
    """Whether something missing or not checked could change who speaks for `party`, or what was said for it."""
    return any(
        _Ending(voice.book, opened_by, shelf, authority_of).is_in_doubt()
        for voice in voices(party, opened_by, shelf, authority_of)
    )


def closing_entry(held: HeldBook, authority: Authority) -> Entry | None:
    """The entry that closed the book, or None while it is open."""
    return next((entry for entry in held.run if entry.index == authority.closed_at), None)


# How many other parties of an item must be there to acknowledge a successor: with fewer, one could replace the other.
FEWEST = 2


class _Ending:
    """How one book ends, for the items opened by `opened_by`."""

    def __init__(self, party: PartyId, opened_by: frozenset[PartyId], shelf: Shelf, authority_of: AuthorityOf) -> None:
        self.party, self.opened_by, self.shelf, self.authority_of = party, opened_by, shelf, authority_of
        self.held = shelf.book_of(party)
        self.closing = closing_entry(self.held, authority_of(party))

    def successor(self) -> Voice | None:
        found = self._adopting(_STANDS)
        books = {entry.book for entry in found}
        return Voice(found[0].book, min(entry.index for entry in found)) if len(books) == 1 else None

    def is_in_doubt(self) -> bool:
        if not self.held.is_whole or self.authority_of(self.party).unsettled_at is not None:
            return True
        if not all(self.shelf.book_of(book).is_whole for book in self._named(_PERHAPS)):
            return True
        return self._adopting(_STANDS) != self._adopting(_PERHAPS)

    def _adopting(self, accepted: frozenset[Standing]) -> list[Entry]:
        books = self._named(accepted)
        adopting = self._stating("adopt", books, accepted) if books else []
        return [entry for entry in adopting if _successors(entry) == (entry.book,)]

    def _named(self, accepted: frozenset[Standing]) -> frozenset[PartyId]:
        """The books that count as soon as they adopt this one."""
        if self.closing is not None:
            named = _successors(self.closing)
            return frozenset(PartyId(name) for name in named) if len(named) == 1 else frozenset()
        agreed: dict[PartyId, set[PartyId]] = {}
        for entry in self._stating("acknowledge", self.opened_by - {self.party}, accepted):
            if len(_successors(entry)) == 1:
                agreed.setdefault(PartyId(_successors(entry)[0]), set()).add(entry.book)
        # a successor that is itself a party of the item need not acknowledge itself; one party alone never replaces another
        others = {book: self.opened_by - {self.party, book} for book in agreed}
        return frozenset(book for book, by in agreed.items() if len(others[book]) >= FEWEST and others[book] <= by)

    def _stating(self, role: str, books: frozenset[PartyId], accepted: frozenset[Standing]) -> list[Entry]:
        """The succession entries of `books` in this role about exactly this size of the book, and its root."""
        found = []
        for entry in self.shelf.naming(self.party):
            envelope = entry.envelope
            if envelope is None or entry.book not in books or envelope.kind != "succession":
                continue
            formed = envelope.referred("old") == (self.party,) and (envelope.bind or {}).get("role") == role
            standing = self.authority_of(entry.book).places.get(entry.index)
            if formed and standing in accepted and self._is_exact(envelope.bind or {}):
                found.append(entry)
        return found

    def _is_exact(self, bind: Fields) -> bool:
        """Whether the size and root stated are those of the whole book as known, or up to its closing entry."""
        size = self.held.known_size if self.closing is None else self.closing.index + 1
        if type(bind.get("size")) is not int or bind.get("size") != size:
            return False
        root = self.held.root_at(size)
        return root is not None and bind.get("root") == root


def _successors(entry: Entry) -> tuple[EntryId, ...]:
    return entry.envelope.referred("successor") if entry.envelope else ()
