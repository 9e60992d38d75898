"""Describes a party, or opens the book of one's own."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from comity.procedures.clock import Moment
from comity.procedures.entering import Entering
from comity.procedures.own_books import book_to_enter
from comity.procedures.short_names import give_name
from comity.record.act import EntryId
from comity.record.canonical import Fields
from comity.store.home import Home


def name_party(home: Home, short: str, described: Fields, *, moment: Moment) -> EntryId:
    """Describes a party that keeps no book here, in the home's own book. Raises: NameTaken, and as `Entering.act`."""
    with home.write() as writing:
        entering = Entering(home, writing, moment)
        party = entering.act("party", described, book_to_enter(entering, None))
        give_name(writing, short, party)
        entering.finish()
    return party


def open_book(home: Home, short: str, described: Fields, *, moment: Moment, officer: Ed25519PrivateKey | None = None) -> EntryId:
    """Opens the book of a party of one's own: keys, charter, first checkpoint. Raises: NameTaken, WrongValue.

    Without `officer` the first officer's key is made and kept in the home; move it out when the office is set up.
    """
    with home.write() as writing:
        entering = Entering(home, writing, moment)
        party = entering.charter(described, officer=officer)
        give_name(writing, short, party)
        entering.finish()
    return party
