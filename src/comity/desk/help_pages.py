"""How does this work? The help pages, each written in three languages by hand."""

from __future__ import annotations

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.refusals import not_found
from comity.paper.help import HELP, help_template
from comity.paper.thing_view import shape_words
from comity.paper.translate import catalogue
from comity.record.errors import every_error


@page
def help_page(ask: Ask, name: str) -> HttpResponse:
    """The page called `name`; "" is the first one, which lists them all."""
    if name and name not in HELP:
        return not_found(ask.request)
    titles = [(key, labels.in_language(ask.lang)) for key, labels in HELP.items()]
    return show(
        ask,
        help_template(name or "start", ask.lang),
        titles=titles,
        current=name,
        title=dict(titles).get(name, ""),
        shapes=shape_words(ask.lang),
        refusals=_refusals(ask.lang) if name == "errors" else [],
    )


def _refusals(lang: str) -> list[tuple[str, str]]:
    """Every refusal as (code, sentence); places to be filled stand as they are."""
    known = catalogue(lang)
    return sorted((code, known.get(error.sentence, error.sentence)) for code, error in every_error().items())
