"""A refusal as a sentence in the reader's language, with the parts that fill it translated where they are known.

What an error names besides its sentence (what a field expects, how a draft was settled) is kept in English by the
record. `PARTS` lists the ones a person at a form meets; a part in braces stands for whatever the record put there.
`details.py` lists those of broken files (hashes, tiles, notes).
"""

from __future__ import annotations

import re

from comity.paper.details import DETAILS
from comity.paper.labels import field_label
from comity.paper.translate import N_, Msgid, translate
from comity.record.errors import ComityError

PARTS: tuple[Msgid, ...] = (
    N_("one line of text"),
    N_("text"),
    N_("a date like 2024-02-27"),
    N_("a date like 2024-02-27, 2024-02 or 2024"),
    N_("an instant in UTC like 2026-12-01T01:00:00Z"),
    N_("a whole number from {least} to {most}"),
    N_("true or false"),
    N_("one of {options}"),
    N_('a wording by language, like {{"vi": "...", "zh-Hans": "...", "en": "..."}}'),
    N_("a quotation with its place: start, end, quote"),
    N_("a record of {parts}"),
    N_("the id of {kinds}"),
    N_("a list: {part}"),
    N_("a SHA-256 digest in 64 hexadecimal digits"),
    N_("a public key in 64 hexadecimal digits"),
    N_("an address beginning with http:// or https://"),
    N_("each language once, in alphabetical order"),
    N_("at least one authentic language version"),
    N_("at most {number}"),
    N_("at most {number} characters"),
    N_("one id"),
    N_("what stands in the envelope is never corrected"),
    N_("not wider than the label of what it corrects: {label}"),
    N_("every party of the item and of the texts it supersedes"),
    N_("not before {day}"),
    N_("no day where nothing is asked for"),
    N_("a name of letters, digits and - . _, unlike an id"),
    N_('new values by field, like {{"due_on": "2027-10"}}'),
    N_("accepted"),
    N_("dropped"),
)
# "text" would take what begins with it only whole; the longest fitting part is tried first.
_BY_LENGTH = sorted((*PARTS, *DETAILS), key=len, reverse=True)


def refusal_sentence(error: ComityError, lang: str) -> str:
    """What the refusal says, in `lang`; in English where the catalogue lacks it."""
    if not error.sentence:
        return error.code or type(error).__name__
    values = {name: part_in_language(str(value), lang) for name, value in error.values.items()}
    if "field" in values:
        values["field"] = field_label(str(error.values.get("kind", "")), values["field"], lang)
    return translate(lang)(error.sentence, **values)


def part_in_language(part: str, lang: str) -> str:
    """A part of a refusal in `lang`, as it came where it is not known."""
    for msgid in _BY_LENGTH:
        found = _pattern(msgid).fullmatch(part)
        if found:
            inner = {name: part_in_language(text, lang) for name, text in found.groupdict().items()}
            return translate(lang)(msgid, **inner)
    return part


def _pattern(msgid: str) -> re.Pattern[str]:
    pieces = re.split(r"(\{\{|\}\}|\{[a-z]+\})", msgid)
    written = [
        piece[0] if piece in ("{{", "}}") else piece if not re.fullmatch(r"\{[a-z]+\}", piece) else None for piece in pieces
    ]
    return re.compile(
        "".join(f"(?P<{pieces[at][1:-1]}>.+)" if text is None else re.escape(text) for at, text in enumerate(written)),
        re.DOTALL,
    )
