"""Drafts beside their source: all that wait, and one at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.draft_lines import DraftLine, ValueLine, draft_line, value_lines
from comity.desk.draft_names import value_words
from comity.desk.filters import Group, address, group
from comity.desk.source_lines import SourceLine, source_line
from comity.desk.source_pages import highlighted
from comity.paper.highlight import passage
from comity.paper.labels import draft_words
from comity.paper.names import plain_name
from comity.paper.translate import translate
from comity.procedures.own_books import home_book
from comity.record.act import EntryId
from comity.record.errors import BodyNotHere
from comity.store.reading import DraftRow

MOST = 100
STATES = ("open", "accepted", "dropped")


@dataclass(frozen=True, slots=True)
class SourceDrafts:
    """The drafts of one source."""

    source: SourceLine
    drafts: tuple[DraftLine, ...]


@dataclass(frozen=True, slots=True)
class DraftSheet:
    """One draft with everything its page shows."""

    line: DraftLine
    lines: tuple[ValueLine, ...]
    rule: str
    confidence: int
    corrected: bool
    entry: str


@page
def drafts(ask: Ask) -> HttpResponse:
    """Drafts by source; those that wait unless `?state=` says otherwise, a hundred a page."""
    given = ask.request.GET
    chosen = {name: given[name] for name in ("type", "state") if given.get(name)}
    state = chosen.setdefault("state", "open")
    after = int(given["after"]) if given.get("after", "").isascii() and given.get("after", "").isdigit() else 0
    found = ask.reading.drafts(state=state, type=chosen.get("type"), after=after, limit=MOST + 1)
    shown, more = found[:MOST], ""
    if len(found) > MOST:
        more = address(ask.request.path, {**chosen, "after": str(shown[-1].number)})
    waiting = ask.reading.drafts(state="open")
    return show(
        ask,
        "drafts.html",
        groups=_by_source(ask, shown),
        open=len(waiting),
        filters=_filters(ask, chosen),
        enter_words=_enter_words(ask, several=True),
        more=more,
    )


@page
def draft(ask: Ask, number: int) -> HttpResponse:
    """One draft beside the words it rests on."""
    row = ask.reading.draft(number)
    document = ask.reading.document(row.source)
    if document is None:
        raise BodyNotHere(name=row.source[:12])
    before, after = neighbours(row, ask.reading.drafts(source=row.source))
    own = [book.party for book in ask.reading.books() if book.own]
    lines = tuple(
        replace(line, words=value_words(ask, line.key, row.value.get(line.key)) or line.words)
        for line in value_lines(row, ask.lang)
    )
    return show(
        ask,
        "draft.html",
        draft=DraftSheet(draft_line(row, ask.lang), lines, row.rule, row.confidence, row.corrected, row.entry),
        source=source_line(document, {}),
        blocks=passage(highlighted(document, [row], ask.lang), str(number)),
        before=before,
        after=after,
        has_lists=any(line.many and not line.fixed for line in lines),
        own_books=own,
        book=home_book(ask.reading),
        enter_words=_enter_words(ask, several=False),
    )


def neighbours(row: DraftRow, drafts: Sequence[DraftRow]) -> tuple[int | None, int | None]:
    """The drafts of the same source before and after this one that stand in the same state; open ones while any is open."""
    state = "open" if any(draft.state == "open" and draft.number != row.number for draft in drafts) else row.state
    numbers = [draft.number for draft in drafts if draft.state == state]
    before = [number for number in numbers if number < row.number]
    after = [number for number in numbers if number > row.number]
    return (before[-1] if before else None), (after[0] if after else None)


def _by_source(ask: Ask, drafts: Sequence[DraftRow]) -> list[SourceDrafts]:
    groups = []
    for digest in dict.fromkeys(draft.source for draft in drafts):
        document = ask.reading.document(digest)
        if document is not None:
            lines = tuple(draft_line(draft, ask.lang) for draft in drafts if draft.source == digest)
            groups.append(SourceDrafts(source_line(document, {}), lines))
    return groups


def _filters(ask: Ask, chosen: Mapping[str, str]) -> list[Group]:
    _, path = translate(ask.lang), ask.request.path
    every = ask.reading.drafts()
    states = Counter(draft.state for draft in every)
    types = Counter(draft.type for draft in every if draft.state == chosen["state"])
    return [
        group(
            _("State"), "state", [(s, draft_words(s, ask.lang), states[s]) for s in STATES if states[s]], chosen=chosen, path=path
        ),
        group(
            _("Kind of statement"),
            "type",
            [(t, draft_words(t, ask.lang), n) for t, n in types.most_common()],
            chosen=chosen,
            path=path,
        ),
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
