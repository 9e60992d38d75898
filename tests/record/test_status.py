"""The status of a text follows from what its parties did and from the day."""

import pytest

from comity.record.agreement import Answer
from comity.record.status import STATUS_WORDS, Status, in_force_on, status_of

A, B = "a" * 64, "b" * 64
OPEN = {
    "id": "1" * 64,
    "author": A,
    "parties": [A, B],
    "supersedes": [],
    "open_until": "2026-06-30",
    "ends_on": "",
    "signed_by": [],
    "missing": [A, B],
    "initialled_by": [],
    "refused_by": [],
    "withdrawn": [],
    "complete": False,
    "in_force": "false",
}
COMPLETE = OPEN | {"signed_by": [A, B], "missing": [], "complete": True, "in_force": "true"}


@pytest.mark.parametrize(
    ("text", "on", "status"),
    [
        (OPEN, "2026-06-30", Status.BEING_DISCUSSED),
        (OPEN, "2026-07-01", Status.LAPSED),
        (OPEN | {"initialled_by": [A]}, "2026-06-01", Status.BEING_DISCUSSED),
        (OPEN | {"initialled_by": [A, B]}, "2026-06-01", Status.INITIALLED),
        (OPEN | {"signed_by": [B]}, "2026-06-01", Status.SIGNED),
        (OPEN | {"signed_by": [B]}, "2026-07-01", Status.LAPSED),
        (COMPLETE, "2030-01-01", Status.IN_FORCE),
        (COMPLETE | {"in_force": "false"}, "2026-06-01", Status.AMENDED),
        (COMPLETE | {"ends_on": "2026-12-31"}, "2026-12-31", Status.IN_FORCE),
        (COMPLETE | {"ends_on": "2026-12-31"}, "2027-01-01", Status.EXPIRED),
        (COMPLETE | {"withdrawn": [{"party": A, "effective_on": "2026-09-01"}]}, "2026-08-31", Status.IN_FORCE),
        (COMPLETE | {"withdrawn": [{"party": A, "effective_on": "2026-09-01"}]}, "2026-09-01", Status.WITHDRAWN),
        (OPEN | {"in_force": "cannot say"}, "2026-06-01", Status.CANNOT_SAY),
    ],
)
def test_status_of(text, on, status):
    assert status_of(text, on=on) is status


@pytest.mark.parametrize(
    ("texts", "answer", "expected"),
    [
        ([], "false", Answer.NO),
        ([], "cannot say", Answer.CANNOT_SAY),
        ([COMPLETE], "true", Answer.YES),
        ([COMPLETE | {"ends_on": "2026-01-01"}], "true", Answer.NO),
        # what ended does not revive the text below it
        ([COMPLETE | {"in_force": "false"}, COMPLETE | {"ends_on": "2026-01-01"}], "true", Answer.NO),
    ],
)
def test_in_force_on(texts, answer, expected):
    assert in_force_on({"texts": texts, "answer": answer}, on="2026-06-01") is expected


def test_every_status_has_words():
    assert set(STATUS_WORDS) == set(Status)
