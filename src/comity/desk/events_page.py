"""One event, many reports: sessions that several documents tell of, each report's word beside the others'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from comity.desk.answering import show
from comity.desk.asking import Ask, home_of, page
from comity.desk.draft_conflict import draft_deed
from comity.desk.draft_history import last_line
from comity.desk.filters import address
from comity.desk.languages import language
from comity.paper.draft_view import draft_title
from comity.paper.thread_view import BONDS, DIFFERENCES, derived_words, told_words
from comity.paper.translate import translate
from comity.procedures.clock import now
from comity.procedures.code_words import code_words
from comity.procedures.hand import Hand
from comity.procedures.look_for_threads import is_looked_through
from comity.procedures.told_events import confirm_event, cut_from_event, told_events
from comity.reader.matters.events import Event, Told
from comity.record.canonical import Fields
from comity.store.reading import DerivedRow
from comity.store.rows import DocumentHead

MOST = 10


@dataclass(frozen=True, slots=True)
class TellingLine:
    """One report of an event: the draft and its document, the day it tells, and what it derives from, in words."""

    number: int
    source: str
    title: str
    lang: str
    day: str
    derived: str
    original: str
    can_cut: bool


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """What reports tell differently: each value with the numbers of the drafts that tell it."""

    what: str
    values: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class EventLine:
    """A proposed event; `witnesses` are the reports that derive from no other of them."""

    number: int
    title: str
    told: tuple[TellingLine, ...]
    witnesses: int
    why: tuple[str, ...]
    differences: tuple[DifferenceLine, ...]
    is_confirmed: bool


@page
def events(ask: Ask) -> HttpResponse:
    """The events that several documents tell of, ten a page; `?after=` the number of the last one's first draft."""
    given = ask.request.GET.get("after", "")
    after = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
    found = told_events(ask.reading)
    onward = [event for event in found if int(event.told[0].id) > after]
    shown, derived = onward[:MOST], {row.copy: row for row in ask.reading.derivations()}
    more = address(ask.request.path, {"after": shown[-1].told[0].id}) if len(onward) > MOST else ""
    heads = ask.reading.documents_with(
        {told.report for event in shown for told in event.told} | {row.original for row in derived.values()}
    )
    answers = ask.reading.session_answers()
    return show(
        ask,
        "events.html",
        count=len(found),
        copies=len(derived),
        events=[_line(ask, event, heads, derived, answers) for event in shown],
        is_fresh=is_looked_through(ask.reading),
        last=last_line(ask),
        more=more,
    )


@draft_deed
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Keeps that all drafts of an event tell of one session, or that this one tells of another."""
    _, said = translate(language(request)), request.POST.get("answer", "")
    by = Hand("", now())
    if said == "same":
        confirm_event(home_of(request), number, by=by)
        messages.success(request, _("Noted in this home: one session. When they are entered, they refer to one."))
    elif said == "differ":
        cut_from_event(home_of(request), number, by=by)
        messages.success(request, _("Noted in this home: another session. It is not put with them again."))
    return HttpResponseRedirect("/events/")


def _line(
    ask: Ask,
    event: Event,
    heads: Mapping[str, DocumentHead],
    derived: Mapping[str, DerivedRow],
    answers: Mapping[tuple[str, str], str],
) -> EventLine:
    _ = translate(ask.lang)
    first = event.told[0]
    unanswered = [told for told in event.told if told.mean != first.mean and answers.get(_two(first, told)) != "same"]
    return EventLine(
        number=int(first.id),
        title=draft_title(_value(event), (), ask.lang),
        told=tuple(_telling(ask, told, heads, derived, can_cut=told.mean != first.mean) for told in event.told),
        witnesses=event.witnesses,
        why=tuple(dict.fromkeys(_(BONDS[bond.why]) for bond in event.bonds)),
        differences=tuple(
            DifferenceLine(
                _(DIFFERENCES[each.what]),
                tuple((_said(ask, each.what, value), tuple(map(int, who))) for value, who in each.values),
            )
            for each in event.conflicts
        ),
        is_confirmed=not unanswered and len({told.mean for told in event.told}) > 1,
    )


def _value(event: Event) -> Fields:
    """Mechanism, number and day as the first report that tells each has them."""
    first = event.told[0]
    edition = next((told.edition for told in event.told if told.edition), 0)
    told = next((told for told in event.told if len(told.date) == len("2026-02-03")), replace(first, date=first.date))
    value: Fields = {"mechanism": first.mechanism or "other"}
    value |= {"edition": edition} if edition else {}
    return value | ({"date": told.date} if told.date else {"year": told.year} if told.year else {})


def _telling(
    ask: Ask, told: Told, heads: Mapping[str, DocumentHead], derived: Mapping[str, DerivedRow], *, can_cut: bool
) -> TellingLine:
    head, origin = heads.get(told.report), derived.get(told.report)
    return TellingLine(
        number=int(told.id),
        source=told.report,
        title=head.title if head else told.report[:12],
        lang=head.lang if head else "",
        day=told_words("date", told.date, ask.lang) if told.date else "",
        derived=derived_words(origin.how, origin.share, ask.lang) if origin else "",
        original=heads[origin.original].title if origin and origin.original in heads else "",
        can_cut=can_cut,
    )


def _said(ask: Ask, what: str, value: str) -> str:
    return code_words("places", value, ask.lang) if what == "host" else told_words(what, value, ask.lang)


def _two(one: Told, other: Told) -> tuple[str, str]:
    return (one.mean, other.mean) if one.mean < other.mean else (other.mean, one.mean)
