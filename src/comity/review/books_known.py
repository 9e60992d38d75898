"""What is known to be missing of the books a paper rests on, so that half a book is not taken for a whole one.

How far a book goes is said by its own signed head; what another book has seen of it is told as that book's word.

Source: design promise P3; `record/shelf.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from comity.paper.printed import Line
from comity.paper.printed_line import row_line, say_line, within
from comity.paper.translate import N_

SIGNED = N_(
    "Of the book of {party}, {held} of at least {size} entries are held here, as a signed head of it shows; what the others say "
    "is not known here."
)
SEEN = N_(
    "Of the book of {party}, {held} of at least {size} entries are held here, as another book states; what the others say is not "
    "known here."
)
WITHOUT = N_("No book of theirs is held here, so that what stands here of them was entered by others: {parties}.")


@dataclass(frozen=True, slots=True)
class HalfBook:
    """A book of which `held` entries are here and which goes on to `size` at least; `is_signed`: its own head says so."""

    party: str
    held: int
    size: int
    is_signed: bool


@dataclass(frozen=True, slots=True)
class BooksKnown:
    """The books that go on further than they are held, and the parties of whose books nothing is held or known."""

    half: tuple[HalfBook, ...] = ()
    without: tuple[str, ...] = ()


def lines_of(known: BooksKnown, lang: str, name: Callable[[str], Line]) -> Iterator[tuple[str, Line]]:
    """What to say of them, each with a key of its own."""
    for half in known.half:
        template = SIGNED if half.is_signed else SEEN
        yield f"book/{half.party}", say_line(lang, template, party=within(name(half.party), lang), held=half.held, size=half.size)
    if known.without:
        yield "without_book", say_line(lang, WITHOUT, parties=row_line([name(each) for each in known.without], lang))
