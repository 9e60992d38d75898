"""The calendar as a file for other programs: `/calendar.ics`, of the latest things as all lists are."""

from __future__ import annotations

from django.http import HttpResponse

from comity.desk.asking import Ask, page
from comity.desk.listing import MOST_READ
from comity.procedures.write_calendar import Wanted, write_calendar
from comity.record.language import LANGUAGES


@page
def calendar(ask: Ask) -> HttpResponse:
    """What the record says of days. `?lang=` its language, `?party=` whom it concerns."""
    given = ask.request.GET
    lang = given.get("lang", "")
    wanted = Wanted(
        lang=lang if lang in LANGUAGES else ask.lang,
        party=given.get("party", ""),
        address=f"http://{ask.request.META.get('HTTP_HOST', '')}",
        most=MOST_READ,
    )
    response = HttpResponse(write_calendar(ask.reading, wanted), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="calendar.ics"'
    return response
