"""What a person does with drafts: enter, correct, drop. Each is one procedure; afterwards a sentence says what happened."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from comity.desk.asking import deed, home_of
from comity.desk.draft_lines import changes_in
from comity.desk.languages import language, local_path
from comity.desk.naming import Naming
from comity.paper.names import plain_name
from comity.paper.translate import translate
from comity.procedures.accept_drafts import accept_drafts
from comity.procedures.clock import now
from comity.procedures.correct_draft import correct_draft
from comity.procedures.drop_drafts import drop_drafts
from comity.procedures.own_books import home_book, own_book
from comity.record.errors import DraftSettled


@deed
def enter(request: HttpRequest) -> HttpResponse:
    """Enters the chosen drafts in the book named, else in the home's own; one shown by itself with what was typed into it."""
    home, lang = home_of(request), language(request)
    numbers, party = _numbers(request), request.POST.get("party") or None
    if len(numbers) == 1:
        _correct(request, numbers[0])
    accepted = accept_drafts(home, numbers, party=party, moment=now(), lang=lang)
    with home.read() as reading:
        book = own_book(reading, party) if party else home_book(reading)
        name = plain_name(Naming(reading)(book), lang) if book else ""
    if accepted:
        said = translate(lang).many(
            "{count} draft was entered in the book of {party}. Nobody has signed it.",
            "{count} drafts were entered in the book of {party}. Nobody has signed them.",
            len(accepted),
            party=name,
        )
        messages.success(request, said)
    return _onward(request, numbers)


@deed
def drop(request: HttpRequest) -> HttpResponse:
    """Drops the chosen drafts."""
    numbers = _numbers(request)
    dropped = drop_drafts(home_of(request), numbers)
    if dropped:
        said = translate(language(request)).many(
            "{count} draft was dropped. It stands in no book.", "{count} drafts were dropped. They stand in no book.", dropped
        )
        messages.success(request, said)
    return _onward(request, numbers)


@deed
def correct(request: HttpRequest, number: int) -> HttpResponse:
    """Puts a person's corrections into a draft; it stays a draft."""
    _ = translate(language(request))
    corrected = _correct(request, number)
    messages.success(
        request,
        _("Draft {number} was corrected. It is still a draft.", number=number) if corrected else _("Nothing was changed."),
    )
    return HttpResponseRedirect(f"/drafts/{number}")


def _correct(request: HttpRequest, number: int) -> bool:
    """Puts what was typed into the draft; whether anything differed. Raises: UnknownDraft, DraftSettled."""
    home = home_of(request)
    with home.read() as reading:
        row = reading.draft(number)
    if row.state != "open":
        raise DraftSettled(number=number, state=row.state)
    changes = changes_in(
        row, {name.removeprefix("v-"): str(value) for name, value in request.POST.items() if name.startswith("v-")}
    )
    if changes:
        correct_draft(home, number, changes)
    return bool(changes)


def _numbers(request: HttpRequest) -> list[int]:
    chosen = [int(number) for number in request.POST.getlist("numbers") if number.isascii() and number.isdigit()]
    if not chosen:
        messages.info(request, translate(language(request))("No draft was chosen, so nothing was done."))
    return chosen


def _onward(request: HttpRequest, numbers: list[int]) -> HttpResponse:
    """To the next draft, back to the list, or to the draft itself."""
    onward, back = request.POST.get("onward", ""), request.POST.get("next", "")
    if onward.isascii() and onward.isdigit():
        return HttpResponseRedirect(f"/drafts/{onward}")
    if back:
        return HttpResponseRedirect(local_path(request, back))
    return HttpResponseRedirect(f"/drafts/{numbers[0]}" if len(numbers) == 1 else "/drafts/")
