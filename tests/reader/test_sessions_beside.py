"""Sessions told beside the one a report is about, and days told in words."""

from __future__ import annotations

import pytest

from comity.reader.files.document import open_document
from comity.reader.read import read

Told = list[tuple[str, int | None, str | None]]


def sessions(text: str, published: str) -> Told:
    reading = read(open_document(text.encode(), name="report.txt"), published=published)
    return [(one.role, one.edition, one.date) for one in reading.sessions]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The governor of Guangxi, Thursday met and held talks with a delegation of Lang Son.", [("main", None, "2031-05-15")]),
        (
            "The two sides of Guangxi and Lang Son held the 7th annual talks on May 14. They agreed to open the road.",
            [("main", 7, "2031-05-14")],
        ),
    ],
)
def test_the_day_and_the_number_of_talks(text: str, told: Told) -> None:
    assert sessions(text, "2031-05-18") == told


def test_a_fair_is_referred_to_beside_talks() -> None:
    text = "5月14日,广西壮族自治区主席在南宁会见了谅山省代表团一行。双方表示将办好第九届边境商品交易会。"
    assert ("referenced", 9, None) in sessions(text, "2031-05-18")


def test_each_country_of_a_journey_has_talks_of_its_own() -> None:
    text = "5月10日至14日,省长率云南省代表团访问越南和老挝。访越期间,省长会见了老街省领导。访老期间,省长会见了丰沙里省领导。"
    assert [role for role, _, _ in sessions(text, "2031-05-18")] == ["main", "main"]
