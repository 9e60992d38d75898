"""Entering many at once: a table is chosen, looked over row by row, and entered only at a second word.

- The preview is held under a key with the digest of what it showed; what would be otherwise by now is shown anew instead.
- Nothing is entered twice: not by a second click, not by a second tab, not by the same table later.
"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from comity.desk.answering import as_csv, show
from comity.desk.asking import Ask, deed, home_of, page
from comity.desk.form_once import is_token, new_token, once
from comity.desk.form_pages import too_old
from comity.desk.import_held import held, hold
from comity.desk.import_preview import preview_of
from comity.desk.languages import language
from comity.desk.naming import Naming
from comity.paper.names import plain_name
from comity.paper.refusal import refusal_sentence
from comity.paper.translate import translate
from comity.procedures.clock import now
from comity.procedures.hand import Hand
from comity.procedures.import_table import Report, Wanted, enter_table, rehearse
from comity.procedures.own_books import home_book
from comity.procedures.table_columns import fields_of_tables, headings_of, is_needed, kind_of_table, kinds_of_tables
from comity.procedures.table_file import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, Table, read_table
from comity.procedures.table_rest import rest_of
from comity.record.errors import ComityError, HeadsNotKept, PreviewOutdated, TableTooLarge
from comity.record.field import Wording
from comity.record.kind import Kind


@page
def import_list(ask: Ask) -> HttpResponse:
    """What can be entered from a table."""
    rows = [(k.name, k.plural.in_language(ask.lang), k.meaning.in_language(ask.lang)) for k in kinds_of_tables()]
    return show(ask, "import_list.html", rows=rows)


@page
def import_headings(ask: Ask, name: str) -> HttpResponse:
    """A table with headings and no rows, to be filled in."""
    return as_csv(name, [headings_of(kind_of_table(name))])


def import_form(request: HttpRequest, name: str) -> HttpResponse:
    """The page on which a table is chosen; by POST its preview, or its entering."""
    return sent_form(request, name=name) if request.method == "POST" else empty_form(request, name=name)


@page
def empty_form(ask: Ask, name: str) -> HttpResponse:
    """The page on which a table is chosen."""
    return _form_page(ask, kind_of_table(name))


@deed
def sent_form(request: HttpRequest, name: str) -> HttpResponse:
    """A table sent is previewed; a preview sent is entered. What is refused brings the form back. Raises: HeadsNotKept."""
    kind = kind_of_table(name)
    try:
        if "held" not in request.POST:
            return _looked_over(request, kind)
        report = held(home_of(request).path, request.POST["held"])
        if request.POST.get("deed") == "rest":
            return _rest(report, language(request))
        return _entered(request, kind, report)
    except HeadsNotKept:
        raise
    except ComityError as problem:
        with home_of(request).read() as reading:
            ask = Ask(request, reading, language(request), Naming(reading))
            return _form_page(ask, kind, error=refusal_sentence(problem, ask.lang))


def _form_page(ask: Ask, kind: Kind, *, error: str = "") -> HttpResponse:
    own = [book.party for book in ask.reading.books() if book.own]
    columns = [
        (field.name, field.labels.in_language(ask.lang), is_needed(kind, field), isinstance(field.form, Wording))
        for field in fields_of_tables(kind)
    ]
    response = show(
        ask,
        "import.html",
        kind=kind,
        error=error,
        books=[(party, plain_name(ask.names(party), ask.lang)) for party in own],
        chosen=ask.request.POST.get("book") or home_book(ask.reading) or "",
        columns=columns,
        most={"rows": MAX_ROWS, "columns": MAX_COLUMNS, "megabytes": MAX_BYTES // 1_000_000},
    )
    response.status_code = 400 if error else 200
    return response


def _looked_over(request: HttpRequest, kind: Kind) -> HttpResponse:
    file, book = request.FILES.get("file"), request.POST.get("book", "")
    if file is None:
        with home_of(request).read() as reading:
            ask = Ask(request, reading, language(request), Naming(reading))
            return _form_page(ask, kind, error=translate(ask.lang)("No file was chosen."))
    name = str(file.name)
    if (file.size or 0) > MAX_BYTES:
        raise TableTooLarge(name=name, limit=f"{MAX_BYTES} bytes")
    table = read_table(file.read(), name=name, sheet=request.POST.get("sheet", "").strip())
    return _preview_page(request, _rehearsed(request, kind, table, book))


def _rehearsed(request: HttpRequest, kind: Kind, table: Table, book: str) -> Report:
    return rehearse(home_of(request), Wanted(table, kind.name), by=Hand(book, now(), lang=language(request)))


def _preview_page(request: HttpRequest, report: Report, *, error: str = "", status: int = 200) -> HttpResponse:
    home, lang = home_of(request), language(request)
    key = hold(home.path, report)
    with home.read() as reading:
        ask = Ask(request, reading, lang, Naming(reading))
        response = show(
            ask,
            "import_preview.html",
            kind=kind_of_table(report.kind),
            table=report.table,
            party=report.party,
            seen=preview_of(ask, report),
            error=error,
            key=key,
            plan=report.plan,
            token=new_token(),
        )
    response.status_code = status
    return response


def _entered(request: HttpRequest, kind: Kind, report: Report) -> HttpResponse:
    home, lang, form = home_of(request), language(request), request.POST
    if not is_token(form.get("once", "")):
        return _preview_page(request, report, error=too_old(lang), status=400)

    def enter() -> str:
        wanted = Wanted(report.table, kind.name, form.get("deed") == "good", form.get("plan") or "-")
        return str(len(enter_table(home, wanted, by=Hand(report.party, now(), lang=lang)).of("new")))

    try:
        count, fresh = once(home.path, form["once"], enter, otherwise=str(len(report.of("new"))))
    except PreviewOutdated as problem:
        anew = _rehearsed(request, kind, report.table, report.party)
        return _preview_page(request, anew, error=refusal_sentence(problem, lang), status=409)
    _ = translate(lang)
    with home.read() as reading:
        book = plain_name(Naming(reading)(report.party), lang)
    said = _.many(
        "{count} row entered in the book of {party}.", "{count} rows entered in the book of {party}.", int(count), party=book
    )
    messages.success(request, said if fresh else said + " " + _("The form was sent twice and entered once."))
    return HttpResponseRedirect(f"/k/{kind.name}/")


def _rest(report: Report, lang: str) -> HttpResponse:
    response = HttpResponse(rest_of(report, lang), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{report.kind}-rest.csv"'
    return response
