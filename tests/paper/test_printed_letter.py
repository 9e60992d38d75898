"""The letter as structure: who is named first, what is quoted, and the code below it in every form."""

import io

import docx
import pypdf
import pytest
from tests.paper.pdf_reading import tags_of, unread_of

from comity.paper.letter_parts import LetterParts
from comity.paper.letter_words import long_day, without_empty
from comity.paper.names import Name
from comity.paper.printed import plain
from comity.paper.printed_head import frame_of
from comity.paper.printed_letter import drafted_letter, square_text
from comity.paper.printed_page import Order, page_of
from comity.paper.printed_pdf import pdf_of
from comity.paper.printed_text import text_of
from comity.paper.printed_word import word_of
from comity.paper.square import square_of
from comity.paper.wording import Part
from comity.record.code import code_of

LETTER, SENDER, FIRST, SECOND, QUOTED = (f"{number:064x}" for number in range(1, 6))
NAMES = {
    SENDER: ("Tỉnh Thanh Lạc", "清乐省"),
    FIRST: ("Khu Vân Khê", "云溪地区"),
    SECOND: ("Huyện Bến Lau", "边柳县"),
}


def printed_letter(parts, lang):
    """The letter as it is printed where no clerk has changed it."""
    return without_empty(drafted_letter(parts, lang).printed)


def letter(**more):
    """A letter to two parties, of either country; `more` are fields of the entry or, by name, other parts of it."""
    other = {name: more.pop(name) for name in ("check_at", "quoted") if name in more}
    fields = {
        "subject": [{"lang": "vi", "standing": "authentic", "text": "Giờ phà"}],
        "number": "1/TL",
        "dated_on": "2026-02-09",
        "from_party": [SENDER],
        "to_party": [FIRST, SECOND],
        **more,
    }
    names = {thing: Name(thing, "party", (Part("vi", "", vi), Part("zh-Hans", "", zh))) for thing, (vi, zh) in NAMES.items()}
    countries = {SENDER: "VN", FIRST: "CN", SECOND: "VN"}
    return LetterParts(
        {"id": LETTER, "kind": "letter", "party": SENDER, "fields": fields}, names, countries, other.pop("quoted", {}), **other
    )


def test_own_country_stands_first_in_each_language():
    assert printed_letter(letter(), "vi").head.addressees == ("Huyện Bến Lau", "Khu Vân Khê")
    assert printed_letter(letter(), "zh-Hans").head.addressees == ("云溪地区", "边柳县")


@pytest.mark.parametrize(
    ("asks", "due", "words"),
    [
        ("answer", "", "Trân trọng đề nghị Huyện Bến Lau, Khu Vân Khê trả lời."),
        ("answer", "2026-03-05", "Trân trọng đề nghị Huyện Bến Lau, Khu Vân Khê trả lời, chậm nhất là ngày 05 tháng 3 năm 2026."),
        ("agreement", "2026-03", "Trân trọng đề nghị Huyện Bến Lau, Khu Vân Khê cho ý kiến thống nhất, chậm nhất là 03/2026."),
        ("informs", "", "Văn bản này để thông báo, không đề nghị trả lời."),
    ],
)
def test_what_is_asked_for_is_asked_politely(asks, due, words):
    given = {"asks_for": asks, **({"answer_due_on": due} if due else {})}
    assert words in text_of(printed_letter(letter(**given), "vi"))


def test_letter_that_asks_nothing_and_says_nothing_asks_nothing():
    assert [block.key for block in printed_letter(letter(), "vi").blocks] == ["opening", "thanks", "regards"]


def test_days_are_written_as_letters_write_them():
    assert [long_day("2026-02-09", lang) for lang in ("vi", "zh-Hans", "en")] == [
        "ngày 09 tháng 02 năm 2026",
        "2026年2月9日",
        "9 February 2026",
    ]
    assert [long_day("2026-11", lang) for lang in ("vi", "zh-Hans", "en")] == ["11/2026", "2026年11月", "Nov 2026"]


def test_things_are_quoted_by_kind_number_and_day():
    subject = [{"lang": "vi", "standing": "authentic", "text": "Bến phà"}]
    quoted = {
        QUOTED: {"id": QUOTED, "kind": "letter", "fields": {"subject": subject, "number": "9/VK", "dated_on": "2026-01-05"}}
    }
    given = letter(quoted=quoted, answers=[QUOTED], about=[SENDER])
    text = text_of(printed_letter(given, "vi"))
    assert "Văn bản này trả lời:\n\n- Công thư số 9/VK ngày 05 tháng 01 năm 2026: Bến phà." in text
    assert "liên quan đến" not in text


def test_number_of_a_chinese_letter_ends_once():
    subject = [{"lang": "zh-Hans", "standing": "authentic", "text": "关于渡轮时间的函"}]
    fields = {"subject": subject, "number": "云外函〔2026〕8号", "dated_on": "2026-03-23"}
    given = letter(quoted={QUOTED: {"id": QUOTED, "kind": "letter", "fields": fields}}, answers=[QUOTED])
    assert "2026年3月23日云外函〔2026〕8号函：关于渡轮时间的函" in text_of(printed_letter(given, "zh-Hans"))


