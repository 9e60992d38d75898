"""What do our words mean, and what are they in the other languages? From the declarations of the kinds alone."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.listing import in_form
from comity.kinds import every_kind
from comity.record.errors import UnknownKind
from comity.record.field import Choice
from comity.record.kind import Kind
from comity.record.language import LANGUAGES, Labels


@dataclass(frozen=True, slots=True)
class Word:
    """A word in three languages: `of` is "kind", "field" or "choice", `name` what programs call it."""

    id: str
    of: str
    name: str
    en: str
    vi: str
    zh: str


@page
def vocabulary(ask: Ask, form: str) -> HttpResponse:
    """Every kind's name; `?kind=` shows the fields and fixed words of one. The files hold them all."""
    asked = ask.request.GET.get("kind", "")
    if asked and asked not in every_kind():
        raise UnknownKind(kind=asked)
    kinds = [every_kind()[asked]] if asked else list(every_kind().values())
    return in_form(form, "vocabulary", [word for kind in kinds for word in _words(kind)], lambda: _page(ask, kinds, asked))


def _page(ask: Ask, kinds: list[Kind], asked: str) -> HttpResponse:
    every = [word for kind in every_kind().values() for word in _words(kind)]
    return show(
        ask,
        "vocabulary.html",
        count=len(every),
        kind_count=len(every_kind()),
        asked=asked,
        kinds=kinds if not asked else [],
        words=_words(kinds[0]) if asked else [],
        kind_words=kinds[0].labels.in_language(ask.lang) if asked else "",
        meanings=[(tag, kinds[0].meaning.in_language(tag)) for tag in LANGUAGES] if asked else [],
        order=[ask.lang, *(tag for tag in LANGUAGES if tag != ask.lang)],
        query=ask.request.META.get("QUERY_STRING", ""),
    )


def _words(kind: Kind) -> list[Word]:
    words = [_word(kind.name, "kind", kind.name, kind.labels)]
    for field in kind.fields:
        words.append(_word(f"{kind.name}.{field.name}", "field", field.name, field.labels))
        if isinstance(field.form, Choice):
            words += [_word(f"{kind.name}.{field.name}.{key}", "choice", key, to) for key, to in field.form.options.items()]
    return words


def _word(place: str, of: str, name: str, labels: Labels) -> Word:
    return Word(place, of, name, *(labels.in_language(tag) for tag in ("en", "vi", "zh-Hans")))
