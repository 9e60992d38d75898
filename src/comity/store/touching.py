"""What an entry touches: the things whose rows may be different once it is there.

- Itself and everything it names; an erasure also what the erased entry named.
- If others named it before it came, the items those belong to: a text known only by name is now at hand.
- An entry that opens or closes a book or speaks of succession, and any entry in a book said to have gone,
  touches every item that names the party or one it speaks for.
An authorization or a change of keys changes no earlier answer: it counts from its place in the book on.
"""

from __future__ import annotations

from collections.abc import Iterable

from comity.record.act import EntryId, PartyId
from comity.record.shelf import Entry

TURNING = ("charter", "close", "succession")


def named_in(entry: Entry) -> set[EntryId]:
    """Everything an entry names."""
    return {ref.id for ref in entry.envelope.refs} if entry.envelope is not None else set()


def items_named_in(entries: Iterable[Entry]) -> set[EntryId]:
    """Every item that some entries name as theirs."""
    return {item for entry in entries if entry.envelope is not None for item in entry.envelope.referred("item")}


def items_concerned(entry: Entry) -> set[tuple[PartyId, EntryId]]:
    """The parties an item or a text names, each with the item."""
    envelope = entry.envelope
    if envelope is None or envelope.kind not in ("item", "text"):
        return set()
    named = (envelope.bind or {}).get("parties")
    parties = {PartyId(EntryId(party)) for party in named if isinstance(party, str)} if isinstance(named, list) else set()
    items = (entry.id,) if envelope.kind == "item" else envelope.referred("item")
    return {(party, item) for party in parties for item in items}


def turned_by(entry: Entry, succession: Iterable[Entry]) -> set[PartyId]:
    """The parties for whom another may speak, or no longer, because of an entry; `succession`: all entries on that."""
    lines = {(old, new) for found in succession for old, new in _line(found)}
    turns = entry.index == 0 or (entry.envelope is not None and entry.envelope.kind in TURNING)
    reached: set[PartyId] = set()
    if turns:
        reached = {entry.book} | {PartyId(target) for target in named_in(entry)}
    elif any(entry.book == old for old, _ in lines):
        reached = {entry.book}
    while True:
        further = {old for old, new in lines if new in reached} - reached
        if not further:
            return reached
        reached |= further


def _line(entry: Entry) -> set[tuple[PartyId, PartyId]]:
    envelope = entry.envelope
    if envelope is None:
        return set()
    olds = (entry.book,) if envelope.kind == "close" else envelope.referred("old")
    return {(PartyId(old), PartyId(new)) for old in olds for new in envelope.referred("successor")}
