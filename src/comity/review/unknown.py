"""What the book does not know, so that nobody takes its silence for an answer."""

from __future__ import annotations

from collections.abc import Iterator

from comity.paper.moment import show_day
from comity.paper.printed import Block, Bullets, Heading, Line
from comity.paper.row_parts import fields_in, ids_in, statements_in
from comity.paper.translate import N_, Msgid
from comity.paper.wording import parts_of
from comity.record.canonical import Fields
from comity.record.language import LANGUAGES
from comity.review.books_known import lines_of
from comity.review.drafting import Drafting
from comity.review.material import Edition, Material
from comity.review.owners_words import owners_words

TITLE = N_("What this book does not know")
NOT_HELD: dict[str, tuple[Msgid, str]] = {
    "erased": (
        N_("Of {count} agreed item the words have been erased; nothing is said of it."),
        ("Of {count} agreed items the words have been erased; nothing is said of them."),
    ),
    "withheld": (
        N_("Of {count} agreed item the words have not been received here; nothing is said of it."),
        ("Of {count} agreed items the words have not been received here; nothing is said of them."),
    ),
}


COUNTED = N_("Of each book it knows the entries counted in the annex; what was entered after them is not in it.")
# What is said of every book, whatever is missing.
_ALWAYS = {"since", "books"}


def unknown_chapter(drafting: Drafting) -> Iterator[Block]:
    """As of when it speaks; what was not read, not received or not said; that nothing is known to be missing, where it is so."""
    lines = list(_lines(drafting))
    yield Heading("unknown", 1, drafting.say(TITLE))
    if {key for key, _line, _facts in lines} <= _ALWAYS:
        lines.append(("none", drafting.say(N_("Nothing else is known to be missing from what it was made of.")), {}))
    yield Bullets("unknown/all", tuple(drafting.paragraph(f"unknown/{key}", line, facts=facts) for key, line, facts in lines))


def without_own_word(material: Material) -> dict[str, int]:
    """Parties of whom no word of their own is held on any of their agreed items, with how many these are."""
    owned: dict[str, int] = {}
    spoke = set()
    for item in material.items:
        for owner in ids_in(fields_in(item.row), "owners"):
            owned[owner] = owned.get(owner, 0) + 1
        spoke |= {word.owner for word in owners_words(item.row) if word.word == "own"}
    return {party: count for party, count in sorted(owned.items()) if party not in spoke}


def _lines(drafting: Drafting) -> Iterator[tuple[str, Line, Fields]]:
    material = drafting.material
    days = {"day": show_day(material.state.on, drafting.lang), "since": show_day(material.state.since, drafting.lang)}
    line = drafting.say(N_("It says what was recorded here on {day}; what is new counts since {since}."), **days)
    yield "since", line, {"since": material.state.since}
    if material.row.get("body") != "held":
        yield "session", drafting.say(N_("The words of the session itself are not held here.")), {}
    if material.edition is Edition.HOME:
        yield from _books(drafting)
        yield from _not_held(drafting)
    elif material.books:
        yield "books", drafting.say(COUNTED), {}
    if material.cut:
        line = drafting.say(N_("Of each kind the {count} latest things were looked through; there are more."), count=material.cut)
        yield "cut", line, {"count": material.cut}
    read = material.state.read
    if read.in_part and material.edition is Edition.HOME:
        words = drafting.many(
            "Of {count} report read, {part} was read in part only.",
            "Of {count} reports read, {part} were read in part only.",
            read.sources,
            part=read.in_part,
        )
        yield "read", words, {"count": read.sources, "part": read.in_part}
    yield from _own_words(drafting)
    yield from _languages(drafting)


def _books(drafting: Drafting) -> Iterator[tuple[str, Line, Fields]]:
    """Books that go on further than they are held, and parties without one here."""
    known = drafting.material.known
    sizes: dict[str, Fields] = {f"book/{half.party}": {"held": half.held, "size": half.size} for half in known.half}
    for key, line in lines_of(known, drafting.lang, drafting.name):
        yield key, line, sizes.get(key, {"names": drafting.wordings(known.without)})


def _not_held(drafting: Drafting) -> Iterator[tuple[str, Line, Fields]]:
    """Agreed items without their words here, and words on the others that are without theirs."""
    material = drafting.material
    for why, (one, more) in NOT_HELD.items():
        if count := material.not_held.get(why, 0):
            yield why, drafting.many(one, more, count), {"count": count}
    if count := words_not_held(material):
        line = drafting.many(
            "What {count} entry says on how these items stand is not held here.",
            "What {count} entries say on how these items stand is not held here.",
            count,
        )
        yield "words", line, {"count": count}


def words_not_held(material: Material) -> int:
    """How many entries on how the items stand are without their words here: erased, or never received."""
    said = [each for item in material.items for each in statements_in(item.row, "progress")]
    return sum(each.get("body", "held") != "held" for each in said)


def _own_words(drafting: Drafting) -> Iterator[tuple[str, Line, Fields]]:
    material = drafting.material
    if material.edition is Edition.JOINT or not material.items:
        return
    alone = without_own_word(material)
    if not any(True for item in material.items for _word in owners_words(item.row)):
        yield "progress", drafting.say(N_("No owner's word on any of these agreed items is held here.")), {}
        return
    for party, count in alone.items():
        words = drafting.many(
            "No word of {party} itself is held here on its {count} agreed item.",
            "No word of {party} itself is held here on its {count} agreed items.",
            count,
            party=drafting.name(party),
        )
        yield f"own/{party}", words, {"count": count, "names": drafting.wordings([party])}


def _languages(drafting: Drafting) -> Iterator[tuple[str, Line, Fields]]:
    worded = [{part.lang for part in parts_of(fields_in(item.row).get("title"))} for item in drafting.material.items]
    for lang in LANGUAGES:
        lacking = sum(lang not in langs for langs in worded)
        if lacking and lang == drafting.lang:
            words = drafting.many(
                "{count} agreed item has no wording in this language and stands in the one it has.",
                "{count} agreed items have no wording in this language and stand in the one they have.",
                lacking,
            )
            yield "language", words, {"count": lacking, "lang": lang}
