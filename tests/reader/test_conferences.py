"""Conferences are told apart from talks of two sides, whatever words follow; and days and years that a text tells in passing."""

import pytest

from comity.reader.read import read

from .reports_here import PLACES, opened

TALKS, OTHER = "bilateral-talks", "other"

SITTINGS = [
    ("An annual conference on ferries between Van Khe and Thanh Lac took place in Phu Son. The event saw minutes signed.", OTHER),
    ("The governors of Van Khe and Thanh Lac held a meeting in the conference hall of Phu Son.", TALKS),
    ("The governors of Van Khe and Thanh Lac held a video conference on the pier.", TALKS),
    ("The governor of Van Khe met with her counterpart of Thanh Lac beside a conference in Phu Son.", TALKS),
    ("Officers of Vietnam, China and Laos held a meeting on the river. The meeting was long.", OTHER),
    ("The governor of Van Khe received a delegation of consuls from China, Laos and Thailand.", TALKS),
    ("Vân Khê và Thanh Lạc vừa tổ chức hội nghị trao đổi công tác cắm phao. Tại hội nghị, hai bên bàn về bến.", OTHER),
    ("Lãnh đạo Vân Khê hội đàm với Thanh Lạc tại Trung tâm Hội nghị Phú Sơn.", TALKS),
    ("Chủ tịch Vân Khê tiếp Phó Tỉnh trưởng Thanh Lạc bên lề hội nghị về bến đò.", TALKS),
    ("Vân Khê và Thanh Lạc ký thỏa thuận về bến đò tại Phú Sơn.", OTHER),
    ("云溪与清乐渡口合作会议在富山召开。会议同意修建码头。", OTHER),
    ("云溪清乐河运协会会议在富山召开。双方同意修建码头。", OTHER),
    ("云溪县长与清乐县长在富山举行视频会议。", TALKS),
    ("云溪县长与清乐县长会面,就深化渡口合作会议机制交换意见。", TALKS),
    ("云溪县长率团访问清乐,与清乐县签署渡口合作协议。", TALKS),
    ("云溪与清乐缔结友好关系。云溪县长会见了清乐县长。", TALKS),
]


@pytest.mark.parametrize(("text", "mechanism"), SITTINGS)
def test_conference_is_no_talks(text, mechanism):
    reading = read(opened(text, "report.txt"), gazetteer=PLACES, published="2031-06-08")
    assert [one.mechanism for one in reading.sessions] == [mechanism]


@pytest.mark.parametrize(
    ("text", "sessions"),
    [
        (
            "Officers of Van Khe and Thanh Lac gathered at a conference on June 5. The pier is old. It was built long ago."
            " At the 18th ferry conference, the two sides agreed to light the pier.",
            ["main other 18"],
        ),
        (
            "Van Khe and Thanh Lac agreed to light the pier. It is old. It was built long ago. They said so in a note at the"
            " end of the sixth session of the River Commission.",
            ["main other 6"],
        ),
        ("Ngày 5/6, Vân Khê tổ chức khai mạc hội chợ bến đò Vân Khê - Thanh Lạc lần thứ 25 tại Phú Sơn.", ["main other 25"]),
        ("Van Khe and Thanh Lac opened their first forum in twelve years in Phu Son on June 5.", ["main other 2031"]),
        ("6月5日,云溪县长会见了清乐县长。这是清乐县长首次参加云溪渡口交流活动。", ["main bilateral-talks 2031"]),
        (
            "6月5日,云溪县长会见了清乐县长。两县相邻。船只往来。水位平稳。他祝贺2030年3月举行的第一届云溪清乐渡口论坛取得成功。",
            ["main bilateral-talks 2031", "referenced other 1"],
        ),
    ],
)
def test_number_is_that_of_the_session(text, sessions):
    reading = read(opened(text, "report.txt"), gazetteer=PLACES, published="2031-06-08")
    assert [f"{one.role} {one.mechanism} {one.edition or one.year}" for one in reading.sessions] == sessions


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("The governor of Van Khe met with the governor of Thanh Lac in Phu Son.", "2031-06-18", None),
        ("PHU SON, JUNE 18, 2031 Van Khe and Thanh Lac on June 17th held talks on the pier.", "2031-06-18", "2031-06-17"),
        ("富山6月5日电 4日,云溪县长与清乐县长在富山举行会谈。", "2031-11-20", "2031-06-04"),
        ("On the evening of June 5, 2031, governors came to Phu Son. Van Khe held talks with Thanh Lac.", None, "2031-06-05"),
    ],
)
def test_day_of_talks(text, published, day):
    reading = read(opened(text, "report.txt"), gazetteer=PLACES, published=published)
    assert [one.date for one in reading.sessions] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 5/6, Vân Khê hội đàm với Thanh Lạc.\n\nTừ ngày 4/6 đến 6/6/2031, đoàn ở Phú Sơn. Bến xây năm 2019.",
        "6月5日,云溪县长会见了清乐县长。\n\n2031年,双方修了码头。",
        "6月5日,云溪县长会见了清乐县长。\n\n双方将于2032年修码头,确保2033年12月前完工。",
    ],
)
def test_year_further_down_may_be_anything_s(text):
    assert [one.year for one in read(opened(text, "report.txt"), gazetteer=PLACES).sessions] == [None]
