from importlib import resources

import pytest

from comity.procedures.accept_drafts import accept_drafts
from comity.procedures.check_home import check_home
from comity.procedures.correct_draft import correct_draft
from comity.procedures.draft_acts import same_session
from comity.procedures.name_party import open_book
from comity.procedures.read_documents import GivenDocument, read_document
from comity.record.errors import DraftSettled, UnknownDraft, WrongValue

from .conftest import MOMENT


def read_text(home, name, text):
    read_document(home, GivenDocument(name, text.encode), moment=MOMENT)


def invented(home, name):
    raw = (resources.files("comity.invented") / name).read_bytes()
    read_document(home, GivenDocument(name, lambda: raw), moment=MOMENT)
    return raw.decode()


def numbers(home, **chosen):
    with home.read() as reading:
        return [row.number for row in reading.drafts(state="open", **chosen)]


def things(home, kind):
    with home.read() as reading:
        return reading.things(kind)


@pytest.fixture
def report(home):
    """The characters of a report that was read in the home."""
    return invented(home, "2025-first-session.vi.txt")


def test_all_are_entered_in_one_transaction(home, report):
    with home.read() as reading:
        before = reading.books()[0].size
    accepted = accept_drafts(home, numbers(home), moment=MOMENT)
    with home.read() as reading:
        (book,) = reading.books()
        assert [row for row in reading.drafts() if row.state != "accepted"] == []
        assert {row.number: row.entry for row in reading.drafts()} == {each.number: each.entry for each in accepted}
    assert book.size > before + len(accepted)
    assert check_home(home).differing == ()


@pytest.mark.parametrize("spoil", ["settled", "unknown", "wrong value"])
def test_nothing_is_entered_where_one_cannot_be(home, report, spoil):
    every = numbers(home)
    session = numbers(home, type="session")[0]
    if spoil == "settled":
        accept_drafts(home, every[:1], moment=MOMENT)
    elif spoil == "wrong value":
        correct_draft(home, session, {"date": "in spring"})
    heads = check_home(home).heads
    chosen = every if spoil != "unknown" else [*every, 9999]
    with pytest.raises((DraftSettled, UnknownDraft, WrongValue)):
        accept_drafts(home, chosen, moment=MOMENT)
    assert check_home(home).heads == heads
    assert len(numbers(home)) == len(every) - (spoil == "settled")


def test_source_is_entered_once(home, report):
    every = numbers(home)
    for number in every[:3]:
        accept_drafts(home, [number], moment=MOMENT)
    (source,) = things(home, "source")
    assert source["view"]["readings"] == 3
    with home.read() as reading:
        (document,) = reading.documents()
    assert (document.entry, document.digest) == (source["id"], source["fields"]["digest"])


def test_no_draft_given_enters_nothing(home, report):
    assert accept_drafts(home, [], moment=MOMENT) == []
    assert things(home, "source") == []


def test_party_known_by_code_or_name_is_not_described_again(home):
    for short, name, code in (("gx", "Guangxi", "CN-GX"), ("ls", "Lang Son", "VN-09")):
        open_book(home, short, {"name": {"en": name}, "iso": code}, moment=MOMENT)
    texts = ("Quang Ninh province borders Guangxi region.", "Lang Son and Quang Ninh provinces border Guangxi region.")
    for number, text in enumerate(texts):
        read_text(home, f"{number}.txt", text)
        accept_drafts(home, numbers(home), moment=MOMENT)
    assert [row["fields"]["iso"] for row in things(home, "party")] == ["VN-13"]
    assert len(things(home, "charter")) == 3


def test_session_told_by_two_documents_is_one(home):
    for short, name in (("thanh-lac", "Thanh Lac"), ("van-khe", "Van Khe")):
        open_book(home, short, {"name": {"en": name}}, moment=MOMENT)
    read_text(home, "one.txt", "The 7th Spring Meeting of Thanh Lac and Van Khe was held on 3 March 2026.")
    read_text(home, "two.txt", "In March 2026 Van Khe and Thanh Lac held the 7th Spring Meeting.")
    accept_drafts(home, numbers(home), moment=MOMENT)
    sessions = [row for row in things(home, "session") if row["fields"].get("edition") == 7]
    readings = [row for row in things(home, "reading") if row["fields"]["says"] == "session"]
    assert (len(sessions), len(readings)) == (1, 2)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({"mechanism": "spring", "edition": 7}, True),
        ({"mechanism": "spring", "edition": 7, "year": 2025}, True),
        ({"mechanism": "spring", "edition": 8, "date": "2026-03-03"}, False),
        ({"mechanism": "spring", "date": "2026-03"}, True),
        ({"mechanism": "spring", "date": "2026-03-04"}, False),
        ({"mechanism": "spring", "year": 2026}, True),
        ({"mechanism": "spring"}, False),
        ({"mechanism": "autumn", "edition": 7}, False),
        ({"mechanism": "spring", "edition": 7, "parties": ["AA-1", "BB-2"]}, True),
        ({"mechanism": "spring", "edition": 7, "parties": ["AA-1", "BB-9"]}, False),
    ],
)
def test_session_is_the_same_by_number_day_or_year_and_parties(other, same):
    one = {"mechanism": "spring", "edition": 7, "date": "2026-03-03", "year": 2026, "parties": ["AA-1", "AA-2", "BB-2"]}
    assert (same_session(one, other), same_session(other, one)) == (same, same)


def test_clauses_become_what_they_say_on_the_exact_words(home, report):
    accept_drafts(home, numbers(home), moment=MOMENT)
    readings = {row["id"]: row for row in things(home, "reading")}
    opened = [*things(home, "undertaking"), *things(home, "proposal")]
    assert {row["kind"] for row in opened} == {"undertaking", "proposal"}
    for row in opened:
        (evidence,) = row["fields"]["evidence"]
        reading = readings[evidence]
        kinds = {"undertaking": ("agreed", "signed"), "proposal": ("proposed", "urged")}
        assert reading["fields"]["says"] in kinds[row["kind"]]
    for reading in readings.values():
        for quote in reading["fields"]["quotes"]:
            assert report[quote["start"] : quote["end"]] == quote["quote"]


def test_proposal_names_the_session_it_was_made_in(home, report):
    accept_drafts(home, numbers(home), moment=MOMENT)
    sessions = {row["id"] for row in things(home, "session")}
    assert {row["fields"]["session"][0] for row in things(home, "proposal") if "session" in row["fields"]} <= sessions
    assert any(row["view"]["counts"]["proposals"] for row in things(home, "session"))


def test_two_readings_of_one_home_say_the_same_of_time_and_zone(home, report):
    (number, *_) = numbers(home)
    accept_drafts(home, [number], moment=MOMENT)
    (source,) = things(home, "source")
    assert (source["at"], source["zone"]) == (MOMENT.at, MOMENT.zone)
