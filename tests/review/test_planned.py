"""Planned days, moved days, waiting."""

import pytest

from .made_rows import THEM, US, agreed, facts, found, row, said


@pytest.mark.parametrize(
    ("day", "cases"),
    [
        ("2026-11-21", [("passed", "road", "")]),
        ("2026-11-22", [("ahead", "road", "")]),
        ("2026-11", [("ahead", "road", "")]),
        ("2026-10", [("passed", "road", "")]),
        ("2027-01-21", [("ahead", "road", "")]),
        ("2027-01-22", []),
        ("soon", []),
        ("", []),
    ],
)
def test_due_is_what_is_planned_for_the_next_days_or_for_a_day_that_is_over(day, cases):
    assert found(agreed("road", due_on=day), rule="due") == cases


def test_threshold_says_how_near_is_near():
    assert found(agreed("road", due_on="2027-11-22"), rule="due", changes="due_days = 365") == [("ahead", "road", "")]


def test_standing_duties_and_what_has_ended_are_never_due():
    assert found(agreed("watch", nature="standing", due_on="2026-01-01"), rule="due") == []
    ended = agreed("road", said("p1", US, "done"), said("p2", THEM, "replaced"), due_on="2026-01-01")
    assert found(ended, rule="due") == []
    half = agreed("road", said("p1", US, "done"), due_on="2026-01-01")
    assert found(half, rule="due") == [("passed", "road", "")]


def test_every_planned_day_is_kept():
    item = agreed(
        "road",
        said("p2", US, "under_way", on="2026-06-01", due_on="2027"),
        said("p1", THEM, "under_way", on="2026-03-01", due_on="2026-12"),
        due_on="2026-09",
    )
    assert facts(item, rule="moved") == [{"days": ["2026-09", "2026-12", "2027"]}]
    assert found(item, rule="moved", changes="planned_days_listed = 4") == []
    assert found(agreed("road", said("p1", US, "under_way", due_on="2026-09"), due_on="2026-09"), rule="moved") == []


def test_waiting_counts_from_the_first_of_the_same_words():
    item = agreed(
        "road",
        said("p1", US, "waiting", on="2026-02-01", waits_for="money"),
        said("p2", US, "waiting", on="2026-03-01", waits_for="own_capital"),
        said("p3", US, "waiting", on="2026-11-02", waits_for="own_capital"),
    )
    expected = {"party": [US], "whom": "own_capital", "day": "2026-03-01", "count": 266}
    assert facts(item, rule="waiting") == [expected]
    assert found(item, rule="waiting", changes="waiting_days = 267") == []


def test_for_whom_one_waits_may_be_unsaid_and_who_is_done_waits_no_more():
    unsaid = agreed("road", said("p1", US, "waiting", on="2026-11-22"))
    assert facts(unsaid, rule="waiting") == [{"party": [US], "whom": "other", "day": "2026-11-22", "count": 0}]
    assert found(agreed("road", said("p1", US, "done", waits_for="money")), rule="waiting") == []


def test_condition_is_met_where_work_goes_on_after_a_wait():
    before, after = said("p1", US, "waiting", on="2025-01-01"), said("p2", US, "under_way", on="2026-05-01")
    assert found(agreed("road", before, after), rule="condition") == [("goes_on", "road", US)]
    assert found(agreed("road", after), rule="condition") == []
    assert found(agreed("road", before), rule="condition") == []


def test_condition_is_met_where_what_stood_in_the_way_is_settled():
    waits = agreed("road", said("p1", US, "conditions_not_there"))
    words = [{"stated_by": THEM, "state": "settled", "entry": "o1", "party": THEM}]
    obstacle = row("obstacle", "queue", {"about": ["road"]}, view={"words": words})
    assert found(waits, obstacle, rule="condition") == [("cleared", "road", US)]
    words[0]["state"] = "answered"
    assert found(waits, obstacle, rule="condition") == []
