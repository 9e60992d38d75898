"""Whether the pages of a letter say what its entry says: number, days, subject, signer and parties, in each language on them.

Letters and digits alone are compared: lines, layouts and what a clerk writes beside make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from comity.paper.letter_words import REGARDS, long_day
from comity.paper.moment import show_day
from comity.paper.names import Name
from comity.paper.printed_letter import without_about
from comity.paper.printed_line import MOST_NAME
from comity.paper.row_parts import fields_in, ids_in, words_in
from comity.paper.translate import translate
from comity.paper.wording import parts_of
from comity.record.canonical import Fields
from comity.record.language import LANGUAGES

_BY_CODE = re.compile(r"\[U\+([0-9A-F]{4,6})\]")
_MOST_PIECES, _SHORTEST_PIECE = 4, 12


def lacking(row: Fields, names: Mapping[str, Name], text: str, *, langs: Sequence[str] = ()) -> str:
    """The field of a letter that its pages (`text`) do not say; "" where they say all of them.

    With `langs` each of these versions must be there; without, those that are there are held against the entry.
    """
    fields, page = fields_in(row), _letters(text)
    languages = langs or [lang for lang in LANGUAGES if _is_there(fields, lang, page)]
    facts = [fact for lang in languages for fact in _facts(fields, names, lang)]
    missing = [field for field, ways in facts if not any(_stands(_letters(way), page) for way in ways)]
    return missing[0] if missing else "" if languages else "subject"


def _is_there(fields: Fields, lang: str, page: str) -> bool:
    """Whether the pages hold the version in a language: its subject, or the words every letter ends with."""
    subject = [part.text for part in parts_of(fields.get("subject")) if part.lang == lang]
    return any(_stands(_letters(words), page) for words in (*subject, translate(lang)(REGARDS)))


def _facts(fields: Fields, names: Mapping[str, Name], lang: str) -> Iterator[tuple[str, list[str]]]:
    """What the version in a language must say: fields with the ways in which each may be written."""
    for part in parts_of(fields.get("subject")):
        if part.lang == lang:
            yield "subject", [part.text, without_about(part.text)]
    for field in ("number", "signer"):
        if words_in(fields, field):
            yield field, [words_in(fields, field)]
    for field in ("dated_on", "answer_due_on"):
        day = words_in(fields, field)
        if day and (field == "dated_on" or fields.get("asks_for") != "informs"):
            yield field, [long_day(day, lang), show_day(day, lang)]
    for role in ("from_party", "to_party"):
        for party in ids_in(fields, role):
            yield from ((role, [words]) for words in _called(names, party, lang))


def _called(names: Mapping[str, Name], party: str, lang: str) -> list[str]:
    name = names.get(party)
    # A long name is cut on paper.
    return [part.text[: MOST_NAME - 1] for part in name.parts if part.lang == lang][:1] if name else []


def _stands(words: str, page: str) -> bool:
    """Whether the words stand on the pages; long ones may be parted by what stands at the end of a page."""
    for _piece in range(_MOST_PIECES):
        if words in page:
            return True
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if words[:middle] in page else (low, middle - 1)
        if min(low, len(words) - low) < _SHORTEST_PIECE:
            return False
        words = words[low:]
    return False


def _letters(text: str) -> str:
    """Letters and digits alone, in one spelling: lines and layouts make no difference. A sign without a font is printed by its
    code."""
    whole = _BY_CODE.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), "".join(text.split()))
    return "".join(sign for sign in unicodedata.normalize("NFKC", whole).casefold() if sign.isalnum())
