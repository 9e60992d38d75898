"""The leader's brief: two pages for one visit or partner, every sentence from a template over facts of the record.

- It is for one's own side alone and says so in its head; nothing of it goes to another party.
- Names stand in every form the record has, in Vietnamese, Chinese and English, so that nobody is misnamed.
- Of an open item their word stands first, then ours: the brief is about them.
- What does not fit two pages is left out from the longest part first, and the part says how much more there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from comity.kinds.progress import due_of
from comity.kinds.proposal import FATES
from comity.paper.agreed_view import SHAPES, shapes_of
from comity.paper.areas import AREAS, area_words
from comity.paper.moment import say_day, show_day
from comity.paper.names import tongue
from comity.paper.printed import Block, Bullets, Heading, Line, Paragraph, Printed, Run, plain
from comity.paper.printed_line import joined, name_line, row_line, say_line, words_run
from comity.paper.row_parts import fields_in, ids_in, view_of, words_in
from comity.paper.translate import N_, translate
from comity.paper.wording import parts_of
from comity.record.canonical import Fields
from comity.review.books_known import lines_of
from comity.review.brief_material import BriefMaterial
from comity.review.owners_words import owners_words
from comity.review.saying import sentence, state_name
from comity.review.two_pages import Part, on_two_pages
from comity.review.worth_raising import RULE, worth_raising

TITLE = N_("Brief: {party}")
TITLE_ABOUT = N_("Brief: {party}, on {about}")
# How many characters of a name or a wording stand in a brief; those of Chinese are wider.
MOST_WORDS, MOST_NAME = {"zh-Hans": 100}, {"zh-Hans": 60}
_MOST_WORDS, _MOST_NAME = 170, 110
_MOST_OF, _MOST_FORMS = 8, 4


@dataclass(frozen=True, slots=True)
class _Writing:
    material: BriefMaterial
    lang: str

    @property
    def most(self) -> int:
        """How many characters of a wording stand in the brief."""
        return MOST_WORDS.get(self.lang, _MOST_WORDS)

    def say(self, msgid: str, **values: Line | str | int) -> Line:
        return say_line(self.lang, msgid, **values)

    def name(self, thing: str) -> Line:
        return name_line(self.material.names.get(thing), self.lang, most=MOST_NAME.get(self.lang, _MOST_NAME))

    def titled(self, row: Fields) -> Line:
        return name_line(self.material.names.get(str(row["id"])), self.lang, most=self.most)


def leaders_brief(material: BriefMaterial, lang: str) -> Printed:
    """The brief in one language."""
    return Printed(
        lang=lang,
        title=brief_title(material, lang),
        edition=translate(lang)("home only"),
        label=plain(brief_title(material, lang)),
        head=None,
        blocks=tuple(_blocks(material, lang)),
        counts_headings=False,
    )


def brief_title(material: BriefMaterial, lang: str) -> Line:
    """Whom it is about, and what."""
    writing = _Writing(material, lang)
    party, about = writing.name(material.party), _about(writing)
    return writing.say(TITLE_ABOUT, party=party, about=about) if about else writing.say(TITLE, party=party)


def brief_parts(material: BriefMaterial, lang: str) -> list[Part]:
    """Its parts in the order they are read, cut to two pages."""
    writing = _Writing(material, lang)
    return on_two_pages([make(writing) for make in _PARTS], lang)


def _blocks(material: BriefMaterial, lang: str) -> Iterator[Block]:
    writing = _Writing(material, lang)
    day = writing.say(N_("As of {day}, from what is held here; for one's own side only."), day=show_day(material.state.on, lang))
    yield Paragraph("as_of", day)
    for part in brief_parts(material, lang):
        yield Heading(part.key, 1, writing.say(part.title))
        yield from (Paragraph(f"{part.key}/lead/{at}", line) for at, line in enumerate(part.lead))
        if part.items:
            yield Bullets(f"{part.key}/list", part.items, part.is_numbered)
        if part.left_out:
            more = writing.say(N_("Further in the record: {count}."), count=part.left_out)
            yield Paragraph(f"{part.key}/more", more)
    for key, line in lines_of(material.known, lang, writing.name):
        yield Paragraph(key, line)
    if material.not_held:
        unknown = writing.say(N_("Entries about them whose words are not held here: {count}."), count=material.not_held)
        yield Paragraph("not_held", unknown)


def _about(writing: _Writing) -> Line:
    about = writing.material.about
    return (Run(area_words(about, writing.lang)),) if about in AREAS else writing.name(about) if about else ()


def _who(writing: _Writing) -> Part:
    """Names in every form, to what it belongs, and who holds its posts since when."""
    row, lang = writing.material.row, writing.lang
    fields = fields_in(row)
    names = _forms(fields.get("name"), lang)
    lead = (
        [_parted(replace(run, is_strong=True) for run in names)]
        if names
        else [writing.say(N_("No name of theirs is held here."))]
    )
    readings = [words_run(each, "", lang, most=_most(each)) for each in ids_in(fields, "reading_of_name")[:_MOST_FORMS]]
    lead += [writing.say(N_("Also written or read: {names}"), names=_parted(readings))] if readings else []
    above = [writing.name(each) for each in ids_in(fields, "part_of")[:_MOST_FORMS]]
    lead += [writing.say(N_("Part of {parties}."), parties=row_line(above, lang))] if above else []
    held = writing.material.present_holders()
    items = tuple(_holder(writing, each) for each in held[:_MOST_OF])
    lead += [] if items else [writing.say(N_("Who holds its posts is not entered here."))]
    return Part("who", N_("Who they are"), tuple(lead), items, len(held) - len(items), least=6)


def _holder(writing: _Writing, row: Fields) -> Paragraph:
    fields, lang = fields_in(row), writing.lang
    posts = _forms(fields.get("post"), lang)
    called = [words_in(fields, "holder"), *ids_in(fields, "other_names")]
    names = [
        replace(words_run(each, "", lang, most=_most(each)), is_strong=at == 0) for at, each in enumerate(called[:_MOST_FORMS])
    ]
    since = words_in(fields, "from_on")
    line = joined([*_parted(names), Run("：" if lang == "zh-Hans" else ": "), *_parted(posts)])
    if since:
        line = writing.say(N_("{holder}, since {day}"), holder=line, day=say_day(since, lang))
    elif named := writing.material.named_on(row):
        line = writing.say(N_("{holder}, named so in a report of {day}"), holder=line, day=say_day(named, lang))
    return Paragraph(f"who/{row['id']}", line, rests_on=(str(row["id"]),))


def _forms(value: object, lang: str) -> list[Run]:
    """A name in its languages, that of the brief first."""
    parts = sorted(parts_of(value), key=lambda part: part.lang != lang)
    return [words_run(part.text, part.lang, lang, most=_most(part.text)) for part in parts[:_MOST_FORMS]]


def _most(name: str) -> int:
    """How many characters of a name stand in the brief, by its letters."""
    return MOST_NAME.get(tongue(name), _MOST_NAME)


def _agreed(writing: _Writing) -> Part:
    """How much was agreed and what the owners say of it; the latest by name."""
    items, lang = writing.material.agreed_items(), writing.lang
    counts = {shape: sum(shape in shapes_of(row) for row in items) for shape in SHAPES}
    said = [f"{translate(lang)(words)} {counts[shape]}" for shape, words in SHAPES.items() if counts[shape]]
    figures = row_line([(Run(each),) for each in said], lang)
    template = N_("Agreed items with them: {count}; by the word on at least one owner: {figures}.")
    lead = writing.say(template, count=len(items), figures=figures)
    shown = tuple(_item(writing, row, "agreed") for row in items[:_MOST_OF])
    nothing = writing.say(N_("Nothing agreed with them is entered here."))
    return Part("agreed", N_("What we agreed"), (lead,) if items else (nothing,), shown, len(items) - len(shown), least=2)


def _open(writing: _Writing) -> Part:
    """What has not ended, with each owner's own word."""
    items = writing.material.open_items()
    shown = tuple(_item(writing, row, "open") for row in items[:_MOST_OF])
    lead = () if items else (writing.say(N_("Nothing agreed with them is open here.")),)
    return Part("open", N_("What is open"), lead, shown, len(items) - len(shown), least=4)


