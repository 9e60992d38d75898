"""Which border gates are there, what does each side call its own, and what changed; and which places began or ended."""

from __future__ import annotations

from collections import Counter

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.filters import Group, group
from comity.desk.listing import MOST_READ, chosen_in, in_form, one_page
from comity.paper.names import plain_name
from comity.paper.parties_view import Counts, PartyLine, party_line
from comity.paper.places_view import GateLine, change_words, class_words, gate_line, in_order, loose_pairs, own_words, sides_for
from comity.paper.row_parts import fields_in, ids_in, statements_in
from comity.paper.translate import translate
from comity.record.canonical import Fields

FILTERS = ("class", "at", "compare")
MOST_OPTIONS = 24
MOST_LOOSE = 20
MOST_PAIRS = 20
MOST_PLACES = 60
MOST_TOLD = 8


@page
def places(ask: Ask, form: str) -> HttpResponse:
    """The pairs; `?class=` by class, `?at=` by a party it lies in, `?compare=yes` those whose sides are to be compared."""
    chosen = chosen_in(ask, FILTERS)
    every = gate_lines(ask)
    lines = [line for line in every if _fits(line, chosen)]
    return in_form(form, "places", lines, lambda: _page(ask, every, lines, chosen))


def gate_lines(ask: Ask, *, sourced: bool = True) -> list[GateLine]:
    """Every pair held, the one with the latest change first, each with the routes that are part of it.

    `sourced`: with the outlet of each source, and what is told without a day in order by the day of its source.
    """
    rows = ask.reading.things("gate", limit=MOST_READ)
    sources = _sources(ask, rows) if sourced else {}
    return in_order(gate_line(row, sources) for row in rows)


def _sources(ask: Ask, rows: list[Fields]) -> dict[str, Fields]:
    named = {source for row in rows for said in statements_in(row, "reading") for source in ids_in(fields_in(said), "source")}
    return ask.reading.things_called(named) if named else {}


def _page(ask: Ask, every: list[GateLine], lines: list[GateLine], chosen: dict[str, str]) -> HttpResponse:
    shown, more = one_page(ask, lines, chosen, most=MOST_PAIRS)
    first = not (chosen or ask.request.GET.get("after"))
    loose = loose_pairs(ask.reading.things("reading", facets={"says": "gate"}, limit=MOST_READ), _ids(every)) if first else []
    changed = _changed_places(ask) if first else []
    groups = _groups(ask, every, chosen)
    ask.names.learn(
        {name for line in shown for name in line.named()}
        | {name for line in changed for name in (line.id, *line.successors, *line.predecessors, *line.part_of)}
    )
    return show(
        ask,
        "places.html",
        pairs=sum(not line.within for line in every),
        routes=sum(bool(line.within) for line in every),
        differing=sum(line.differs for line in every),
        narrowed=bool(chosen),
        fitting=len(lines),
        lines=[(line, sides_for(line, ask.lang, at)) for at, line in enumerate(shown)],
        class_words=lambda code: class_words(code, ask.lang),
        own_words=lambda code, side: own_words(code, side, ask.lang),
        change_words=lambda code: change_words(code, ask.lang),
        changed=changed,
        most_told=MOST_TOLD,
        loose=loose[:MOST_LOOSE],
        filters=groups,
        more=more,
        query=ask.request.META.get("QUERY_STRING", ""),
    )


def _changed_places(ask: Ask) -> list[PartyLine]:
    """Places whose time began or ended, those last who ended last; with successors where they are named."""
    rows: list[Fields] = ask.reading.things("party", limit=MOST_READ)
    none = Counts({}, {}, {}, {})
    found = [line for line in (party_line(row, none) for row in rows) if line.valid_from or line.valid_until or line.predecessors]
    return sorted(
        found, key=lambda line: (not line.valid_until, line.valid_until or line.valid_from, line.without_successor, line.id)
    )[:60]


def _fits(line: GateLine, chosen: dict[str, str]) -> bool:
    return (
        ("class" not in chosen or chosen["class"] in line.classes)
        and ("at" not in chosen or chosen["at"] in line.localities)
        and ("compare" not in chosen or line.differs)
    )


def _groups(ask: Ask, every: list[GateLine], chosen: dict[str, str]) -> list[Group]:
    _, path = translate(ask.lang), ask.request.path
    classes = Counter(code for line in every for code in line.classes)
    at = Counter(party for line in every for party in line.localities)
    ask.names.learn(at.keys())
    return [
        group(
            _("Class"), "class", [(c, class_words(c, ask.lang), n) for c, n in classes.most_common()], chosen=chosen, path=path
        ),
        group(
            _("Lies in"),
            "at",
            [(party, plain_name(ask.names(party), ask.lang), n) for party, n in at.most_common(MOST_OPTIONS)],
            chosen=chosen,
            path=path,
        ),
        group(
            _("The two sides"),
            "compare",
            [("yes", _("to compare"), sum(line.differs for line in every))],
            chosen=chosen,
            path=path,
        ),
    ]


def _ids(lines: list[GateLine]) -> list[str]:
    return [line.id for line in lines]
