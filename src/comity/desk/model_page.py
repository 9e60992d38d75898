"""Asking a model about one source: where words would go and how many, before anything is sent; off until allowed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from comity.desk.answering import show
from comity.desk.asking import Ask, deed, home_of, page
from comity.desk.languages import language
from comity.desk.source_lines import source_line
from comity.paper.translate import translate
from comity.procedures.ask_model import allow_model, allowed, ask_model, forbid_model, would_send
from comity.procedures.clock import now
from comity.record.errors import UnknownThing


def model(request: HttpRequest, digest: str) -> HttpResponse:
    """What would leave; by POST a model is allowed, forbidden or asked."""
    return _do(request, digest=digest) if request.method == "POST" else _page(request, digest=digest)


@page
def _page(ask: Ask, digest: str) -> HttpResponse:
    document = ask.reading.document(digest)
    if document is None:
        raise UnknownThing(name=digest[:12])
    at = allowed(ask.reading, digest)
    planned = would_send(home_of(ask.request), digest) if at is not None else None
    return show(ask, "model.html", source=source_line(document, {}), at=at, planned=planned)


@deed
def _do(request: HttpRequest, digest: str) -> HttpResponse:
    home, _, what = home_of(request), translate(language(request)), request.POST.get("what", "")
    if what == "allow":
        at = allow_model(home, digest, request.POST.get("address", ""), request.POST.get("model", "") or "default")
        messages.success(request, _("Allowed for this source: {address}. Nothing was sent.", address=at.address))
    elif what == "forbid":
        forbid_model(home, digest)
        messages.success(request, _("No model may be asked about this source any more."))
    elif what == "ask":
        given = request.POST.get("characters", "")
        shown = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else -1
        asked = ask_model(home, digest, characters=shown, moment=now())
        said = _(
            "{labelled} drafts took labels, {added} were added, {doubted} it calls no clause; {untaken} labels were not taken. "
            "Nothing was entered.",
            labelled=asked.labelled,
            added=asked.added,
            doubted=asked.doubted,
            untaken=asked.refused,
        )
        messages.success(request, said)
        return HttpResponseRedirect(f"/sources/{digest}")
    return HttpResponseRedirect(f"/sources/{digest}/model")