def _item(writing: _Writing, row: Fields, key: str) -> Paragraph:
    fields, lang = fields_in(row), writing.lang
    day = words_in(fields, "agreed_on")
    line = writing.titled(row)
    if key == "agreed":
        line = writing.say(N_("{what} ({day})"), what=line, day=show_day(day, lang)) if day else line
        return Paragraph(f"{key}/{row['id']}", line, rests_on=(str(row["id"]),))
    said = [
        writing.say(N_("{party}: {state}"), party=writing.name(word.owner), state=state_name(word.state, lang))
        for word in sorted(owners_words(row), key=lambda word: word.owner != writing.material.party)
    ]
    stands = row_line(said, lang) if said else (Run(translate(lang)(SHAPES["none"])),)
    due = due_of(row)
    line = writing.say(N_("{what} – {states}"), what=line, states=stands)
    if due and fields.get("nature") != "standing":
        line = writing.say(N_("{what}; planned for {day}"), what=line, day=show_day(due, lang))
    return Paragraph(f"{key}/{row['id']}", line, rests_on=(str(row["id"]),))


def _asked(writing: _Writing) -> Part:
    """What they put forward last and what became of it; letters of theirs that await our answer."""
    material = writing.material
    proposals, letters = material.last_asked(), material.their_letters()
    items = [_letter(writing, row) for row in letters] + [_proposal(writing, row) for row in proposals]
    session = next((each for row in proposals for each in ids_in(fields_in(row), "session")), "")
    lead = [writing.say(N_("Last put forward at {session}."), session=writing.name(session))] if session else []
    nothing = [writing.say(N_("Nothing they asked for is entered here."))]
    shown = tuple(items[:_MOST_OF])
    return Part("asked", N_("What they asked"), tuple(lead if items else nothing), shown, len(items) - len(shown), least=4)


