"""The form that adds language versions: every wording of a thing that lacks one of the three languages, with what it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from comity.desk.answering import show
from comity.desk.asking import Ask, deed, home_of, page
from comity.desk.form_controls import Control, Controls
from comity.desk.form_filled import Filled, Sent, sent
from comity.desk.form_language import asked_language, in_language
from comity.desk.form_once import is_token, new_token, once
from comity.desk.form_pages import done, too_old, wrong_ones
from comity.desk.form_reading import place_of, said_at, wording
from comity.desk.languages import language
from comity.desk.naming import Naming
from comity.desk.thing_pages import row_of
from comity.kinds import kind_of
from comity.paper.translate import translate
from comity.procedures.clock import now
from comity.procedures.translate_wording import translate_wording, untranslated
from comity.record.canonical import Fields
from comity.record.errors import ComityError, HeadsNotKept, TextsAreNotTranslated
from comity.record.field import Field
from comity.record.language import LANGUAGES, Language


def translate_form(request: HttpRequest, name: str) -> HttpResponse:
    """The form; by POST adds the versions typed into it."""
    return added(request, name=name) if request.method == "POST" else empty_form(request, name=name)


@page
def empty_form(ask: Ask, name: str) -> HttpResponse:
    """The empty boxes of every language that is lacking."""
    return translate_page(ask, row_of(ask.reading, name), Sent(Filled(), new_token()), {})


@deed
def added(request: HttpRequest, name: str) -> HttpResponse:
    """Enters the versions and leads to the thing, or brings the form back. Raises: HeadsNotKept."""
    form, to = sent(request.POST), asked_language(request)
    lang = language(request)
    with home_of(request).read() as reading:
        ask = Ask(request, reading, lang, Naming(reading))
        row = row_of(reading, name)
        kind = kind_of(str(row["kind"]))
        versions = {field.name: parts for field in kind.fields if (parts := wording(form.filled, field.name))}
        nothing = {} if versions else {"": translate(lang)("No wording was typed, so nothing was entered.")}
        errors = nothing
        if to:
            return in_language(translate_page(ask, row, form, errors if form.judged else {}), to)
        if not is_token(form.token):
            errors, form = {"": too_old(lang)}, replace(form, token=new_token())
        if errors:
            return translate_page(ask, row, form, errors)

    def enter() -> str:
        translate_wording(home_of(request), str(row["id"]), versions, moment=now())
        return f"/t/{row['id']}"

    try:
        address, fresh = once(home_of(request).path, form.token, enter, otherwise=f"/t/{row['id']}")
    except HeadsNotKept:
        raise
    except ComityError as problem:
        with home_of(request).read() as reading:
            ask = Ask(request, reading, lang, Naming(reading))
            errors = {place_of(problem, kind): said_at(problem, kind, lang)}
            return translate_page(ask, row, form, errors)
    done(request, str(row["party"]), fresh=fresh)
    return HttpResponseRedirect(address)


def translate_page(ask: Ask, row: Fields, form: Sent, errors: Mapping[str, str]) -> HttpResponse:
    """The page of the form. Raises: TextsAreNotTranslated."""
    kind, fields = kind_of(str(row["kind"])), cast(Fields, row["fields"])
    if kind.name == "text":
        raise TextsAreNotTranslated(name=str(row["id"])[:12])
    controls = Controls(ask, form.filled, errors)
    lacking: dict[str, list[Language]] = {field.name: langs for field, langs in untranslated(kind, fields)}
    rows = [
        (
            field,
            fields.get(field.name, []),
            Control(
                field.name,
                "wording",
                field.labels.in_language(ask.lang),
                error=errors.get(field.name, ""),
                boxes=(controls.boxes(field.name, langs, standing="official"),),
            ),
        )
        for field in kind.fields
        if (langs := _langs(field, lacking.get(field.name, []), form.filled))
    ]
    above = errors.get("", "")
    problems = wrong_ones([control for _field, _value, control in rows])
    response = show(ask, "form_translate.html", row=row, rows=rows, token=form.token, above=above, problems=problems)
    response.status_code = 400 if errors else 200
    return response


def _langs(field: Field, lacking: Sequence[Language], filled: Filled) -> list[Language]:
    """The languages to show a box for: those lacking, and those typed although somebody else added them meanwhile."""
    return [lang for lang in LANGUAGES if lang in lacking or filled.one(f"{field.name}.{lang}")]
