"""Sentences of our own, each with what is to be read in it; a line marked known is one the reader cannot yet read."""

import pytest

from .cases_here import COLUMNS, UNASKED, cases, lines

CASES = cases()
CLASSES = {"carry", "coordination", "concurrence", "results", "status", "not a clause", "names", "dates"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"line-{case.number}")
def test_case_is_read_as_it_says_unless_known(case):
    differences = case.differences()
    if case.known:
        assert differences != [], f"line {case.number} of cases.tsv is read now: take its x away"
    else:
        assert differences == []


def test_every_line_has_its_cells():
    odd = {
        number: row
        for number, row in lines()
        if len(row) != len(COLUMNS) or row[7] not in ("", "x") or not all(row[:3]) or row[3:7] == [UNASKED] * 4
    }
    assert odd == {}


def test_cases_are_many_and_of_every_class_and_language():
    rows = [row for _, row in lines()]
    languages = {row[0] for row in rows}
    assert (len(rows) >= 60, {"en", "vi", "zh", "sv"} - languages, CLASSES - {row[1] for row in rows}) == (True, set(), set())
    assert len({row[2] for row in rows}) == len(rows)
