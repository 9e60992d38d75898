"""Which days the record says, on whose word, and how long they last in a calendar."""

from datetime import date

import pytest

from comity.paper.calendar_view import span


@pytest.mark.parametrize(
    ("day", "covered"),
    [
        ("2026-02-28", (date(2026, 2, 28), date(2026, 3, 1))),
        ("2024-02-28", (date(2024, 2, 28), date(2024, 2, 29))),
        ("2026-12", (date(2026, 12, 1), date(2027, 1, 1))),
        ("2026-02", (date(2026, 2, 1), date(2026, 3, 1))),
        ("2026", (date(2026, 1, 1), date(2027, 1, 1))),
        ("9999-12-31", None),
        ("9999", None),
        ("", None),
        ("spring", None),
        ("mùa", None),
        ("2026-13", None),
        ("2026-02-30", None),
    ],
)
def test_day_month_and_year_cover_all_their_days(day, covered):
    assert span(day) == covered
