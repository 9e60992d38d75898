"""What a letter says between its head and its foot, drafted from its entry and from what that names.

- It opens with courtesy and the subject, passes on what it names in the words of the entries, asks what it asks, and closes.
- A clerk may put his own words in the place of each sentence, and words of his own under "body".
- The digest of a paragraph's facts is the same in every language.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from comity.kinds import every_kind
from comity.kinds.answering import ASKED, INFORMS
from comity.paper.labels import kind_label
from comity.paper.letter_parts import LetterParts, parties_line, subject_line
from comity.paper.moment import show_day
from comity.paper.names import Name
from comity.paper.printed import Block, Bullets, Line, Paragraph, Printed, Run
from comity.paper.printed_head import english_day
from comity.paper.printed_line import joined, name_line, say_line, upper_first, words_run
from comity.paper.row_parts import fields_in, ids_in, words_in
from comity.paper.thing_view import title_parts
from comity.paper.translate import N_, Msgid, translate
from comity.paper.wording import lead_of, parts_of
from comity.record import canonical
from comity.record.canonical import Fields, Value
from comity.record.field import Choice, Day, Field, Wording

OPENING = N_("{sender} sends {receivers} its regards and writes about the following: {subject}.")
THANKS = N_("{sender} thanks {receivers} for the good cooperation.")
REGARDS = N_("With our regards.")
ASKS: dict[str, Msgid] = {
    "answer": N_("We kindly ask {receivers} for an answer."),
    "information": N_("We kindly ask {receivers} for information on this."),
    "agreement": N_("We kindly ask {receivers} whether they agree."),
    INFORMS: N_("This letter informs; it asks for nothing."),
}
ASKS_BY: dict[str, Msgid] = {
    "answer": N_("We kindly ask {receivers} for an answer by {day}."),
    "information": N_("We kindly ask {receivers} for information on this by {day}."),
    "agreement": N_("We kindly ask {receivers} whether they agree, by {day}."),
}
ANSWERS, PASSES_ON, CONCERNS = N_("It answers:"), N_("With this letter we pass on the following:"), N_("It concerns:")
# Where a clerk's own words stand; nothing is drafted there.
BODY = "body"
# The choices that say how a thing stands; the others say what it is.
_STANDS = ("state", "waits_for")
_PAPER = re.compile(r"^关于|的(?:复)?函$")

Said = tuple[Block, dict[str, Fields]]


def letter_blocks(letter: LetterParts, lang: str) -> tuple[tuple[Block, ...], dict[str, str]]:
    """The blocks in order, and the digest of the facts of each paragraph by key."""
    blocks: list[Block] = []
    digests: dict[str, str] = {}
    for block, facts in _said(letter, lang):
        blocks.append(block)
        digests |= {key: hashlib.sha256(canonical.encode(each)).hexdigest()[:16] for key, each in facts.items()}
    return tuple(blocks), digests


def _said(letter: LetterParts, lang: str) -> Iterator[Said]:
    letter_id, sides = str(letter.row["id"]), _sides(letter)
    sender, receivers = parties_line(letter, "from_party", lang), parties_line(letter, "to_party", lang)
    opening = say_line(lang, OPENING, sender=sender, receivers=receivers, subject=_matter(letter, lang))
    facts: Fields = {**sides, "subject": letter.fields.get("subject", "")}
    yield Paragraph("opening", opening, (letter_id,)), {"opening": facts}
    if missing := _missing(letter, lang):
        yield Paragraph("missing", (Run(missing),)), {}
    yield Paragraph(BODY, ()), {BODY: {}}
    yield from _passed_on(letter, lang)
    yield from _asking(letter, lang, receivers)
    if enclosed := len(ids_in(letter.fields, "attachments")):
        said = translate(lang).many("Enclosed: {count} document.", "Enclosed: {count} documents.", enclosed)
        yield Paragraph("enclosed", (Run(said),)), {"enclosed": {"count": enclosed}}
    yield Paragraph("thanks", say_line(lang, THANKS, sender=sender, receivers=receivers)), {"thanks": sides}
    yield Paragraph("regards", say_line(lang, REGARDS)), {"regards": {}}


def _matter(letter: LetterParts, lang: str) -> Line:
    """The subject within a sentence: a Chinese one without what makes it a title."""
    subject = subject_line(letter, lang)
    if lang != "zh-Hans":
        return subject
    return tuple(run if run.lang else replace(run, text=_PAPER.sub("", run.text) or run.text) for run in subject)


def _sides(letter: LetterParts) -> Fields:
    named = [each for role in ("from_party", "to_party") for each in ids_in(letter.fields, role) if each in letter.names]
    return {"sides": [f"{each} {part.lang} {part.text}" for each in named for part in letter.names[each].parts]}


def _missing(letter: LetterParts, lang: str) -> str:
    """What the letter says of its own wording where it is not in this language, or only by machine."""
    parts = parts_of(letter.fields.get("subject"))
    own = next((part for part in parts if part.lang == lang), None)
    if own is None:
        return translate(lang)("The subject is not worded in this language yet.")
    if own.standing == "machine":
        return translate(lang)("The subject was translated by machine.")
    return ""


def _passed_on(letter: LetterParts, lang: str) -> Iterator[Said]:
    """What it answers; of what it is about, what stands in the sender's own book, and the rest."""
    answers, about = (
        [letter.quoted[each] for each in ids_in(letter.fields, role) if each in letter.quoted] for role in ("answers", "about")
    )
    own = [row for row in about if row.get("party") == letter.row.get("party")]
    for role, words, rows in (
        ("answers", ANSWERS, answers),
        ("passes-on", PASSES_ON, own),
        ("about", CONCERNS, [row for row in about if row not in own]),
    ):
        if rows:
            ordered = sorted(rows, key=_first_said)
            items = [Paragraph(f"{role}-{str(row['id'])[:12]}", _quoted(letter, row, lang), (str(row["id"]),)) for row in ordered]
            facts: dict[str, Fields] = {
                item.key: {"id": str(row["id"]), "fields": fields_in(row)} for item, row in zip(items, ordered, strict=True)
            }
            yield Paragraph(role, say_line(lang, words)), {role: {"count": len(rows)}}
            yield Bullets(f"{role}-list", tuple(items)), facts


