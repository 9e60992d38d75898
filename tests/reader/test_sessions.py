"""Which sessions a text is about, which it refers to, and which it announces."""

import pytest

from comity.reader.read import read

from .reports_here import PLACES, opened

TOLD = [
    (
        "Van Khe Customs and Thanh Lac Customs held the fourth seminar on ferry safety on June 6."
        " The third seminar took place in May 2030.",
        ["main other 4 2031-06-06", "referenced other 3 2030-05"],
        [],
    ),
    ("Van Khe and Thanh Lac keep up regular talks. Trade between them grew by a tenth in 2030.", [], []),
    (
        "On Thursday, Van Khe and Thanh Lac held the second talks of this year in Phu Son.",
        ["main bilateral-talks 2031 2031-06-05"],
        [],
    ),
    (
        "Sáng 6-6, Vân Khê và Thanh Lạc tổ chức tuần tra song phương trên sông. Trước đó, hai bên đã tổ chức 3 cuộc hội đàm.",
        ["main other 2031 2031-06-06"],
        [],
    ),
    (
        "Chiều 6/6, Vân Khê hội đàm với Thanh Lạc. Hai bên nhìn lại kết quả kể từ lần hội đàm 6/2029."
        " Hai bên thống nhất tổ chức Hội nghị định kỳ lần thứ 3 vào tháng 11/2031.",
        ["main bilateral-talks 2031 2031-06-06", "referenced bilateral-talks 2029 2029-06"],
        ["bilateral-talks 3 2031-11-01 2031-11-30"],
    ),
    (
        "6月6日至7日，第七届云溪清乐河运论坛在富山举行。第六届论坛于2029年举行。",
        ["main other 7 2031-06-06", "referenced other 6 2029"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "sessions", "coming"), TOLD, ids=lambda part: part[:24] if isinstance(part, str) else "")
def test_sessions_are_told_apart(text, sessions, coming):
    reading = read(opened(text, "report.txt"), gazetteer=PLACES, published="2031-06-08")
    found = [f"{one.role} {one.mechanism} {one.edition or one.year} {one.date}" for one in reading.sessions]
    ahead = [f"{one.mechanism} {one.edition} {one.date_from} {one.date_to}" for one in reading.next_sessions]
    assert (found, ahead) == (sessions, coming)
