"""What people of a home note of an agreed item for themselves: a home note, no entry, so that nothing of it leaves the home.

- It stands on the item's page at the desk and in the home edition of a review book, under its item, and nowhere else.
- What is removed is gone for good; when the words of the item are erased, its notes go with them.

Source: docs/decisions/0033-home-notes.md; design section 4 (Home notes are not entries).
"""

from __future__ import annotations

from comity.procedures.clock import Moment
from comity.record.act import EntryId
from comity.record.errors import MissingField, NoSuchNote, TooManyNotes, WrongValue
from comity.record.language import check_text
from comity.store.home import Home
from comity.store.reading import HomeNote, Reading

MOST = 50
LONGEST = 2000


def notes_of(reading: Reading, name: str) -> tuple[EntryId, tuple[HomeNote, ...]]:
    """An agreed item and what is noted of it. Raises: UnknownThing, AmbiguousName, WrongValue."""
    thing = reading.resolve(name)
    row = reading.thing(thing)
    if row is None or row["kind"] != "undertaking":
        raise WrongValue(field="id", value=name[:60], expected="an agreed item")
    return thing, reading.home_notes([thing]).get(thing, ())


def add_note(home: Home, name: str, text: str, *, moment: Moment) -> HomeNote:
    """Notes something of an agreed item.

    Raises: UnknownThing, AmbiguousName, WrongValue, MissingField, TextNotNfc, HiddenCharacter, TooManyNotes, StoreError.
    """
    words = "\n".join(line.strip() for line in text.replace("\r\n", "\n").strip().split("\n"))
    check_text(words, field="text")
    if not words:
        raise MissingField(field="text")
    if len(words) > LONGEST:
        raise WrongValue(field="text", value=words[:40], expected=f"at most {LONGEST} characters")
    with home.write(entering=False) as writing:
        thing, notes = notes_of(writing, name)
        if len(notes) >= MOST:
            raise TooManyNotes(limit=MOST)
        new = HomeNote(max((each.number for each in notes), default=0) + 1, words, moment.at)
        writing.set_home_notes(thing, (*notes, new))
    return new


def remove_note(home: Home, name: str, number: int) -> None:
    """Takes a note away for good. Raises: UnknownThing, AmbiguousName, WrongValue, NoSuchNote, StoreError."""
    with home.write(entering=False) as writing:
        thing, notes = notes_of(writing, name)
        if all(each.number != number for each in notes):
            raise NoSuchNote(number=number)
        writing.set_home_notes(thing, tuple(each for each in notes if each.number != number))
