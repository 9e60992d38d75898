"""A letter on paper: what its entry says, as an official letter in the layout of each language.

- Nothing stands in it but what the entry and the things it names say, as its receivers may see them.
- Who has no name that may be said is a row of dots; what is not worded in a language says so and stands in the one it has.
- In a row of parties those of the language's own country come first.
- The code and the square below are for checking; without them it is simply a letter.

Source: Decree 30/2020/ND-CP, appendix I; GB/T 9704-2012; docs/decisions/0030-the-letter-is-the-record.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comity.kinds import every_kind
from comity.kinds.answering import ASKED, INFORMS
from comity.paper.labels import kind_label
from comity.paper.moment import show_day
from comity.paper.names import Name, of_line
from comity.paper.printed import Block, Bullets, Head, Line, Mark, Paragraph, Printed, Run, plain
from comity.paper.printed_head import english_day
from comity.paper.printed_line import joined, name_line, row_line, say_line, words_run
from comity.paper.row_parts import fields_in, ids_in, words_in
from comity.paper.square import square_of
from comity.paper.thing_view import title_parts
from comity.paper.translate import N_, translate
from comity.paper.wording import lead_of, parts_of
from comity.record.canonical import Fields
from comity.record.code import code_of

_ABOUT = re.compile(r"^(về việc|v/v)\s+", re.IGNORECASE)
COUNTRY_OF = {"vi": "VN", "zh-Hans": "CN"}
LANGUAGE_OF = {"VN": "vi", "CN": "zh-Hans"}
SUBJECT_LINE = N_("{sender} writes to {receivers} about the following: {subject}.")
REGARDS = N_("With our regards.")
ASKS = {
    "answer": N_("We kindly ask {receivers} for an answer."),
    "information": N_("We kindly ask {receivers} for information on this."),
    "agreement": N_("We kindly ask {receivers} whether they agree."),
    INFORMS: N_("This letter informs; it asks for nothing."),
}
ASKS_BY = {
    "answer": N_("We kindly ask {receivers} for an answer by {day}."),
    "information": N_("We kindly ask {receivers} for information on this by {day}."),
    "agreement": N_("We kindly ask {receivers} whether they agree, by {day}."),
}


@dataclass(frozen=True, slots=True)
class LetterParts:
    """The letter's row, with `names` and `countries` ("VN", "CN") of the parties it names by id, and the rows of what it names
    as far as they may be shown. `place` and `copies` are added by hand; `check_at` is where its code is checked, "" for nowhere.
    """

    row: Fields
    names: Mapping[str, Name]
    countries: Mapping[str, str]
    quoted: Mapping[str, Fields]
    place: str = ""
    copies: Sequence[str] = ()
    check_at: str = ""

    @property
    def fields(self) -> Fields:
        return fields_in(self.row)

    @property
    def code(self) -> str:
        return code_of(str(self.row["id"]))


def printed_letter(letter: LetterParts, lang: str) -> Printed:
    """The letter in one language."""
    subject = plain(_subject(letter, lang))
    return Printed(lang, (), "", "", _head(letter, lang, subject), tuple(_blocks(letter, lang)), False, _mark(letter, lang))


def square_text(letter: LetterParts) -> str:
    """What the square holds: the code and the whole id, and an address only where one is set."""
    if letter.check_at:
        return f"{letter.check_at.rstrip('/')}/check/?code={letter.code}"
    # Capitals and digits make a coarser square, which survives copying better.
    return f"comity:{letter.code} {letter.row['id']}".upper()


def parties_line(letter: LetterParts, role: str, lang: str) -> Line:
    """The parties in a role, those of the language's own country first; dots where none has a name to be said."""
    lines = [name_line(letter.names[party], lang) for party in _in_order(letter, role, lang) if party in letter.names]
    return row_line(lines, lang) or (Run("……"),)


def _in_order(letter: LetterParts, role: str, lang: str) -> list[str]:
    parties = ids_in(letter.fields, role)
    return sorted(parties, key=lambda party: letter.countries.get(party, "") != COUNTRY_OF.get(lang, "-"))


def _head(letter: LetterParts, lang: str, subject: str) -> Head:
    fields, senders = letter.fields, ids_in(letter.fields, "from_party")
    return Head(
        organ=" - ".join(_called(letter, "from_party", lang)),
        number=words_in(fields, "number"),
        place=letter.place,
        day=words_in(fields, "dated_on"),
        # The layout itself says what it is about.
        subject=_ABOUT.sub("", subject, count=1) if lang == "vi" else subject,
        addressees=_addressees(letter, lang),
        signer_post=of_line(words_in(fields, "from_post"), lang),
        signer=words_in(fields, "signer"),
        # What every Vietnamese letter ends with: the addressees above, and the registry's own copy.
        recipients=("Như trên", *letter.copies, "Lưu: VT") if lang == "vi" else tuple(letter.copies),
        country=letter.countries.get(senders[0], "") if len(senders) == 1 else "",
        is_letter=True,
    )


