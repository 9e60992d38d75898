"""Another language for a form that is being filled: its language buttons send the form itself, so nothing typed is lost.

The form comes back in the language asked for, with the refusals it bore; nothing is entered by it.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from comity.desk.languages import COOKIE, YEAR
from comity.record.language import LANGUAGES


def asked_language(request: HttpRequest) -> str:
    """The language in which the form is to be shown again, which the request speaks from now on; "" for another end."""
    to = request.POST.get("language", "")
    if to not in LANGUAGES:
        return ""
    request.COOKIES[COOKIE] = to
    return to


def in_language(response: HttpResponse, lang: str) -> HttpResponse:
    """The answer, after which pages are in this language."""
    response.set_cookie(COOKIE, lang, max_age=YEAR, samesite="Lax", httponly=True)
    return response
