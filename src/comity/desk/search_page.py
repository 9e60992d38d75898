"""Search over everything held, in any of the three languages, with or without accents."""

from __future__ import annotations

from collections import Counter

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.filters import group
from comity.desk.rows import thing_rows
from comity.paper.labels import kind_label
from comity.paper.translate import translate

MOST = 50


@page
def search(ask: Ask) -> HttpResponse:
    """Things in which all words of `?q=` stand; `?kind=` keeps to one kind."""
    words, kind = ask.request.GET.get("q", "").strip(), ask.request.GET.get("kind", "")
    every = ask.reading.search(words, limit=MOST + 1) if words else []
    found = ask.reading.search(words, kind=kind, limit=MOST + 1) if words and kind else every
    counts = Counter(str(row["kind"]) for row in every)
    values = [(name, kind_label(name, ask.lang, plural=True), None) for name, _count in counts.most_common()]
    chosen = {"q": words, **({"kind": kind} if kind else {})}
    return show(
        ask,
        "search.html",
        rows=thing_rows(ask, found[:MOST]),
        more=len(found) > MOST,
        filters=[group(translate(ask.lang)("Kind"), "kind", values, chosen=chosen, path="/search")],
    )
