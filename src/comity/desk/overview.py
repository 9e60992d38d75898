"""The first page: what is here, and on whose word."""

from __future__ import annotations

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.mine import mine
from comity.desk.rows import kind_rows, thing_rows
from comity.desk.sheet import book_lines
from comity.desk.source_lines import source_lines
from comity.paper.row_parts import fields_in, ids_in
from comity.paper.thing_view import shape_words

LATEST = 8


@page
def overview(ask: Ask) -> HttpResponse:
    """Sources with their drafts, things by kind, agreed items, the books, what was entered last."""
    undertakings, latest = ask.reading.things("undertaking", limit=LATEST), ask.reading.things(limit=LATEST)
    ask.names.learn({name for row in (*undertakings, *latest) for name in (str(row["id"]), *ids_in(fields_in(row), "owners"))})
    kinds, sources = kind_rows(ask, held_only=True), source_lines(ask)
    return show(
        ask,
        "overview.html",
        mine=mine(ask),
        sources=sources[:LATEST],
        source_count=len(sources),
        open=sum(source.open for source in sources),
        kinds=kinds,
        things=sum(kind.count for kind in kinds),
        undertakings=thing_rows(ask, undertakings),
        shapes=shape_words(ask.lang),
        books=book_lines(ask.reading),
        latest=thing_rows(ask, latest),
    )
