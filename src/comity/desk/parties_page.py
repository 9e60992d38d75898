"""Who are the parties, what is each called, who follows whom; and who held which post when."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.listing import MOST_READ, chosen_in, in_form, one_page
from comity.paper.parties_view import Counts, HolderLine, PartyLine, by_post, counterparts, holder_line, organ_words, party_line
from comity.paper.row_parts import fields_in, ids_in, words_in
from comity.paper.wording import lead_of


@page
def parties(ask: Ask, form: str) -> HttpResponse:
    """Every party held, with and without a book, in the alphabetical order of the language asked for."""
    rows = [row for kind in ("charter", "party") for row in ask.reading.things(kind, limit=MOST_READ)]
    held = ask.reading.things("post_holding", limit=MOST_READ)
    counts = Counts(
        owes=dict(ask.reading.facet_values("undertaking", "owners")),
        proposed=dict(ask.reading.facet_values("proposal", "proposed_by")),
        holders=dict(Counter(party for row in held for party in ids_in(fields_in(row), "party"))),
        counterparts=counterparts(ask.reading.things("gate", limit=MOST_READ), ask.reading.things("mechanism", limit=MOST_READ)),
    )
    lines = sorted((party_line(row, counts) for row in rows), key=lambda line: (_called(line, ask.lang), line.id))
    return in_form(form, "parties", lines, lambda: _parties_page(ask, lines))


@page
def people(ask: Ask, form: str) -> HttpResponse:
    """The holders of posts over time; `?party=` keeps to one party."""
    chosen = chosen_in(ask, ("party",))
    lines = by_post(line for line in _holders(ask) if chosen.get("party", line.party) == line.party)
    return in_form(form, "people", lines, lambda: _people_page(ask, lines, chosen))


def _parties_page(ask: Ask, lines: list[PartyLine]) -> HttpResponse:
    shown, more = one_page(ask, lines, {})
    ask.names.learn(
        {name for line in shown for name in (*line.successors, *line.predecessors, *line.part_of, *line.counterparts)}
    )
    return show(
        ask,
        "parties.html",
        count=len(lines),
        books=sum(line.has_book for line in lines),
        without=sum(line.without_successor for line in lines),
        lines=shown,
        organ_words=lambda code: organ_words(code, ask.lang),
        more=more,
    )


def _people_page(ask: Ask, lines: list[HolderLine], chosen: dict[str, str]) -> HttpResponse:
    shown, more = one_page(ask, lines, chosen)
    ask.names.learn({line.party for line in shown})
    posts = [
        (party, [list(held) for _, held in groupby(group, _post)]) for party, group in groupby(shown, lambda line: line.party)
    ]
    return show(
        ask,
        "people.html",
        count=len(lines),
        posts=len({(line.party, _post(line)) for line in lines}),
        parties=posts,
        narrowed=bool(chosen),
        more=more,
        query=ask.request.META.get("QUERY_STRING", ""),
    )


def _holders(ask: Ask) -> list[HolderLine]:
    """Every holder; not asked for by facet, which also finds the book a holding stands in."""
    rows = ask.reading.things("post_holding", limit=MOST_READ)
    evidence = {thing for row in rows for thing in ids_in(fields_in(row), "evidence")}
    resting = ask.reading.things_called(evidence) if evidence else {}
    source_of = {thing: next(iter(ids_in(fields_in(row), "source")), thing) for thing, row in resting.items()}
    sources = ask.reading.things_called(source_of.values()) if resting else {}
    dated = {thing: words_in(fields_in(row), "dated_on") for thing, row in sources.items()}
    days = {thing: dated[source] for thing, source in source_of.items() if dated.get(source)}
    return [holder_line(row, days) for row in rows]


def _post(line: HolderLine) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(part.text for part in line.body), tuple(part.text for part in line.post)


def _called(line: PartyLine, lang: str) -> str:
    lead = lead_of(line.name, lang)
    return lead.text.casefold() if lead else "~"
