"""One event, many reports: invented tellings with near misses, and the facts of public reports where they are at hand."""

import json
import re
from itertools import combinations
from pathlib import Path

import pytest

from comity.reader.matters.events import Bond, Conflict, Told, bond_between, events_of, last_day
from comity.reader.words.gazetteer import mentions

FACTS = Path(__file__).resolve().parents[2].parent / "shared" / "facts" / "reports.jsonl"
GUANGXI, YUNNAN = frozenset({"VN-13", "VN-09", "CN-GX"}), frozenset({"VN-02", "CN-YN"})


def told(name, mechanism="spring-meeting", parties=GUANGXI, **more):
    return Told(name, f"report {name}", f"meaning {name}", mechanism, parties=parties, **more)


FIRST = told("1", edition=10, date="2025-02-20", until="2025-02-21", gates="A - B")
SECOND = told("2", date="2025-02-19", until="2025-02-22", gates="A - B; C - D")
THIRD = told("3", edition=10, date="2025-02", year=2025)


def test_reports_of_one_session_become_one_event_with_what_they_tell_differently():
    (event,) = events_of([FIRST, SECOND, THIRD], derived={"report 3": "report 1"})
    assert event.told == (FIRST, SECOND, THIRD)
    assert event.bonds == (Bond("1", "3", "edition"), Bond("1", "2", "day"), Bond("2", "3", "year"))
    assert event.conflicts == (
        Conflict("date", (("2025-02-20", ("1",)), ("2025-02-19", ("2",)))),
        Conflict("until", (("2025-02-21", ("1",)), ("2025-02-22", ("2",)))),
        Conflict("gates", (("A - B", ("1",)), ("A - B; C - D", ("2",)))),
    )
    assert event.witnesses == 2


@pytest.mark.parametrize(
    "near",
    [
        told("x", edition=11, date="2025-02-20"),
        told("x", "joint-working-committee", edition=10, date="2025-02-20"),
        told("x", edition=10, date="2025-02-20", parties=YUNNAN),
        told("x", edition=10, date="2024-02-20"),
        told("x", date="2025-02-27"),
        told("x", "ministry-visit", date="2025-02-20"),
        told("x", date="2025-02-20", parties=frozenset({"VN-09", "CN-YN"})),
        told("x", date="2025-02-20", parties=frozenset()),
    ],
)
def test_near_misses_stay_apart(near):
    assert bond_between(FIRST, near) is None
    assert events_of([FIRST, near]) == []


def test_talks_without_a_name_are_one_only_on_the_same_day():
    one, same, next_day = (
        told(n, "bilateral-talks", date=day) for n, day in (("1", "2025-03-06"), ("2", "2025-03-06"), ("3", "2025-03-07"))
    )
    assert [event.told for event in events_of([one, same, next_day])] == [(one, same)]


def test_one_that_fits_two_does_not_bring_them_together():
    tenth, eleventh = told("1", edition=10, date="2025-02-20"), told("2", edition=11, date="2025-02-21")
    between = told("3", date="2025-02-20")
    assert [event.told for event in events_of([tenth, eleventh, between])] == [(tenth, between)]


def test_answers_of_people_stand_above_everything():
    far = told("9", edition=3, date="2011-01-01", parties=YUNNAN)
    meant = tuple(sorted((FIRST.mean, far.mean)))
    assert [event.told for event in events_of([FIRST, far], answers={meant: "same"})] == [(FIRST, far)]
    assert events_of([FIRST, THIRD], answers={tuple(sorted((FIRST.mean, THIRD.mean))): "differ"}) == []


def test_one_report_alone_is_no_event():
    assert events_of([]) == []
    assert events_of([FIRST]) == []


@pytest.mark.parametrize(
    ("words", "day", "until"),
    [
        ("từ ngày 19 đến ngày 21/2/2025", "2025-02-19", "2025-02-21"),
        ("February 19-22, 2025", "2025-02-19", "2025-02-22"),
        ("2月19日至22日", "2025-02-19", "2025-02-22"),
        ("on February 19, 2025 with 21 guests", "2025-02-19", ""),
        ("19-21", "2025-02", ""),
        ("", "", ""),
    ],
)
def test_last_day_is_read_in_the_words(words, day, until):
    assert last_day(words, day) == until


MECHANISMS = {
    "spring-meeting": "spring-meeting",
    "jwc": "joint-working-committee",
    "yunnan-secretaries": "party-secretaries-meeting",
    "yunnan-jwg": "joint-working-group",
}


def _tellings(rows):
    """A telling for each mechanism a report tells of, and which session each is of."""
    for row in rows:
        facts = row["facts"]
        main = MECHANISMS.get(facts.get("mechanism"))
        if main is None or "prepar" in row["kind"] or "planned" in facts:
            continue
        edition = re.match(r"\d+", str(facts.get("edition", "")))
        numbers = {main: int(edition[0]) if edition else 0}
        numbers |= {MECHANISMS["jwc"]: int(facts["jwc_edition"])} if "jwc_edition" in facts else {}
        numbers |= {MECHANISMS["yunnan-jwg"]: int(facts["jwg_edition"])} if "jwg_edition" in facts else {}
        parties = frozenset(each.place.code for each in mentions(row["text"]) if each.place.level == "province")
        for mechanism, number in numbers.items():
            name = f"{row['id']} {mechanism}"
            said = Told(
                name, row["id"], name, mechanism, edition=number, year=int(row["date"][:4]), date=row["date"], parties=parties
            )
            yield said, (mechanism, "yunnan" in facts["mechanism"], row["date"][:4])


def test_facts_of_public_reports_give_each_session_once(capsys):
    if not FACTS.exists():
        with capsys.disabled():
            print("the facts of public reports are not at hand: events are tested on own tellings alone")
        return
    tellings = dict(_tellings(map(json.loads, FACTS.read_text(encoding="utf-8").splitlines())))
    of = {each.id: session for each, session in tellings.items()}
    found = events_of(list(tellings))
    got = {pair for event in found for pair in combinations(sorted(each.id for each in event.told), 2)}
    want = {pair for pair in combinations(sorted(of), 2) if of[pair[0]] == of[pair[1]]}
    assert got - want == set()
    assert len(got) / len(want) > 0.8
    of_2023 = [[each.id[:3] for each in event.told] for event in found if of[event.told[0].id][1:] == (False, "2023")]
    assert of_2023 == [["001", "011", "012", "100"], ["001", "012", "020"]]
