"""What people do with drafts: enter, correct, drop, answer, undo; each is one procedure, then a sentence says what was done."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from comity.desk.asking import home_of
from comity.desk.draft_conflict import draft_deed
from comity.desk.draft_cutting import shown_in
from comity.desk.draft_lines import changes_in
from comity.desk.draft_queue import draft_address, filters_given
from comity.desk.languages import language, local_path
from comity.desk.naming import Naming
from comity.paper.draft_view import deed_words
from comity.paper.names import plain_name
from comity.paper.translate import translate
from comity.procedures.accept_drafts import accept_drafts
from comity.procedures.alike import answer_alike
from comity.procedures.clock import now
from comity.procedures.correct_draft import correct_draft
from comity.procedures.draft_deeds import Shown, open_draft, undo_deed
from comity.procedures.drop_drafts import drop_drafts
from comity.procedures.hand import Hand
from comity.procedures.own_books import home_book, own_book


@draft_deed
def enter(request: HttpRequest) -> HttpResponse:
    """Enters the chosen drafts in the book named, else in the home's own; one shown by itself with what was typed into it."""
    home, lang = home_of(request), language(request)
    numbers, party = _numbers(request), request.POST.get("party") or None
    chosen: list[int | Shown] = [*numbers]
    if len(numbers) == 1:
        chosen = [numbers[0] if _correct(request, numbers[0]) else shown_in(request, numbers[0])]
    accepted = accept_drafts(home, chosen, party=party, moment=now(), lang=lang)
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


@draft_deed
def drop(request: HttpRequest) -> HttpResponse:
    """Drops the chosen drafts."""
    numbers = _numbers(request)
    chosen: list[int | Shown] = [shown_in(request, numbers[0])] if len(numbers) == 1 else [*numbers]
    dropped = drop_drafts(home_of(request), chosen, moment=now())
    if dropped:
        said = translate(language(request)).many(
            "{count} draft was dropped. It stands in no book.", "{count} drafts were dropped. They stand in no book.", dropped
        )
        messages.success(request, said)
    return _onward(request, numbers)


@draft_deed
def correct(request: HttpRequest, number: int) -> HttpResponse:
    """Puts a person's corrections into a draft; it stays a draft."""
    _ = translate(language(request))
    corrected = _correct(request, number)
    messages.success(
        request,
        _("Draft {number} was corrected. It is still a draft.", number=number) if corrected else _("Nothing was changed."),
    )
    return HttpResponseRedirect(draft_address(number, filters_given(request.POST.get("filters", ""))))


@draft_deed
def alike(request: HttpRequest, number: int) -> HttpResponse:
    """Keeps whether a draft and another, or a thing, are the same."""
    _ = translate(language(request))
    same = request.POST.get("answer") == "same"
    merged = answer_alike(home_of(request), number, request.POST.get("other", ""), same=same, by=Hand("", now()))
    if merged is not None:
        messages.success(request, _("It was entered in the book that the two are one."))
    elif same:
        messages.success(request, _("Noted in this home: the same. When it is entered, it refers to the other."))
    else:
        messages.success(request, _("Noted in this home: different. It is not asked again."))
    return HttpResponseRedirect(draft_address(number, filters_given(request.POST.get("filters", ""))))


@draft_deed
def undo(request: HttpRequest) -> HttpResponse:
    """Undoes the deed named, else the last one."""
    lang, given = language(request), request.POST.get("deed", "")
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else None
    done = undo_deed(home_of(request), number, moment=now())
    touched = [part.draft for part in done.parts if part.draft and (part.before is not None or done.what in ("same", "differ"))]
    messages.success(request, translate(lang)("Undone. {deed}.", deed=deed_words(done.what, touched, lang)))
    if request.POST.get("next") in ("/drafts/deeds", "/threads/", "/events/") or not touched:
        return HttpResponseRedirect(request.POST.get("next") or "/drafts/deeds")
    return HttpResponseRedirect(draft_address(touched[0], filters_given(request.POST.get("filters", ""))))


def _correct(request: HttpRequest, number: int) -> bool:
    """Puts what was typed into the draft; whether anything differed. Raises: UnknownDraft, DraftSettled, DraftChanged."""
    home, chosen = home_of(request), shown_in(request, number)
    with home.read() as reading:
        row = open_draft(reading, chosen)
    changes = changes_in(
        row, {name.removeprefix("v-"): str(value) for name, value in request.POST.items() if name.startswith("v-")}
    )
    if changes:
        correct_draft(home, chosen, changes, moment=now())
    return bool(changes)


def _numbers(request: HttpRequest) -> list[int]:
    chosen = [int(number) for number in request.POST.getlist("numbers") if number.isascii() and number.isdigit()]
    if not chosen:
        messages.info(request, translate(language(request))("No draft was chosen, so nothing was done."))
    return chosen


def _onward(request: HttpRequest, numbers: list[int]) -> HttpResponse:
    """To the next draft, back to the list, or to the draft itself."""
    onward, back = request.POST.get("onward", ""), request.POST.get("next", "")
    if onward.isascii() and onward.isdigit() and onward != "0":
        return HttpResponseRedirect(draft_address(int(onward), filters_given(request.POST.get("filters", ""))))
    if back:
        return HttpResponseRedirect(local_path(request, back))
    return HttpResponseRedirect(f"/drafts/{numbers[0]}" if len(numbers) == 1 else "/drafts/")
