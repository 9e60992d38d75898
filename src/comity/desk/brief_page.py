"""What should a leader know before meeting this partner? The brief as a page, with the same as files made on the spot.

`?about=` keeps it to one thing or area, `?day=` is the day it is written on. It is for one's own side alone.
"""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.filters import address
from comity.desk.findings_page import is_day
from comity.desk.listing import chosen_in
from comity.paper.printed_markup import Marker
from comity.paper.printed_text import text_of
from comity.procedures.clock import now
from comity.procedures.gather_brief import BriefAsked, gather_brief
from comity.procedures.write_brief import BRIEF_FORMS, brief_bytes
from comity.record.language import LANGUAGES
from comity.review.brief import leaders_brief
from comity.review.brief_material import BriefMaterial
from comity.review.thresholds import thresholds

# How many things of each kind are looked through for one brief, the latest first.
MOST_IN_BRIEF = 1000
MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "png": "image/png",
}


@page
def brief(ask: Ask, name: str) -> HttpResponse:
    """The brief about the party called `name`, in the language of the page."""
    party, chosen = str(ask.reading.resolve(name)), chosen_in(ask, ("about", "day"))
    if name != party:
        return HttpResponseRedirect(address(f"/brief/{party}/", chosen))
    material = _material(ask, party)
    printed = leaders_brief(material, ask.lang)
    files = {form: address(f"/brief/{party}/brief.{ask.lang}.{form}", chosen) for form in BRIEF_FORMS}
    return show(
        ask,
        "brief.html",
        party=party,
        printed=printed,
        marker=Marker(ask.lang, sets_widths=False),
        text=text_of(printed),
        files=files,
        findings_href=address("/findings/", {"party": party}),
    )


@page
def brief_file(ask: Ask, name: str, lang: str, form: str) -> HttpResponse:
    """The same as a file."""
    response = HttpResponse(brief_bytes(_material(ask, name), lang, form), content_type=MEDIA[form])
    response.headers["Content-Disposition"] = f'attachment; filename="brief.{lang}.{form}"'
    return response


def _material(ask: Ask, party: str) -> BriefMaterial:
    chosen = chosen_in(ask, ("about", "day"))
    day = chosen.get("day", "")
    asked = BriefAsked(day if is_day(day) else now().day, thresholds(), party, about=chosen.get("about", ""), most=MOST_IN_BRIEF)
    return gather_brief(ask.reading, asked)


BRIEF_FILE = rf"^brief/(?P<name>[^/]+)/brief\.(?P<lang>{'|'.join(LANGUAGES)})\.(?P<form>{'|'.join(BRIEF_FORMS)})$"
