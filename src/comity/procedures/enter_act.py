"""Enters one act in a party's book."""

from __future__ import annotations

from comity.procedures.entering import Entering
from comity.procedures.hand import Hand
from comity.procedures.own_books import own_book
from comity.procedures.short_names import give_name
from comity.record.act import EntryId
from comity.record.canonical import Fields
from comity.store.home import Home


def enter_act(home: Home, kind: str, given: Fields, *, by: Hand, short: str = "") -> EntryId:
    """Enters one act of `kind` and returns its id once it is durable; `short` names the new thing in this home.

    Acts given in place of references are entered first, in the same transaction.
    Raises: what `Entering.act` raises; NameTaken, UnknownParty.
    """
    with home.write() as writing:
        entering = Entering(home, writing, by.moment, lang=by.lang)
        entry = entering.act(kind, given, own_book(writing, by.party), key=by.key)
        if short:
            give_name(writing, short, entry)
        entering.finish()
    return entry
