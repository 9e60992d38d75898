"""The calendar as a page's file."""

import pytest
from icalendar import Calendar

from comity.store.entries import Books

from .conftest import Visitor
from .filled_home import make_filled_home


def _events(answer):
    return Calendar.from_ical(answer.content).walk("VEVENT")


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    return make_filled_home(tmp_path_factory.mktemp("calendar"), 1)


def test_calendar_is_a_file_of_its_own_kind(filled):
    answer = Visitor(filled).get("/calendar.ics")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="calendar.ics"'
    assert [(str(event["SUMMARY"]), event["DTSTART"].dt.isoformat(), str(event["URL"])) for event in _events(answer)] == [
        ("Meeting 1 · in the book of Thanh Lạc", "2021-02-11", _address(filled, "session-1")),
        ("Meeting 1 · as told in A report", "2021-02-12", _address(filled, "told-1")),
        ("Planned: Hours 1 (May 2021, no day said) · in the book of Thanh Lạc", "2021-05-01", _address(filled, "agreed-1")),
        *sorted(
            [
                ("Answer asked for: Ferry 1", "2026-01-31", _address(filled, "letter-1")),
                ("Answer asked for: Call 1", "2026-01-31", _address(filled, "call-1")),
            ],
            key=lambda row: row[2],
        ),
    ]


def _address(filled, name):
    return f"http://localhost:8000/t/{filled.things[name]}"


def test_address_chooses_language_and_party(filled):
    visitor = Visitor(filled)
    of_north = _events(visitor.get("/calendar.ics?party=thanh-lac&lang=vi"))
    assert {event["SUMMARY"].params["LANGUAGE"] for event in of_north} == {"vi"}
    assert str(of_north[0]["SUMMARY"]) == "Meeting 1 · theo sổ của Thanh Lạc"
    assert visitor.get("/calendar.ics?party=nobody").status_code == 404
    assert visitor.client.post("/calendar.ics").status_code == 405


def test_pages_lead_to_the_calendar(filled):
    visitor = Visitor(filled)
    assert ['href="/calendar.ics"' in visitor.text(path) for path in ("/", "/sessions/")] == [True, True]


def test_calendar_asks_no_question_for_each_row(tmp_path, monkeypatch):
    asked, ask = [], Books._ask
    monkeypatch.setattr(Books, "_ask", lambda self, *given, **values: asked.append(given) or ask(self, *given, **values))
    counts = []
    for count in (1, 3):
        visitor = Visitor(make_filled_home(tmp_path / str(count), count))
        asked.clear()
        assert len(_events(visitor.get("/calendar.ics"))) == 5 * count
        counts.append(len(asked))
    assert (counts[0], counts[0] <= 30) == (counts[1], True)
