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


# A session named once, "the meeting" after it; bodies that sit; what is held beside or after; days of history and of the report.
NAMED = [
    (
        "Officers of Van Khe and Thanh Lac agreed to light the pier, they said after the 12th River Border"
        " Committee (RBC) meeting in Phu Son. The meeting was attended by forty officers.",
        ["main other 12 None"],
    ),
    (
        "The second session of the Van Khe/Thanh Lac Permanent Commission on Ferries ended in Phu Son on"
        " Saturday. It had opened on June 4. The commission agreed to build a pier.",
        ["main other 2 2031-06-04"],
    ),
    (
        "The joint commission of Van Khe and Thanh Lac met in Phu Son on Friday to speak of floods.",
        ["main other 2031 2031-06-06"],
    ),
    (
        "The meeting was held in Phu Son on June 5. Van Khe and Thanh Lac agreed to light the pier. Two"
        " governors then chaired the River Border Committee meeting.",
        ["main other 2031 2031-06-05"],
    ),
    ("PHU SON, June 6 – Governors of Van Khe and Thanh Lac held talks on Tuesday.", ["main bilateral-talks 2031 2031-06-03"]),
    (
        "Van Khe and Thanh Lac on June 6 signed a memorandum of understanding on ferries in Phu Son. They will build two piers.",
        ["main other 2031 2031-06-06"],
    ),
    (
        "On June 6, Van Khe and Thanh Lac held a meeting in Phu Son to mark the day of the first bridge"
        " (June 4, 1961 - June 4, 2031).",
        ["main bilateral-talks 2031 2031-06-06"],
    ),
    (
        "Ngày 6/6, Vân Khê đón tiếp đoàn đại biểu Thanh Lạc sang thăm nhân dịp 70 năm ngày khánh thành cầu"
        " (4/6/1961 - 4/6/2031).",
        ["main bilateral-talks 2031 2031-06-06"],
    ),
    (
        "Ngày 5/6, lãnh đạo Vân Khê và Thanh Lạc đã tổ chức hội nghị sơ kết. Vân Khê đề nghị hai bên tăng"
        " cường tuần tra song phương.",
        ["main other 2031 2031-06-05"],
    ),
    (
        "6月6日,云溪与清乐五县第十二次例会结束后,云溪县长与清乐县长举行会谈。",
        ["main bilateral-talks 2031 2031-06-06", "referenced other 12 None"],
    ),
    ("云溪县长今(6)日率团前往富山,与清乐县长会面,双方同意修路。", ["main bilateral-talks 2031 2031-06-06"]),
    ("六月六日,云溪与清乐口岸联席会议在富山举行,双方同意修路。", ["main other 2031 2031-06-06"]),
    ("6月6日,云溪与清乐签署渡口合作备忘录,双方将修建码头。", ["main other 2031 2031-06-06"]),
    (
        "云溪与清乐渡口联席会议6日在富山举行。会前,云溪县长会见了清乐县长。",
        ["main other 2031 2031-06-06", "main bilateral-talks 2031 2031-06-06"],
    ),
    (
        "6月3日至6日,云溪县长率团访问清乐。访问期间,云溪县长会见了清乐县长。其后,云溪县长会见了富山市长。",
        ["main bilateral-talks 2031 2031-06-03", "main bilateral-talks 2031 None"],
    ),
    ("云溪清乐河运工作委员会第三次会议6月5日在富山召开。会议同意修建码头。", ["main other 3 2031-06-05"]),
    ("第三届云溪清乐渡口博览会6月6日在富山开幕。", ["main other 3 2031-06-06"]),
    ("云溪议会议长与清乐议会议长6月6日签署友好协定。", ["main other 2031 2031-06-06"]),
    ("本周五,云溪县长与清乐县长在富山举行会谈。", ["main bilateral-talks 2031 2031-06-06"]),
    ("2031.6.5,云溪县长与清乐县长在富山举行会谈。", ["main bilateral-talks 2031 2031-06-05"]),
    ("Hôm thứ Sáu, Vân Khê và Thanh Lạc hội đàm tại Phú Sơn.", ["main bilateral-talks 2031 2031-06-06"]),
    (
        "To carry out what the 10th meeting of the River Committee agreed, Van Khe held talks with Thanh Lac on June 6."
        " The talks were short.",
        ["main bilateral-talks 2031 2031-06-06", "referenced other 10 None"],
    ),
    (
        "Van Khe and Thanh Lac opened the third river trade fair in Phu Son on June 6.",
        ["main other 3 2031-06-06"],
    ),
    ("云溪县长与清乐县长六日在富山举行会谈。", ["main bilateral-talks 2031 2031-06-06"]),
    (
        "6月6日,云溪与清乐党委书记举行新春会晤。双方将发挥书记会晤、联工委会晤机制作用。",
        ["main spring-meeting 2031 2031-06-06"],
    ),
    (
        "Ngày 6/6, Vân Khê và Thanh Lạc hội đàm tại Phú Sơn. Hai bên đánh giá việc thực hiện biên bản hội đàm ký ngày 4/6/2029.",
        ["main bilateral-talks 2031 2031-06-06", "referenced bilateral-talks 2029 2029-06-04"],
    ),
    (
        "Van Khe and Thanh Lac will step up joint patrols. The governor of Van Khe said so when she paid a courtesy call"
        " on her counterpart in Thanh Lac on June 6.",
        ["main bilateral-talks 2031 2031-06-06"],
    ),
    ("PHU SON, June 6: Van Khe held a meeting with Thanh Lac on Thursday.", ["main bilateral-talks 2031 2031-06-05"]),
]


@pytest.mark.parametrize(("text", "sessions", "coming"), TOLD, ids=lambda part: part[:24] if isinstance(part, str) else "")
def test_sessions_are_told_apart(text, sessions, coming):
    reading = read(opened(text, "report.txt"), gazetteer=PLACES, published="2031-06-08")
    found = [f"{one.role} {one.mechanism} {one.edition or one.year} {one.date}" for one in reading.sessions]
    ahead = [f"{one.mechanism} {one.edition} {one.date_from} {one.date_to}" for one in reading.next_sessions]
    assert (found, ahead) == (sessions, coming)


@pytest.mark.parametrize(("text", "sessions"), NAMED, ids=lambda part: part[:24] if isinstance(part, str) else "")
def test_session_is_the_one_named(text, sessions):
    reading = read(opened(text, "report.txt"), gazetteer=PLACES, published="2031-06-08")
    assert [f"{one.role} {one.mechanism} {one.edition or one.year} {one.date}" for one in reading.sessions] == sessions
