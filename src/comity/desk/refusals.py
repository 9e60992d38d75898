"""What people see when something is refused or not here. The only place where a refusal becomes an HTTP status."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from comity.desk.languages import language
from comity.desk.sheet import bare_page
from comity.paper.refusal import refusal_sentence
from comity.paper.translate import translate
from comity.record.errors import (
    AddressNameTaken,
    AttachmentNotHere,
    ComityError,
    DraftSettled,
    HomeBusy,
    NoAddressKept,
    NoBookHere,
    NoSuchNote,
    NothingToShow,
    StoreError,
    TooManyAddresses,
    TooManyNotes,
    UnknownDraft,
    UnknownKind,
    UnknownParty,
    UnknownThing,
)

NOT_HERE = (
    AttachmentNotHere,
    UnknownThing,
    UnknownDraft,
    UnknownKind,
    UnknownParty,
    NoBookHere,
    NoAddressKept,
    NoSuchNote,
    NothingToShow,
)
MENDABLE = (
    AttachmentNotHere,
    UnknownDraft,
    DraftSettled,
    NoBookHere,
    NoAddressKept,
    AddressNameTaken,
    NoSuchNote,
    TooManyAddresses,
    TooManyNotes,
)


def refused(request: HttpRequest, problem: ComityError) -> HttpResponse:
    """The page for a refusal."""
    lang = language(request)
    _ = translate(lang)
    status = 404 if isinstance(problem, NOT_HERE) else 400
    heading = _("This is not here") if status == 404 else _("This was not done")
    if isinstance(problem, DraftSettled):
        status, heading = 409, _("Somebody was faster")
    elif isinstance(problem, StoreError) and not isinstance(problem, MENDABLE):
        status, heading = 503, _("The home cannot take it now") if isinstance(problem, HomeBusy) else _("This was not done")
    return _notice(request, status, heading=heading, sentence=refusal_sentence(problem, lang))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No page has this address."""
    _ = translate(language(request))
    return _notice(request, 404, heading=_("There is no such page"), sentence=_("No page here has the address you asked for."))


def broken(request: HttpRequest) -> HttpResponse:
    """Something went wrong that nobody foresaw."""
    _ = translate(language(request))
    sentence = _("This page could not be made. What stands in the books is not touched by it.")
    return _notice(request, 500, heading=_("Something went wrong here"), sentence=sentence)


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request makes no sense."""
    _ = translate(language(request))
    return _notice(request, 400, heading=_("This was not understood"), sentence=_("Go back and try once more."))


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that does not come from a page of this server as it runs now."""
    _ = translate(language(request))
    sentence = _(
        "This form was opened before the desk was started again, or elsewhere. Nothing was done. Open the page once more."
    )
    return _notice(request, 403, heading=_("This was not done"), sentence=sentence)


def from_elsewhere(request: HttpRequest) -> HttpResponse:
    """Whoever asks is not on this machine."""
    _ = translate(language(request))
    sentence = _("The desk answers only on the machine it runs on, under the name localhost or 127.0.0.1.")
    return _notice(request, 403, heading=_("Not from here"), sentence=sentence)


def _notice(request: HttpRequest, status: int, *, heading: str, sentence: str) -> HttpResponse:
    return bare_page(request, "notice.html", status=status, heading=heading, sentence=sentence)
