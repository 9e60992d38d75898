"""What would the review book of this session say? The book as a page, and the same as files made on the spot.

`?edition=joint` is the one for all parties of the session, `?day=` the day it is written on.
"""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.filters import Group, address, group
from comity.desk.findings_page import is_day
from comity.desk.listing import chosen_in
from comity.paper.printed_markup import Marker
from comity.paper.printed_numbers import numbers_of
from comity.paper.translate import translate
from comity.procedures.clock import now
from comity.procedures.draft_review import About, review_material
from comity.procedures.gather_findings import Asked
from comity.procedures.write_review import made
from comity.record.language import LANGUAGES
from comity.review.book import review_book
from comity.review.material import Edition, Material
from comity.review.thresholds import thresholds

# How many things of each kind are looked through for one book, the latest first.
MOST_IN_BOOK = 5000
MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@page
def review(ask: Ask, name: str) -> HttpResponse:
    """The book of the session called `name`, in the language of the page."""
    session = ask.reading.resolve(name)
    if name != session:
        return HttpResponseRedirect(address(f"/review/{session}/", chosen_in(ask, ("day", "edition"))))
    chosen = chosen_in(ask, ("day", "edition"))
    material = _material(ask, name, link="/t/")
    printed = review_book(material, ask.lang).printed
    files = [(form.upper(), address(f"/review/{session}/review.{ask.lang}.{form}", chosen)) for form in MEDIA]
    return show(
        ask,
        "review.html",
        session=str(session),
        printed=printed,
        marker=Marker(ask.lang, sets_widths=False),
        numbers=numbers_of(printed),
        is_joint=material.edition is Edition.JOINT,
        editions=[_editions(ask, {**chosen, "edition": material.edition.value})],
        findings_href=address("/findings/", {**chosen, "session": str(session)}),
        files=files,
    )


def _editions(ask: Ask, chosen: dict[str, str]) -> Group:
    _ = translate(ask.lang)
    words = {Edition.HOME: _("Home edition"), Edition.JOINT: _("Joint edition")}
    options = [(edition.value, name, None) for edition, name in words.items()]
    return group(_("Which edition"), "edition", options, chosen=chosen, path=ask.request.path)


@page
def review_file(ask: Ask, name: str, lang: str, form: str) -> HttpResponse:
    """The same as a file."""
    printed = review_book(_material(ask, name), lang).printed
    response = HttpResponse(made(form, [printed], day=_day(ask)), content_type=MEDIA[form])
    response.headers["Content-Disposition"] = f'attachment; filename="review.{lang}.{form}"'
    return response


def _material(ask: Ask, name: str, *, link: str = "") -> Material:
    joint = ask.request.GET.get("edition") == Edition.JOINT.value
    asked = Asked(_day(ask), thresholds(), session=name, most=MOST_IN_BOOK, joint=joint)
    return review_material(ask.reading, asked, more=About(link=link))


def _day(ask: Ask) -> str:
    given = ask.request.GET.get("day", "")
    return given if is_day(given) else now().day


FILE = rf"^review/(?P<name>[^/]+)/review\.(?P<lang>{'|'.join(LANGUAGES)})\.(?P<form>{'|'.join(MEDIA)})$"
