"""The sample home as it is made: it holds, and nothing in it is an act of a real party."""

from collections import Counter

import pytest

from comity.cli.program import run
from comity.procedures.check_home import check_home
from comity.procedures.sample_home import OBSERVER

from .walking import ROWS, readings

ACTS_OF_PARTIES = {
    *("progress", "item", "text", "initialling", "signature", "refusal", "paper_attestation", "withdrawal"),
    "publication_consent",
}


@pytest.fixture(scope="module")
def sample(whole_home):
    return whole_home("sample")


@pytest.fixture(scope="module")
def entries(sample):
    with sample.read() as reading:
        return [entry.envelope for book in reading.books() for entry in reading.entries(book.party)]


def _row(sample, name):
    with sample.read() as reading:
        return reading.thing(reading.resolve(name))


def test_it_holds_without_a_finding(sample):
    checked = check_home(sample)
    assert (checked.holds, checked.findings, checked.lost, len(checked.heads)) == (True, (), (), 1)


def test_there_is_one_book_and_it_is_the_observers(sample, entries):
    with sample.read() as reading:
        (book,) = reading.books()
        assert reading.resolve(OBSERVER) == book.party
    assert {envelope.party for envelope in entries[1:]} == {book.party}


def test_every_row_and_reading_is_entered_once(entries):
    made = sum(1 for short in readings() if "." in short)
    expected = Counter(row["kind"] for row in ROWS) + Counter({"charter": 1, "reading": made})
    assert Counter(envelope.kind for envelope in entries) == expected


def test_real_parties_are_given_no_acts(entries):
    assert {envelope.kind for envelope in entries} & ACTS_OF_PARTIES == set()


def test_everything_is_public(entries):
    assert {(str(envelope.label), envelope.audience) for envelope in entries} == {("clear", ())}


def test_every_short_name_leads_to_its_thing(sample):
    with sample.read() as reading:
        for row in ROWS:
            assert reading.thing(reading.resolve(row["id"]))["kind"] == row["kind"]
        assert {reading.thing(reading.resolve(short))["kind"] for short in readings()} == {"reading"}


def test_readings_are_shown_to_rest_on_an_address_alone(sample):
    assert {_row(sample, short)["view"]["rests_on"] for short in readings()} == {"address"}
    assert _row(sample, "r065")["view"]["rests_on"] == "address"


def test_conflicting_dates_stand_side_by_side(sample):
    session = _row(sample, "spring-meeting-2025")["fields"]
    said = [_row(sample, short)["fields"]["value"] for short in readings() if short.startswith("spring-meeting-2025.")]
    days = {(value["date"], value.get("date_until", "")) for value in said}
    assert (session["starts_on"], "ends_on" in session) == ("2025-02", False)
    assert days == {("2025-02-19", "2025-02-21"), ("2025-02-19", "2025-02-22"), ("2025-02-21", "")}


def test_conflicting_counts_stand_side_by_side(sample):
    pairs = {_row(sample, f"gate-hoanh-mo-{name}")["fields"]["value"]["detail"] for name in ("two-pairs", "one-pair-and-route")}
    visitors = {_row(sample, f"figure-waterfalls-{name}")["fields"]["value"]["detail"] for name in ("total", "parts")}
    assert (pairs, visitors) == ({"1", "2"}, {"13000", "11934"})


def test_parties_of_2025_and_2026(sample):
    with sample.read() as reading:
        tuyen_quang, hai_phong = reading.resolve("tuyen-quang"), reading.resolve("hai-phong")
        ha_giang = reading.resolve("ha-giang")
    latest, before = (set(_row(sample, f"spring-meeting-{year}")["fields"]["parties"]) for year in (2026, 2025))
    assert (latest - before, before - latest) == ({tuyen_quang, hai_phong}, {ha_giang})
    assert [row["party"] for row in _row(sample, "ha-giang")["view"]["successors"]] == [tuyen_quang]
    assert _row(sample, "ha-giang")["view"]["without_successor"] is False


def test_districts_are_without_a_successor(sample):
    for name in ("mong-cai", "binh-lieu", "hai-ha", "loc-binh", "ha-lang", "dong-van"):
        row = _row(sample, name)["view"]
        assert (row["valid"]["until"], row["without_successor"]) == ("2025-06-30", True), name


def test_nobody_stated_progress_on_what_is_reported(sample):
    row = _row(sample, "smart-gate-pilot")["view"]
    assert (row["origin"], {said["state"] for said in row["progress"]}) == ("reported", {""})


def test_command_makes_it(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert run(["sample", "--home", str(tmp_path / "home")]) == 0
    assert str(tmp_path / "home") in capsys.readouterr().err
    assert run(["show", "spring-meeting-2026", "--home", str(tmp_path / "home"), "--json"]) == 0
    assert '"spring-meeting-2026"' in capsys.readouterr().out
    assert run(["sample", "--home", str(tmp_path / "home")]) != 0
