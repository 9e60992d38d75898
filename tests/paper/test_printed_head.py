import pytest

from comity.paper.printed import Head, Heading, Printed, Run
from comity.paper.printed_head import ROOM, Frame, HeadLine, Role, frame_of
from comity.paper.printed_numbers import han, numbers_of

from .printed_sample import book, letter

EMPTY = Head()


def said(lines):
    return [(line.role.value, line.text) for line in lines]


def of(lang, head, title="T"):
    return frame_of(Printed(lang, (Run(title),), "", "", head, ()))


def test_document_without_head_has_its_title():
    assert of("vi", None) == Frame(middle=(HeadLine(Role.TITLE, (Run("T"),)),))


def test_vietnamese_letter_has_every_line_of_the_decree():
    frame = frame_of(letter("vi"))
    assert said(frame.left) == [
        ("over", "ỦY BAN NHÂN DÂN TỈNH THANH LẠC"),
        ("organ", "SỞ NGOẠI VỤ"),
        ("number", "Số: 45/SNgV-HTQT"),
        ("about", "V/v tại Gặp gỡ đầu Xuân lần thứ hai, phục vụ Gặp gỡ lần thứ ba"),
    ]
    assert said(frame.right) == [
        ("nation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("motto", "Độc lập - Tự do - Hạnh phúc"),
        ("place-day", "Yên Thước, ngày 05 tháng 02 năm 2026"),
    ]
    assert said(frame.middle) == [("to", "Kính gửi: Văn phòng Ngoại vụ khu Vân Khê")]
    assert said(frame.signed) == [("signer-post", "GIÁM ĐỐC"), ("signer", "Nông Bá Khải")]
    assert said(frame.copies) == [
        ("copies-head", "Nơi nhận:"),
        ("copy", "- Như trên;"),
        ("copy", "- Ủy ban nhân dân tỉnh (để báo cáo);"),
        ("copy", "- Lưu: VT, HTQT."),
    ]


def test_vietnamese_report_bears_title_and_subject():
    assert said(frame_of(book("vi")).middle) == [
        ("called", "BÁO CÁO"),
        ("title", "Báo cáo rà soát kết quả thực hiện các nội dung đã thống nhất"),
        ("subject", "tại Gặp gỡ đầu Xuân lần thứ hai, phục vụ Gặp gỡ lần thứ ba"),
        ("to", "Kính gửi: Văn phòng Ngoại vụ khu Vân Khê"),
    ]


def test_chinese_letter_has_every_line_of_the_standard():
    frame = frame_of(letter("zh-Hans"))
    assert (said(frame.left), said(frame.right)) == ([("organ", "云溪地区外事办公室"), ("number", "云外函〔2026〕12号")], [])
    assert said(frame.middle) == [
        ("title", "议定事项落实情况汇编"),
        ("subject", "供第三次新春会晤使用"),
        ("to", "清乐省外事厅："),
    ]
    assert said(frame.signed) == [("signed-by", "云溪地区外事办公室"), ("signed-on", "2026年11月28日")]
    assert said(frame.copies) == [("copy", "抄送：云溪地区商务厅，云溪地区口岸办。")]


@pytest.mark.parametrize(("lang", "country"), [("vi", "CN"), ("vi", ""), ("zh-Hans", "VN"), ("zh-Hans", ""), ("en", "VN")])
def test_head_claims_no_state_that_is_not_the_organs(lang, country):
    frame = of(lang, Head(organ="X", country=country))
    shown = "".join(line.text for line in (*frame.left, *frame.right))
    assert (frame.is_national, "CỘNG HÒA" in shown, "文件" in shown) == (False, False, False)


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        (
            "vi",
            [
                *(ROOM, "Số: ……/BC-……", "……, ngày …… tháng …… năm ……", "BÁO CÁO", "T", f"Kính gửi: {ROOM}", ROOM, ROOM),
                *("Nơi nhận:", "- Như trên;", f"- {ROOM};", "- Lưu: VT, ……."),
            ],
        ),
        ("zh-Hans", [ROOM, "……〔……〕……号", "T", f"{ROOM}：", ROOM, "……年……月……日", f"抄送：{ROOM}。"]),
        ("en", [ROOM, "No. ……", "……, ……", "T", f"To: {ROOM}", ROOM, ROOM, "Copies to:", ROOM]),
    ],
)
def test_what_nobody_has_said_is_a_place_to_fill(lang, shown):
    frame = of(lang, EMPTY)
    assert [line.text for line in (*frame.left, *frame.right, *frame.middle, *frame.signed, *frame.copies)] == shown


def test_letter_goes_to_nobody_else_unless_one_is_named():
    nobody = {lang: [line.text for line in of(lang, Head(is_letter=True)).copies] for lang in ("vi", "zh-Hans", "en")}
    assert nobody == {"vi": ["Nơi nhận:", "- Như trên;", "- Lưu: VT."], "zh-Hans": [], "en": []}
    named = of("vi", Head(is_letter=True, recipients=("Sở Công Thương",))).copies
    assert [line.text for line in named] == ["Nơi nhận:", "- Như trên;", "- Sở Công Thương;", "- Lưu: VT."]


def test_paper_of_all_sides_leaves_no_room_for_one_organ():
    for lang in ("vi", "zh-Hans", "en"):
        left = [line.role for line in of(lang, Head(is_of_all=True)).left]
        assert left == [Role.NUMBER]


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [
        ("2026-11-28", "ngày 28 tháng 11 năm 2026", "28 November 2026"),
        ("2026-03-05", "ngày 05 tháng 3 năm 2026", "5 March 2026"),
        ("2026-01-10", "ngày 10 tháng 01 năm 2026", "10 January 2026"),
        ("2026-13-10", "ngày 10 tháng 13 năm 2026", "……"),
        ("soon", "ngày …… tháng …… năm ……", "……"),
    ],
)
def test_days_are_written_as_the_layout_has_them(day, vi, en):
    assert of("vi", Head(place="P", day=day)).right[-1].text == f"P, {vi}"
    assert of("en", Head(place="P", day=day)).right[-1].text == f"P, {en}"


def headings(lang, levels, **more):
    blocks = tuple(Heading(f"h{at}", level, (Run("x"),)) for at, level in enumerate(levels))
    return list(numbers_of(Printed(lang, (Run("T"),), "", "", None, blocks, **more)).values())


def test_headings_are_numbered_as_the_layout_has_them():
    levels = [1, 2, 3, 3, 2, 1, 2, 3]
    assert headings("vi", levels) == ["I. ", "1. ", "a) ", "b) ", "2. ", "II. ", "1. ", "a) "]
    assert headings("zh-Hans", levels) == ["一、", "（一）", "1. ", "2. ", "（二）", "二、", "（一）", "1. "]
    assert headings("en", levels) == ["1. ", "1.1 ", "1.1.1 ", "1.1.2 ", "1.2 ", "2. ", "2.1 ", "2.1.1 "]


def test_headings_of_a_short_paper_are_not_numbered():
    assert headings("vi", [1, 2], counts_headings=False) == []


def test_numbers_in_characters():
    assert [han(count) for count in (1, 9, 10, 11, 20, 23, 99, 100)] == [
        "一",
        "九",
        "十",
        "十一",
        "二十",
        "二十三",
        "九十九",
        "100",
    ]
