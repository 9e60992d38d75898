"""What people of this home note of an agreed item for themselves: written and removed on the item's own page."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from comity.desk.asking import deed, home_of
from comity.desk.languages import language
from comity.paper.translate import translate
from comity.procedures.clock import now
from comity.procedures.home_notes import add_note, remove_note
from comity.record.errors import WrongValue


@deed
def add(request: HttpRequest, name: str) -> HttpResponse:
    """Notes something and leads back to the item."""
    add_note(home_of(request), name, request.POST.get("text", ""), moment=now())
    messages.success(request, translate(language(request))("Noted for this home only: it stands in no party's book."))
    return HttpResponseRedirect(f"/t/{name}#notes")


@deed
def remove(request: HttpRequest, name: str) -> HttpResponse:
    """Takes a note away for good and leads back to the item."""
    number = request.POST.get("number", "")
    if not number.isdecimal():
        raise WrongValue(field="number", value=number[:40], expected="a number")
    remove_note(home_of(request), name, int(number))
    messages.success(request, translate(language(request))("The note is gone for good."))
    return HttpResponseRedirect(f"/t/{name}#notes")
