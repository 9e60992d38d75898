"""Rounds and sittings of committees, events somebody came for, talks beside an event, and the first day of what lasted longer."""

import pytest

from comity.reader.read import read

from .reports_here import PLACES, opened

TALKS = "main bilateral-talks 2031"

COUNTED = [
    (
        "The fifth round of the Van Khe-Thanh Lac Joint Committee on River Marking in Phu Son on June 5"
        " decided to plant ten buoys.",
        ["main other 5 2031-06-05"],
    ),
    (
        "In the 16th Joint Permanent Commission (JPC) for Ferries between Van Khe and Thanh Lac,"
        " the two sides agreed to build a pier.",
        ["main other 16 None"],
    ),
    (
        "The River Border Committee (RBC) Special Meeting of Van Khe and Thanh Lac was held in Phu Son on June 5.",
        ["main other 2031 2031-06-05"],
    ),
    (
        "Ngày 5/6, cuộc họp vòng 12 Tổ chuyên viên cắm phao Vân Khê - Thanh Lạc diễn ra tại Phú Sơn.",
        ["main other 12 2031-06-05"],
    ),
    ("Ngày 5/6, Vân Khê và Thanh Lạc tổ chức cuộc họp Ủy ban liên hợp về cắm phao tại Phú Sơn.", ["main other 2031 2031-06-05"]),
    ("Ngày 5/6, Vân Khê và Thanh Lạc hội đàm vòng 24 tại Phú Sơn.", ["main bilateral-talks 24 2031-06-05"]),
    ("6月5日,云溪与清乐第九轮河运磋商在富山举行。", ["main other 9 2031-06-05"]),
    ("6月5日,云溪与清乐举行第二十四轮渡口会谈。", ["main bilateral-talks 24 2031-06-05"]),
    ("云溪清乐河界联合委员会(JBC)6月5日举行厅长级会谈,双方同意修建码头。", ["main other 2031 2031-06-05"]),
    ("2031年云溪清乐渡口合作专责小组会议6月5日在富山召开。", ["main other 2031 2031-06-05"]),
    ("第三届云溪清乐青年大联欢活动6月5日在富山启幕。", ["main other 3 2031-06-05"]),
    ("粤港合作联席会议第十二次会议6月5日在富山举行。", ["main other 12 2031-06-05"]),
    ("The 5th of June meeting of Van Khe and Thanh Lac was short. They held talks on the pier.", [f"{TALKS} 2031-06-05"]),
]

BESIDE = [
    (
        "Van Khe and Thanh Lac held a joint patrol on the river on June 5. During the patrol, the two sides held talks on board.",
        ["main other 2031 2031-06-05", f"{TALKS} None"],
    ),
    (
        "Ngày 5/6, Vân Khê và Thanh Lạc tổ chức tuần tra chung trên sông. Sau buổi lễ, hai bên hội đàm tại Phú Sơn.",
        ["main other 2031 2031-06-05", f"{TALKS} None"],
    ),
    (
        "6月5日,云溪县长与清乐县长举行会见,并与清乐河运局长举行了首次战略对话。",
        ["main other 1 2031-06-05", f"{TALKS} 2031-06-05"],
    ),
    ("6月5日,云溪与清乐第二次边境高层会晤在富山举行。双方县长率团出席,并举行会谈。", ["main other 2 2031-06-05"]),
    (
        "The governor of Thanh Lac, who is in Phu Son for the 12th river forum, held talks with the governor"
        " of Van Khe on June 5.",
        [f"{TALKS} 2031-06-05", "referenced other 12 None"],
    ),
    ("6月5日,来云溪出席第二届河运论坛的清乐县长与云溪县长在富山举行会谈。", [f"{TALKS} 2031-06-05"]),
]

MET = [
    (
        "Receiving a delegation of Thanh Lac on June 5, the governor of Van Khe said the pier would be lit.",
        [f"{TALKS} 2031-06-05"],
    ),
    ("The governors of Van Khe and Thanh Lac gave their word in a closed meeting on June 5.", [f"{TALKS} 2031-06-05"]),
    ("The governor of Van Khe met the ambassador of Thanh Lac in Phu Son on June 5.", [f"{TALKS} 2031-06-05"]),
    ("Ngày 5/6, Chủ tịch Vân Khê gặp ngài đại sứ Thanh Lạc tại Phú Sơn.", [f"{TALKS} 2031-06-05"]),
    ("Vân Khê thường gửi điện thăm hỏi Thanh Lạc. Thương mại hai bên tăng một phần mười.", []),
]

DAYS = [
    ("The three-day sixth river seminar of Van Khe and Thanh Lac ended in Phu Son on June 6, 2031.", ["main other 6 2031-06-04"]),
    ("为期三天的云溪清乐第六次渡口会晤6日在富山落幕。", ["main other 6 2031-06-04"]),
    ("Delegations of Van Khe and Thanh Lac held talks in Phu Son from June 4 to 6, 2031.", [f"{TALKS} 2031-06-04"]),
    ("PHU SON, June 8, 2031 - Van Khe and Thanh Lac held a meeting on the pier in Phu Son last week.", [f"{TALKS} None"]),
    ("Ngày 5/6, Vân Khê và Thanh Lạc hội đàm, thỏa thuận có hiệu lực từ ngày 7/6.", [f"{TALKS} 2031-06-05"]),
]


@pytest.mark.parametrize(
    ("text", "sessions"), [*COUNTED, *BESIDE, *MET, *DAYS], ids=lambda part: part[:24] if isinstance(part, str) else ""
)
def test_session_is_counted_and_dated(text, sessions):
    reading = read(opened(text, "report.txt"), gazetteer=PLACES, published="2031-06-08")
    assert [f"{one.role} {one.mechanism} {one.edition or one.year} {one.date}" for one in reading.sessions] == sessions


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Nhân kỷ niệm 70 năm khánh thành cầu (1961-2031), ngày 5/6, Vân Khê hội đàm với Thanh Lạc.", 2031),
        ("Vân Khê hội đàm với Thanh Lạc. Hai bên ký kế hoạch giai đoạn 2031-2035.", None),
        ("By 2035 the pier will be lit, Van Khe and Thanh Lac said when they held talks on June 5.", None),
        ("Theo báo cáo kết quả hợp tác năm 2030, Vân Khê và Thanh Lạc đã hội đàm.", None),
    ],
)
def test_year_of_a_report_of_no_known_day(text, year):
    reading = read(opened(text, "report.txt"), gazetteer=PLACES)
    assert [one.year for one in reading.sessions] == [year]
