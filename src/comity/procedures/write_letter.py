"""Writes a letter of one's own book as an official letter in the languages of both sides, with its entries inside the PDF.

- A clerk's words (`--edits`) stand in the place of drafted ones, as in a review book. What the entry says cannot be said
  otherwise in the head, and must still stand on the pages: who opens the letter elsewhere holds the one against the other.

Source: design section 7 (The letter is the record); docs/decisions/0030-the-letter-is-the-record.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from comity.paper.letter_words import without_empty
from comity.paper.printed import Printed
from comity.paper.printed_letter import drafted_letter
from comity.paper.printed_text import text_of
from comity.paper.row_parts import words_in
from comity.procedures.gather_letter import Letter, LetterAsked, gather_letter
from comity.procedures.letter_facts import lacking
from comity.procedures.write_review import place, read_edits
from comity.record.errors import HeadSaidByEntry, WordsLeaveOut, WrongValue
from comity.review.edits import Edits, Flag, of_letter, with_edits
from comity.review.edits_file import template_of
from comity.store.home import Home

INSIDE = "comity-letter.json"
MEDIA = "application/json"
# What a clerk adds to the head of a letter, whatever its entry says.
_ADDED = ("over", "place", "recipients")


@dataclass(frozen=True, slots=True)
class WrittenLetter:
    """The files, the letter first, and what a person must look at again."""

    files: tuple[Path, ...]
    flags: tuple[Flag, ...] = ()


def write_letter(home: Home, asked: LetterAsked, to: Path, *, day: str) -> WrittenLetter:
    """Writes the letter as a PDF; `day` (ISO) is said to be that of its making where it bears none itself.

    Raises: what `gather_letter` raises; WrongValue, FileMissing, EditsWrong, EditsElsewhere, HeadSaidByEntry, WordsLeaveOut,
    FontsMissing, FileThere, StoreError.
    """
    if to.suffix.lower() != ".pdf":
        raise WrongValue(field="to", value=to.name[-60:], expected="a file whose name ends in .pdf")
    edits = read_edits(asked.edits) if asked.edits else None
    with home.read() as reading:
        letter = gather_letter(reading, asked)
    printed, flags = edited_letter(letter, edits)
    files = [place(to, letter_pdf(letter, day=day, printed=printed))]
    if asked.template:
        drafted = {lang: drafted_letter(letter.parts, lang) for lang in letter.langs}
        text = template_of(drafted, {"letter": str(letter.parts.row["id"])}, "comity letter --edits FILE")
        files.append(place(to.with_suffix(".edits.toml"), text.encode()))
    return WrittenLetter(tuple(files), flags)


def edited_letter(letter: Letter, edits: Edits | None = None) -> tuple[tuple[Printed, ...], tuple[Flag, ...]]:
    """The letter in its languages with a clerk's words in it, and what he must look at again.

    Raises: EditsElsewhere, HeadSaidByEntry, WordsLeaveOut.
    """
    drafted = [drafted_letter(letter.parts, lang) for lang in letter.langs]
    if edits is None:
        return tuple(without_empty(each.printed) for each in drafted), ()
    edits.must_fit(of_letter(str(letter.parts.row["id"])))
    for each in drafted:
        for field in edits.heads.get(each.printed.lang, {}):
            if field not in _ADDED and getattr(each.printed.head, field):
                raise HeadSaidByEntry(path=edits.name, field=field)
    both = [with_edits(each, edits, keeps_gone=False, says_moved=False) for each in drafted]
    printed = tuple(without_empty(one) for one, _flags in both)
    for one in printed:
        if field := lacking(letter.parts.row, letter.parts.names, text_of(one), langs=[one.lang]):
            raise WordsLeaveOut(path=edits.name, field=field, lang=one.lang)
    return printed, tuple(flag for _one, flags in both for flag in flags)


def letter_pdf(letter: Letter, *, day: str, printed: Sequence[Printed] = ()) -> bytes:
    """The letter as a PDF, each language whole and in its own layout; as drafted, where no `printed` versions are given."""
    # Fonts and the engine that sets them take a moment to load, so only where they are asked for.
    from comity.paper.printed_page import Order
    from comity.paper.printed_pdf import Attached, pdf_of

    dated = words_in(letter.parts.fields, "dated_on")
    attached = Attached(INSIDE, MEDIA, letter.inside, letter.parts.code)
    given = printed or edited_letter(letter)[0]
    return pdf_of(given, made_on=dated if len(dated) == 10 else day, order=Order.IN_TURN, attached=[attached])
