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