def _asking(letter: LetterParts, lang: str, receivers: Line) -> Iterator[Said]:
    asked, due = words_in(letter.fields, "asks_for"), words_in(letter.fields, "answer_due_on")
    if asked not in ASKED:
        return
    facts: dict[str, Fields] = {"asks": {**_sides(letter), "asks_for": asked, "due": due}}
    if due and asked in ASKS_BY:
        yield Paragraph("asks", say_line(lang, ASKS_BY[asked], receivers=receivers, day=long_day(due, lang))), facts
    else:
        yield Paragraph("asks", say_line(lang, ASKS[asked], receivers=receivers)), facts


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


def called(row: Fields) -> Name:
    """What a thing is called; a statement by what it speaks of."""
    of = row.get("of")
    named = of if isinstance(of, dict) else row
    return Name(str(named["id"]), str(named["kind"]), tuple(title_parts(named)))


def _first_said(row: Fields) -> tuple[str, str, str]:
    """In which order things are quoted: by day, then by name; the same in every language."""
    title = called(row).parts
    return _day_of(row), title[0].text if title else "", str(row["id"])


def _quoted(letter: LetterParts, row: Fields, lang: str) -> Line:
    """What a thing is called, with its kind, number and day: enough to find it in a file of papers; then its further words."""
    fields = fields_in(row)
    # 号 ends a number by GB/T 9704, and the sentence in Chinese has it too.
    number, day = words_in(fields, "number").removesuffix("号" if lang == "zh-Hans" else ""), _day_of(row)
    owners = [name_line(letter.names[each], lang) for each in ids_in(fields, "owner") if each in letter.names]
    kind: Line = (Run(kind_label(str(row["kind"]), lang)),)
    if owners:
        kind = say_line(lang, N_("{kind} of {party}"), kind=kind, party=owners[0])
    values: dict[str, Line | str | int] = {"kind": kind, "title": name_line(called(row), lang, most=0)}
    if number and day:
        line = say_line(lang, N_("{kind} No. {number} of {day}: {title}"), number=number, day=long_day(day, lang), **values)
    elif day:
        line = say_line(lang, N_("{kind} of {day}: {title}"), day=long_day(day, lang), **values)
    elif number:
        line = say_line(lang, N_("{kind} No. {number}: {title}"), number=number, **values)
    else:
        line = say_line(lang, N_("{kind}: {title}"), **values)
    return upper_first(_with_further(line, row, lang))


def _with_further(line: Line, row: Fields, lang: str) -> Line:
    apart, colon = (Run("；"), "：") if lang == "zh-Hans" else (Run("; "), ": ")
    runs = list(line)
    for label, words in _further(row, lang):
        runs += [apart, Run(label + colon), *words]
    return joined([*runs, Run("。" if lang == "zh-Hans" else ".")]) if runs[-1].text[-1:] not in (".", "。") else joined(runs)


def _further(row: Fields, lang: str) -> Iterator[tuple[str, Line]]:
    """How it stands, its days, and its words beside what it is called, each with the name of its field."""
    kind, is_said = every_kind().get(str(row["kind"])), "of" in row
    for field in kind.fields if kind else ():
        value = fields_in(row).get(field.name)
        if value and (is_said or (kind is not None and field.name not in (kind.title, *kind.day))):
            for each in value if field.many and isinstance(value, list) else [value]:
                yield from ((field.labels.in_language(lang), words) for words in _words(field, each, lang))


def _words(field: Field, value: Value, lang: str) -> Iterator[Line]:
    form = field.form
    if isinstance(form, Wording):
        lead = lead_of(parts_of(value), lang)
        if lead:
            yield (words_run(lead.text.rstrip(".。"), lead.lang, lang),)
    elif isinstance(form, Day):
        yield (Run(long_day(str(value), lang)),)
    elif isinstance(form, Choice) and field.name in _STANDS and str(value) in form.options:
        yield (Run(form.options[str(value)].in_language(lang)),)


def without_empty(printed: Printed) -> Printed:
    """The letter without the place for a clerk's words where he has none."""
    return replace(printed, blocks=tuple(block for block in printed.blocks if not isinstance(block, Paragraph) or block.line))
