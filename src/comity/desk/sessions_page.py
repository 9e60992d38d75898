"""When and where did the sides meet, and what came of it: the sessions of each mechanism, the latest first."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.figures import no_figures, session_figures
from comity.desk.filters import Group, facet_words, group, with_chosen
from comity.desk.listing import MOST_IN_PART, Block, Part, chosen_in, in_form, page_in, part_asked
from comity.kinds import every_kind
from comity.paper.sessions_view import SessionLine, asked_for, form_words, in_order_of_time, session_line, stage_words
from comity.paper.translate import translate
from comity.record.canonical import Fields
from comity.store.register import MOST_COUNTED

KIND = "session"
MOST_OPTIONS = 24
SHOWN = ("mechanism", "host", "stage", "form")
FILTERS = (*SHOWN, "parties", "year")

Tally = dict[str, list[tuple[str, int]]]


@page
def sessions(ask: Ask, form: str) -> HttpResponse:
    """The timelines; filters are facets of the session, and `?year=`. In parts of the latest, each by mechanism."""
    chosen = chosen_in(ask, FILTERS)
    block = part_asked(ask, partial(ask.reading.things, KIND, facets=chosen or None), chosen, form)
    rows = in_order_of_time(block.rows)
    count = ask.reading.count(KIND, chosen or None, most=MOST_COUNTED + 1 if len(chosen) > 1 else None)
    part = Part(min(count, MOST_COUNTED) if len(chosen) > 1 else count, len(chosen) > 1 and count > MOST_COUNTED, block.onward)
    lines = _lines(ask, rows) if form != "/" else []
    return in_form(form, "sessions", lines, lambda: _page(ask, block, rows, (chosen, part)), part=part)


def _page(ask: Ask, block: Block, rows: list[Fields], asked: tuple[dict[str, str], Part]) -> HttpResponse:
    chosen, part = asked
    known = {str(row["id"]): row for row in rows}
    every = [session_line(row, {}) for row in rows]
    shown, more, back = page_in(ask, block, every)
    lines = _lines(ask, [known[line.id] for line in shown])
    tally = ask.reading.tally(KIND, chosen, (*SHOWN, "year"))
    stages = dict(tally["stage"])
    groups = _groups(ask, tally, chosen)
    ask.names.learn({name for line in lines for name in line.named()})
    return show(
        ask,
        "sessions.html",
        count=part.count,
        open=part.open,
        held=stages.get("held", 0),
        planned=stages.get("planned", 0),
        mechanisms=len(tally["mechanism"]) if chosen else ask.reading.count_values(KIND, "mechanism"),
        counted=MOST_COUNTED if chosen and part.count > MOST_COUNTED else 0,
        narrowed=bool(chosen),
        timelines=[(mechanism, list(each)) for mechanism, each in groupby(lines, lambda line: line.mechanism)],
        figures=session_figures(ask, every, part.count) if not back else no_figures,
        filters=groups,
        stage_words=lambda code: stage_words(code, ask.lang),
        form_words=lambda code: form_words(code, ask.lang),
        in_part=0 if block.is_whole else MOST_IN_PART,
        more=more,
        back=back,
        query=ask.request.META.get("QUERY_STRING", ""),
    )


def _groups(ask: Ask, tally: Tally, chosen: dict[str, str]) -> list[Group]:
    """The filters over what is chosen so far, each value with how many sessions have it; years the latest first."""
    kind, groups = every_kind()[KIND], []
    found = {name: with_chosen(tally[name], chosen.get(name, ""), most=MOST_OPTIONS) for name in (*SHOWN, "year")}
    ask.names.learn({value for name in ("mechanism", "host") for value, _count in found[name]})
    for name in SHOWN:
        field = kind.field(name)
        values = [(value, facet_words(ask, field, value), count) for value, count in found[name]]
        groups.append(group(field.labels.in_language(ask.lang), name, values, chosen=chosen, path=ask.request.path))
    years = [(year, year, count) for year, count in sorted(found["year"], reverse=True)]
    return [*groups, group(translate(ask.lang)("Year"), "year", years, chosen=chosen, path=ask.request.path)]


def _lines(ask: Ask, rows: list[Fields]) -> list[SessionLine]:
    wanted = {thing for row in rows for thing in asked_for(row)}
    beside = ask.reading.things_called(wanted) if wanted else {}
    return [session_line(row, beside) for row in rows]
