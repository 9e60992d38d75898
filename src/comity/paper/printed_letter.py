"""A letter on paper: what its entry says, as an official letter in the layout of each language.

- Nothing stands in it but what the entry and the things it names say, as its receivers may see them, and what a clerk adds.
- Who has no name that may be said is a row of dots; what is not worded in a language says so and stands in the one it has.
- In a row of parties those of the language's own country come first.
- The code and the square below are for checking; without them it is simply a letter.

Source: Decree 30/2020/ND-CP, appendix I; GB/T 9704-2012; docs/decisions/0030-the-letter-is-the-record.md.
"""

from __future__ import annotations

import re

from comity.paper.letter_parts import LetterParts, subject_line
from comity.paper.letter_words import letter_blocks
from comity.paper.names import of_line
from comity.paper.printed import Drafted, Head, Line, Mark, Printed, Run, plain
from comity.paper.printed_head import DOTS
from comity.paper.printed_line import joined, name_line
from comity.paper.row_parts import ids_in, words_in
from comity.paper.square import square_of
from comity.paper.translate import translate

_ABOUT = re.compile(r"^(về việc|v/v)\s+", re.IGNORECASE)


def drafted_letter(letter: LetterParts, lang: str) -> Drafted:
    """The letter in one language, as its entry has it; the paragraph for a clerk's own words is empty."""
    blocks, digests = letter_blocks(letter, lang)
    return Drafted(Printed(lang, (), "", "", _head(letter, lang), blocks, False, _mark(letter, lang)), digests)


def square_text(letter: LetterParts) -> str:
    """What the square holds: the code and the whole id, and an address only where one is set."""
    if letter.check_at:
        return f"{letter.check_at.rstrip('/')}/check/?code={letter.code}"
    # Capitals and digits make a coarser square, which survives copying better.
    return f"comity:{letter.code} {letter.row['id']}".upper()


def _head(letter: LetterParts, lang: str) -> Head:
    fields, senders = letter.fields, ids_in(letter.fields, "from_party")
    return Head(
        organ=" - ".join(_called(letter, "from_party", lang)),
        number=words_in(fields, "number"),
        day=words_in(fields, "dated_on"),
        subject=_subject(letter, lang),
        addressees=_addressees(letter, lang),
        signer_post=of_line(words_in(fields, "from_post"), lang),
        signer=words_in(fields, "signer"),
        country=letter.countries.get(senders[0], "") if len(senders) == 1 else "",
        is_letter=True,
    )


def _subject(letter: LetterParts, lang: str) -> str:
    """The subject as the layout has it: in a Vietnamese head "V/v" stands before it; a Chinese title names the kind of paper."""
    subject: Line = subject_line(letter, lang)
    words = plain(subject)
    if lang == "vi":
        return without_about(words)
    if lang != "zh-Hans" or subject[0].lang or words == DOTS:
        return words
    called = "复函" if words_in(letter.fields, "kind_of_letter") == "reply" else "函"
    before, behind = "" if words.startswith("关于") else "关于", "" if words.endswith("函") else f"的{called}"
    return f"{before}{words}{behind}"


def without_about(subject: str) -> str:
    """A Vietnamese subject without the words for "on the matter of", which the layout itself says."""
    return _ABOUT.sub("", subject, count=1)


def _called(letter: LetterParts, role: str, lang: str) -> list[str]:
    return [plain(name_line(letter.names[one], lang)) for one in letter.in_order(role, lang) if one in letter.names]


def _addressees(letter: LetterParts, lang: str) -> tuple[str, ...]:
    """The receivers; the post written to stands behind them."""
    named, post = _called(letter, "to_party", lang), of_line(words_in(letter.fields, "to_post"), lang)
    if not post:
        return tuple(named)
    behind = f"（{post}）" if lang == "zh-Hans" else f" ({post})"
    return (*named[:-1], named[-1] + behind) if named else (post,)


def _mark(letter: LetterParts, lang: str) -> Mark:
    _ = translate(lang)
    text = square_text(letter)
    where = (
        _("Type it at {address} or in Comity.", address=f"{letter.check_at.rstrip('/')}/check/")
        if letter.check_at
        else _("Type it in Comity: comity check CODE.")
    )
    lines = (
        joined((Run(_("Verification code")), Run("：" if lang == "zh-Hans" else ": "), Run(letter.code, "und", is_strong=True))),
        (Run(where),),
        (Run(_("The PDF of this letter holds its entries; anybody can check them: comity open FILE.")),),
    )
    return Mark(square_of(text), _("Square for machines: {code}", code=letter.code), lines)
