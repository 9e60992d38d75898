"""The table of agreed items, by session: what was agreed, who owes it, each side's words beside the other's, the evidence.

- Nobody's word is merged with another's; of whom no word is held it is said so.
- A word that is only told stands with on whose word it is.
- What people of a home noted for themselves stands under its item, in the home edition alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.kinds.progress import WORDS
from comity.kinds.undertaking import NATURES
from comity.paper.agreed_view import agreed_line
from comity.paper.moment import say_day, show_day
from comity.paper.names import of_line
from comity.paper.open_ageing import draw_open_ageing
from comity.paper.pictures_view import ages_of, area_states
from comity.paper.printed import Block, Cell, Heading, Line, Paragraph, Run, Table
from comity.paper.printed_line import row_line, words_run
from comity.paper.row_parts import fields_in, ids_in, words_in
from comity.paper.state_by_area import draw_state_by_area
from comity.paper.translate import N_
from comity.paper.wording import lead_of, parts_of
from comity.record.canonical import Fields
from comity.review.chapters import NOTHING
from comity.review.drafting import MOST_WORDS, Drafting
from comity.review.gathered import day_stated
from comity.review.material import Edition, Item, Material
from comity.review.owners_words import OwnersWord, owners_words
from comity.review.saying import state_name, stated_words, without_stop

TITLE = N_("Agreed items: each side's words")
NO_SESSION = N_("No session is named")
HEADS = (N_("Agreed item"), N_("Who"), N_("Each side's words"), N_("Evidence"))
WIDTHS = (32, 25, 32, 11)
NO_WORD = N_("{party}: no word yet.")
NOTED = N_("Home note of {day}: {words}")
NOBODY_YET = N_("no word yet")


def agreed_chapter(drafting: Drafting) -> Iterator[Block]:
    """One table a session, the latest session first."""
    items = drafting.material.items
    yield Heading("agreed", 1, drafting.say(TITLE))
    opening = drafting.many("{count} agreed item.", "{count} agreed items.", len(items)) if items else drafting.say(NOTHING)
    yield drafting.paragraph("agreed/count", opening, facts={"count": len(items)})
    if items:
        yield from _pictures(drafting)
    by_session: dict[str, list[Item]] = {}
    for item in items:
        by_session.setdefault(item.placed.session, []).append(item)
    for session in sorted(by_session, key=lambda each: _when(drafting, each), reverse=True):
        found, key = by_session[session], f"agreed/{session or 'none'}"
        name = drafting.name(session) if session else drafting.say(NO_SESSION)
        yield Heading(key, 2, name)
        caption = drafting.many("{count} agreed item.", "{count} agreed items.", len(found))
        heads = tuple(drafting.say(head) for head in HEADS)
        yield Table(f"{key}/table", caption, heads, tuple(_row(drafting, item) for item in found), WIDTHS)


def _pictures(drafting: Drafting) -> Iterator[Block]:
    """How the items stand by area; at home also how long ago the open ones were agreed."""
    lines = [agreed_line(item.row) for item in drafting.material.items]
    by_area = area_states(lines, drafting.lang)
    drawn = draw_state_by_area(by_area, drafting.lang)
    # Where all stand alike a drawing shows nothing that its table does not say.
    yield drawn if len({state for area in by_area for state in area.counts}) > 1 else drawn.table
    if drafting.material.edition is Edition.HOME:
        ages, standing = ages_of(lines, on=drafting.material.state.on)
        yield draw_open_ageing(ages, drafting.lang, standing=standing)


def _when(drafting: Drafting, session: str) -> tuple[str, str]:
    row = drafting.material.state.called(session)
    return (words_in(fields_in(row), "starts_on") if row else ""), session


def _row(drafting: Drafting, item: Item) -> tuple[Cell, ...]:
    thing, words = str(item.row["id"]), {word.owner: word for word in owners_words(item.row)}
    owners = drafting.sides(ids_in(fields_in(item.row), "owners"), thing)
    who = [drafting.paragraph(f"agreed/{thing}/who", drafting.row(owners, thing))] if owners else []
    told = (
        [("", drafting.say(NOBODY_YET))]
        if not words
        else drafting.by_owner(owners, {owner: _word(drafting, word) for owner, word in words.items()}, NO_WORD)
    )
    said = [
        drafting.paragraph(f"agreed/{thing}/word/{owner or 'none'}", line, entries=_entries(words.get(owner)))
        for owner, line in told
    ]
    return (
        Cell(tuple(_what(drafting, item.row))),
        Cell((*who, *_departments(drafting, item.row))),
        Cell(tuple(said)),
        Cell(_evidence(drafting, item)),
    )


def _what(drafting: Drafting, row: Fields) -> Iterator[Paragraph]:
    thing, fields = str(row["id"]), fields_in(row)
    lead = lead_of(parts_of(fields.get("title")), drafting.lang)
    line: Line = (words_run(lead.text, lead.lang, drafting.lang, most=MOST_WORDS),) if lead else drafting.name(thing)
    yield drafting.paragraph(f"agreed/{thing}/what", line, entries=[thing])
    facts = []
    if day := words_in(fields, "agreed_on"):
        facts.append(drafting.say(N_("agreed {day}"), day=say_day(day, drafting.lang)))
    if fields.get("nature") in NATURES:
        facts.append((Run(NATURES[str(fields["nature"])].in_language(drafting.lang)),))
    if day := words_in(fields, "due_on"):
        facts.append(drafting.say(N_("planned for {day}"), day=say_day(day, drafting.lang)))
    if facts:
        yield drafting.paragraph(f"agreed/{thing}/facts", row_line(facts, drafting.lang))
    for note in drafting.material.notes.get(thing, ()):
        words, day = (words_run(note.text, "", drafting.lang),), show_day(note.day, drafting.lang)
        yield drafting.paragraph(f"agreed/{thing}/note/{note.number}", drafting.say(NOTED, day=day, words=words))


def _departments(drafting: Drafting, row: Fields) -> Iterator[Paragraph]:
    for at, text in enumerate(ids_in(fields_in(row), "departments")):
        run = words_run(of_line(text, drafting.lang), "", drafting.lang, most=MOST_WORDS)
        yield drafting.paragraph(f"agreed/{row['id']}/department/{at}", (run,))


def _word(drafting: Drafting, word: OwnersWord) -> Line:
    """The state, and the words stated for result, difficulty and next step."""
    line = word_line(drafting, drafting.name(word.owner), word)
    for name in ("result", "difficulty", "next_step"):
        stated = stated_words(fields_in(word.said).get(name), drafting.lang, most=MOST_WORDS)
        line = (*line, Run(" "), *without_stop(stated), Run("。" if drafting.lang == "zh-Hans" else ".")) if stated else line
    return line


def _entries(word: OwnersWord | None) -> tuple[str, ...]:
    return (str(word.said["id"]),) if word else ()


def word_line(drafting: Drafting, party: Line, word: OwnersWord) -> Line:
    """How an item stands for one owner, on whose word and as of when."""
    voice = WORDS[word.word].in_language(drafting.lang) if word.word in WORDS else word.word
    values = {
        "state": state_name(word.state, drafting.lang),
        "voice": voice,
        "day": show_day(day_stated(word.said), drafting.lang),
    }
    return drafting.say(N_("{party}: {state} ({voice}, {day})."), party=party, **values)


def _evidence(drafting: Drafting, item: Item) -> tuple[Paragraph, ...]:
    sources = sources_of(drafting.material, item)
    runs = drafting.source_runs(sources)
    return (
        (drafting.paragraph(f"agreed/{item.row['id']}/evidence", row_line([(run,) for run in runs], drafting.lang)),)
        if runs
        else ()
    )


def said_in_table(item: Item) -> tuple[str, ...]:
    """The entries whose codes stand in the row of an item."""
    return (str(item.row["id"]), *(str(word.said["id"]) for word in owners_words(item.row)))


def sources_of(material: Material, item: Item) -> list[str]:
    """The sources of an item and of the words on it."""
    state, row = material.state, item.row
    said = [source for word in owners_words(row) for source in state.sources_of([str(word.said["id"])], row)]
    return list(dict.fromkeys([*item.placed.sources, *said]))


def all_sources(material: Material) -> set[str]:
    """Those of every agreed item of the book."""
    return {source for item in material.items for source in sources_of(material, item)}
