"""Which border gates are there, what does each side call its own, and what changed; and which places began or ended."""

from __future__ import annotations

from collections import Counter
from functools import partial

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.figures import gate_figures
from comity.desk.filters import Group, group
from comity.desk.listing import Block, Part, chosen_in, in_form, page_in, part_asked
from comity.paper.names import plain_name
from comity.paper.parties_view import Counts, PartyLine, party_line
from comity.paper.places_view import GateLine, change_words, class_words, gate_line, in_order, loose_pairs, own_words, sides_for
from comity.paper.row_parts import fields_in, ids_in, statements_in
from comity.paper.translate import translate
from comity.procedures.clock import now
from comity.record.canonical import Fields

FILTERS = ("class", "at", "compare")
MOST_OPTIONS = 24
MOST_LOOSE = 20
# How many readings are looked through for pairs that nobody has entered.
MOST_NAMED = 500
MOST_PAIRS = 20
MOST_PLACES = 60
MOST_CORRIDORS = 12
MOST_TOLD = 8


@page
def places(ask: Ask, form: str) -> HttpResponse:
    """The pairs; `?class=` by class, `?at=` by a party it lies in, `?compare=yes` those whose sides are to be compared."""
    chosen = chosen_in(ask, FILTERS)
    block = part_asked(ask, partial(ask.reading.things, "gate"), chosen, form)
    every = gate_lines(ask, block.rows)
    lines = [line for line in every if _fits(line, chosen)]
    part = Part(len(lines) if chosen else ask.reading.count("gate"), bool(chosen) and not block.is_whole, block.onward)
    return in_form(form, "places", lines, lambda: _page(ask, block, (every, lines), chosen), part=part)


def gate_lines(ask: Ask, rows: list[Fields], *, sourced: bool = True) -> list[GateLine]:
    """These pairs, the one with the latest change first, each with the routes that are part of it.

    `sourced`: with the outlet of each source, and what is told without a day in order by the day of its source.
    """
    sources = _sources(ask, rows) if sourced else {}
    return in_order(gate_line(row, sources) for row in rows)


def _sources(ask: Ask, rows: list[Fields]) -> dict[str, Fields]:
    named = {source for row in rows for said in statements_in(row, "reading") for source in ids_in(fields_in(said), "source")}
    return ask.reading.things_called(named) if named else {}


def _page(ask: Ask, block: Block, found: tuple[list[GateLine], list[GateLine]], chosen: dict[str, str]) -> HttpResponse:
    every, lines = found
    shown, more, back = page_in(ask, block, lines, most=MOST_PAIRS)
    first = not (block.asked or ask.request.GET.get("after"))
    named = ask.reading.things("reading", facets={"says": "gate"}, limit=MOST_NAMED) if first else []
    loose = loose_pairs(named, [*_ids(every), *_pairs_beyond(ask, block, named)])
    changed, of_changed = _changed_places(ask) if first else ([], 0)
    groups = _groups(ask, every, chosen)
    corridors = ask.reading.with_any("corridor", ("gates",), _ids(shown), limit=MOST_CORRIDORS) if shown else []
    _learn_names(ask, shown, corridors, changed)
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
        of_changed=of_changed,
        named_in=MOST_NAMED if len(named) == MOST_NAMED else 0,
        most_told=MOST_TOLD,
        loose=loose[:MOST_LOOSE],
        figures=gate_figures(ask, shown, corridors, len(lines), on=now().day),
        corridors=[(str(row["id"]), ids_in(fields_in(row), "gates")) for row in corridors],
        filters=groups,
        in_part=0 if block.is_whole else len(every),
        of_all=ask.reading.count("gate"),
        more=more,
        back=back,
        query=ask.request.META.get("QUERY_STRING", ""),
    )


def _learn_names(ask: Ask, shown: list[GateLine], corridors: list[Fields], changed: list[PartyLine]) -> None:
    """Asks at once for everything the page names."""
    ask.names.learn(
        {str(row["id"]) for row in corridors}
        | {gate for row in corridors for gate in ids_in(fields_in(row), "gates")}
        | {name for line in shown for name in line.named()}
        | {name for line in changed for name in (line.id, *line.successors, *line.predecessors, *line.part_of)}
    )


def _pairs_beyond(ask: Ask, block: Block, readings: list[Fields]) -> list[str]:
    """Where not every pair stands in this part: those of the pairs readings are about that stand in another one."""
    about = {thing for row in readings for thing in ids_in(fields_in(row), "about")}
    beside = {} if block.is_whole or not about else ask.reading.things_called(about)
    return [thing for thing, row in beside.items() if row["kind"] == "gate"]


def _changed_places(ask: Ask) -> tuple[list[PartyLine], int]:
    """Places whose time began or ended, those last who ended last, with successors where they are named; and of how many."""
    rows, none = ask.reading.things("party", facets={"changed": "yes"}, limit=MOST_PLACES), Counts({}, {}, {}, {})
    found = [party_line(row, none) for row in rows]
    ordered = sorted(
        found, key=lambda line: (not line.valid_until, line.valid_until or line.valid_from, line.without_successor, line.id)
    )
    return ordered, ask.reading.count("party", {"changed": "yes"})


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
