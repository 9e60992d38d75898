"""Who are the parties, what is each called, who follows whom; and who held which post when."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.listing import MOST_IN_FILES, MOST_IN_PART, Block, Part, chosen_in, in_form, page_in, part_asked
from comity.paper.parties_view import (
    Counts,
    HolderLine,
    PartyLine,
    alphabetical,
    by_post,
    counterparts,
    holder_line,
    organ_words,
    party_line,
)
from comity.paper.row_parts import fields_in, ids_in, words_in
from comity.record.canonical import Fields
from comity.store.register import MOST_COUNTED

KINDS = ("charter", "party")
# How many gates and how many mechanisms are read to say whom the parties of a page meet.
MOST_MET = 500
NO_COUNTS = Counts({}, {}, {}, {})


@page
def parties(ask: Ask, form: str) -> HttpResponse:
    """Every party held, with and without a book, in the alphabetical order of the language asked for; in parts of the latest."""
    block = part_asked(ask, partial(ask.reading.things_of, KINDS), {}, form)
    rows = alphabetical(block.rows, ask.lang)
    held = ask.reading.counts_by_kind()
    counts = {kind: held.get(kind, 0) for kind in KINDS}
    part = Part(sum(counts.values()), False, block.onward)
    lines = _lines(ask, rows, most=MOST_IN_FILES) if form != "/" else []
    return in_form(form, "parties", lines, lambda: _parties_page(ask, block, rows, counts), part=part)


@page
def people(ask: Ask, form: str) -> HttpResponse:
    """The holders of posts over time, by party and post; `?party=` keeps to one party. In parts of the latest."""
    chosen = chosen_in(ask, ("party",))
    facets = {"post_of": chosen["party"]} if chosen else None
    block = part_asked(ask, partial(ask.reading.things, "post_holding", facets=facets), chosen, form)
    lines = by_post(_holders(ask, block.rows))
    part = Part(ask.reading.count("post_holding", facets), False, block.onward)
    return in_form(form, "people", lines, lambda: _people_page(ask, block, lines, (chosen, part)), part=part)


def _parties_page(ask: Ask, block: Block, rows: list[Fields], counts: dict[str, int]) -> HttpResponse:
    known = {str(row["id"]): row for row in rows}
    shown, more, back = page_in(ask, block, [party_line(row, NO_COUNTS) for row in rows])
    lines = _lines(ask, [known[line.id] for line in shown], most=MOST_MET)
    ask.names.learn(
        {name for line in lines for name in (*line.successors, *line.predecessors, *line.part_of, *line.counterparts)}
    )
    return show(
        ask,
        "parties.html",
        count=sum(counts.values()),
        books=counts["charter"],
        without=sum(ask.reading.counts_of(kind, "without_successor", ["yes"]).get("yes", 0) for kind in KINDS),
        lines=lines,
        organ_words=lambda code: organ_words(code, ask.lang),
        in_part=0 if block.is_whole else MOST_IN_PART,
        more=more,
        back=back,
        query=ask.request.META.get("QUERY_STRING", ""),
    )


def _people_page(ask: Ask, block: Block, lines: list[HolderLine], asked: tuple[dict[str, str], Part]) -> HttpResponse:
    chosen, part = asked
    shown, more, back = page_in(ask, block, lines)
    ask.names.learn({line.party for line in shown})
    posts = [
        (party, [list(held) for _, held in groupby(group, _post)]) for party, group in groupby(shown, lambda line: line.party)
    ]
    facets = {"post_of": chosen["party"]} if chosen else {}
    return show(
        ask,
        "people.html",
        count=part.count,
        posts=len(ask.reading.tally("post_holding", facets, ("post",))["post"]) if chosen else _posts(ask),
        counted=MOST_COUNTED if chosen and part.count > MOST_COUNTED else 0,
        parties=posts,
        narrowed=bool(chosen),
        in_part=0 if block.is_whole else MOST_IN_PART,
        more=more,
        back=back,
        query=ask.request.META.get("QUERY_STRING", ""),
    )


def _posts(ask: Ask) -> int:
    return ask.reading.count_values("post_holding", "post")


def _lines(ask: Ask, rows: list[Fields], *, most: int) -> list[PartyLine]:
    """The lines of parties, with how many things name each and whom it meets."""
    ids = [str(row["id"]) for row in rows]
    counts = Counts(
        owes=ask.reading.counts_of("undertaking", "owners", ids),
        proposed=ask.reading.counts_of("proposal", "proposed_by", ids),
        holders=ask.reading.counts_of("post_holding", "post_of", ids),
        counterparts=counterparts(
            ask.reading.with_any("gate", ("first_at", "second_at"), ids, limit=most),
            ask.reading.with_any("mechanism", ("parties",), ids, limit=most),
        ),
    )
    return [party_line(row, counts) for row in rows]


def _holders(ask: Ask, rows: list[Fields]) -> list[HolderLine]:
    evidence = {thing for row in rows for thing in ids_in(fields_in(row), "evidence")}
    resting = ask.reading.things_called(evidence) if evidence else {}
    source_of = {thing: next(iter(ids_in(fields_in(row), "source")), thing) for thing, row in resting.items()}
    sources = ask.reading.things_called(source_of.values()) if resting else {}
    dated = {thing: words_in(fields_in(row), "dated_on") for thing, row in sources.items()}
    days = {thing: dated[source] for thing, source in source_of.items() if dated.get(source)}
    return [holder_line(row, days) for row in rows]


def _post(line: HolderLine) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(part.text for part in line.body), tuple(part.text for part in line.post)
