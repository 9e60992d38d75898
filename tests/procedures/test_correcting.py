"""Corrections go where the thing went; a stricter label makes the thing stricter, a wider one is refused."""

import pytest

from comity.procedures.clock import Moment
from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand
from comity.procedures.name_party import open_book
from comity.record.errors import WrongValue

MOMENT = Moment("2026-11-22T03:04:05Z", "Asia/Ho_Chi_Minh")
NORTH = Hand("north", MOMENT)


@pytest.fixture
def south(home):
    return open_book(home, "south", {"name": {"en": "South region"}}, moment=MOMENT)


def correct(home, **more):
    given = {"thing": "ferry", "changes": {"due_on": "2027-10"}, **more}
    correction = enter_act(home, "correction", given, by=NORTH)
    with home.read() as reading:
        envelope, row = reading.entry(correction).envelope, reading.thing(reading.resolve("ferry"))
    return (envelope.label.value, envelope.audience), (row["label"], tuple(row["audience"])), row["fields"]["due_on"]


def undertake(home, **more):
    enter_act(home, "undertaking", {"title": {"en": "Reopen the ferry"}, "owners": ["self"], **more}, by=NORTH, short="ferry")


@pytest.mark.parametrize("label", ["green", "amber", "red"])
def test_correction_goes_where_the_thing_went(home, south, label):
    undertake(home, label=label, audience=["south"])
    assert correct(home) == ((label, (south,)), (label, (south,)), "2027-10")


def test_correction_of_what_is_public_is_public(home, south):
    undertake(home, label="clear")
    assert correct(home) == (("clear", ()), ("clear", ()), "2027-10")


def test_stricter_correction_makes_the_thing_stricter_and_later_ones_with_it(home, south):
    undertake(home, label="clear")
    assert correct(home, label="amber", audience=["south"]) == (("amber", (south,)), ("amber", (south,)), "2027-10")
    assert correct(home, changes={"due_on": "2027-11"}) == (("amber", (south,)), ("amber", (south,)), "2027-11")


@pytest.mark.parametrize("asked", ["clear", "green"])
def test_wider_label_than_that_of_the_thing_is_refused(home, south, asked):
    undertake(home, label="amber", audience=["south"])
    with pytest.raises(WrongValue) as refused:
        correct(home, label=asked)
    assert refused.value.values == {
        "field": "label",
        "value": asked,
        "expected": "not wider than the label of what it corrects: amber",
    }
