"""Which entries travel with a thing, and with which bodies: what its readers may see, and what it takes to check that.

- A thing travels as its opening, its own party's corrections and the erasure of its body; an item or text with all that was
  entered on it, and with what says who may sign, where that may be told.
- A body goes only where its own label lets it go to every reader. What may not be seen is left out, envelope and all;
  only what says who may sign for a party comes along as an envelope, as it does with every book.
- Each book comes with its charter; where its key was changed, with what changed it.

Source: docs/decisions/0019-what-a-reader-may-see.md; docs/format.md section 14.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from comity.exchange.bundle import Packed, pack
from comity.kinds.showing import is_for, may_say_agreement, seen_by_all
from comity.record.act import EntryId, PartyId
from comity.record.book import subtree_hash
from comity.record.field import PARTIES
from comity.record.proof import inclusion
from comity.record.shelf import Entry
from comity.record.state import Act
from comity.store.folding import item_of, opens, speaks_of
from comity.store.reading import Reading

_ON_KEYS = ("authorization", "key_change")
_SIGNING_FOR = ("charter", *_ON_KEYS, "close", "succession")


class Carrying:
    """What may travel to `readers` together (None among them is anybody; no readers at all is the home itself).

    `addressed` are entries that are written to the readers and so go whole, whatever book their readers keep.
    """

    def __init__(
        self, reading: Reading, readers: Collection[PartyId | None], *, addressed: Collection[EntryId] = frozenset()
    ) -> None:
        self.reading, self.readers, self.addressed = reading, tuple(readers), frozenset(addressed)
        self._leaves: dict[PartyId, list[bytes]] = {}
        self._subtrees: dict[tuple[PartyId, int, int], bytes] = {}
        self._keys: dict[PartyId, list[Entry]] = {}

    def entries_of(self, entry_id: EntryId) -> list[Entry]:
        """The entries a thing or a statement travels as; none where it may not be seen or is not held at home."""
        act = self.reading.act(entry_id)
        if act is None or act.entry.envelope is None or not act.entry.at_home:
            return []
        if not opens(act.entry.envelope.kind):
            return [act.entry] if self._may_see(act) else []
        naming = self._naming(act)
        if self.readers and act.entry.id not in self.addressed and seen_by_all(self.readers, act, naming) is None:
            return []
        own = [each.entry for each in naming if each.entry.book == act.entry.book and _is_about(each.entry)]
        return [act.entry, *own, *self._on_item(act)]

    def pack(self, about: Sequence[EntryId], entries: Iterable[Entry]) -> bytes:
        """The bundle of these entries with the charters of their books. Raises: TooLong."""
        wanted = {(entry.book, entry.index): entry for entry in entries}
        parties = sorted({book for book, _ in wanted})
        wanted |= {(entry.book, entry.index): entry for party in parties for entry in self._keys_of(party)}
        books = {party: self.reading.book(party) for party in parties}
        notes = {party: book.checkpoint if book else "" for party, book in books.items()}
        return pack(about, notes, [Packed(entry, self._proof(entry), self._kept(entry)) for entry in wanted.values()])

    def _proof(self, entry: Entry) -> tuple[bytes, ...]:
        party = entry.book
        if party not in self._leaves:
            self._leaves[party] = self.reading.entry_ids(party)
        leaves = self._leaves[party]

        def subtree(start: int, end: int) -> bytes:
            if (party, start, end) not in self._subtrees:
                self._subtrees[party, start, end] = subtree_hash(leaves[start:end])
            return self._subtrees[party, start, end]

        return tuple(inclusion(entry.index, len(leaves), subtree))

    def _kept(self, entry: Entry) -> tuple[bytes, bytes] | None:
        goes = entry.id in self.addressed or all(is_for(reader, entry) for reader in self.readers)
        return self.reading.body(entry.id) if goes else None

    def _may_see(self, act: Act) -> bool:
        """Whether a statement may be seen: by its own label, and a correction only where what it corrects may."""
        envelope = act.entry.envelope
        corrected = envelope.referred("thing") if envelope is not None and envelope.kind == "correction" else ()
        return all(is_for(reader, act.entry) for reader in self.readers) and all(self.entries_of(thing) for thing in corrected)

    def _naming(self, act: Act) -> list[Act]:
        is_party = act.entry.envelope is not None and act.entry.envelope.kind in PARTIES
        naming = self.reading.acts_naming(act.entry.id)
        return [each for each in naming if not is_party or speaks_of(each.entry, act.entry.id)]

    def _on_item(self, act: Act) -> list[Entry]:
        """All that says what is agreed on an item, where every entry of it may be told; none otherwise."""
        item = item_of(act)
        if item is None:
            return []
        shelf = self.reading.thin_shelf([item])
        on_item = [entry for entry in shelf.entries() if entry.envelope is not None and entry.envelope.kind not in _SIGNING_FOR]
        binding = [entry for entry in on_item if entry.envelope is not None and entry.envelope.bind is not None]
        if not all(may_say_agreement(reader, binding) for reader in self.readers):
            return []
        books = {entry.book for entry in on_item}
        return [entry for entry in shelf.entries() if entry.book in books and entry.at_home]

    def _keys_of(self, party: PartyId) -> list[Entry]:
        if party not in self._keys:
            charter = [entry for entry in self.reading.entries(party, 0, 1) if entry.at_home]
            changes = [each for kind in _ON_KEYS for each in self.reading.entries_of_kind(kind) if each.book == party]
            changed = any(each.envelope is not None and each.envelope.kind == "key_change" for each in changes)
            self._keys[party] = charter + [each for each in changes if changed and each.at_home]
        return self._keys[party]


def _is_about(entry: Entry) -> bool:
    """Whether an entry changes what its own party's thing says or takes it away."""
    return entry.envelope is not None and entry.envelope.kind in ("correction", "erasure")
