"""One question and its page: the home, one reading of it, the language, and what things are called.

`page` makes a view of a function that takes an `Ask`; `deed` makes one for what changes something. Both turn
refusals into pages: 404 where a thing is not here, 409 where somebody was faster, 503 where the disk or another
program stands in the way, 400 else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from comity.desk.languages import language
from comity.desk.naming import Naming
from comity.desk.refusals import not_found, refused
from comity.record.errors import ComityError
from comity.record.language import Language
from comity.store.home import Home
from comity.store.reading import Reading

HOME = "comity.home"

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Ask:
    """A request with what is needed to answer it. `names` asks the same reading."""

    request: HttpRequest
    reading: Reading
    lang: Language
    names: Naming


def home_of(request: HttpRequest) -> Home:
    """The home this server was started for."""
    return cast(Home, request.META[HOME])


def page(view: View) -> View:
    """A page that only reads: the view gets an `Ask` in place of the request."""

    @wraps(view)
    def answer(request: HttpRequest, **parts: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        lang = language(request)
        try:
            with home_of(request).read() as reading:
                return view(Ask(request, reading, lang, Naming(reading)), **parts)
        except OverflowError:  # a number longer than the store can hold names nothing
            return not_found(request)
        except ComityError as problem:
            return refused(request, problem)

    return answer


def deed(view: View) -> View:
    """What changes something: only by POST; the view gets the request itself."""

    @wraps(view)
    def answer(request: HttpRequest, **parts: Any) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        try:
            return view(request, **parts)
        except OverflowError:
            return not_found(request)
        except ComityError as problem:
            return refused(request, problem)

    return answer
