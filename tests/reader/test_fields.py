"""Sentences of our own, each with one field of what is to be read in it, as a whole."""

from collections import Counter

import pytest

from .fields_here import TOLD, cases

CASES = cases()
FIELDS = {
    *("addressee", "target", "bodies", "named", "condition", "asks", "rhythm", "assent", "deadline"),
    *("sessions", "instruments", "gates"),
    *TOLD,
}
LEAST = 12
# Sentences that hold nothing of the field show that it is not found everywhere.
LEAST_EMPTY = 2


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"line-{case.number}")
def test_field_is_read_as_the_line_says(case):
    assert case.found() == case.wanted


def test_fields_have_many_sentences_in_three_languages():
    counted = Counter(case.field for case in CASES if case.lang in ("en", "vi", "zh"))
    spoken = {(case.field, case.lang) for case in CASES}
    lacking = {(field, lang) for field in FIELDS for lang in ("en", "vi", "zh")} - spoken
    assert ({field for field in FIELDS if counted[field] < LEAST}, lacking, counted.keys() - FIELDS) == (set(), set(), set())


def test_most_fields_have_sentences_that_hold_nothing_of_them():
    empty = Counter(case.field for case in CASES if case.wanted.strip("- |") == "")
    assert {field for field in FIELDS - {"sessions", "instruments", "gates"} if empty[field] < LEAST_EMPTY} == set()


def test_sentences_stand_once():
    assert len({(case.field, case.text) for case in CASES}) == len(CASES)


def test_details_rest_on_the_words_of_the_text():
    for case in CASES:
        reading = case.reading()
        held = [*reading.sessions, *reading.clauses, *reading.instruments, *reading.gates, *reading.told]
        for detail in (detail for one in held for detail in one.details):
            assert all(case.text[quote.start : quote.end] == quote.quote for quote in detail.evidence)
            assert (bool(detail.evidence), bool(detail.rule), 0 < detail.confidence <= 1) == (True, True, True)
