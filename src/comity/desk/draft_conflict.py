"""What a second tab sees when a draft was dealt with meanwhile: how, when and where it went on. Nothing is done twice."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, deed, home_of
from comity.desk.draft_history import history
from comity.desk.languages import language
from comity.desk.naming import Naming
from comity.paper.refusal import refusal_sentence
from comity.paper.translate import translate
from comity.record.errors import (
    ComityError,
    DoneSince,
    DraftChanged,
    DraftSettled,
    EntryStays,
    NothingToUndo,
    UndoneAlready,
    UnknownDraft,
)
from comity.store.reading import Chosen

CONFLICTS = (DraftSettled, DraftChanged, EntryStays, DoneSince, UndoneAlready, NothingToUndo)


def draft_deed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A deed on drafts, for which a conflict is told with how and when the draft was dealt with."""

    @wraps(view)
    def answer(request: HttpRequest, **parts: Any) -> HttpResponse:
        try:
            return view(request, **parts)
        except CONFLICTS as problem:
            lang = language(request)
            with home_of(request).read() as reading:
                return conflict(Ask(request, reading, lang, Naming(reading)), problem)

    return deed(answer)


def conflict(ask: Ask, problem: ComityError) -> HttpResponse:
    """The page for a deed that came too late."""
    _ = translate(ask.lang)
    late = isinstance(problem, DraftSettled | DraftChanged)
    number = int(problem.values.get("number", 0)) if isinstance(problem, DraftSettled | DraftChanged | EntryStays) else 0
    return _told(ask, problem, number, heading=_("Somebody was faster") if late else _("This was not done"), status=409)


def gone(ask: Ask, number: int, problem: UnknownDraft) -> HttpResponse:
    """The page for a draft that is not here: where a deed had made it and was undone, that is said."""
    if not ask.reading.deeds_on(number, limit=1):
        raise problem
    return _told(ask, problem, number, heading=translate(ask.lang)("This draft is no longer there"), status=404)


def _told(ask: Ask, problem: ComityError, number: int, *, heading: str, status: int) -> HttpResponse:
    lines = history(ask, number) if number else []
    try:
        row = ask.reading.draft(number) if number else None
    except UnknownDraft:
        row = None
    waiting = ask.reading.queue(Chosen(), limit=1)
    response = show(
        ask,
        "settled.html",
        heading=heading,
        sentence=refusal_sentence(problem, ask.lang),
        history=lines,
        number=number if row is not None else 0,
        entry=row.entry if row is not None else "",
        next=waiting[0].number if waiting else 0,
    )
    response.status_code = status
    return response
