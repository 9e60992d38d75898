"""What a form is filled with before anybody types: what its address asks for, and what follows from that.

The few lines by kind are courtesies; without them the form works the same.
"""

from __future__ import annotations

from typing import cast

from comity.desk.asking import Ask
from comity.desk.form_filled import Filled, asked_for
from comity.desk.form_kinds import typed_fields
from comity.procedures.own_books import home_book
from comity.record.act import EntryId, PartyId
from comity.record.canonical import Fields
from comity.record.errors import ComityError
from comity.record.field import Ref
from comity.record.kind import Kind
from comity.record.label import Label, strictest


def prefilled(ask: Ask, kind: Kind) -> Filled:
    """The texts a new form begins with."""
    filled = asked_for(ask.request.GET)
    if kind.name == "progress":
        _progress(ask, filled)
    if kind.name in ("letter", "call"):
        _answer(ask, kind.name, filled)
    _keep_label(ask, kind, filled)
    return filled


def _progress(ask: Ask, filled: Filled) -> None:
    """An owner whose own book this is gives its own word; what others say was told."""
    owner = _row(ask, filled.one("owner"))
    if owner is None:
        return
    book = ask.reading.book(PartyId(EntryId(str(owner["id"]))))
    if book is not None and book.own:
        filled.put("word", "own")
        filled.put("entry.book", book.party)
    else:
        filled.put("word", "told")


def _answer(ask: Ask, kind: str, filled: Filled) -> None:
    """An answer goes back: from whom it was asked of, to who asked."""
    asked = _row(ask, filled.one("answers"))
    if asked is None:
        return
    fields = cast(Fields, asked["fields"])
    for there, back in (("to", "from"), ("from", "to")):
        parties, post = fields.get(f"{there}_party"), fields.get(f"{there}_post")
        if isinstance(parties, list):
            filled.put(f"{back}_party", *(str(party) for party in parties))
        if isinstance(post, str):
            filled.put(f"{back}_post", post)
    filled.put("asks_for", "informs")
    if kind == "letter":
        filled.put("kind_of_letter", "reply")
    own = {book.party for book in ask.reading.books() if book.own}
    sender = next((party for party in filled("from_party") if party in own), home_book(ask.reading) or "")
    if sender:
        filled.put("entry.book", sender)


def _keep_label(ask: Ask, kind: Kind, filled: Filled) -> None:
    """What is said of things goes, unless the person says otherwise, no further than those things themselves."""
    named = [name for field in typed_fields(kind) if isinstance(field.form, Ref) for name in filled(field.name)]
    labels = [Label(str(row["label"])) for row in (_row(ask, name) for name in named) if row is not None]
    if labels and strictest(labels) is not Label.CLEAR:
        filled.put("entry.label", strictest((Label.AMBER, *labels)))


def _row(ask: Ask, name: str) -> Fields | None:
    try:
        return ask.reading.thing(ask.reading.resolve(name)) if name else None
    except ComityError:
        return None
