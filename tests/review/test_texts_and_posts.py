"""Texts, letters, meetings, posts and parties."""

import pytest

from comity.record.agreement import Answer

from .made_rows import THEM, US, agreed, facts, found, row, wording


def _item(**text):
    given = {
        "id": "text",
        "parties": [US, THEM],
        "supersedes": [],
        "open_until": "2099-12-31",
        "ends_on": "",
        "signed_by": [],
        "missing": [US, THEM],
        "initialled_by": [],
        "withdrawn": [],
        "complete": False,
        "in_force": Answer.NO.value,
    }
    title = [wording(lang, "Ferry") for lang in ("vi", "zh-Hans", "en")]
    return row("item", "item", {"title": title}, agreement={"answer": "no", "texts": [given | text]})


IN_FORCE = {"signed_by": [US, THEM], "missing": [], "complete": True, "in_force": Answer.YES.value}
HALF = {"signed_by": [THEM], "missing": [US]}


@pytest.mark.parametrize(
    ("day", "ends"), [("2026-11-21", False), ("2026-11-22", True), ("2027-11-22", True), ("2027-11-23", False), ("", False)]
)
def test_terms_that_end_within_a_year_are_named(day, ends):
    assert found(_item(**IN_FORCE, ends_on=day)) == ([("ending", "text", "item", "text")] if ends else [])
    told = row("reading", "told", {"says": "signed", "value": {"date_until": day}})
    assert found(told) == ([("ending", "reported", "told", "")] if ends else [])


def test_half_signed_texts_wait_for_the_others_while_they_are_open():
    assert facts(_item(**HALF), rule="half_signed") == [{"party": [THEM], "others": [US]}]
    assert found(_item(**HALF, open_until="2026-11-21")) == []
    assert found(_item(**IN_FORCE)) == []
    assert found(_item()) == []


def test_wordings_that_lack_a_language_or_are_stale_are_named():
    stale = [wording("vi", "Phà"), wording("zh-Hans", "渡口", "stale")]
    assert facts(agreed("ferry", title=stale), rule="translations") == [{"languages": ["en"]}, {"languages": ["zh-Hans"]}]
    assert found(agreed("ferry", body="erased", title=[]), rule="translations") == []


@pytest.mark.parametrize(
    ("sides", "due", "cases"),
    [
        ((THEM, US), "", ["ours"]),
        ((THEM, US), "2026-11-30", ["ours_by"]),
        ((US, THEM), "", ["theirs"]),
        ((US, THEM), "2026-11-30", ["theirs_by"]),
        ((THEM, "third"), "", []),
    ],
)
def test_letters_that_await_an_answer_are_told_both_ways(sides, due, cases):
    fields = {"from_party": [sides[0]], "to_party": [sides[1]], "asks_for": "answer", "answer_due_on": due}
    assert [case for case, _, _ in found(row("letter", "l", fields, view={"awaits_answer": "yes"}), rule="letters")] == cases
    assert found(row("letter", "l", fields, view={"awaits_answer": "no"}), rule="letters") == []


def _session(name, day, stage="held"):
    return row("session", name, {"mechanism": ["spring"], "starts_on": day, "stage": stage})


def _mechanism(cadence="yearly"):
    return row("mechanism", "spring", {"cadence": cadence})


def test_mechanisms_are_due_by_their_rhythm_with_some_grace():
    assert found(_mechanism(), _session("a", "2025-01-01")) == [("meetings", "due", "spring", "")]
    assert found(_mechanism(), _session("a", "2025-01-01"), changes="meeting_grace_days = 400") == []
    assert found(_mechanism(), _session("a", "2025-01-01"), _session("b", "2026-02-01")) == []
    assert found(_mechanism(), _session("a", "2025-01-01"), _session("b", "2027", "planned")) == []
    assert found(_mechanism("as_needed"), _session("a", "2015")) == []
    assert found(_mechanism()) == []


def test_sessions_planned_for_a_day_that_is_over_are_named():
    assert found(_session("b", "2026-10", "planned")) == [("meetings", "planned", "b", "")]
    assert found(_session("b", "2026-11", "planned")) == []
    assert found(_session("b", "2026-10", "not_held")) == []


def test_parties_without_successor_are_named_with_what_is_open():
    gone = row("party", "old", {"valid_until": "2025-06-30"}, view={"without_successor": True})
    assert facts(gone, agreed("ferry", owners=["old"]), rule="no_successor") == [{"party": ["old"], "count": 1}]
    assert found(row("party", "old", {"valid_until": "2025-06-30"}, view={"without_successor": False})) == []
    assert found(row("party", "old", {"valid_until": "2027"}, view={"without_successor": True})) == []


def _holding(party, until, followed=()):
    return row("post_holding", "h", {"party": [party], "until_on": until}, view={"followed_by": list(followed)})


def test_counterparts_who_left_are_named_with_who_follows():
    assert found(_holding(THEM, "2026-05")) == [("left", "open", "h", "")]
    assert found(_holding(THEM, "2026-05", ["n"])) == [("left", "followed", "h", "")]
    assert found(_holding(US, "2026-05")) == []
    assert found(_holding(THEM, "2025-05")) == []
    assert found(_holding(THEM, "2026-12")) == []
    assert found(_holding(THEM, "")) == []


def test_without_a_body_nothing_is_said():
    kinds = ("undertaking", "obstacle", "letter", "item", "session", "mechanism", "party", "post_holding", "reading")
    assert found(*(row(kind, kind, body="erased") for kind in kinds)) == []
    assert found() == []
