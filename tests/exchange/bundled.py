"""A world's entries as a bundle: what another node is sent."""

from __future__ import annotations

from comity.exchange.bundle import Packed, pack
from comity.record.proof import inclusion


def packed(world, *ids, bodies=True):
    """The entries with these ids, and the charters of their books, each with its proof."""
    wanted = {*ids, *(world.written(entry).envelope.party or entry for entry in ids)}
    return [_packed(world, entry, bodies) for entry in world.entries() if entry.id in wanted]


def notes(entries, world):
    """The signed heads of the books of some entries."""
    parties = {party.id: party for party in world.parties.values()}
    return {each.entry.book: parties[each.entry.book].checkpoint() for each in entries}


def bundle(world, *ids, more=(), bodies=True):
    """The bundle about `ids`; `more` are further entries it rests on."""
    entries = packed(world, *ids, *more, bodies=bodies)
    return pack(ids, notes(entries, world), entries)


def _packed(world, entry, bodies):
    party = next(party for party in world.parties.values() if party.id == entry.book)
    written = world.written(entry.id)
    proof = inclusion(entry.index, len(party.book), party.subtree)
    return Packed(entry, tuple(proof), (written.salt, written.body) if bodies else None)
