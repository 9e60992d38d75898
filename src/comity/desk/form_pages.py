"""Typing in: the list of what can be typed, and one form for each kind, made from its declaration.

- Nothing typed is lost: a form that cannot be entered comes back as it was, each refusal beside its field.
- Nothing is entered twice from one form. Entering signs nothing and binds nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from comity.desk.answering import show
from comity.desk.asking import Ask, deed, home_of, page
from comity.desk.form_controls import Control, Controls
from comity.desk.form_entry import about_entry
from comity.desk.form_files import keep_files
from comity.desk.form_filled import Sent, sent
from comity.desk.form_kinds import typed_fields, typed_kind, typed_kinds
from comity.desk.form_language import asked_language, in_language
from comity.desk.form_once import is_token, new_token, once
from comity.desk.form_prefill import prefilled
from comity.desk.form_reading import place_of, read_form, said_at
from comity.desk.languages import language
from comity.desk.naming import Naming
from comity.paper.names import plain_name
from comity.paper.translate import translate
from comity.procedures.clock import now
from comity.procedures.enter_by_hand import enter_by_hand
from comity.procedures.hand import Hand
from comity.record.canonical import Fields
from comity.record.errors import ComityError, HeadsNotKept
from comity.record.field import Ref
from comity.record.kind import Kind


@page
def enter_list(ask: Ask) -> HttpResponse:
    """What can be typed in."""
    rows = [(k.name, k.labels.in_language(ask.lang), k.meaning.in_language(ask.lang)) for k in typed_kinds()]
    return show(ask, "form_list.html", rows=rows)


def enter_form(request: HttpRequest, name: str) -> HttpResponse:
    """The form of one kind; by POST enters what was typed into it."""
    return entered(request, name=name) if request.method == "POST" else empty_form(request, name=name)


@page
def empty_form(ask: Ask, name: str) -> HttpResponse:
    """The form, filled with what the address asks for."""
    kind = typed_kind(name)
    return form_page(ask, kind, Sent(prefilled(ask, kind), new_token()), {})


@deed
def entered(request: HttpRequest, name: str) -> HttpResponse:
    """Enters what was typed and leads to it, or brings the form back. Raises: HeadsNotKept."""
    kind, form, to = typed_kind(name), sent(request.POST), asked_language(request)
    not_kept = keep_files(request, typed_fields(kind), form.filled)
    with home_of(request).read() as reading:
        ask = Ask(request, reading, language(request), Naming(reading))
        if form.more:
            return form_page(ask, kind, form, not_kept)
        given, errors = read_form(ask, kind, form.filled)
        errors |= not_kept
        if to:
            return in_language(form_page(ask, kind, form, errors if form.judged else not_kept), to)
        if not is_token(form.token):
            errors, form = {"": too_old(ask.lang), **errors}, replace(form, token=new_token())
        if errors:
            return form_page(ask, kind, form, errors)
    try:
        return _enter(request, kind, given, form)
    except HeadsNotKept:
        raise
    except ComityError as problem:
        with home_of(request).read() as reading:
            ask = Ask(request, reading, language(request), Naming(reading))
            errors = {place_of(problem, kind): said_at(problem, kind, ask.lang)}
            return form_page(ask, kind, form, errors)


def form_page(ask: Ask, kind: Kind, form: Sent, errors: Mapping[str, str]) -> HttpResponse:
    """The page of a form; with errors it says so first and its status is 400."""
    controls = Controls(ask, form.filled, errors, more=form.more)
    fields, entry = controls.of_kind(kind), about_entry(ask, kind, form.filled, errors)
    response = show(
        ask,
        "form.html",
        kind=kind.name,
        heading=kind.labels.in_language(ask.lang),
        meaning=kind.meaning.in_language(ask.lang),
        fields=fields,
        entry=entry,
        offers=controls.references.offers,
        token=form.token,
        above=errors.get("", ""),
        problems=wrong_ones([*fields, *entry]),
        has_files=any(control.hex for control in fields),
    )
    response.status_code = 400 if errors else 200
    return response


def wrong_ones(controls: list[Control]) -> list[Control]:
    """The controls that bear a refusal."""
    return [control for control in controls if control.error]


def too_old(lang: str) -> str:
    """Why a form with a strange token is not entered at once."""
    return translate(lang)(
        "The desk was started again since this form was opened. See whether it was entered before; if not, send it once more."
    )


def done(request: HttpRequest, book: str, *, fresh: bool) -> None:
    """Says in whose book it was entered, or that it was there already; the latter alone where the book is not known ("")."""
    _ = translate(language(request))
    twice = _("The form was sent twice and entered once.")
    if not book:
        messages.success(request, twice)
        return
    with home_of(request).read() as reading:
        party = plain_name(Naming(reading)(book), language(request))
    said = _("Entered in the book of {party}.", party=party)
    messages.success(request, said if fresh else f"{said} {twice}")


def _enter(request: HttpRequest, kind: Kind, given: Fields, form: Sent) -> HttpResponse:
    home, lang, filled = home_of(request), language(request), form.filled

    def enter() -> str:
        hand = Hand(filled.one("entry.book"), now(), lang=lang)
        entry, book = enter_by_hand(home, kind.name, given, by=hand, short=filled.one("entry.short"))
        return f"{book} /t/{_shown_at(kind, given, entry)}"

    made, fresh = once(home.path, form.token, enter, otherwise=" /changes/")
    book, address = made.split(" ")
    done(request, book, fresh=fresh)
    return HttpResponseRedirect(address)


def _shown_at(kind: Kind, given: Fields, entry: str) -> str:
    """The thing whose page shows the entry: itself, or the thing it speaks of."""
    if kind.opens:
        return entry
    for field in typed_fields(kind):
        named = given.get(field.name)
        if field.required and isinstance(field.form, Ref) and isinstance(named, list) and named:
            return str(named[0])
    return entry
