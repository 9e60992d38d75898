"""Whose book is meant: by name, or the home's own where none is named.

The home's own book is that of the first party named as its own. A home in which no own party was named opens
the book of "office" the first time something must be entered.

Source: docs/decisions/0016-the-office-book.md.
"""

from __future__ import annotations

from comity.procedures.entering import Entering
from comity.procedures.short_names import give_name
from comity.record.act import PartyId
from comity.record.canonical import Fields
from comity.record.errors import NoBookHere, UnknownParty, UnknownThing
from comity.store.reading import Reading

OFFICE = "office"
OFFICE_CHARTER: Fields = {
    "name": {"vi": "Cơ quan giữ sổ này", "zh-Hans": "本台账的记录机关", "en": "The office that keeps this book"},
    "organ": "department",
}


def own_book(reading: Reading, name: str) -> PartyId:
    """The party called `name` that keeps its book in this home. Raises: UnknownParty, NoBookHere."""
    try:
        party = PartyId(reading.resolve(name))
    except UnknownThing as problem:
        raise UnknownParty(name=name) from problem
    book = reading.book(party)
    if book is None or not book.own:
        raise NoBookHere(party=name)
    return party


def home_book(reading: Reading) -> PartyId | None:
    """The home's own book: the first own party's, the office's last; None while there is none."""
    own = [book.party for book in reading.books() if book.own]
    short = reading.short_names_of(own) if len(own) > 1 else {}
    named = [party for party in own if short.get(party) != OFFICE]
    return next(iter(named or own), None)


def book_to_enter(entering: Entering, name: str | None) -> PartyId:
    """The book meant by `name`, else the home's own, opened as the office's where the home has none."""
    if name:
        return own_book(entering.writing, name)
    party = home_book(entering.writing)
    if party is None:
        party = entering.charter(OFFICE_CHARTER)
        give_name(entering.writing, OFFICE, party)
    return party
