"""The summary, on one page: thanks first, then how things stand in numbers, then what is foremost on the agenda.

Each number is one that a chapter or the register gives too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.paper.agreed_view import SHAPES, shapes_of
from comity.paper.moment import show_day
from comity.paper.printed import Block, Bullets, Cell, Heading, NewPage, Paragraph, Run, Table
from comity.paper.translate import N_, Msgid
from comity.record.canonical import Fields
from comity.review.agenda import points_of
from comity.review.drafting import Drafting
from comity.review.found import Found
from comity.review.material import Edition, Material
from comity.review.saying import without_stop

# So that one page holds it all, in the largest letters of the three layouts too.
MOST_THANKS = 2
MOST_POINTS = 3
POINTS_NAMED = {"zh-Hans": 2, "vi": 3, "en": 3}
MOST_THANKED = {"zh-Hans": 30, "vi": 84, "en": 84}
MOST_POINT = {"zh-Hans": 20, "vi": 84, "en": 84}
FIRST_WIDTH = 16
COUNTED: dict[str, Msgid] = {
    "thanks": N_("Thanks"),
    "results": N_("Results"),
    "difficulties": N_("Difficulties"),
    "to_compare": N_("To compare"),
    "recurring": N_("Agreed more than once"),
    "no_mention": N_("No later mention found"),
}
HOME_ONLY = ("to_compare", "no_mention")


def summary(drafting: Drafting) -> Iterator[Block]:
    """The blocks of the first page."""
    yield Heading("summary", 1, drafting.say(N_("Summary")))
    yield from _thanks(drafting, drafting.briefly(MOST_THANKED[drafting.lang]))
    yield _counts(drafting)
    yield _standing(drafting)
    yield from _foremost(drafting.briefly(MOST_POINT[drafting.lang]))
    yield from _changes(drafting)
    yield NewPage("summary/end")


def counted(material: Material) -> dict[str, int]:
    """How many findings of each rule the summary counts; those of home only where it may say them."""
    joint = material.edition is Edition.JOINT
    return {rule: len(material.by_rule(rule)) for rule in COUNTED if not (joint and rule in HOME_ONLY)}


def standing(material: Material) -> dict[str, int]:
    """How many agreed items at least one owner says to stand so; each counts under every shape that is stated."""
    counts = dict.fromkeys(SHAPES, 0)
    for item in material.items:
        for shape in shapes_of(item.row):
            counts[shape] += 1
    return counts


def _thanks(drafting: Drafting, brief: Drafting) -> Iterator[Block]:
    found, since = drafting.material.by_rule("thanks"), show_day(drafting.material.state.since, drafting.lang)
    if not found:
        words = N_("Nothing recorded since {since} is there to thank anybody for.")
        yield drafting.paragraph("summary/thanks/none", drafting.say(words, since=since), facts={"count": 0})
        return
    yield Bullets("summary/thanks", tuple(_brief_thanks(brief, each) for each in found[:MOST_THANKS]))


def _brief_thanks(brief: Drafting, found: Found) -> Paragraph:
    """One of the thanks; the words stated, its sources and its code stand under Thanks."""
    facts: Fields = {name: value for name, value in found.facts.items() if name != "words"}
    return replace(brief.finding(replace(found, facts=facts), before="summary/"), sources=(), code="")


def _counts(drafting: Drafting) -> Table:
    columns = [(rule, COUNTED[rule], count) for rule, count in counted(drafting.material).items()]
    return _numbers(drafting, "summary/counts", (N_("This book holds"), N_("Chapter")), columns)


def _standing(drafting: Drafting) -> Table:
    columns = [(shape, SHAPES[shape], count) for shape, count in standing(drafting.material).items()]
    columns.append(("total", N_("in all"), len(drafting.material.items)))
    words = (N_("Agreed items, as at least one owner states"), N_("State"))
    return _numbers(drafting, "summary/standing", words, columns)


def _numbers(drafting: Drafting, key: str, words: tuple[Msgid, Msgid], columns: list[tuple[str, Msgid, int]]) -> Table:
    """One row of numbers, each under what it counts; `words` are the caption and what the columns are."""
    caption, of_what = words
    counts = [
        Cell((drafting.paragraph(f"{key}/{column}", (Run(str(count)),)),), is_number=True) for column, _words, count in columns
    ]
    first = Cell((drafting.paragraph(f"{key}/name", drafting.say(N_("How many"))),))
    heads = (drafting.say(of_what), *(drafting.say(head) for _column, head, _count in columns))
    share = (100 - FIRST_WIDTH) // len(columns)
    widths = (100 - share * len(columns), *(share for _column in columns))
    return Table(key, drafting.say(caption), heads, ((first, *counts),), widths)


def _foremost(brief: Drafting) -> Iterator[Block]:
    points = [each for part in points_of(brief.material).values() for each in part]
    if points:
        things = [each.thing if isinstance(each, Found) else str(each.row["id"]) for each in points[:MOST_POINTS]]
        named, count = things[: POINTS_NAMED[brief.lang]], len(points)
        what = brief.parted(without_stop(brief.name(thing)) for thing in named)
        if count > len(named):
            line = brief.many(
                "Of {count} point carried over, the first: {what}.",
                "Of {count} points carried over, the first: {what}.",
                count,
                what=what,
            )
        else:
            line = brief.many(
                "{count} point is carried over: {what}.", "{count} points are carried over: {what}.", count, what=what
            )
        facts: Fields = {"count": count, "names": brief.wordings(things)}
        yield replace(brief.paragraph("summary/agenda", line, facts=facts), rests_on=tuple(things))


def _changes(drafting: Drafting) -> Iterator[Block]:
    told = drafting.material.changes
    if told is not None:
        # What the last book held of a home edition is nothing for others, not even how much of it there was.
        joint = drafting.material.edition is Edition.JOINT
        counts = {"new": len(told.new), "changed": len(told.changed), "gone": 0 if joint else len(told.gone)}
        of_both = N_("Since the last book: {new} new, {changed} changed.")
        words = of_both if joint else N_("Since the last book: {new} new, {changed} changed, {gone} no longer found.")
        yield drafting.paragraph("summary/changes", drafting.say(words, **counts), facts=dict(counts))
