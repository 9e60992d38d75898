"""What was read, how much of each, what waits in it and what rests on it: the list of sources, a page of fifty at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.filters import MOST_OPTIONS, Group, group
from comity.desk.listing import MOST_READ, chosen_in, in_form, one_page
from comity.desk.source_pages import language_name
from comity.kinds import every_kind
from comity.paper.sources_view import (
    KEPT,
    Document,
    SourceRow,
    coverage_words,
    document_row,
    kept_words,
    readings_of,
    source_row,
    waiting_first,
)
from comity.paper.translate import translate
from comity.record.canonical import Fields

FILTERS = ("outlet", "year", "language", "coverage", "kept", "drafts")


@page
def sources(ask: Ask, form: str) -> HttpResponse:
    """The sources; `?outlet= &year= &language= &coverage= &kept= &drafts=open` choose among them."""
    chosen = chosen_in(ask, FILTERS)
    rows = {str(row["id"]): row for row in ask.reading.things("source", limit=MOST_READ)}
    every = _lines(ask, rows.values())
    lines = [line for line in every if _fits(line, chosen)]
    whole = _with_rests(ask, lines, rows) if form != "/" else lines
    return in_form(form, "sources", whole, lambda: _page(ask, rows, (every, lines), chosen))


def documents(ask: Ask) -> list[Document]:
    """What was read here, the latest first, with its drafts."""
    counts = ask.reading.draft_counts()

    def count(digest: str, state: str) -> int:
        return counts.get((digest, state), 0)

    return [
        Document(
            *(head.digest, head.name, head.title, head.lang, head.read_at, head.entry),
            open=count(head.digest, "open"),
            accepted=count(head.digest, "accepted"),
            dropped=count(head.digest, "dropped"),
        )
        for head in ask.reading.document_heads(limit=MOST_READ)
    ]


def _lines(ask: Ask, rows: Iterable[Fields]) -> list[SourceRow]:
    """Every source of a book and every document that is none yet; what rests on them is not counted yet."""
    held = documents(ask)
    of = {document.entry: document for document in reversed(held) if document.entry}
    lines = [source_row(row, of.get(str(row["id"])), {}) for row in rows]
    known = {line.digest for line in lines}
    return waiting_first([*lines, *(document_row(document) for document in held if document.digest not in known)])


def _with_rests(ask: Ask, lines: Iterable[SourceRow], rows: dict[str, Fields]) -> list[SourceRow]:
    """The same lines with how many things rest on each, from the readings in one question."""
    shown = list(lines)
    wanted = {thing for line in shown if line.id in rows for thing in readings_of(rows[line.id])}
    readings = ask.reading.things_called(wanted) if wanted else {}
    return [replace(line, rests=source_row(rows[line.id], None, readings).rests) if line.id in rows else line for line in shown]


def _page(
    ask: Ask, rows: dict[str, Fields], found: tuple[list[SourceRow], list[SourceRow]], chosen: dict[str, str]
) -> HttpResponse:
    every, lines = found
    shown, more = one_page(ask, lines, chosen)
    full = sum(line.coverage == "full_text" for line in every)
    return show(
        ask,
        "sources.html",
        count=len(every),
        full=full,
        percent=round(100 * full / len(every)) if every else 0,
        alone=sum(line.kept == "address" for line in every),
        open=sum(line.open for line in every),
        fitting=len(lines),
        narrowed=bool(chosen),
        lines=_with_rests(ask, shown, rows),
        filters=_groups(ask, every, chosen),
        coverage_words=lambda code: coverage_words(code, ask.lang),
        kept_words=lambda code: kept_words(code, ask.lang),
        language_name=lambda code: language_name(code.replace("-", "_"), ask.lang),
        more=more,
        query=ask.request.META.get("QUERY_STRING", ""),
    )


def _fits(line: SourceRow, chosen: dict[str, str]) -> bool:
    same = all(chosen.get(name, getattr(line, name)) == getattr(line, name) for name in FILTERS[:-1])
    return same and ("drafts" not in chosen or bool(line.open))


def _groups(ask: Ask, every: list[SourceRow], chosen: dict[str, str]) -> list[Group]:
    """The filters, each value with how many sources have it."""
    _, lang, path, kind = translate(ask.lang), ask.lang, ask.request.path, every_kind()["source"]

    def values(name: str, called: dict[str, str] | None = None) -> list[tuple[str, str, int | None]]:
        counts = Counter(getattr(line, name) for line in every if getattr(line, name))
        return [(value, (called or {}).get(value, value), count) for value, count in counts.most_common(MOST_OPTIONS)]

    languages = {line.language: language_name(line.language.replace("-", "_"), lang) for line in every if line.language}
    coverage = {line.coverage: coverage_words(line.coverage, lang) for line in every}
    waiting = sum(bool(line.open) for line in every)
    groups = (
        (kind.field("coverage").labels.in_language(lang), "coverage", values("coverage", coverage)),
        (_("What is here of it"), "kept", values("kept", {code: kept_words(code, lang) for code in KEPT})),
        (_("Year"), "year", sorted(values("year"), reverse=True)),
        (kind.field("language").labels.in_language(lang), "language", values("language", languages)),
        (kind.field("outlet").labels.in_language(lang), "outlet", values("outlet")),
        (_("Drafts"), "drafts", [("open", _("waits for you"), waiting)] if waiting else []),
    )
    return [group(words, name, options, chosen=chosen, path=path) for words, name, options in groups]
