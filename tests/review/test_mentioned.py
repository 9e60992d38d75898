"""What found no later mention, what recurs, and what is to be compared."""

import pytest

from .made_rows import THEM, US, agreed, facts, found, row, said, wording


def test_no_later_mention_is_told_with_what_was_read():
    assert facts(agreed("ferry", agreed_on="2025-01-01"), rule="no_mention") == [{"sources": 5, "in_part": 2}]


@pytest.mark.parametrize(
    ("item", "again"),
    [
        (agreed("ferry", agreed_on="2025-01-01", nature="standing"), ()),
        (agreed("ferry", agreed_on="2026-11-01"), ()),
        (agreed("ferry", said("p1", THEM, "not_started"), agreed_on="2025-01-01"), ()),
        (agreed("ferry", agreed_on="2025-01-01", others=[{"id": "r", "kind": "reading", "fields": {}}]), ()),
        (agreed("ferry", agreed_on="2025-01-01"), ("ferry",)),
    ],
)
def test_what_is_standing_young_or_spoken_of_again_is_left_out(item, again):
    assert found(item, again=again, rule="no_mention") == []


def test_a_correction_or_its_own_evidence_is_no_mention():
    others = [{"id": "c", "kind": "correction", "fields": {}}, {"id": "own", "kind": "reading", "fields": {}}]
    assert found(agreed("ferry", others=others, evidence=["own"]), rule="no_mention") == [("none", "ferry", "")]


def _again(name, year, **fields):
    return agreed(name, agreed_on=f"{year}-02-02", session=[f"s{year}"], **fields)


def test_what_bears_one_wording_recurs_and_the_latest_is_named():
    rows = [
        _again(name, year, title=[wording("en", "Open  the ferry!")]) for name, year in (("b", 2024), ("a", 2026), ("c", 2025))
    ]
    assert found(*rows, rule="recurring") == [("again", "a", "")]
    assert facts(*rows, rule="recurring") == [
        {"count": 3, "days": ["2024-02-02", "2025-02-02", "2026-02-02"], "earlier": ["b", "c"]}
    ]
    assert found(*rows, rule="recurring", changes="recurring_times = 4") == []


def test_merged_items_and_those_that_carry_out_one_another_recur():
    first, second, third = _again("a", 2024), _again("b", 2025, carries_out=["a"]), _again("c", 2026)
    third["view"]["same_as"] = [{"thing": "b"}]
    assert facts(first, second, third, rule="recurring")[0]["earlier"] == ["a", "b"]


@pytest.mark.parametrize("nature", ["standing", "periodic"])
def test_duties_and_periodic_items_never_recur(nature):
    rows = [_again(name, year, title=[wording("en", "Meet")], nature=nature) for name, year in (("a", 2024), ("b", 2025))]
    assert found(*rows, rule="recurring") == []


def test_one_wording_twice_in_one_session_does_not_recur():
    rows = [_again(name, 2024, title=[wording("en", "Meet")]) for name in ("a", "b")]
    assert found(*rows, rule="recurring") == []


STATES = ("not_started", "under_way", "waiting", "done", "replaced", "conditions_not_there")


@pytest.mark.parametrize("ours", STATES)
@pytest.mark.parametrize("theirs", STATES)
def test_owners_are_to_compare_where_only_one_says_done(ours, theirs):
    item = agreed("ferry", said("p1", US, ours), said("p2", THEM, theirs))
    expected = [("owners", "ferry", "")] if (ours == "done") != (theirs == "done") else []
    assert found(item, rule="to_compare") == expected


@pytest.mark.parametrize("own", STATES)
@pytest.mark.parametrize("told", STATES)
def test_words_about_one_owner_are_to_compare_where_books_differ(own, told):
    item = agreed("ferry", said("p1", THEM, own), said("p2", THEM, told, book=US, word="told"), owners=[THEM])
    assert found(item, rule="to_compare") == ([("told", "ferry", THEM)] if own != told else [])


def test_words_on_an_obstacle_are_to_compare():
    words = [{"stated_by": US, "state": "open", "entry": "a"}, {"stated_by": THEM, "state": "settled", "entry": "b"}]
    assert found(row("obstacle", "queue", view={"words": words}), rule="to_compare") == [("obstacle", "queue", "")]
