import pytest

from comity.reader.files.document import open_document
from comity.reader.text.layout import BODY
from comity.reader.text.page import prepare

PARAGRAPH = (
    "The two sides met on Monday at the river crossing of Van Khe and spoke for two hours about the ferry, the road and "
    "the market, and then agreed to mend the pier, to light the road and to open the market again before the rains begin in May."
)
AFTER = PARAGRAPH.replace("Monday", "Tuesday")
DOAN = (
    "Hai bên đã gặp nhau tại bến phà Vân Khê, trao đổi về bến phà, con đường và khu chợ, sau đó thống nhất sửa bến, thắp sáng "
    "con đường và mở lại khu chợ trước mùa mưa; cuộc gặp diễn ra trong bầu không khí hữu nghị và tin cậy giữa nhân dân hai bên."
)
DUAN = "双方在云溪渡口会面，就渡轮、道路和集市交换意见，并同意在雨季之前修好码头、安装路灯、重新开放集市。" * 2


def body(text: str) -> list[str]:
    page = prepare(open_document(text.encode(), name="report.txt"))
    return [page.text[block.start : block.end] for block in page.blocks if block.label == BODY]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{DOAN}\nĐội tuần tra kiểm tra mốc 12 ở Vân Khê.\n{DOAN} Hết.", id="a short line between paragraphs"),
        pytest.param(f"{DUAN}\n双方代表在云溪渡口。\n{DUAN}完。", id="a short Chinese line between paragraphs"),
        pytest.param(
            f"{DOAN}\n![]() |\n| Lực lượng hai nước tuần tra chung biên giới |\n{DOAN} Hết.", id="a cell under a picture"
        ),
        pytest.param(
            f"{PARAGRAPH}\n{AFTER}\nFollow us on the web!\nVan Khe plans a fair\nThanh Lac builds a road", id="what follows below"
        ),
    ],
)
def test_line_is_furniture_by_where_it_stands(text):
    assert [line for line in body(text) if line not in text.split("\n")[:1] and len(line) < 80] == []


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (f"Officials on the pier (Photo: VNA)Van Khe - {PARAGRAPH}", f"Van Khe - {PARAGRAPH}"),
        (f"{PARAGRAPH}-VNA", PARAGRAPH),
        (f"{PARAGRAPH} - Van Khe Post", PARAGRAPH),
        (f"{PARAGRAPH} Officers of both sides pose for a picture.", PARAGRAPH),
        (f"云溪报讯（林安 王宁 报道）{DUAN}", DUAN),
    ],
)
def test_what_is_glued_to_a_paragraph_is_cut_off(line, kept):
    assert body(f"{line}\n{AFTER}")[0] == kept


@pytest.mark.parametrize(
    "line",
    [
        "版权声明：本网转载文章是出于传递更多信息之目的，如有侵犯合法权益，请作者与本网联系，我们将及时更正、删除，谢谢您的支持。",
        "© Copyright Van Khe",
    ],
)
def test_legal_notice_is_furniture_however_long(line):
    assert line not in body(f"{PARAGRAPH}\n{line}")


def test_numbered_points_below_a_menu_word_are_kept():
    assert "2. 双方同意开放渡口。" in body(f"{DUAN}\n编辑\n1. 双方同意修好码头。\n2. 双方同意开放渡口。")


def test_line_that_leads_up_to_something_is_kept():
    assert "The two sides agreed to:" in body(f"{PARAGRAPH}\nThe two sides agreed to:\n{AFTER}")
