"""The calendar read back as other programs read it: whole events, the same bytes again, nothing but what is public in public."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from comity.procedures.clock import Moment
from comity.procedures.enter_act import enter_act
from comity.procedures.erase_body import erase_body
from comity.procedures.hand import Hand
from comity.procedures.name_party import name_party, open_book
from comity.procedures.save_calendar import save_calendar
from comity.procedures.sign_text import sign_text
from comity.procedures.write_calendar import Wanted, write_calendar
from comity.record.errors import FileThere, UnknownParty
from comity.store.home import Home

ENTERED = Moment("2026-03-02T01:14:00Z", "Asia/Ho_Chi_Minh")
LATER = Moment("2026-03-05T02:00:00Z", "Asia/Shanghai")
SERVED = "http://127.0.0.1:8000"


class Office:
    """Two parties with a book each; `enter` returns the id."""

    def __init__(self, folder):
        self.home = Home.create(folder / "home", state_dir=folder / "state")
        self.things = {}
        for short, name in (
            ("north", {"vi": "Tỉnh Thanh Lạc", "en": "Thanh Lac"}),
            ("south", {"zh-Hans": "云溪", "en": "Van Khe"}),
        ):
            self.things[short] = open_book(self.home, short, {"name": name}, moment=ENTERED)

    def enter(self, kind, party="north", /, at=ENTERED, **given):
        return enter_act(self.home, kind, given, by=Hand(party, at))

    def calendar(self, **wanted):
        with self.home.read() as reading:
            return write_calendar(reading, Wanted(**{"lang": "en", **wanted}))

    def events(self, **wanted):
        return [told(event) for event in Calendar.from_ical(self.calendar(**wanted)).walk("VEVENT")]


def told(event):
    """An event as plain values, every property of it."""
    names = {"CREATED": "made", "LAST-MODIFIED": "changed", "DTSTART": "starts", "DTEND": "until", "DTSTAMP": "stamped"}
    values = {names[name]: event[name].dt for name in names}
    return values | {
        name.lower(): str(value) if name != "SEQUENCE" else value for name, value in event.items() if name not in names
    }


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path)


STAMP = datetime(2026, 3, 2, 1, 14, tzinfo=UTC)
LATER_STAMP = datetime(2026, 3, 5, 2, 0, tzinfo=UTC)
STAMPS = {"made": STAMP, "changed": STAMP, "stamped": STAMP, "sequence": 0, "transp": "TRANSPARENT", "class": "CONFIDENTIAL"}


def test_session_is_whole_days_with_every_name(office):
    title = {"vi": "Gặp gỡ đầu Xuân", "zh-Hans": "新春会晤", "en": "Spring Meeting"}
    days = {"starts_on": "2027-02-10", "ends_on": "2027-02-12"}
    session = office.enter("session", title=title, stage="planned", host="south", venue={"en": "Ferry"}, parties="north", **days)
    assert office.events(address=SERVED) == [
        {
            **STAMPS,
            "uid": f"{session}@comity.invalid",
            "starts": date(2027, 2, 10),
            "until": date(2027, 2, 13),
            "summary": "Spring Meeting",
            "description": "Gặp gỡ đầu Xuân\n新春会晤\nPlace: Ferry\nHost: Van Khe",
            "status": "TENTATIVE",
            "url": f"{SERVED}/t/{session}",
        }
    ]
    (said,) = office.events(lang="zh-Hans")
    assert (said["summary"], said["description"]) == ("新春会晤", "Spring Meeting\nGặp gỡ đầu Xuân\n地点：Ferry\n主办方：云溪")


@pytest.mark.parametrize(
    ("stage", "status"), [("held", "CONFIRMED"), ("planned", "TENTATIVE"), ("put_off", "CANCELLED"), ("not_held", "CANCELLED")]
)
def test_stage_of_a_session_is_its_status(office, stage, status):
    office.enter("session", title={"en": "Meeting"}, starts_on="2027-02-10", stage=stage)
    assert [event["status"] for event in office.events()] == [status]


def test_month_as_said_becomes_no_day(office):
    office.enter("session", title={"en": "Meeting"}, starts_on="2027-02")
    office.enter("session", title={"en": "No day at all"})
    office.enter("session", title={"en": "Long one"}, starts_on="2027-03-30", ends_on="2027-04")
    (month, long) = office.events()
    assert (month["starts"], month["until"], month["summary"]) == (
        date(2027, 2, 1),
        date(2027, 3, 1),
        "Meeting (Feb 2027, no day said)",
    )
    assert (long["starts"], long["until"], "status" in long) == (date(2027, 3, 30), date(2027, 3, 31), False)


def test_days_told_differently_stand_side_by_side(office):
    session = office.enter("session", title={"en": "Meeting"}, starts_on="2026-02-27", stage="held")
    source = office.enter("source", title={"en": "A report"}, address="https://example.org/a")
    told_of = {"date": "2026-02-28", "date_until": "2026-03-01"}
    reading = office.enter(
        "reading", at=LATER, source=source, says="session", title={"en": "Meeting"}, about=session, value=told_of
    )
    office.enter("reading", source=source, says="session", title={"en": "Meeting"}, about=session, value={"date": "2026-02"})
    own, other = office.events(address=SERVED)
    assert own["summary"] == "Meeting · in the book of Thanh Lac"
    assert other == {
        **STAMPS,
        **dict.fromkeys(("made", "changed", "stamped"), LATER_STAMP),
        "uid": f"{session}-told-{reading[:16]}@comity.invalid",
        "starts": date(2026, 2, 28),
        "until": date(2026, 3, 2),
        "summary": "Meeting · as told in A report",
        "status": "CONFIRMED",
        "url": f"{SERVED}/t/{reading}",
    }


def test_planned_days_stand_on_the_word_of_each_owner(office):
    both = ["north", "south"]
    item = office.enter("undertaking", title={"en": "Open the ferry"}, owners=both, nature="once", due_on="2026-06-30")
    progress = {"undertaking": item, "state": "under_way"}
    office.enter("progress", owner="north", word="own", due_on="2026-07-31", **progress)
    office.enter("progress", at=LATER, owner="north", word="own", due_on="2026-09", **progress)
    office.enter("progress", owner="south", word="told", due_on="2026-08-15", **progress)
    office.enter("progress", "south", owner="south", word="own", due_on="2026-06-30", **progress)
    north, south = office.things["north"], office.things["south"]
    assert [
        (event["uid"], event["starts"], event["until"], event["summary"], event["sequence"]) for event in office.events()
    ] == [
        (
            f"{item}-due@comity.invalid",
            date(2026, 6, 30),
            date(2026, 7, 1),
            "Planned: Open the ferry · in the book of Thanh Lac",
            0,
        ),
        (
            f"{item}-planned-{south[:16]}-{north[:16]}@comity.invalid",
            date(2026, 8, 15),
            date(2026, 8, 16),
            "Planned: Open the ferry · Van Khe (told to us)",
            0,
        ),
        (
            f"{item}-planned-{north[:16]}-{north[:16]}@comity.invalid",
            date(2026, 9, 1),
            date(2026, 10, 1),
            "Planned: Open the ferry (Sep 2026, no day said) · Thanh Lac (own word)",
            1,
        ),
    ]


def test_standing_duty_has_no_day(office):
    office.enter("undertaking", title={"en": "Keep the ferry open"}, owners="north", nature="standing", due_on="2026-06-30")
    assert office.events() == []


def test_letter_has_a_day_while_it_awaits_an_answer(office):
    asked = {"from_party": "south", "to_party": "north", "asks_for": "answer", "answer_due_on": "2026-04-01"}
    letter = office.enter("letter", subject={"en": "Ferry hours"}, number="15/CT", **asked)
    assert office.events() == [
        {
            **STAMPS,
            "uid": f"{letter}-answer@comity.invalid",
            "starts": date(2026, 4, 1),
            "until": date(2026, 4, 2),
            "summary": "Answer asked for: Ferry hours",
            "description": "Number: 15/CT\nVan Khe → Thanh Lac",
        }
    ]
    office.enter("letter", subject={"en": "Hours"}, from_party="north", to_party="south", answers=letter)
    assert office.events() == []


def test_term_ends_with_its_last_day_once_in_force(office):
    item = office.enter("item", title={"en": "Memorandum"}, parties=["north", "south"])
    terms = {"open_until": "2026-12-31", "ends_on": "2028-12-31"}
    text = office.enter("text", item=item, clauses=[{"en": "The ferry is open."}], **terms)
    assert office.events() == []
    for party in ("north", "south"):
        sign_text(office.home, text, by=Hand(party, ENTERED))
    (event,) = office.events(address=SERVED)
    assert (event["uid"], event["starts"], event["until"]) == (
        f"{text}-term@comity.invalid",
        date(2028, 12, 31),
        date(2029, 1, 1),
    )
    assert (event["summary"], event["url"]) == ("Term ends: Memorandum", f"{SERVED}/t/{text}")


def test_reported_terms_stand_on_the_word_of_their_source(office):
    source = office.enter("source", title={"en": "A report"}, address="https://example.org/a")
    signed = {"source": source, "says": "signed", "title": {"en": "Agreement"}}
    first = office.enter("reading", value={"date_until": "2027-05"}, **signed)
    office.enter("reading", value={"date_until": "2027-05", "act": "same"}, about=first, **signed)
    office.enter("reading", value={"deadline": "2027-06-30", "act": "same"}, about=first, **signed)
    assert [(event["starts"], event["until"], event["summary"]) for event in office.events()] == [
        (date(2027, 5, 1), date(2027, 6, 1), "Term ends: Agreement (May 2027, no day said) · as told in A report"),
        (date(2027, 6, 30), date(2027, 7, 1), "Term ends: Agreement · as told in A report"),
    ]


def test_correction_raises_the_sequence_and_keeps_the_uid(office):
    session = office.enter("session", title={"en": "Meeting"}, starts_on="2027-02-10")
    (before,) = office.events()
    office.enter("correction", at=LATER, thing=session, changes={"starts_on": "2027-02-11"})
    (after,) = office.events()
    moved = {"starts": date(2027, 2, 11), "until": date(2027, 2, 12), "sequence": 1}
    assert after == before | moved | dict.fromkeys(("changed", "stamped"), LATER_STAMP)


def test_same_record_gives_the_same_bytes(office, tmp_path):
    for day in ("2027-02-10", "2027-02-10", "2026-05"):
        office.enter("session", title={"vi": "Gặp gỡ"}, starts_on=day)
    first, again = tmp_path / "a.ics", tmp_path / "b.ics"
    counts = [save_calendar(office.home, Wanted("vi"), file) for file in (first, again, again)]
    assert (counts, first.read_bytes()) == ([3, 3, 3], again.read_bytes())
    other = tmp_path / "notes.txt"
    other.write_text("notes")
    with pytest.raises(FileThere):
        save_calendar(office.home, Wanted("vi"), other)
    assert other.read_text() == "notes"


def test_public_calendar_tells_only_what_is_public(office):
    hidden = name_party(office.home, "hidden", {"name": {"en": "Hidden committee"}, "label": "amber"}, moment=ENTERED)
    session = office.enter("session", title={"en": "Public meeting"}, starts_on="2027-02-10", host=hidden, label="clear")
    office.enter("session", title={"en": "Home meeting"}, starts_on="2027-02-11")
    source = office.enter("source", title={"en": "Home report"}, address="https://example.org/a")
    told_of = {"about": session, "value": {"date": "2027-02-15"}}
    office.enter("reading", source=source, says="session", title={"en": "x"}, **told_of)
    office.enter("reading", source=source, says="session", title={"en": "x"}, label="clear", **told_of)
    item = office.enter("undertaking", title={"en": "Ferry"}, owners="north", nature="once", due_on="2026-06-30", label="clear")
    office.enter("progress", undertaking=item, owner="north", state="under_way", word="own", due_on="2026-08")
    office.enter("letter", subject={"en": "Ask"}, asks_for="answer", answer_due_on="2026-04-01")
    events = office.events(public=True)
    assert [(event["summary"], event["class"], "url" in event) for event in events] == [
        ("Planned: Ferry · in the book of Thanh Lac", "PUBLIC", False),
        ("Public meeting · in the book of Thanh Lac", "PUBLIC", False),
        ("Public meeting · as told in another source", "PUBLIC", False),
    ]
    raw = office.calendar(public=True).decode()
    assert [word for word in ("Hidden", "hidden", "Home", "north", "Ask") if word in raw] == []


def test_public_calendar_is_made_of_what_is_public_alone(office):
    asked = {"from_party": "south", "to_party": "north", "asks_for": "answer", "answer_due_on": "2026-04-01"}
    letter = office.enter("letter", subject={"en": "Ferry"}, label="clear", **asked)
    office.enter("letter", subject={"en": "Reply"}, from_party="north", to_party="south", answers=letter)
    assert ([event["summary"] for event in office.events(public=True)], office.events()) == (["Answer asked for: Ferry"], [])
    session = office.enter("session", title={"en": "Meeting"}, starts_on="2027-02-10", label="clear")
    assert len(office.events(public=True)) == 2
    office.enter("correction", thing=session, changes={"starts_on": "2027-02-11"}, label="amber")
    assert [event["summary"] for event in office.events(public=True)] == ["Answer asked for: Ferry"]


def test_calendar_of_a_party_holds_what_concerns_it(office):
    office.enter("session", title={"en": "Both"}, starts_on="2027-02-10", parties=["north", "south"])
    office.enter("undertaking", title={"en": "Of the south"}, owners="south", nature="once", due_on="2026-06-30")
    assert [event["summary"] for event in office.events(party="north")] == ["Both"]
    assert len(office.events(party=office.things["south"][:12])) == 2
    with pytest.raises(UnknownParty):
        office.events(party="west")


def test_erased_session_leaves_the_calendar(office):
    session = office.enter("session", title={"en": "Meeting"}, starts_on="2027-02-10")
    erase_body(office.home, session, by=Hand("north", LATER), why="by mistake")
    assert office.events() == []