def _proposal(writing: _Writing, row: Fields) -> Paragraph:
    fate = words_in(view_of(row), "fate")
    words = FATES[fate].in_language(writing.lang) if fate in FATES else ""
    line = writing.say(N_("{what} – {fate}"), what=writing.titled(row), fate=words) if words else writing.titled(row)
    return Paragraph(f"asked/{row['id']}", line, rests_on=(str(row["id"]),))


def _letter(writing: _Writing, row: Fields) -> Paragraph:
    fields = fields_in(row)
    day = next((day for name in ("dated_on", "called_on", "sent_on", "received_on") if (day := words_in(fields, name))), "")
    line = writing.say(N_("Awaits our answer: {what}"), what=writing.titled(row))
    if day:
        line = writing.say(N_("{what} ({day})"), what=line, day=show_day(day, writing.lang))
    return Paragraph(f"asked/{row['id']}", line, rests_on=(str(row["id"]),))


def _thanks(writing: _Writing) -> Part:
    found = [each for each in writing.material.found if each.rule == "thanks"]
    items = tuple(
        _finding(writing, each.key, sentence(each, writing.lang, writing.name, most=writing.most), each.evidence)
        for each in found[:_MOST_OF]
    )
    lead = () if items else (writing.say(N_("Nothing new to thank them for was found in what is held here.")),)
    return Part("thanks", N_("What to thank them for"), lead, items, len(found) - len(items), least=3)


def _raise(writing: _Writing) -> Part:
    """Three things by the printed rule, each with why."""
    chosen = worth_raising(writing.material.found)
    items = []
    for each in chosen:
        said = sentence(each.found, writing.lang, writing.name, most=writing.most)
        line = writing.say(N_("{sentence} Why: {why}."), sentence=said, why=translate(writing.lang)(each.why))
        items.append(_finding(writing, f"raise/{each.found.key}", line, each.found.evidence))
    lead = writing.say(RULE) if items else writing.say(N_("Nothing to raise was found in what is held here."))
    return Part("raise", N_("Three things worth raising"), (lead,), tuple(items), 0, is_numbered=True, keeps=True)


def _finding(writing: _Writing, key: str, line: Line, evidence: Sequence[str]) -> Paragraph:
    return Paragraph(key, line, rests_on=tuple(evidence[:4]))


def _parted(runs: Iterable[Run]) -> Line:
    """Several forms of one name, side by side."""
    line: list[Run] = []
    for run in runs:
        line += [Run(" / "), run] if line else [run]
    return joined(line)


_PARTS: tuple[Callable[[_Writing], Part], ...] = (_who, _thanks, _raise, _asked, _open, _agreed)
