"""Which addresses were kept here, and under which names? Plain forms; afterwards a sentence says what happened."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from comity.desk.answering import show
from comity.desk.asking import Ask, deed, home_of, page
from comity.desk.languages import language, local_path
from comity.paper.translate import translate
from comity.procedures.kept_addresses import keep_address, kept_addresses, remove_address, rename_address


@page
def kept(ask: Ask) -> HttpResponse:
    """Every kept address, each with its name to change and a button to remove it."""
    return show(ask, "kept.html", kept=kept_addresses(ask.reading))


@deed
def keep(request: HttpRequest) -> HttpResponse:
    """Keeps the address of a list under a name and leads back to the list."""
    name, address = request.POST.get("name", ""), request.POST.get("address", "")
    keep_address(home_of(request), name, address)
    messages.success(request, translate(language(request))("This address is kept as {name}.", name=" ".join(name.split())))
    return HttpResponseRedirect(local_path(request, address))


@deed
def rename(request: HttpRequest) -> HttpResponse:
    """Calls a kept address otherwise."""
    name, to = request.POST.get("name", ""), request.POST.get("to", "")
    rename_address(home_of(request), name, to)
    said = translate(language(request))("What was kept as {name} is called {to} now.", name=name, to=" ".join(to.split()))
    messages.success(request, said)
    return HttpResponseRedirect("/kept/")


@deed
def remove(request: HttpRequest) -> HttpResponse:
    """Keeps an address no longer."""
    name = request.POST.get("name", "")
    remove_address(home_of(request), name)
    messages.success(
        request, translate(language(request))("{name} is kept no longer. The page itself is still there.", name=name)
    )
    return HttpResponseRedirect("/kept/")
