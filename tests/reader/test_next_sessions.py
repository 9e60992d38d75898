"""A coming session with its window: a month, the year or month after the talks, or none that the text tells."""

import pytest

from comity.reader.read import read

from .reports_here import PLACES, opened


@pytest.mark.parametrize(
    ("text", "coming"),
    [
        (
            "On June 5, Van Khe and Thanh Lac held talks. Van Khe proposed to hold the next meeting early next year.",
            "bilateral-talks None 2032-01-01 2032-03-31",
        ),
        (
            "Ngày 5/6, Vân Khê hội đàm với Thanh Lạc. Hai bên thống nhất tổ chức cuộc gặp gỡ lần tới vào tháng sau.",
            "bilateral-talks None 2031-07-01 2031-07-31",
        ),
        (
            "6月5日,云溪县长会见了清乐县长。双方同意适时召开渡口合作委员会第二次会议。",
            "other 2 None None",
        ),
        (
            "6月5日,云溪清乐渡口联合工作组第三次会议在富山召开。联合工作组第四次会议将于2032年9月在清乐举行。",
            "joint-working-group 4 2032-09-01 2032-09-30",
        ),
    ],
)
def test_next_session_has_its_window(text, coming):
    reading = read(opened(text, "report.txt"), gazetteer=PLACES, published="2031-06-18")
    assert [f"{one.mechanism} {one.edition} {one.date_from} {one.date_to}" for one in reading.next_sessions] == [coming]
