"""Drafts beside their source: all that wait, the least sure first, and one at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.draft_alike import Question, questions, quotes_of
from comity.desk.draft_conflict import gone
from comity.desk.draft_history import DeedLine, history, last_line
from comity.desk.draft_lines import DraftLine, ValueLine, draft_line, evidence_of, value_lines
from comity.desk.draft_names import value_words
from comity.desk.draft_queue import beside, chosen_in, chosen_of, draft_address, filter_groups, place_in, place_words
from comity.desk.filters import address
from comity.desk.source_lines import SourceLine, source_line
from comity.desk.source_pages import highlighted
from comity.desk.source_places import linked_places
from comity.paper.doubts import doubts
from comity.paper.highlight import passage
from comity.paper.names import plain_name
from comity.paper.translate import translate
from comity.procedures.draft_deeds import last_deed_on
from comity.procedures.own_books import home_book
from comity.procedures.split_draft import cuts_of
from comity.record.act import EntryId
from comity.record.errors import BodyNotHere, UnknownDraft
from comity.store.reading import DraftRow

MOST = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft in the list: where it was read, how sure the reader was and why not more."""

    line: DraftLine
    href: str
    source: SourceLine
    confidence: int
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DraftSheet:
    """One draft with everything its page shows; `seen` the number of the last deed on it."""

    line: DraftLine
    lines: tuple[ValueLine, ...]
    rule: str
    confidence: int
    corrected: bool
    entry: str
    doubts: tuple[str, ...]
    questions: tuple[Question, ...]
    own_quotes: tuple[str, ...]
    history: tuple[DeedLine, ...]
    has_cuts: bool
    has_others: bool
    seen: int


@page
def drafts(ask: Ask) -> HttpResponse:
    """Drafts, the least sure first; those that wait unless `?state=` says otherwise, fifty a page."""
    filters = chosen_in(ask.request.GET)
    found = ask.reading.queue(chosen_of(filters), after=place_in(ask.request.GET), limit=MOST + 1)
    shown, more = found[:MOST], ""
    if len(found) > MOST:
        more = address(ask.request.path, {**filters, "after": place_words(shown[-1])})
    counts = ask.reading.draft_types()
    return show(
        ask,
        "drafts.html",
        drafts=_waiting(ask, shown, filters),
        open=sum(count for (state, _type), count in counts.items() if state == "open"),
        filters=filter_groups(ask, filters, counts),
        last=last_line(ask),
        enter_words=_enter_words(ask, several=True),
        more=more,
    )


@page
def draft(ask: Ask, number: int) -> HttpResponse:
    """One draft beside the words it rests on; `?type=`, `?source=` and `?most=` choose which one comes next."""
    try:
        row = ask.reading.draft(number)
    except UnknownDraft as problem:
        return gone(ask, number, problem)
    document = ask.reading.document(row.source)
    if document is None:
        raise BodyNotHere(name=row.source[:12])
    filters = chosen_in(ask.request.GET)
    near = beside(ask, row, filters)
    kept = {name: value for name, value in filters.items() if name != "state"}
    return show(
        ask,
        "draft.html",
        draft=(sheet := _sheet(ask, row)),
        source=source_line(document, {}),
        blocks=passage(highlighted(document, [row], ask.lang), str(number)),
        places=linked_places(document, evidence_of(row), ask.lang),
        before=draft_address(near.before, filters) if near.before else "",
        after=draft_address(near.after, filters) if near.after else "",
        onward=near.onward,
        waiting=near.open,
        filters=urlencode(kept),
        last=last_line(ask),
        has_lists=any(line.many and not line.fixed for line in sheet.lines),
        own_books=[book.party for book in ask.reading.books() if book.own],
        book=home_book(ask.reading),
        enter_words=_enter_words(ask, several=False),
    )


def _sheet(ask: Ask, row: DraftRow) -> DraftSheet:
    lines = tuple(
        replace(line, words=value_words(ask, line.key, row.value.get(line.key)) or line.words)
        for line in value_lines(row, ask.lang)
    )
    is_open = row.state == "open"
    return DraftSheet(
        line=draft_line(row, ask.lang),
        lines=lines,
        rule=row.rule,
        confidence=row.confidence,
        corrected=row.corrected,
        entry=row.entry,
        doubts=_doubts(row, ask.lang) if is_open else (),
        questions=tuple(questions(ask, row)),
        own_quotes=quotes_of(row),
        history=tuple(history(ask, row.number)),
        has_cuts=is_open and (bool(cuts_of(row)) or any(len(quote.split()) > 1 for quote in quotes_of(row))),
        has_others=is_open and bool(ask.reading.drafts_beside(row, limit=1)),
        seen=last_deed_on(ask.reading, row.number),
    )


def _doubts(row: DraftRow, lang: str) -> tuple[str, ...]:
    return tuple(doubts(row.type, row.value, rule=row.rule, confidence=row.confidence, lang=lang))


def _waiting(ask: Ask, drafts: Sequence[DraftRow], filters: Mapping[str, str]) -> list[Waiting]:
    documents = {digest: ask.reading.document(digest) for digest in dict.fromkeys(row.source for row in drafts)}
    return [
        Waiting(
            draft_line(row, ask.lang),
            draft_address(row.number, filters),
            source_line(document, {}),
            row.confidence,
            _doubts(row, ask.lang),
        )
        for row in drafts
        if (document := documents[row.source]) is not None
    ]


def _enter_words(ask: Ask, *, several: bool) -> str:
    """What the button does, with the name of the book."""
    _ = translate(ask.lang)
    party = home_book(ask.reading)
    if party is None:
        return _("Enter the chosen ones in the book of this office") if several else _("Enter this in the book of this office")
    name = plain_name(ask.names(EntryId(party)), ask.lang)
    if several:
        return _("Enter the chosen ones in the book of {party}", party=name)
    return _("Enter this in the book of {party}", party=name)
