"""Writes a letter of one's own book as an official letter in the languages of both sides, with its entries inside the PDF.

- What travels is the letter, the charter of its book, whom it names, and what it refers to as far as that may go to all who
  receive it: to a party with a book by the labels, to one without only what is public. The letter itself goes to those it is
  written to.
- What may not go is left out of the pages and of the file, and nothing tells that it is there.
- Nothing of the home is in it: no short name, no note.

Source: design section 7 (The letter is the record); docs/decisions/0030-the-letter-is-the-record.md.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from comity.kinds.folding import fold_thing, row
from comity.kinds.showing import seen_by_all
from comity.paper.names import Name
from comity.paper.printed_letter import LANGUAGE_OF, LetterParts, printed_letter
from comity.paper.row_parts import fields_in, ids_in, words_in
from comity.paper.thing_view import title_parts
from comity.paper.wording import parts_of
from comity.procedures.carried import Carrying
from comity.procedures.eyes import JointEyes
from comity.procedures.write_review import place
from comity.record.act import EntryId, PartyId
from comity.record.canonical import Fields
from comity.record.errors import BodyNotHere, MissingField, NotForAddressee, NotOursToSend, WrongValue
from comity.record.field import PARTIES
from comity.record.language import LANGUAGES
from comity.record.state import BodyState
from comity.store.home import Home
from comity.store.reading import Reading

INSIDE = "comity-letter.json"
MEDIA = "application/json"
_QUOTED = ("answers", "about")
_NAMED = ("from_party", "to_party")
_NONE: Fields = {"kind": "", "fields": {}}


@dataclass(frozen=True, slots=True)
class LetterAsked:
    """Which letter, in which languages (none: those of both sides), and what is added by hand to its head and foot."""

    name: str
    langs: tuple[str, ...] = ()
    place: str = ""
    copies: tuple[str, ...] = ()
    check_at: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter ready to be printed: its parts, its languages in order, and the bundle that travels inside."""

    parts: LetterParts
    langs: tuple[str, ...]
    inside: bytes


def write_letter(home: Home, asked: LetterAsked, to: Path, *, day: str) -> Path:
    """Writes the letter as a PDF and returns its file; `day` (ISO) is said to be that of its making where it bears none itself.

    Raises: what `gather_letter` raises; WrongValue, FontsMissing, FileThere, StoreError.
    """
    if to.suffix.lower() != ".pdf":
        raise WrongValue(field="to", value=to.name[-60:], expected="a file whose name ends in .pdf")
    with home.read() as reading:
        letter = gather_letter(reading, asked)
    return place(to, letter_pdf(letter, day=day))


def letter_pdf(letter: Letter, *, day: str) -> bytes:
    """The letter as a PDF, each language whole and in its own layout."""
    # Fonts and the engine that sets them take a moment to load, so only where they are asked for.
    from comity.paper.printed_page import Order
    from comity.paper.printed_pdf import Attached, pdf_of

    dated = words_in(letter.parts.fields, "dated_on")
    printed = [printed_letter(letter.parts, lang) for lang in letter.langs]
    attached = Attached(INSIDE, MEDIA, letter.inside, letter.parts.code)
    return pdf_of(printed, made_on=dated if len(dated) == 10 else day, order=Order.IN_TURN, attached=[attached])


def gather_letter(reading: Reading, asked: LetterAsked) -> Letter:
    """The letter with all that may go with it.

    Raises: UnknownThing, AmbiguousName, NotOursToSend, BodyNotHere, MissingField, NotForAddressee, TooLong, WrongValue.
    """
    letter_id = reading.resolve(asked.name)
    found = _own_letter(reading, letter_id)
    readers = _readers(reading, ids_in(fields_in(found), "to_party"))
    seen = _as_they_see_it(reading, letter_id, readers)
    carrying = Carrying(reading, readers, addressed=_of_letter(reading, letter_id))
    eyes, fields = JointEyes(reading, _narrowest(readers)), fields_in(seen)
    travelling = {
        thing: entries
        for role in (*_QUOTED, *_NAMED)
        for thing in ids_in(fields, role)
        if (entries := carrying.entries_of(EntryId(thing)))
    }
    shown = eyes.called(travelling)
    parts = LetterParts(
        row=seen,
        names={thing: _name(shown[thing]) for thing in shown if shown[thing]["kind"] in PARTIES},
        countries={thing: words_in(fields_in(each), "iso")[:2] for thing, each in shown.items() if each["kind"] in PARTIES},
        quoted={
            thing: shown[thing] for role in _QUOTED for thing in ids_in(fields, role) if title_parts(shown.get(thing) or _NONE)
        },
        place=asked.place,
        copies=asked.copies,
        check_at=asked.check_at,
    )
    entries = [*carrying.entries_of(letter_id), *(entry for thing in shown for entry in travelling[thing])]
    return Letter(parts, _languages(parts, asked.langs), carrying.pack([letter_id], entries))


