"""What the lists of the record show of one row, without a home."""

import pytest

from comity.kinds.progress import due_of
from comity.paper.agreed_view import Read, agreed_line, is_silent, no_mention, shapes_of
from comity.paper.letters_view import has_passed, letter_line
from comity.paper.matter_view import ties_of, wordings_of
from comity.paper.row_parts import page_of
from comity.paper.sessions_view import AlsoTold, in_order_of_time, session_line


def _row(thing, kind="undertaking", fields=None, view=None, statements=()):
    return {"id": thing, "kind": kind, "fields": fields or {}, "view": view or {}, "statements": list(statements)}


def _said(thing, kind, roles=(), **fields):
    return {"id": thing, "kind": kind, "roles": list(roles), "fields": fields}


def _reading(thing, **value):
    return _said(thing, "reading", ["about"], says="session", source=["s"], value=value)


def test_other_day_is_told_beside_the_first_and_a_coarser_one_is_not():
    told = [_reading("a", date="2024-02"), _reading("b", date="2024-02-27"), _reading("c", date="2024-02-28", edition="8")]
    row = _row("x", "session", {"starts_on": "2024-02-28", "edition": 9}, statements=told)
    assert session_line(row, {}).also_told == (AlsoTold("date", "2024-02-27", "b", "s"), AlsoTold("edition", "8", "c", "s"))


def test_reading_that_is_not_about_the_session_itself_tells_no_day():
    other = _said("a", "reading", ["about"], says="agreed", value={"date": "2023"})
    assert session_line(_row("x", "session", {"starts_on": "2024-02-28"}, statements=[other]), {}).also_told == ()


def test_mechanism_that_met_last_stands_first():
    rows = [
        _row(name, "session", {"mechanism": [way], "starts_on": day})
        for name, way, day in (("a", "m", "2020"), ("b", "n", "2023"), ("c", "m", "2022"), ("d", "n", "2019"))
    ]
    assert [row["id"] for row in in_order_of_time(rows)] == ["b", "d", "c", "a"]


@pytest.mark.parametrize(
    ("states", "shapes"),
    [
        ([], ("none",)),
        ([""], ("none",)),
        (["done", ""], ("done",)),
        (["replaced", "done"], ("done", "never")),
        (["not_started"], ("not",)),
        (["conditions_not_there", "waiting", "under_way"], ("way", "wait", "never")),
    ],
)
def test_shapes_are_those_owners_have_stated(states, shapes):
    assert shapes_of(_row("x", view={"progress": [{"owner": "o", "state": state} for state in states]})) == shapes


@pytest.mark.parametrize(
    ("statements", "silent"),
    [([], True), ([_said("e", "reading")], True), ([_said("c", "correction")], True), ([_said("r", "reading")], False)],
)
def test_silence_is_without_a_later_mention(statements, silent):
    assert is_silent(_row("x", fields={"evidence": ["e"]}, statements=statements)) is silent


def test_same_wording_agreed_again_is_a_mention():
    assert [agreed_line(_row("x"), again=again).silent for again in (False, True)] == [True, False]


def test_silence_is_told_with_what_was_read():
    assert [no_mention(Read(sources, 4), "en") for sources in (193, 0)] == [
        "no later mention in the 193 reports read (4 of them in part)",
        "no word yet",
    ]


def test_day_now_planned_stands_before_the_day_agreed():
    view = {"progress": [{"owner": "o", "state": "waiting", "entry": "p"}]}
    moved = [_said("p", "progress", due_on="2027-03"), _said("old", "progress", due_on="2028")]
    row = _row("x", fields={"due_on": "2026-01"}, view=view, statements=moved)
    assert (due_of(row), agreed_line(row).due_on) == ("2027-03", "2027-03")
    assert agreed_line(_row("x", fields={"nature": "standing", "due_on": "2020"})).due_on == ""


@pytest.mark.parametrize(
    ("day", "passed"), [("2026-11-21", True), ("2026-11-22", False), ("2026-11", False), ("2026-10", True), ("2026", False)]
)
def test_day_has_passed_when_all_of_it_is_over(day, passed):
    assert has_passed(day, "2026-11-22") is passed


@pytest.mark.parametrize(
    ("senders", "receivers", "turn", "passed"),
    [("b", "a", "ours", True), ("a", "b", "theirs", False), ("b", "c", "others", False)],
)
def test_passed_day_is_said_of_ourselves_only(senders, receivers, turn, passed):
    fields = {"from_party": [senders], "to_party": [receivers], "answer_due_on": "2020-01-01"}
    line = letter_line(_row("x", "letter", fields, {"awaits_answer": "yes"}), own={"a"}, on="2026-11-22")
    assert (line.turn, line.passed) == (turn, passed)


def test_ties_are_those_stated():
    said = [_said("c", "undertaking", ["carries_out"]), _said("z", "undertaking", ["other"])]
    view = {"same_as": [{"thing": "m", "party": "p", "entry": "e"}], "taken_up_in": ["t"]}
    row = _row("x", fields={"carries_out": ["h"], "proposal": ["q"], "evidence": ["r"]}, view=view, statements=said)
    about = _said("b", "reading", ["about"], about=["x", "side by side"])
    row["statements"].append(about)
    resting = _row("b", "reading", statements=[_said("w", "undertaking", ["evidence"]), _said("v", "letter", ["evidence"])])
    readings = {"r": _said("r", "reading", about=["x", "y"]), "b": resting}
    stated = {
        "m": "same",
        "h": "carries_out",
        "q": "proposal",
        "t": "proposal",
        "c": "carries_out",
        "y": "reading",
        "w": "reading",
    }
    assert ties_of(row, readings) == stated


def test_wording_is_the_same_without_regard_to_capitals_spaces_and_the_stop():
    one, other = ({"title": [{"lang": "en", "text": text}]} for text in ("Open  the ferry.", "open the Ferry"))
    assert wordings_of(_row("a", fields=one)) == wordings_of(_row("b", fields=other)) == {("en", "open the ferry")}


def test_pages_follow_each_other_without_a_gap():
    lines = [letter_line(_row(str(at), "letter"), own=(), on="2026-11-22") for at in range(5)]
    first, after = page_of(lines, after="", most=2)
    second, more = page_of(lines, after=after, most=3)
    assert ([line.id for line in first + second], after, more) == (["0", "1", "2", "3", "4"], "1", "")
