"""Gathers what a review book of a session is written from, and writes the book in several languages.

- The home edition is seen with the home's own eyes; the joint one from nothing but what may go to every party of the session.
- What the parties are called, and which code they have, is read as its readers may see it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from comity.paper.printed import Drafted
from comity.paper.row_parts import fields_in, ids_in, rows_in, words_in
from comity.procedures.books_known import books_known
from comity.procedures.eyes import Eyes
from comity.procedures.gather_findings import Asked, Findings, gather_findings
from comity.record.canonical import Fields
from comity.review.book import review_book
from comity.review.books_known import BooksKnown
from comity.review.changed import Changes, changes
from comity.review.material import BookHead, Edition, Item, Material, Noted, agreed_items, entries_known, items_not_held, named_in
from comity.store.reading import Reading


@dataclass(frozen=True, slots=True)
class About:
    """`earlier` findings by key, as of the last book; `link` what stands before an id in the address of a thing."""

    earlier: dict[str, Fields] = field(default_factory=dict)
    has_earlier: bool = False
    link: str = ""


NOTHING_MORE = About()


def review_books(reading: Reading, asked: Asked, langs: Iterable[str], *, more: About = NOTHING_MORE) -> dict[str, Drafted]:
    """The book of `asked.session` by language. Raises: UnknownThing, AmbiguousName, WrongValue."""
    material = review_material(reading, asked, more=more)
    return {lang: review_book(material, lang) for lang in langs}


# How far up the parts of a party are followed to the code of its country.
PARTS_UP = 3


def review_material(reading: Reading, asked: Asked, *, more: About = NOTHING_MORE) -> Material:
    """What the book is written from. Raises: UnknownThing, AmbiguousName, WrongValue."""
    found = gather_findings(reading, asked)
    if found.row is None:
        raise AssertionError("a review book is that of a session")
    state, scope, items = found.state, found.scope, agreed_items(found.state, found.scope)
    eyes = found.eyes
    books = _books(reading, found, joint=asked.joint)
    entries = entries_known(state)
    wanted = _named(found) | named_in(items, state) | {book.party for book in books} | set(state.us)
    parties = list(dict.fromkeys((*ids_in(fields_in(found.row), "parties"), *(book.party for book in books))))
    wanted |= {str(entry.get("party", "")) for entry in entries.values()} | _cited(found) | set(parties)
    names = eyes.names(wanted)
    return Material(
        edition=Edition.JOINT if asked.joint else Edition.HOME,
        state=state,
        scope=scope,
        row=found.row,
        found=found.found,
        items=items,
        not_held=items_not_held(state, scope),
        names=names,
        isos=_isos(eyes, wanted),
        books=books,
        changes=_changes(found, more),
        link=more.link,
        cut=(asked.most or 0) if found.cut else 0,
        entries=entries,
        notes={} if asked.joint else _noted(reading, items),
        known=BooksKnown() if asked.joint else books_known(reading, {each: names[each] for each in parties if each in names}),
    )


def _noted(reading: Reading, items: Iterable[Item]) -> dict[str, tuple[Noted, ...]]:
    """What people here noted of the items, by id: for a home edition only."""
    notes = reading.home_notes(str(item.row["id"]) for item in items)
    return {thing: tuple(Noted(each.number, each.text, each.written_at[:10]) for each in found) for thing, found in notes.items()}


def _named(found: Findings) -> set[str]:
    named = {name for each in found.found for name in each.named()}
    return named | {found.scope.session} | _of_texts(found)


def _cited(found: Findings) -> set[str]:
    return {entry for each in found.found for entry in each.evidence}


def _of_texts(found: Findings) -> set[str]:
    """Items with their parties, for the annex of signatures."""
    named: set[str] = set()
    for row in found.state.things("item"):
        agreement = row.get("agreement")
        texts = rows_in(agreement, "texts") if isinstance(agreement, dict) else ()
        named |= {str(row["id"]), *(party for text in texts for party in ids_in(text, "parties"))}
    return named


def _books(reading: Reading, found: Findings, *, joint: bool) -> tuple[BookHead, ...]:
    """The books held; for all sides, those of the session's parties."""
    parties = set(ids_in(fields_in(found.row), "parties")) if found.row else set()
    held = [book for book in reading.books() if not joint or book.party in parties]
    return tuple(BookHead(book.party, book.size, book.root) for book in held)


def _isos(eyes: Eyes, wanted: set[str]) -> dict[str, str]:
    """The code of each party; that of what it is part of for an organ or a unit without one."""
    rows = dict(eyes.called(thing for thing in wanted if len(thing) == 64))
    for _step in range(PARTS_UP):
        above = {each for row in rows.values() for each in ids_in(fields_in(row), "part_of")} - rows.keys()
        rows |= eyes.called(above) if above else {}
    isos = {thing: _iso(thing, rows) for thing in rows}
    return {thing: iso for thing, iso in isos.items() if iso}


def _iso(thing: str, rows: Mapping[str, Fields]) -> str:
    for _step in range(PARTS_UP + 1):
        fields = fields_in(rows[thing]) if thing in rows else {}
        if code := words_in(fields, "iso"):
            return code
        thing = next(iter(ids_in(fields, "part_of")), "")
    return ""


def _changes(found: Findings, more: About) -> Changes | None:
    return changes(found.found, more.earlier) if more.has_earlier else None
