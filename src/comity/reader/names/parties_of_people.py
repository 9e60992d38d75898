"""Parties by the people named: whoever holds a post comes for the place served, if the text names it at all.

A state is none where a place of its own is a party: ambassadors and ministers look on there.
"""

from __future__ import annotations

from comity.reader.names.sides import code_of
from comity.reader.reading import Party, Person
from comity.reader.text.page import Page
from comity.reader.words.gazetteer import BODY, Mention

# Less sure than what the text calls a party itself.
_SURE = 0.5


def with_served(page: Page, parties: tuple[Party, ...], people: tuple[Person, ...]) -> tuple[Party, ...]:
    """The parties, connected bodies last, with the places that people serve and that are none of them yet."""
    known = {code for party in parties for code in (party.code, party.country)}
    served = dict.fromkeys(person.party for person in people if person.party is not None and person.party not in known)
    if not served:
        return parties
    first: dict[str, Mention] = {}
    for mention in page.places:
        if mention.place.level != BODY:
            first.setdefault(code_of(mention), mention)
    found = tuple(_party(page, code, first[code]) for code in served if code in first)
    own = tuple(party for party in parties if party.role is None)
    return (*own, *found, *(party for party in parties if party.role is not None))


def _party(page: Page, code: str, mention: Mention) -> Party:
    quote = page.quote(mention.start, mention.end)
    return Party(code, quote.quote, mention.place.country, None, (quote,), "people/served", _SURE)
