"""What letters and calls ask for, what answers them, and what still awaits an answer."""

import pytest

from comity.kinds import kind_of
from comity.record.errors import MissingField, WrongValue
from comity.record.state import BodyState

from .world import A, B, C, enter, example, view, wording

both = pytest.mark.parametrize("kind", ["letter", "call"])


def asking(kind="letter", *, body=BodyState.HELD, **fields):
    given = {"subject": wording("Ferry hours"), "from_party": [A], "to_party": [B], "asks_for": "answer", **fields}
    return enter(kind, {name: value for name, value in given.items() if value is not None}, body=body)


def answering(opening, kind="letter", *, party=B, index=4, body=BodyState.HELD, **fields):
    given = {"subject": wording("Ferry hours again"), "from_party": [party], "answers": [opening.entry.id], **fields}
    return enter(kind, {name: value for name, value in given.items() if value is not None}, party=party, index=index, body=body)


def awaiting(opening, *acts):
    found = view(opening, *acts)
    return found["awaits_answer"], found["answered_by"]


@both
@pytest.mark.parametrize(
    ("asks", "expected"), [("answer", "yes"), ("information", "yes"), ("agreement", "yes"), ("informs", "no"), (None, "no")]
)
def test_what_asks_for_something_awaits_an_answer(kind, asks, expected):
    assert view(asking(kind, asks_for=asks)) == {"answered_by": [], "awaits_answer": expected}


@both
@pytest.mark.parametrize("way", ["letter", "call"])
def test_letter_or_call_answers_either(kind, way):
    opening = asking(kind)
    answer = answering(opening, way)
    assert awaiting(opening, answer) == ("no", [answer.entry.id])


def test_answers_stand_letters_first_then_by_book_and_index():
    opening = asking()
    acts = [answering(opening, "call", index=2), answering(opening, index=9), answering(opening, index=5)]
    assert awaiting(opening, *acts) == ("no", [acts[2].entry.id, acts[1].entry.id, acts[0].entry.id])


def test_answer_is_known_in_whosever_book_it_stands():
    opening = asking()
    kept_here = answering(opening, party=A, index=7, from_party=[B])
    told, unsigned = answering(opening, party=C, from_party=[B]), answering(opening, party=B, from_party=None)
    assert [awaiting(opening, act)[0] for act in (kept_here, told, unsigned)] == ["no", "no", "no"]


def test_reminder_of_the_same_sender_answers_nothing():
    opening = asking()
    assert awaiting(opening, answering(opening, party=A, index=6)) == ("yes", [])


def test_answer_given_by_others_than_those_written_to_counts():
    opening = asking(to_party=[B])
    answer = answering(opening, party=C)
    assert awaiting(opening, answer) == ("no", [answer.entry.id])


def test_letter_about_it_answers_nothing():
    opening = asking()
    written = enter("letter", {"subject": wording("x"), "from_party": [B], "about": [opening.entry.id]}, party=B, index=3)
    assert awaiting(opening, written) == ("yes", [])


@pytest.mark.parametrize("body", [BodyState.WITHHELD, BodyState.ERASED])
def test_without_its_body_nobody_can_say_until_it_is_answered(body):
    opening = asking(body=body)
    answer = answering(opening, body=body)
    assert (awaiting(opening), awaiting(opening, answer)) == (("", []), ("no", [answer.entry.id]))


@both
def test_day_for_an_answer_needs_something_asked_for(kind):
    fields = {name: value for name, value in example(kind).items() if name not in ("asks_for", "answer_due_on")}
    with pytest.raises(MissingField) as missing:
        kind_of(kind).check_fields({**fields, "answer_due_on": "2026-04"})
    with pytest.raises(WrongValue) as wrong:
        kind_of(kind).check_fields({**fields, "asks_for": "informs", "answer_due_on": "2026-04"})
    assert (missing.value.values, wrong.value.values["field"]) == ({"field": "asks_for"}, "answer_due_on")
    kind_of(kind).check_fields({**fields, "asks_for": "agreement", "answer_due_on": "2026-04"})


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [("letter", "dated_on", "sent_on"), ("letter", "dated_on", "answer_due_on"), ("call", "called_on", "answer_due_on")],
)
def test_days_in_order(kind, first, last):
    fields = {**example(kind), "asks_for": "answer", first: "2026-03-10", last: "2026-03-09"}
    with pytest.raises(WrongValue) as refused:
        kind_of(kind).check_fields(fields)
    assert refused.value.values["field"] == last


def test_letter_may_arrive_on_the_day_before_it_was_sent():
    kind_of("letter").check_fields({**example("letter"), "sent_on": "2026-03-11", "received_on": "2026-03-10"})


@both
def test_anything_can_be_written_about(kind):
    assert [kind_of(kind).field("about").form.takes(each) for each in ("obstacle", "party", "gate")] == [True, True, True]
    assert [kind_of(kind).field("answers").form.takes(each) for each in ("letter", "call", "session")] == [True, True, False]


def test_letter_answered_elsewhere_is_not_answered_here():
    assert awaiting(asking(), answering(asking(number="2"))) == ("yes", [])
