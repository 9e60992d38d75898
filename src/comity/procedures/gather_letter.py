"""Gathers a letter of one's own book with all that may go with it to who receives it.

- What travels is the letter, the charter of its book, whom it names, and what it refers to as far as that may go to all who
  receive it: to a party with a book by the labels, to one without only what is public. The letter itself goes to those it is
  written to.
- What may not go is left out, and nothing tells that it is there. Nothing of the home is in it: no short name, no note.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from comity.kinds.folding import fold_thing, row
from comity.kinds.showing import seen_by_all
from comity.paper.letter_parts import LANGUAGE_OF, LetterParts
from comity.paper.letter_words import called
from comity.paper.names import Name
from comity.paper.row_parts import fields_in, ids_in, statements_in, words_in
from comity.paper.thing_view import title_parts
from comity.paper.wording import parts_of
from comity.procedures.carried import Carrying
from comity.procedures.eyes import JointEyes
from comity.record.act import EntryId, PartyId
from comity.record.canonical import Fields
from comity.record.errors import BodyNotHere, MissingField, NotForAddressee, NotOursToSend
from comity.record.field import PARTIES
from comity.record.language import LANGUAGES
from comity.record.shelf import Entry
from comity.record.state import BodyState
from comity.store.folding import opens
from comity.store.reading import Reading

_QUOTED = ("answers", "about")
_NAMED = ("from_party", "to_party")


@dataclass(frozen=True, slots=True)
class LetterAsked:
    """Which letter, in which languages (none: those of both sides), and where its code is checked.

    `edits` a file of a clerk's changes, None for none; `template`: a file of changes to fill in is written beside the letter.
    """

    name: str
    langs: tuple[str, ...] = ()
    check_at: str = ""
    edits: Path | None = None
    template: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter ready to be printed: its parts, its languages in order, and the bundle that travels inside."""

    parts: LetterParts
    langs: tuple[str, ...]
    inside: bytes


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
    named = [EntryId(thing) for role in (*_QUOTED, *_NAMED) for thing in ids_in(fields, role)]
    carried = _Carried(carrying, eyes)
    carried.add(named)
    said = _statements(reading, eyes, carried.not_shown())
    # What a statement speaks of, and of whom, travels with it.
    carried.add(EntryId(thing) for each in said.values() for thing in (_spoken_of(each), *ids_in(fields_in(each), "owner")))
    shown = carried.shown
    quoted = {
        thing: said.get(thing) or shown[thing] for role in _QUOTED for thing in ids_in(fields, role) if thing in said | shown
    }
    parts = LetterParts(
        row=seen,
        names={thing: _name(shown[thing]) for thing in shown if shown[thing]["kind"] in PARTIES},
        countries={thing: words_in(fields_in(each), "iso")[:2] for thing, each in shown.items() if each["kind"] in PARTIES},
        quoted={thing: row for thing, row in quoted.items() if called(row).parts},
        check_at=asked.check_at,
    )
    entries = [*carrying.entries_of(letter_id), *carried.entries(said)]
    return Letter(parts, _languages(parts, asked.langs), carrying.pack([letter_id], entries))


@dataclass(slots=True)
class _Carried:
    """What travels with a letter, by id: its entries, and its row as the receivers see it where it is a thing."""

    carrying: Carrying
    eyes: JointEyes
    travelling: dict[str, list[Entry]] = field(default_factory=dict)
    shown: dict[str, Fields] = field(default_factory=dict)

    def add(self, things: Iterable[EntryId]) -> None:
        """Takes along what may go."""
        new = {
            str(thing): found for thing in things if thing not in self.travelling and (found := self.carrying.entries_of(thing))
        }
        self.travelling |= new
        self.shown |= self.eyes.called(new)

    def not_shown(self) -> list[EntryId]:
        """What is no thing, or none that is seen."""
        return [EntryId(thing) for thing in self.travelling if thing not in self.shown]

    def entries(self, said: Iterable[str]) -> list[Entry]:
        """The entries of what is seen, and of these statements."""
        return [entry for thing in (*self.shown, *said) for entry in self.travelling[thing]]


def _statements(reading: Reading, eyes: JointEyes, entries: Iterable[EntryId]) -> dict[str, Fields]:
    """Statements as they are seen, by id, each with the row it speaks of under "of"; without those whose thing is not seen."""
    found: dict[str, Fields] = {}
    for entry_id in entries:
        entry = reading.entry(entry_id)
        if entry is None or entry.envelope is None or opens(entry.envelope.kind):
            continue
        for thing in eyes.called(ref.id for ref in entry.envelope.refs).values():
            found |= {str(said["id"]): {**said, "of": thing} for said in statements_in(thing) if said["id"] == entry_id}
    return found


def _spoken_of(said: Fields) -> str:
    of = said["of"]
    return str(of["id"]) if isinstance(of, dict) else ""


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
