"""The summary, on one page: thanks first, then how things stand in numbers, then what is foremost on the agenda.

Each number is one that a chapter or the register gives too.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.paper.agreed_view import SHAPES, shapes_of
from comity.paper.moment import show_day
from comity.paper.printed import Block, Bullets, Cell, Heading, NewPage, Paragraph, Run, Table
from comity.paper.translate import N_, Msgid
from comity.record.canonical import Fields
from comity.review.agenda import point, points_of
from comity.review.drafting import Drafting
from comity.review.material import Edition, Material

MOST_THANKS = 4
MOST_POINTS = 3
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
    yield from _thanks(drafting)
    yield _said(drafting)
    yield _counts(drafting)
    yield _standing(drafting)
    yield from _foremost(drafting)
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


def _thanks(drafting: Drafting) -> Iterator[Block]:
    found, since = drafting.material.by_rule("thanks"), show_day(drafting.material.state.since, drafting.lang)
    if not found:
        words = N_("Nothing recorded since {since} is there to thank anybody for.")
        yield drafting.paragraph("summary/thanks/none", drafting.say(words, since=since), facts={"count": 0})
        return
    yield Bullets("summary/thanks", tuple(drafting.finding(each, before="summary/") for each in found[:MOST_THANKS]))
    if len(found) > MOST_THANKS:
        more = len(found) - MOST_THANKS
        line = drafting.many("{count} more is under Thanks.", "{count} more are under Thanks.", more)
        yield drafting.paragraph("summary/thanks/more", line, facts={"count": more})


def _said(drafting: Drafting) -> Paragraph:
    state, scope = drafting.material.state, drafting.material.scope
    days = {"day": show_day(state.on, drafting.lang), "since": show_day(state.since, drafting.lang)}
    words = N_("{session}, as recorded on {day}; what is new counts since {since}.")
    facts: Fields = {"since": state.since, "names": drafting.wordings([scope.session])}
    return drafting.paragraph("summary/said", drafting.say(words, session=drafting.name(scope.session), **days), facts=facts)


def _counts(drafting: Drafting) -> Table:
    rows = [(rule, drafting.say(COUNTED[rule]), count) for rule, count in counted(drafting.material).items()]
    return _numbers(drafting, "summary/counts", (N_("What this book holds"), N_("How many")), rows)


def _standing(drafting: Drafting) -> Table:
    rows = [(shape, drafting.say(SHAPES[shape]), count) for shape, count in standing(drafting.material).items()]
    total = len(drafting.material.items)
    rows.append(("total", (Run(drafting.text(N_("agreed items in all")), is_strong=True),), total))
    heads = (N_("Agreed items, as at least one owner states"), N_("How many"))
    return _numbers(drafting, "summary/standing", heads, rows)


def _numbers(drafting: Drafting, key: str, heads: tuple[Msgid, Msgid], rows: list[tuple[str, tuple[Run, ...], int]]) -> Table:
    cells = tuple(
        (
            Cell((drafting.paragraph(f"{key}/{name}", words),)),
            Cell((drafting.paragraph(f"{key}/{name}/count", (Run(str(count)),)),), is_number=True),
        )
        for name, words, count in rows
    )
    return Table(key, (), tuple(drafting.say(head) for head in heads), cells, (78, 22))


def _foremost(drafting: Drafting) -> Iterator[Block]:
    points = points_of(drafting.material)
    first = [each for part in points.values() for each in part]
    if not first:
        return
    words = drafting.many("Of {count} point carried over, the first:", "Of {count} points carried over, the first:", len(first))
    yield drafting.paragraph("summary/agenda/count", words, facts={"count": len(first)})
    yield Bullets("summary/agenda", tuple(point(drafting, "summary/agenda", each) for each in first[:MOST_POINTS]))


def _changes(drafting: Drafting) -> Iterator[Block]:
    told = drafting.material.changes
    if told is not None:
        counts = {"new": len(told.new), "changed": len(told.changed), "gone": len(told.gone)}
        words = N_("Since the last book: {new} new, {changed} changed, {gone} no longer found.")
        yield drafting.paragraph("summary/changes", drafting.say(words, **counts), facts=dict(counts))
