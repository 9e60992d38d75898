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


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("双方回顾了第九届边境商品交易会的成果。", 9),
        ("双方表示将办好第九届边境商品交易会。", None),
        ("第九届边境商品交易会即将开幕。", None),
        ("他说,自2023年首届边境商品交易会举办以来,两省往来更多。", None),
        ("他们在南宁出席第九届边境商品交易会期间参观了码头。", None),
    ],
)
def test_a_fair_is_referred_to_where_it_was_held(text: str, number: int | None) -> None:
    told = sessions("5月14日,广西壮族自治区主席在南宁会见了谅山省代表团一行。" + text, "2031-05-18")
    assert [edition for role, edition, _ in told if role == "referenced"] == ([number] if number else [])


@pytest.mark.parametrize(
    "text",
    [
        "5月14日,广西壮族自治区主席在南宁分别会见了谅山省省长和高平省省长。",
        "On May 14, the governor of Guangxi met with the governors of Lang Son and Cao Bang separately in Nanning.",
        "Ngày 14/5, Chủ tịch Quảng Tây hội đàm với Lạng Sơn. Chủ tịch Quảng Tây cũng đã hội kiến lãnh đạo Cao Bằng.",
        "5月14日,广西壮族自治区主席率团访问谅山省,会见了省长。考察期间,主席拜访了高平省省长。",
        "广西与谅山商品交易会5月14日在南宁开幕。双方签署了协议。代表参观了码头。市民很多。广西壮族自治区主席会见了谅山省省长。",
    ],
)
def test_guests_met_one_after_the_other_are_two_talks(text: str) -> None:
    assert [role for role, _, _ in sessions(text, "2031-05-18")] == ["main", "main"]


@pytest.mark.parametrize(
    "text",
    [
        "5月14日,广西壮族自治区主席会见谅山省省长,并共同主持第五次口岸合作会议。",
        "广西与谅山口岸合作会议5月14日在南宁召开。会前,主席会见传媒,谈了码头。",
    ],
)
def test_whom_they_met_was_at_the_conference(text: str) -> None:
    assert [role for role, _, _ in sessions(text, "2031-05-18")] == ["main"]


def test_each_country_of_a_journey_has_talks_of_its_own() -> None:
    text = "5月10日至14日,省长率云南省代表团访问越南和老挝。访越期间,省长会见了老街省领导。访老期间,省长会见了丰沙里省领导。"
    assert [role for role, _, _ in sessions(text, "2031-05-18")] == ["main", "main"]
