"""Sessions read in several documents: proposed as one event, confirmed, cut and undone, and entered once."""

import pytest

from comity.procedures.accept_drafts import accept_drafts
from comity.procedures.draft_deeds import undo_deed
from comity.procedures.event_fields import event_fields
from comity.procedures.hand import Hand
from comity.procedures.told_events import confirm_event, cut_from_event, told_events
from comity.record.errors import NoEventHere, UnknownDraft

from .conftest import MOMENT
from .test_alike import keep, party, session

BY = Hand("north", MOMENT)
PARTIES = ["VN-13", "VN-09", "CN-GX"]


def told(home, name, quote="The meeting was held", **value):
    (number,) = keep(home, name, [session(quote, role="main", parties=PARTIES, **value)])
    return number


@pytest.fixture
def drafts(home):
    """Three documents that tell of one session, the third on other days, and one of another session."""
    return (
        told(home, "a", edition=10, date="2025-02-20", year=2025),
        told(home, "b", "The meeting was held 19-22 February", date="2025-02-19", year=2025),
        told(home, "c", edition=10, year=2025),
        told(home, "d", edition=9, date="2024-02-29", year=2024),
    )


def events(home):
    with home.read() as reading:
        return [[int(each.id) for each in event.told] for event in told_events(reading)]


def sessions(home):
    with home.read() as reading:
        return [thing["id"] for thing in reading.things("session")]


def test_event_is_proposed_with_ties_and_what_is_told_differently(home, drafts):
    with home.read() as reading:
        (event,) = told_events(reading)
    shown = event_fields(event)
    assert [each["draft"] for each in shown["told"]] == [*drafts[:3]]
    assert shown["ties"] == [
        {"one": drafts[0], "other": drafts[2], "why": "edition"},
        {"one": drafts[0], "other": drafts[1], "why": "day"},
        {"one": drafts[1], "other": drafts[2], "why": "year"},
    ]
    first, second = drafts[:2]
    assert shown["conflicts"] == [
        {"what": "date", "values": [{"value": "2025-02-20", "drafts": [first]}, {"value": "2025-02-19", "drafts": [second]}]},
    ]
    assert shown["independent"] == 3


def test_confirmed_event_is_entered_once(home, drafts):
    assert confirm_event(home, drafts[1], by=BY) == []
    accepted = accept_drafts(home, drafts[:3], party="north", moment=MOMENT)
    assert len({each.entry for each in accepted}) == 1
    assert len(sessions(home)) == 1


def test_two_that_stand_in_the_book_are_merged_when_confirmed(home, drafts):
    for number in drafts[:2]:
        accept_drafts(home, [number], party="north", moment=MOMENT)
    assert len(sessions(home)) == 2
    (merge,) = confirm_event(home, drafts[0], by=BY)
    with home.read() as reading:
        assert [merge in [act.entry.id for act in reading.acts_naming(one)] for one in sessions(home)] == [True, True]


def test_cut_telling_stays_apart_is_entered_apart_and_comes_back_when_undone(home, drafts):
    assert cut_from_event(home, drafts[2], by=BY) == 2
    assert events(home) == [[*drafts[:2]]]
    accept_drafts(home, [drafts[0], drafts[2]], party="north", moment=MOMENT)
    assert len(sessions(home)) == 2


def test_each_answer_can_be_undone(home, drafts):
    cut_from_event(home, drafts[2], by=BY)
    undo_deed(home, moment=MOMENT)
    undo_deed(home, moment=MOMENT)
    assert events(home) == [[*drafts[:3]]]


def test_draft_that_stands_alone_is_no_event(home, drafts):
    with pytest.raises(NoEventHere):
        confirm_event(home, drafts[3], by=BY)
    with pytest.raises(UnknownDraft):
        cut_from_event(home, 999, by=BY)
    (other,) = keep(home, "e", [party("Thanh Lạc", "a")])
    with pytest.raises(NoEventHere):
        confirm_event(home, other, by=BY)


def test_gates_of_which_reports_tell_a_change_stand_side_by_side(home):
    def gate(quote, *names):
        return ("gate", quote, {"pair": [*names], "names": [*names], "change": "open"})

    def held(quote):
        return session(quote, role="main", edition=10, date="2025-02-20", parties=PARTIES)

    one, other = gate("opening of Hoanh Mo", "Hoành Mô", "Dongzhong"), gate("and of Chi Ma", "Chi Ma", "Aidian")
    silent = told(home, "a", edition=10, date="2025-02-20")
    second, _ = keep(home, "b", [held("The meeting was held"), one])
    third, _, _ = keep(home, "c", [held("The session was held"), one, other])
    with home.read() as reading:
        (event,) = told_events(reading)
    assert [int(each.id) for each in event.told] == [silent, second, third]
    (conflict,) = event.conflicts
    assert conflict.values == (
        ("Hoành Mô - Dongzhong", (str(second),)),
        ("Chi Ma - Aidian; Hoành Mô - Dongzhong", (str(third),)),
    )