def _own_letter(reading: Reading, letter_id: EntryId) -> Fields:
    """The row of a letter that a party here wrote."""
    found = reading.thing(letter_id)
    book = reading.book(PartyId(EntryId(str(found["party"])))) if found else None
    if found is None or found["kind"] != "letter" or book is None or not book.own:
        raise NotOursToSend(name=_called(reading, letter_id))
    if found["body"] != BodyState.HELD:
        raise BodyNotHere(name=_called(reading, letter_id))
    fields = fields_in(found)
    if str(book.party) not in ids_in(fields, "from_party"):
        raise NotOursToSend(name=_called(reading, letter_id))
    if not ids_in(fields, "to_party"):
        raise MissingField(kind="letter", field="to_party")
    return found


def _readers(reading: Reading, parties: Iterable[str]) -> tuple[PartyId | None, ...]:
    """Who receives it, for what it refers to: a party with a book as such, any other as anybody."""
    charters = {str(book.party) for book in reading.books()}
    return tuple({PartyId(EntryId(party)) if party in charters else None for party in parties})


def _narrowest(readers: Collection[PartyId | None]) -> list[PartyId]:
    """The readers by whose eyes all of them can be shown something; none, which is anybody's, where one keeps no book."""
    named = [reader for reader in readers if reader is not None]
    return named if len(named) == len(readers) else []


def _as_they_see_it(reading: Reading, letter_id: EntryId, readers: Collection[PartyId | None]) -> Fields:
    """The letter as its receivers may see it: those with a book by its label, those without because it is written to them."""
    opening, naming = reading.act(letter_id), reading.acts_naming(letter_id)
    if opening is None:
        raise NotOursToSend(name=_called(reading, letter_id))
    own = [act for act in naming if act.entry.id in _of_letter(reading, letter_id)]
    with_book = [reader for reader in readers if reader is not None]
    thing = seen_by_all(with_book, opening, own) if with_book else fold_thing(opening, own)
    if thing is None:
        raise NotForAddressee(name=_called(reading, letter_id))
    return row(thing)


def _of_letter(reading: Reading, letter_id: EntryId) -> frozenset[EntryId]:
    """The letter and its own party's corrections of it."""
    opening = reading.entry(letter_id)
    corrections = [
        act.entry.id
        for act in reading.acts_naming(letter_id)
        if opening is not None
        and act.entry.book == opening.book
        and act.entry.envelope is not None
        and act.entry.envelope.kind == "correction"
    ]
    return frozenset({letter_id, *corrections})


def _languages(parts: LetterParts, asked: tuple[str, ...]) -> tuple[str, ...]:
    """Those asked for; else the sender's and the receivers', by the countries they are of; else those it is worded in."""
    if asked:
        return asked
    named = [party for role in _NAMED for party in ids_in(parts.fields, role)]
    of_sides = dict.fromkeys(LANGUAGE_OF[parts.countries[one]] for one in named if parts.countries.get(one) in LANGUAGE_OF)
    worded = {part.lang for part in parts_of(parts.fields.get("subject"))}
    if len(of_sides) < 2 and {"vi", "zh-Hans"} <= worded:
        of_sides |= dict.fromkeys(("vi", "zh-Hans"))
    return tuple(of_sides) or tuple(lang for lang in LANGUAGES if lang in worded) or ("vi", "zh-Hans")


def _name(found: Fields) -> Name:
    return Name(str(found["id"]), str(found["kind"]), tuple(title_parts(found)), "", True)


def _called(reading: Reading, thing: EntryId) -> str:
    return reading.short_name_of(thing) or thing[:12]
