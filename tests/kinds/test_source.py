import pytest

from comity.kinds import kind_of
from comity.record.errors import MissingField
from comity.record.state import BodyState

from .world import B, enter, example, view

OPENING = enter("source", example("source"))
ID = OPENING.entry.id


def test_nothing_was_read_in_it_yet():
    assert view(OPENING) == {"readings": 0, "translations": [], "derived": []}


def test_readings_are_counted_and_copies_are_named():
    readings = [enter("reading", {**example("reading"), "source": [ID]}, index=index) for index in (3, 4, 5)]
    translated = enter("source", {**example("source"), "translation_of": [ID]}, index=6)
    copied = enter("source", {**example("source"), "derived_from": [ID]}, party=B, index=2)
    assert view(OPENING, *readings, copied, translated) == {
        "readings": 3,
        "translations": [translated.entry.id],
        "derived": [copied.entry.id],
    }


def test_reading_shows_nothing_beyond_its_fields():
    assert view(enter("reading", example("reading"))) == {}


def test_source_without_a_copy_is_known_by_its_address():
    fields = {name: value for name, value in example("source").items() if name != "digest"}
    assert view(enter("source", fields)) == {"rests_on": "address", "readings": 0, "translations": [], "derived": []}


def test_source_with_neither_copy_nor_address_is_refused():
    with pytest.raises(MissingField) as refused:
        kind_of("source").check_fields({"title": example("source")["title"]})
    assert refused.value.values == {"field": "digest"}


def test_reading_without_exact_words_rests_on_the_address_alone():
    fields = {name: value for name, value in example("reading").items() if name != "quotes"}
    assert view(enter("reading", fields)) == {"rests_on": "address"}


def test_reading_that_is_not_held_is_not_said_to_rest_on_anything():
    fields = {name: value for name, value in example("reading").items() if name != "quotes"}
    assert view(enter("reading", fields, body=BodyState.WITHHELD)) == {}
