"""Thanks, results and difficulties."""

import pytest

from comity.review.every_rule import findings_of
from comity.review.thresholds import thresholds

from .made_rows import THEM, US, agreed, facts, found, row, said, state, wording


def test_what_the_other_side_did_is_a_result_and_thanked_for():
    item = agreed("ferry", said("p1", US, "done", on="2026-05-01"), said("p2", THEM, "done", on="2026-06-01"))
    assert found(item) == [
        ("thanks", "kept_own", "ferry", THEM),
        ("results", "done_own", "ferry", THEM),
        ("results", "done_own", "ferry", US),
    ]


def test_what_was_told_of_it_is_said_to_be_told():
    item = agreed("ferry", said("p1", THEM, "done", book=US, word="told", on="2026-06-01"))
    assert found(item, rule="thanks") == [("kept_told", "ferry", THEM)]
    assert found(item, rule="results") == [("done_told", "ferry", THEM)]


@pytest.mark.parametrize(
    ("on", "is_new"),
    [("2026-01-01", False), ("2026-01-02", True), ("2026-01", True), ("2026-11-22", True), ("2026-11-23", False)],
)
def test_only_what_is_new_counts(on, is_new):
    assert bool(found(agreed("ferry", said("p1", US, "done", on=on)), rule="results")) is is_new


def test_progress_without_a_day_counts_by_the_day_it_was_entered():
    assert found(agreed("ferry", said("p1", US, "done")), rule="results") == [("done_own", "ferry", US)]


def test_results_and_difficulties_on_the_way_keep_their_words():
    words = [wording("en", "Half the road")]
    item = agreed("road", said("p1", THEM, "under_way", result=words, difficulty=words), said("p2", US, "conditions_not_there"))
    assert found(item, rule="thanks") == []
    assert found(item, rule="results") == [("so_far", "road", THEM)]
    assert facts(item, rule="results") == [{"party": [THEM], "words": words}]
    assert sorted(found(item, rule="difficulties")) == [("conditions", "road", US), ("stated", "road", THEM)]


def _reading(says, about, **value):
    return row("reading", "told", {"says": says, "source": ["report"], "about": about, "value": value})


def test_what_reports_tell_is_placed_by_what_it_is_about():
    source = row("source", "report", {"dated_on": "2026-04-04"})
    item = agreed("ferry", areas=["A05"], session=["meeting"])
    told = _reading("done", ["ferry"])
    assert found(told, item, beside=[source], rule="results") == [("reported", "told", "")]
    assert facts(told, item, beside=[source], rule="thanks") == [{"about": ["ferry"], "reports": 1, "party": [THEM]}]
    assert found(_reading("difficulty", ["ferry"]), item, beside=[source], rule="difficulties") == [("reported", "told", "")]
    assert found(_reading("done", []), beside=[source]) == [("results", "reported", "told", "")]
    assert found(_reading("done", [])) == []


def _report(name, source, /, *, day="2026-04-04", about=("ferry",), title=None, says="done"):
    given = {"says": says, "source": [source], "about": list(about), "value": {"date": day}}
    return row("reading", name, given | ({"title": [wording("en", title)]} if title else {}))


@pytest.mark.parametrize(
    ("second", "events"),
    [
        (_report("b", "s2"), ["a"]),
        (_report("b", "s2", day="2026-04"), ["b"]),
        (_report("b", "s1"), ["a", "b"]),
        (_report("b", "s2", day="2026-04-05"), ["a", "b"]),
        (_report("b", "s2", about=["bridge"]), ["a", "b"]),
        (_report("b", "s2", about=[], title="The FERRY, is open!"), ["a"]),
        (_report("b", "s2", says="difficulty"), ["a"]),
    ],
)
def test_two_reports_of_one_event_are_one_result_and_one_thanks(second, events):
    rows = [_report("a", "s1", title="The ferry is open"), second, agreed("ferry"), agreed("bridge")]
    sources = [row("source", name, {"dated_on": "2026-05-05"}) for name in ("s1", "s2")]
    told = [each for each in findings_of(state(*rows, beside=sources), thresholds()) if each.rule in ("results", "thanks")]
    assert sorted({each.thing for each in told}) == events
    assert [each.thing for each in told if each.rule == "thanks"] == [each.thing for each in told if each.rule == "results"]
    whole = next(each for each in told if each.rule == "results")
    both = ("s1", "s2") if len(events) == 1 and second["fields"]["says"] == "done" else whole.sources
    assert (set(whole.sources), whole.facts["reports"]) == (set(both), len(whole.evidence))


def test_report_of_what_is_stated_already_thanks_nobody_twice():
    item = agreed("ferry", said("p1", THEM, "done", on="2026-06-01"))
    assert found(_report("told", "report"), item, rule="thanks") == [("kept_own", "ferry", THEM)]
    assert len(found(_report("told", "report"), item, rule="results")) == 2


def test_a_gate_that_eases_is_a_result_and_one_that_closes_is_none():
    assert found(_reading("gate", [], change="opened", date="2026-05-05")) == [("results", "gate", "told", "")]
    assert found(_reading("gate", [], change="closed", date="2026-05-05")) == []


def _obstacle(*states):
    words = [{"stated_by": f"p{at}", "state": each, "entry": f"e{at}", "party": US} for at, each in enumerate(states)]
    return row("obstacle", "queue", {"directed_to": [THEM]}, view={"words": words})


def test_an_obstacle_stands_until_every_word_is_that_it_is_settled():
    assert found(_obstacle("open")) == [("difficulties", "obstacle", "queue", "")]
    assert found(_obstacle("open", "settled"), rule="difficulties") == [("obstacle", "queue", "")]
    assert found(_obstacle("settled", "settled")) == [("thanks", "eased", "queue", ""), ("results", "settled", "queue", "")]
    assert found(_obstacle("settled"), since="2026-02-02") == []
    assert found(_obstacle()) == []


@pytest.mark.parametrize(
    ("fields", "cases"),
    [
        ({"answers": ["ours"]}, [("answered", "letter", "")]),
        ({"asks_for": "informs"}, [("informed", "letter", "")]),
        ({}, [("informed", "letter", "")]),
        ({"asks_for": "answer"}, []),
        ({"to_party": ["third"]}, []),
        ({"from_party": [US]}, []),
        ({"dated_on": "2025-12-31"}, []),
    ],
)
def test_letters_of_others_to_us_are_thanked_for(fields, cases):
    given = {"from_party": [THEM], "to_party": [US], "dated_on": "2026-05-05"} | fields
    assert found(row("letter", "letter", given), rule="thanks") == cases


def test_what_is_told_of_several_things_is_placed_by_all_of_them_whichever_is_named_first():
    source = row("source", "report", {"dated_on": "2026-04-04"})
    ferry = agreed("ferry", areas=["A05"], session=["meeting"])
    bridge = agreed("bridge", areas=["A02"])
    for about in (["ferry", "bridge"], ["bridge", "ferry"]):
        given = list(findings_of(state(_reading("done", about), ferry, bridge, beside=[source]), thresholds()))
        made = [each for each in given if each.thing == "told"]
        assert {(each.session, each.areas) for each in made} == {("", ("A02", "A05"))}
        assert {each.rule for each in made} == {"results", "thanks"}
