import unicodedata

import pytest

from comity.reader.files.marks import has_internal_mark, secret_mark

BODY = "\nBáo cáo kết quả buổi làm việc tại trường học.\n"


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("MẬT", "MẬT"),
        ("TỐI MẬT", "TỐI MẬT"),
        ("TUYỆT MẬT", "TUYỆT MẬT"),
        ("[ TUYỆT  MẬT ]", "TUYỆT  MẬT"),
        ("Độ mật: Tối mật", "Tối mật"),
        ("秘密", "秘密"),
        ("机密★10年", "机密"),
        ("绝密★长期", "绝密"),
        ("绝密★启用前", "绝密"),
        ("机密 ★ 3年", "机密"),
        ("秘 密", "秘 密"),
        ("【机密】", "机密"),
        ("密级：秘密", "秘密"),
        ("000123 机密★5年 特急", "机密"),
        ("機密", "機密"),
    ],
)
def test_mark_alone_or_at_the_head_is_found(line, mark):
    assert secret_mark(line + BODY) == mark


@pytest.mark.parametrize(
    "line",
    [
        "Ông giữ bí mật về món quà.",
        "Sản phẩm mật ong của tỉnh",
        "Bí mật nhà nước là chuyên đề của lớp.",
        "双方就保守秘密的义务交换意见。",
        "这份报告不是机密文件。",
        "MẬT ONG RỪNG",
        "会议纪要",
        "绝密航班电影上映",
    ],
)
def test_same_letters_in_running_text_are_no_mark(line):
    assert secret_mark(line + BODY) is None


def test_mark_on_a_line_far_down_is_found():
    assert secret_mark(BODY * 20 + "\nMẬT\n" + BODY) == "MẬT"


@pytest.mark.parametrize("line", ["内部", "内部资料 注意保存", "内部文件", "LƯU HÀNH NỘI BỘ"])
def test_internal_mark_is_noted(line):
    assert has_internal_mark(line + BODY) is True


@pytest.mark.parametrize("line", ["他在公司内部工作。", "Đoàn kết nội bộ được giữ vững trong năm."])
def test_internal_in_running_text_is_not_noted(line):
    assert has_internal_mark(line + BODY) is False


def test_decomposed_mark_is_refused_at_the_door():
    from comity.reader.files.document import open_document
    from comity.record.errors import SecretMark

    with pytest.raises(SecretMark):
        open_document(unicodedata.normalize("NFD", "MẬT\n" + BODY).encode(), name="a.txt")
