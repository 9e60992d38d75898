"""Enters what a person typed into a form."""

from __future__ import annotations

from comity.procedures.entering import Entering
from comity.procedures.hand import Hand
from comity.procedures.own_books import book_to_enter
from comity.procedures.short_names import give_name
from comity.record.act import EntryId, PartyId
from comity.record.canonical import Fields
from comity.store.home import Home


def enter_by_hand(home: Home, kind: str, given: Fields, *, by: Hand, short: str = "") -> tuple[EntryId, PartyId]:
    """Enters one act and returns its id and the book it stands in, once it is durable.

    Without a party it goes into the home's own book, which is opened as the office's where there is none.
    Raises: what `Entering.act` raises; NameTaken, UnknownParty.
    """
    with home.write() as writing:
        entering = Entering(home, writing, by.moment, lang=by.lang)
        book = book_to_enter(entering, by.party or None)
        entry = entering.act(kind, given, book, key=by.key)
        if short:
            give_name(writing, short, entry)
        entering.finish()
    return entry, book
