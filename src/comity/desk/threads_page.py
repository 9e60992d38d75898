"""The same matter over the years: pairs of agreed items and proposals that may say the same, for a person to confirm or cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from comity.desk.answering import show
from comity.desk.asking import Ask, deed, home_of, page
from comity.desk.draft_history import last_line
from comity.desk.filters import address, group
from comity.desk.languages import language
from comity.paper.matter_view import day_of
from comity.paper.thread_view import reason_words
from comity.paper.translate import translate
from comity.procedures.answer_thread import answer_thread
from comity.procedures.clock import now
from comity.procedures.code_words import code_words
from comity.procedures.look_for_threads import is_looked_through, look_for_threads
from comity.store.reading import ThreadRow
from comity.store.threads import APART, COUNTED, ONE_MATTER

MOST = 20
SORTS = ("once", "standing", ONE_MATTER, APART)
_PLACE = re.compile(r"(\d{1,3})-([0-9a-f]{64})-([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair: both ids, the day of each, and what the two share in words; none where a person gave the answer."""

    one: str
    other: str
    days: tuple[str, str]
    score: int
    reasons: tuple[str, ...]


@page
def threads(ask: Ask) -> HttpResponse:
    """Pairs nobody answered, the surest first; `?sort=` standing duties, or those a person confirmed or cut."""
    sort = ask.request.GET.get("sort", "")
    sort = sort if sort in SORTS else "once"
    place = _PLACE.fullmatch(ask.request.GET.get("after", ""))
    rows = _rows(ask, sort, (int(place[1]), place[2], place[3]) if place else None)
    shown, more = rows[:MOST], ""
    if len(rows) > MOST:
        last = shown[-1]
        more = address(ask.request.path, {"sort": sort, "after": f"{last.score}-{last.one}-{last.other}"})
    counts = {name: ask.reading.thread_count(standing=name == "standing") for name in ("once", "standing")}
    return show(
        ask,
        "threads.html",
        lines=list(_lines(ask, shown)),
        sort=sort,
        counts=counts,
        counted=COUNTED,
        filters=_filters(ask, sort, counts),
        is_fresh=is_looked_through(ask.reading),
        last=last_line(ask),
        more=more,
    )


@deed
def answer(request: HttpRequest) -> HttpResponse:
    """Keeps that two items are one matter, or apart."""
    _ = translate(language(request))
    said, one, other = (request.POST.get(name, "") for name in ("answer", "one", "other"))
    if said in ("same", "differ"):
        answer_thread(home_of(request), one, other, confirm=said == "same", moment=now())
        messages.success(
            request,
            _("Noted in this home: one matter. It is shown on the pages of both.")
            if said == "same"
            else _("Noted in this home: not one matter. It is not suggested again."),
        )
    sort = request.POST.get("sort", "")
    return HttpResponseRedirect(address("/threads/", {"sort": sort} if sort in SORTS[1:] else {}))


@deed
def look(request: HttpRequest) -> HttpResponse:
    """Looks through the register and the documents anew."""
    found = look_for_threads(home_of(request))
    said = translate(language(request))(
        "Looked through. Pairs found: {pairs}. Documents that derive from another: {documents}.",
        pairs=found.threads,
        documents=found.derived,
    )
    messages.success(request, said)
    return HttpResponseRedirect("/events/" if request.POST.get("next") == "/events/" else "/threads/")


def _rows(ask: Ask, sort: str, place: tuple[int, str, str] | None) -> Sequence[ThreadRow]:
    if sort in (ONE_MATTER, APART):
        pairs = ask.reading.answered_threads(sort, after=place[1:] if place else ("", ""), limit=MOST + 1)
        return [ThreadRow(one, other, 0, False, []) for one, other in pairs]
    return ask.reading.threads(standing=sort == "standing", after=place or (101, "", ""), limit=MOST + 1)


def _lines(ask: Ask, rows: Sequence[ThreadRow]) -> Iterator[PairLine]:
    named = ask.reading.things_called({name for row in rows for name in (row.one, row.other)})
    ask.names.learn(named)
    for row in rows:
        reasons = (reason_words(why, ask.lang, code_words) for why in row.reasons if isinstance(why, dict))
        first, second = (day_of(named[name]) if name in named else "" for name in (row.one, row.other))
        yield PairLine(row.one, row.other, (first, second), row.score, tuple(dict.fromkeys(words for words in reasons if words)))


def _filters(ask: Ask, sort: str, counts: dict[str, int]) -> list[object]:
    _ = translate(ask.lang)
    words = {
        "once": _("may be one matter"),
        "standing": _("standing duties said again"),
        ONE_MATTER: _("confirmed here as one matter"),
        APART: _("cut here"),
    }
    values = [(name, said, counts.get(name) if counts.get(name, 0) < COUNTED else None) for name, said in words.items()]
    return [group(_("Which"), "sort", values, chosen={"sort": sort}, path=ask.request.path)]
