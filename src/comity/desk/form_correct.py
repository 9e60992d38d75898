"""The form that corrects a thing of one's own book: what it says now, to be typed over.

- The earlier words stay on record; the correction bears the label of the thing and goes to whom the thing went.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from comity.desk.answering import show
from comity.desk.asking import Ask, deed, home_of, page
from comity.desk.form_controls import Controls
from comity.desk.form_files import keep_files
from comity.desk.form_filled import Filled, Sent, filled_with, sent
from comity.desk.form_kinds import takes_several, typed_fields
from comity.desk.form_language import asked_language, in_language
from comity.desk.form_once import is_token, made_of, new_token, once
from comity.desk.form_pages import done, too_old, wrong_ones
from comity.desk.form_reading import Errors, place_of, said_at, value_of
from comity.desk.languages import language
from comity.desk.naming import Naming
from comity.desk.thing_pages import row_of
from comity.kinds import kind_of
from comity.kinds.key_change import WHY
from comity.paper.translate import translate
from comity.procedures.clock import now
from comity.procedures.enter_by_hand import enter_by_hand
from comity.procedures.hand import Hand
from comity.record.canonical import Fields, Value
from comity.record.errors import ComityError, HeadsNotKept, MissingField, WrongThing
from comity.record.field import Field, Place, Wording
from comity.record.kind import Kind
from comity.record.language import LANGUAGES

REASON = replace(WHY, name="entry.why")


def correct_form(request: HttpRequest, name: str) -> HttpResponse:
    """The form; by POST enters what differs."""
    return corrected(request, name=name) if request.method == "POST" else filled_form(request, name=name)


@page
def filled_form(ask: Ask, name: str) -> HttpResponse:
    """The form with what the thing says now."""
    row = row_of(ask.reading, name)
    return correct_page(ask, row, Sent(filled_with(cast(Fields, row["fields"])), new_token()), {})


@deed
def corrected(request: HttpRequest, name: str) -> HttpResponse:
    """Enters the correction and leads to the thing, or brings the form back. Raises: HeadsNotKept."""
    form, to = sent(request.POST), asked_language(request)
    lang = language(request)
    with home_of(request).read() as reading:
        ask = Ask(request, reading, lang, Naming(reading))
        row = row_of(reading, name)
        kind = kind_of(str(row["kind"]))
        not_kept = keep_files(request, _correctable(kind), form.filled)
        given, errors = _changes(ask, row, form.filled)
        errors |= not_kept
        if made_of(home_of(request).path, form.token):
            errors = {}  # what it would change was changed by itself
        if to:
            return in_language(correct_page(ask, row, form, errors if form.judged else not_kept), to)
        if not is_token(form.token):
            errors, form = {"": too_old(lang), **errors}, replace(form, token=new_token())
        if errors or form.more:
            return correct_page(ask, row, form, not_kept if form.more else errors)

    def enter() -> str:
        hand = Hand(str(row["party"]), now(), lang=lang)
        whole = {"thing": str(row["id"]), "label": row["label"], "audience": row["audience"], **given}
        enter_by_hand(home_of(request), "correction", whole, by=hand)
        return str(row["party"])

    try:
        book, fresh = once(home_of(request).path, form.token, enter, otherwise=str(row["party"]))
    except HeadsNotKept:
        raise
    except ComityError as problem:
        with home_of(request).read() as reading:
            ask = Ask(request, reading, lang, Naming(reading))
            return correct_page(ask, row, form, {place_of(problem, kind): said_at(problem, kind, lang)})
    done(request, book, fresh=fresh)
    return HttpResponseRedirect(f"/t/{row['id']}")


def correct_page(ask: Ask, row: Fields, form: Sent, errors: Mapping[str, str]) -> HttpResponse:
    """The page of the form. Raises: WrongThing for a text and for what is no thing."""
    kind = kind_of(str(row["kind"]))
    if kind.name == "text" or not kind.opens:
        raise WrongThing(field="thing", expected="a thing", name=str(row["id"])[:12])
    controls = Controls(ask, form.filled, errors, more=form.more)
    fields = [controls.of(field, field.required, takes_several(kind, field)) for field in _correctable(kind)]
    fields.append(controls.of(REASON, False, False))
    response = show(
        ask,
        "form_correct.html",
        row=row,
        fields=fields,
        token=form.token,
        above=errors.get("", ""),
        problems=wrong_ones(fields),
        has_files=any(control.hex for control in fields),
    )
    response.status_code = 400 if errors else 200
    return response


def _correctable(kind: Kind) -> list[Field]:
    """What stands in the body; the envelope is never corrected."""
    return [field for field in typed_fields(kind) if field.place is Place.BODY]


def _changes(ask: Ask, row: Fields, filled: Filled) -> tuple[Fields, Errors]:
    """What a correction would hold, and what is wrong with it; a field that said something cannot be emptied."""
    kind, fields = kind_of(str(row["kind"])), cast(Fields, row["fields"])
    changes: Fields = {}
    errors: Errors = {}
    for field in _correctable(kind):
        held = fields.get(field.name)
        try:
            value = value_of(ask, field, filled)
            if value is None and held not in (None, []):
                raise MissingField(field=field.name)
            if value is not None and (whole := _whole(field, value, held)) != held:
                changes[field.name] = whole
        except ComityError as problem:
            errors[field.name] = said_at(problem, kind, ask.lang)
    if not changes and not errors:
        errors[""] = translate(ask.lang)("Nothing was changed.")
    try:
        why = value_of(ask, REASON, filled)
    except ComityError as problem:
        return {}, {**errors, REASON.name: said_at(problem, kind, ask.lang)}
    return {"changes": changes, **({"why": why} if why else {})}, errors


def _whole(field: Field, value: Value, held: Value | None) -> Value:
    """The value with what the form does not show: the parts of a wording in further languages."""
    if not isinstance(field.form, Wording) or not isinstance(value, list) or not isinstance(held, list):
        return value
    further = [part for part in held if isinstance(part, dict) and part.get("lang") not in LANGUAGES]
    return field.read([*value, *further], lang="en")
