"""The language a person reads in: what they chose, else what their browser asks for, else English."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation.trans_real import parse_accept_lang_header

from comity.config import closest_language
from comity.record.language import LANGUAGES, Language

COOKIE = "comity_language"
YEAR = 365 * 24 * 3600


def language(request: HttpRequest) -> Language:
    """The language of the pages this person gets."""
    chosen = request.COOKIES.get(COOKIE)
    if chosen in LANGUAGES:
        return Language(chosen)
    asked = parse_accept_lang_header(request.headers.get("Accept-Language", "").lower())
    return next((found for tag, weight in asked if weight > 0 and (found := closest_language(tag))), Language("en"))


def choose_language(request: HttpRequest) -> HttpResponse:
    """Keeps the language chosen and leads back to where it was chosen."""
    given = request.POST if request.method == "POST" else request.GET
    response = HttpResponseRedirect(local_path(request, given.get("next", "/")))
    if given.get("to") in LANGUAGES:
        response.set_cookie(COOKIE, given["to"], max_age=YEAR, samesite="Lax", httponly=True)
    return response


def local_path(request: HttpRequest, path: str) -> str:
    """`path` where it leads to a page here, else the first page."""
    fits = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if fits else "/"
