"""Findings of whole homes: the invented parties, the sample of a real cooperation, one side alone, an empty home."""

from collections import Counter

import pytest

from comity.procedures.clock import Moment
from comity.procedures.earlier_findings import earlier_findings, given_thresholds
from comity.procedures.enter_act import enter_act
from comity.procedures.erase_body import erase_body
from comity.procedures.gather_findings import Asked, as_values, gather_findings
from comity.procedures.hand import Hand
from comity.record.errors import FileMissing, NotFindings, ThresholdWrong, UnknownParty, UnknownThing, WrongValue
from comity.record.language import LANGUAGES
from comity.review.thresholds import thresholds
from comity.store.entries import Books
from comity.store.home import Home

MADE = Moment("2026-11-22T03:04:05Z", "Asia/Ho_Chi_Minh")


@pytest.fixture(scope="module")
def invented(whole_home):
    return whole_home("invented")


@pytest.fixture(scope="module")
def sample(whole_home):
    return whole_home("sample")


def _gather(home, day="2026-11-22", **asked):
    with home.read() as reading:
        return gather_findings(reading, Asked(day, thresholds(), **asked))


def _told(findings, rule, lang="en"):
    return [findings.say(each, lang) for each in findings.found if each.rule == rule]


def test_each_side_of_the_invented_parties_sees_the_other(invented):
    north, south = (_gather(invented, party=party) for party in ("thanh-lac", "van-khe"))
    form = "Use one form in both languages for notices of high water"
    assert _told(north, "thanks") == [f"Thanks are due to Van Khe region for what we are told is done: {form}."]
    reply = "Reply about the hours of the clearance route at the ferry on market days"
    assert _told(south, "thanks") == [f"Thanks are due to Thanh Lac province for the answer of 2 Apr 2026: {reply}."]
    assert _told(south, "waiting")[-1] == (
        "Van Khe region, waiting for own capital since 18 Mar 2026 (249 days): Reopen the clearance route at the ferry."
    )
    assert _told(north, "moved") == []
    assert _told(south, "moved") == [
        "The planned days, in the order they were stated: Sep 2025, May 2026. The matter: Hold the first farm produce fair."
    ]


def test_the_spring_meetings_of_2025_and_2026_have_something_to_say(sample):
    with sample.read() as reading:
        spring = {
            row["fields"]["starts_on"]: row["id"]
            for row in reading.things("session")
            if any(part["text"].endswith("Spring Meeting") for part in row["fields"]["title"])
        }
    days = sorted(day for day in spring if day[:4] in ("2025", "2026"))
    told = {day: _gather(sample, day="2026-11-22", session=spring[day]) for day in days}
    assert [(day, found.state.since) for day, found in told.items()] == [("2025-02", "2024-02-28"), ("2026-02-11", "2025-02")]
    assert all(each.rule in ("thanks", "results") for each in told["2026-02-11"].found)
    road = "On the evening of 27 November 2025 the road at markers 1119-1120 is inaugurated."
    assert f"A report tells of this result: {road}" in _told(told["2026-02-11"], "results")


def test_every_finding_of_the_sample_rests_on_entries_that_are_there(sample):
    findings = _gather(sample)
    with sample.read() as reading:
        named = {entry for each in findings.found for entry in (*each.evidence, each.thing)}
        assert set(reading.entries_called(named)) == named
        assert {each.key for each in findings.found if not each.evidence} == set()
        sources = {source for each in findings.found for source in each.sources}
        assert {row["kind"] for row in reading.things_called(sources).values()} == {"source"}
    assert len({each.key for each in findings.found}) == len(findings.found)


def test_values_count_what_they_list_and_say_it_in_three_languages(sample):
    told = as_values(_gather(sample))
    rules = Counter(each["rule"] for each in told["findings"])
    assert {rule: count for rule, count in told["counts"].items() if count} == rules
    assert {tuple(each["sentence"]) for each in told["findings"]} == {LANGUAGES}
    assert told["read"] == {"sources": 139, "in_part": 139}


def test_queries_do_not_grow_with_the_record(sample, invented, monkeypatch):
    asked = []
    ask = Books._ask
    monkeypatch.setattr(Books, "_ask", lambda self, query, /, **values: asked.append(query) or ask(self, query, **values))
    counts = []
    for home in (invented, sample):
        asked.clear()
        _gather(home)
        counts.append(len(asked))
    assert max(counts) <= 24


def test_most_cuts_and_says_so(sample):
    assert (_gather(sample).cut, _gather(sample, most=10).cut, _gather(sample, most=5000).cut) == (False, True, False)


def test_an_empty_home_and_one_side_alone_say_what_they_know(tmp_path, home):
    empty = Home.create(tmp_path / "empty", state_dir=tmp_path / "state-of-empty")
    assert _gather(empty).found == ()
    assert _gather(home).found == ()
    given = {"title": {"vi": "Mở phà"}, "owners": ["north"], "agreed_on": "2026-01-05", "nature": "once"}
    item = enter_act(home, "undertaking", given, by=Hand("north", MADE), short="ferry")
    alone = _gather(home)
    assert [(each.rule, each.thing) for each in alone.found] == [("no_mention", item), ("translations", item)]
    assert _told(alone, "no_mention", "vi") == ["Mở phà: chưa có thông tin."]
    erase_body(home, "ferry", by=Hand("north", MADE), why={"en": "A person is named."})
    assert _gather(home).found == ()


def test_a_session_without_progress_has_no_results(home):
    enter_act(home, "session", {"title": {"en": "First"}, "starts_on": "2026-03-01"}, by=Hand("north", MADE), short="first")
    found = _gather(home, session="first")
    assert (found.state.since, found.found) == ("2025-03-01", ())


def test_what_is_no_session_or_party_is_refused(home):
    for asked, problem in (
        ({"session": "none"}, UnknownThing),
        ({"session": "north"}, WrongValue),
        ({"party": "x"}, UnknownParty),
    ):
        with pytest.raises(problem):
            _gather(home, **asked)


def test_files_that_are_no_findings_or_thresholds_are_refused(tmp_path):
    file = tmp_path / "file"
    for content in (b"[]", b"{", b'{"findings": [{"key": "a"}]}', b'{"findings": 3}', b"\xff"):
        file.write_bytes(content)
        with pytest.raises(NotFindings):
            earlier_findings(file)
    with pytest.raises(ThresholdWrong):
        given_thresholds(file)
    with pytest.raises(FileMissing):
        earlier_findings(tmp_path / "none")
    file.write_text("due_days = 3")
    assert given_thresholds(file).due_days == 3
    assert given_thresholds(None) == thresholds()
