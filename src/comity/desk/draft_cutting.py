"""Splitting a draft and joining it with others: where it may be cut, and which others stand near it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from comity.desk.answering import show
from comity.desk.asking import Ask, home_of, page
from comity.desk.draft_alike import quotes_of
from comity.desk.draft_conflict import conflict, draft_deed
from comity.desk.draft_lines import draft_line
from comity.desk.draft_queue import chosen_in, draft_address, filters_given
from comity.desk.languages import language
from comity.desk.source_lines import source_line
from comity.paper.draft_view import CUT_MARKS
from comity.paper.translate import translate
from comity.procedures.clock import now
from comity.procedures.draft_deeds import Shown, last_deed_on
from comity.procedures.join_drafts import join_drafts
from comity.procedures.split_draft import cuts_of, split_draft
from comity.record.errors import BodyNotHere, DraftSettled
from comity.store.reading import DraftRow

MOST_BESIDE = 12
_FEW = 90


@dataclass(frozen=True, slots=True)
class CutLine:
    """A place to cut as the page shows it: the last words before it and the first after it."""

    at: int
    mark: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Other:
    """Another draft to join with."""

    number: int
    words: str
    quotes: tuple[str, ...]


def split(request: HttpRequest, number: int) -> HttpResponse:
    """Where a draft may be cut; by POST it is split there."""
    return _split(request, number=number) if request.method == "POST" else _split_page(request, number=number)


def join(request: HttpRequest, number: int) -> HttpResponse:
    """Which drafts one may be joined with; by POST it is."""
    return _join(request, number=number) if request.method == "POST" else _join_page(request, number=number)


@page
def _split_page(ask: Ask, number: int) -> HttpResponse:
    row = ask.reading.draft(number)
    if row.state != "open":
        return conflict(ask, DraftSettled(number=number, state=row.state))
    _ = translate(ask.lang)
    cuts = [CutLine(cut.at, _(CUT_MARKS[cut.mark]), _end(cut.before), _beginning(cut.after)) for cut in cuts_of(row)]
    return _shown(ask, "split.html", row, cuts=cuts)


@page
def _join_page(ask: Ask, number: int) -> HttpResponse:
    row = ask.reading.draft(number)
    if row.state != "open":
        return conflict(ask, DraftSettled(number=number, state=row.state))
    others = ask.reading.drafts_beside(row, limit=MOST_BESIDE)
    lines = [Other(other.number, draft_line(other, ask.lang).words, quotes_of(other)) for other in others]
    return _shown(ask, "join.html", row, others=lines)


@draft_deed
def _split(request: HttpRequest, number: int) -> HttpResponse:
    typed = [line.strip() for line in request.POST.get("words", "").splitlines() if line.strip()]
    places = [int(at) for at in request.POST.getlist("cut") if at.isascii() and at.isdigit() and len(at) < 10]
    made = split_draft(home_of(request), shown_in(request, number), [*places, *typed], moment=now())
    _ = translate(language(request))
    messages.success(request, _("Draft {number} was split into {count}.", number=number, count=len(made)))
    return HttpResponseRedirect(draft_address(made[0], filters_given(request.POST.get("filters", ""))))


@draft_deed
def _join(request: HttpRequest, number: int) -> HttpResponse:
    others = [int(other) for other in request.POST.getlist("other") if other.isascii() and other.isdigit() and len(other) < 10]
    made = join_drafts(home_of(request), [shown_in(request, number), *others], moment=now())
    _ = translate(language(request))
    messages.success(request, _("The drafts were joined into draft {number}.", number=made))
    return HttpResponseRedirect(draft_address(made, filters_given(request.POST.get("filters", ""))))


def shown_in(request: HttpRequest, number: int) -> int | Shown:
    """The draft with the last deed on it when its page was opened, where its form says so."""
    seen = request.POST.get("seen", "")
    return Shown(number, int(seen)) if seen.isascii() and seen.isdigit() and len(seen) < 10 else number


def _shown(ask: Ask, template: str, row: DraftRow, **content: object) -> HttpResponse:
    document = ask.reading.document(row.source)
    if document is None:
        raise BodyNotHere(name=row.source[:12])
    kept = chosen_in(ask.request.GET)
    return show(
        ask,
        template,
        line=draft_line(row, ask.lang),
        quotes=quotes_of(row),
        source=source_line(document, {}),
        seen=last_deed_on(ask.reading, row.number),
        back=draft_address(row.number, kept),
        filters=draft_address(row.number, kept).partition("?")[2],
        **content,
    )


def _end(words: str) -> str:
    """The last of some words, cut between two of them where they are parted by spaces."""
    if len(words) <= _FEW:
        return words
    kept = words[1 - _FEW :]
    return "…" + (kept.partition(" ")[2] or kept)


def _beginning(words: str) -> str:
    """The first of some words."""
    if len(words) <= _FEW:
        return words
    kept = words[: _FEW - 1]
    return (kept.rpartition(" ")[0] or kept) + "…"