def _called(letter: LetterParts, role: str, lang: str) -> list[str]:
    return [plain(name_line(letter.names[one], lang)) for one in _in_order(letter, role, lang) if one in letter.names]


def _addressees(letter: LetterParts, lang: str) -> tuple[str, ...]:
    """The receivers; the post written to stands behind them."""
    named, post = _called(letter, "to_party", lang), of_line(words_in(letter.fields, "to_post"), lang)
    if not post:
        return tuple(named)
    behind = f"（{post}）" if lang == "zh-Hans" else f" ({post})"
    return (*named[:-1], named[-1] + behind) if named else (post,)


def _blocks(letter: LetterParts, lang: str) -> list[Block]:
    fields, letter_id = letter.fields, str(letter.row["id"])
    sender, receivers = parties_line(letter, "from_party", lang), parties_line(letter, "to_party", lang)
    opening = say_line(lang, SUBJECT_LINE, sender=sender, receivers=receivers, subject=_subject(letter, lang))
    blocks: list[Block] = [Paragraph("opening", opening, (letter_id,))]
    missing = _missing(letter, lang)
    blocks += [Paragraph("missing", (Run(missing),))] if missing else []
    for role, words in (("answers", N_("It answers:")), ("about", N_("It concerns:"))):
        rows = sorted((letter.quoted[thing] for thing in ids_in(fields, role) if thing in letter.quoted), key=_first_said)
        items = [Paragraph(f"{role}-{str(row['id'])[:12]}", _quoted(row, lang), (str(row["id"]),)) for row in rows]
        blocks += [Paragraph(role, say_line(lang, words)), Bullets(f"{role}-list", tuple(items))] if items else []
    blocks += _asking(letter, lang, receivers)
    enclosed = len(ids_in(fields, "attachments"))
    if enclosed:
        said = translate(lang).many("Enclosed: {count} document.", "Enclosed: {count} documents.", enclosed)
        blocks.append(Paragraph("enclosed", (Run(said),)))
    return [*blocks, Paragraph("regards", say_line(lang, REGARDS))]


def _asking(letter: LetterParts, lang: str, receivers: Line) -> list[Block]:
    asked, due = words_in(letter.fields, "asks_for"), words_in(letter.fields, "answer_due_on")
    if asked not in ASKED:
        return []
    if due and asked in ASKS_BY:
        return [Paragraph("asks", say_line(lang, ASKS_BY[asked], receivers=receivers, day=long_day(due, lang)))]
    return [Paragraph("asks", say_line(lang, ASKS[asked], receivers=receivers))]


def long_day(day: str, lang: str) -> str:
    """A day in the words of letters; as it is shown elsewhere where it is a month or year."""
    parts = day.split("-")
    if lang == "vi" and len(parts) == 3:
        return f"ngày {parts[2]} tháng {int(parts[1]) if parts[1] > '02' else parts[1]} năm {parts[0]}"
    if lang == "en" and len(parts) == 3:
        return english_day(day)
    return show_day(day, lang)


def _day_of(row: Fields) -> str:
    fields, kind = fields_in(row), every_kind().get(str(row["kind"]))
    return next((words_in(fields, name) for name in (kind.day if kind else ()) if words_in(fields, name)), "")


def _first_said(row: Fields) -> tuple[str, str, str]:
    """In which order things are quoted: by day, then by name; the same in every language."""
    title = title_parts(row)
    return _day_of(row), title[0].text if title else "", str(row["id"])


def _quoted(row: Fields, lang: str) -> Line:
    """What a thing is called, with its kind, number and day: enough to find it in a file of papers."""
    thing = Name(str(row["id"]), str(row["kind"]), tuple(title_parts(row)))
    number, day = words_in(fields_in(row), "number"), _day_of(row)
    values: dict[str, Line | str | int] = {"kind": kind_label(str(row["kind"]), lang), "title": name_line(thing, lang, most=1000)}
    if number and day:
        return say_line(lang, N_("{kind} No. {number} of {day}: {title}"), number=number, day=long_day(day, lang), **values)
    if day:
        return say_line(lang, N_("{kind} of {day}: {title}"), day=long_day(day, lang), **values)
    if number:
        return say_line(lang, N_("{kind} No. {number}: {title}"), number=number, **values)
    return say_line(lang, N_("{kind}: {title}"), **values)


def _subject(letter: LetterParts, lang: str) -> Line:
    lead = lead_of(parts_of(letter.fields.get("subject")), lang)
    return (words_run(lead.text, lead.lang, lang),) if lead else (Run("……"),)


def _missing(letter: LetterParts, lang: str) -> str:
    """What the letter says of its own wording where it is not in this language, or only by machine."""
    parts = parts_of(letter.fields.get("subject"))
    own = next((part for part in parts if part.lang == lang), None)
    if own is None:
        return translate(lang)("The subject is not worded in this language yet.")
    if own.standing == "machine":
        return translate(lang)("The subject was translated by machine.")
    return ""


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
