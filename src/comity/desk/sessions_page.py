"""When and where did the sides meet, and what came of it: the sessions of each mechanism, the latest first."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.filters import Group, facet_words, group
from comity.desk.listing import MOST_READ, chosen_in, in_form, one_page
from comity.kinds import every_kind
from comity.paper.row_parts import fields_in, words_in
from comity.paper.sessions_view import SessionLine, asked_for, form_words, in_order_of_time, session_line, stage_words
from comity.paper.translate import translate
from comity.record.canonical import Fields

MOST_OPTIONS = 24
FACETS = ("mechanism", "host", "stage", "parties", "form")
FILTERS = (*FACETS, "year")


@page
def sessions(ask: Ask, form: str) -> HttpResponse:
    """The timelines; filters are facets of the session, and `?year=`."""
    chosen = chosen_in(ask, FILTERS)
    facets = {name: value for name, value in chosen.items() if name in FACETS}
    found = ask.reading.things("session", facets=facets or None, limit=MOST_READ)
    rows = in_order_of_time(row for row in found if words_in(fields_in(row), "starts_on").startswith(chosen.get("year", "")))
    return in_form(form, "sessions", _lines(ask, rows) if form != "/" else [], lambda: _page(ask, rows, chosen))


def _page(ask: Ask, rows: list[Fields], chosen: dict[str, str]) -> HttpResponse:
    known = {str(row["id"]): row for row in rows}
    ids = [session_line(row, {}) for row in rows]
    shown, more = one_page(ask, ids, chosen)
    lines = _lines(ask, [known[line.id] for line in shown])
    groups = _groups(ask, ids, chosen)
    ask.names.learn({name for line in lines for name in line.named()})
    return show(
        ask,
        "sessions.html",
        count=len(rows),
        held=sum(1 for line in ids if line.stage == "held"),
        planned=sum(1 for line in ids if line.stage == "planned"),
        mechanisms=len({line.mechanism for line in ids if line.mechanism}),
        narrowed=bool(chosen),
        timelines=[(mechanism, list(each)) for mechanism, each in groupby(lines, lambda line: line.mechanism)],
        filters=groups,
        stage_words=lambda code: stage_words(code, ask.lang),
        form_words=lambda code: form_words(code, ask.lang),
        more=more,
        query=ask.request.META.get("QUERY_STRING", ""),
    )


def _groups(ask: Ask, lines: list[SessionLine], chosen: dict[str, str]) -> list[Group]:
    """The filters over what is chosen so far, each value with how many sessions have it."""
    found = {
        "mechanism": Counter(line.mechanism for line in lines if line.mechanism),
        "host": Counter(host for line in lines for host in line.host),
        "stage": Counter(line.stage for line in lines if line.stage),
        "form": Counter(line.form for line in lines if line.form),
    }
    ask.names.learn({value for name in ("mechanism", "host") for value in found[name]})
    kind, groups = every_kind()["session"], []
    for name, counts in found.items():
        field = kind.field(name)
        values = [(value, facet_words(ask, field, value), count) for value, count in counts.most_common(MOST_OPTIONS)]
        groups.append(group(field.labels.in_language(ask.lang), name, values, chosen=chosen, path=ask.request.path))
    held = sorted(Counter(line.starts_on[:4] for line in lines if line.starts_on).items(), reverse=True)[:MOST_OPTIONS]
    years = [(year, year, count) for year, count in held]
    return [*groups, group(translate(ask.lang)("Year"), "year", years, chosen=chosen, path=ask.request.path)]


def _lines(ask: Ask, rows: list[Fields]) -> list[SessionLine]:
    wanted = {thing for row in rows for thing in asked_for(row)}
    beside = ask.reading.things_called(wanted) if wanted else {}
    return [session_line(row, beside) for row in rows]