def test_what_nobody_has_said_is_a_row_of_dots():
    bare = LetterParts({"id": LETTER, "kind": "letter", "fields": {"to_party": [FIRST]}}, {}, {}, {})
    for lang in ("vi", "zh-Hans", "en"):
        frame = frame_of(printed_letter(bare, lang))
        assert any("…" in line.text for line in (*frame.left, *frame.middle))


def test_only_an_organ_of_the_country_bears_its_name():
    assert frame_of(printed_letter(letter(), "vi")).is_national
    assert not frame_of(printed_letter(letter(), "zh-Hans")).is_national
    assert not frame_of(printed_letter(letter(from_party=[SENDER, FIRST]), "vi")).is_national


def test_wording_that_is_missing_or_by_machine_is_said():
    assert "事由尚无本语种文本。" in text_of(printed_letter(letter(), "zh-Hans"))
    machine = letter(subject=[{"lang": "zh-Hans", "standing": "machine", "text": "渡轮"}])
    assert "事由由机器翻译。" in text_of(printed_letter(machine, "zh-Hans"))


def test_layout_says_once_what_it_is_about():
    given = letter(subject=[{"lang": "vi", "standing": "authentic", "text": "Về việc giờ phà"}])
    head = frame_of(printed_letter(given, "vi")).left
    assert [line.text for line in head if line.role == "about"] == ["V/v giờ phà"]
    assert "nội dung sau: Về việc giờ phà." in text_of(printed_letter(given, "vi"))


def test_things_are_quoted_in_the_order_of_their_days():
    rows = {}
    for number, day in ((7, "2026-03-01"), (8, "2026-01-05"), (9, "2026-02-01")):
        title = [{"lang": "vi", "standing": "authentic", "text": f"Việc {number}"}]
        rows[f"{number:064x}"] = {"id": f"{number:064x}", "kind": "proposal", "fields": {"title": title, "proposed_on": day}}
    (quoted,) = [
        block for block in printed_letter(letter(quoted=rows, about=list(rows)), "vi").blocks if block.key == "about-list"
    ]
    assert [plain(item.line)[-7:-1] for item in quoted.items] == ["Việc 8", "Việc 9", "Việc 7"]


def test_signature_stands_under_some_of_the_text():
    subject = [{"lang": "zh-Hans", "standing": "authentic", "text": "渡轮"}]
    for count in range(14, 20):
        quoted = {f"{number:064x}": _proposal(number) for number in range(100, 100 + count)}
        given = letter(subject=subject, quoted=quoted, about=list(quoted), signer="Lâm An Hòa")
        raw = pdf_of([printed_letter(given, "zh-Hans")], made_on="2026-02-09", order=Order.IN_TURN)
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(raw)).pages]
        (signed,) = [page for page in pages if "Lâm An Hòa" in page]
        assert "专此函达" in signed


def _proposal(number):
    title = [{"lang": "zh-Hans", "standing": "authentic", "text": "渡轮延长"}]
    return {"id": f"{number:064x}", "kind": "proposal", "fields": {"title": title}}


def test_enclosed_documents_are_counted():
    assert "Tài liệu gửi kèm: 2." in text_of(printed_letter(letter(attachments=["a" * 64, "b" * 64]), "vi"))


def test_square_holds_the_code_and_the_whole_id_and_no_address():
    assert square_text(letter()) == f"COMITY:{code_of(LETTER)} {LETTER}".upper()
    assert square_text(letter(check_at="https://example.org/")) == f"https://example.org/check/?code={code_of(LETTER)}"
    assert "https://example.org/check/" in text_of(printed_letter(letter(check_at="https://example.org/"), "en"))
    assert square_of("a line") == square_of("a line") != square_of("another")


def test_pages_of_each_language_count_from_one():
    """The first page of a Vietnamese letter bears no number, wherever it stands among the languages."""
    langs = ("zh-Hans", "vi", "en")
    raw = pdf_of([printed_letter(letter(), lang) for lang in langs], made_on="2026-02-09", order=Order.IN_TURN)
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(raw)).pages]
    numbers = [[figure for figure in "12" if f"\n{figure}\n" in f"\n{page}\n"] for page in pages]
    assert ("— 1 —" in pages[0], numbers[1:]) == (True, [[], ["1"]])


def test_code_stands_in_every_form():
    code = code_of(LETTER)
    printed = [printed_letter(letter(), lang) for lang in ("vi", "zh-Hans")]
    raw = pdf_of(printed, made_on="2026-02-09", order=Order.IN_TURN)
    pages = pypdf.PdfReader(io.BytesIO(raw)).pages
    assert [code in page.extract_text() for page in pages] == [True, True]
    # The code stands in the margin of each page: it is no part of what is read to a person.
    assert [code in page for page in unread_of(raw)] == [True, True]
    assert code not in tags_of(raw).text
    for order in Order:
        assert page_of(printed, order).count(code) >= 2
    word = docx.Document(io.BytesIO(word_of(printed, Order.IN_TURN)))
    assert sum(code in paragraph.text for paragraph in word.paragraphs) == 2
    beside = docx.Document(io.BytesIO(word_of(printed)))
    assert any(code in cell.text for table in beside.tables for cell in table._cells)
    assert code in text_of(printed[0])
    assert plain(printed[0].mark.lines[0]) == f"Mã kiểm tra: {code}"
