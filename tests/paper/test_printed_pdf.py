import io
import subprocess
import sys
from collections import Counter
from functools import cache

import pypdf
import pytest
from lxml import html

from comity.paper.printed import Bullets, Cell, Head, Heading, Paragraph, Picture, Printed, Run, Table, plain
from comity.paper.printed_head import ROOM
from comity.paper.printed_numbers import numbers_of
from comity.paper.printed_page import Order, page_of
from comity.paper.printed_pdf import Attached, pdf_of

from .pdf_reading import fonts_of, heights_of, outside_of, tags_of, unread_of
from .printed_sample import LANGUAGES, book, letter

DAY = "2026-11-28"


@cache
def made(lang):
    return pdf_of([book(lang)], made_on=DAY)


def one(*blocks, lang="vi", head=None):
    return pdf_of([Printed(lang, (Run("T"),), "e", "l", head, blocks)], made_on=DAY)


def squeezed(text):
    return "".join(text.split())


def said_in(paragraph):
    behind = "·".join([*(plain((source,)) for source in paragraph.sources), *([paragraph.code] if paragraph.code else [])])
    return squeezed(plain(paragraph.line) + behind + paragraph.remark)


def texts_of(printed):
    """What stands in each block, heads and cells of tables included, white space left out."""
    numbers = numbers_of(printed)
    for block in printed.blocks:
        match block:
            case Heading():
                yield squeezed(numbers[block.key] + plain(block.line))
            case Paragraph():
                yield said_in(block)
            case Bullets():
                yield from map(said_in, block.items)
            case Table():
                yield from table_texts(block)
            case Picture():
                yield squeezed(plain(block.caption))
                yield from table_texts(block.table)


def table_texts(table):
    yield from (squeezed(plain(line)) for line in (table.caption, *table.heads))
    for row in table.rows:
        yield from ("".join(map(said_in, cell.paragraphs)) for cell in row)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pdf_reads_as_what_was_printed(lang):
    tags = Counter(
        tag.text
        for tag in tags_of(made(lang)).every()
        if tag.kind in {"H2", "H3", "P", "LBody", "Caption", "TH", "TD", "NonStruct"}
    )
    assert [text for text in texts_of(book(lang)) if text and text not in tags] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pdf_has_the_same_words_as_the_page(lang):
    page = html.fromstring(page_of([letter(lang)])).xpath("//main")[0]
    marks = {"vi": "1.2.3.", "zh-Hans": "1.2.3.", "en": "1.2.3."}[lang]
    read = tags_of(pdf_of([letter(lang)], made_on=DAY)).text
    assert (Counter(read) - Counter(squeezed(page.text_content())), Counter(squeezed(page.text_content())) - Counter(read)) == (
        Counter(marks),
        Counter(),
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pdf_says_its_language_and_title_and_nothing_of_its_maker(lang):
    reader = pypdf.PdfReader(io.BytesIO(made(lang)))
    root = reader.trailer["/Root"]
    title = plain(book(lang).title)
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == (lang, True, True)
    assert dict(reader.metadata) == {"/Producer": "Comity", "/Title": title, "/CreationDate": "D:20261128"}
    about = root["/Metadata"].get_data().decode()
    assert ('pdfuaid:part="1"' in about, 'pdf:Producer="Comity"' in about, "WeasyPrint" in about) == (True, True, False)
    assert b"WeasyPrint" not in made(lang)


def test_pdf_marks_the_language_of_every_run():
    leaves = [(tag.lang, tag.text) for tag in tags_of(made("vi")).every() if tag.lang]
    assert {lang for lang, _ in leaves} == {"zh-Hans"}
    assert ("zh-Hans", "云溪地区") in leaves
    assert [text for lang, text in leaves if lang == "zh-Hans" and "Thanh" in text] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pdf_tells_pictures_in_words(lang):
    figures = [tag.alt for tag in tags_of(made(lang)).every() if tag.kind == "Figure"]
    assert figures == [block.alt for block in book(lang).blocks if isinstance(block, Picture)]


def test_pdf_names_heads_of_rows_and_columns():
    tables = [tag for tag in tags_of(made("en")).every() if tag.kind == "Table"]
    assert len(tables) >= 6
    assert {tag.scope for table in tables for tag in table.every() if tag.kind == "TH"} == {"Row", "Column"}
    assert {tag.scope for table in tables for tag in table.every() if tag.kind == "TD"} == {""}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pdf_has_every_letter_inside(lang):
    fonts = fonts_of(made(lang))
    text = tags_of(made(lang)).text
    assert set(fonts.values()) == {True}
    assert [name for name in fonts if not name.startswith("Noto-")] == []
    assert [name for name in fonts if "CJK" in name and "SC" not in name] == []
    assert ("(cid:" in text, "\ufffd" in text) == (False, False)


@pytest.mark.parametrize(("lang", "foot"), [("vi", "Trang {}/{}"), ("zh-Hans", "第{}页，共{}页"), ("en", "Page {} of {}")])
def test_pages_are_counted_outside_of_what_is_read(lang, foot):
    pages = unread_of(made(lang))
    head = book(lang).label, book(lang).edition
    assert [all(words in page for words in (*head, foot.format(at, len(pages)))) for at, page in enumerate(pages, 1)] == [
        True
    ] * len(pages)
    assert squeezed(foot.format(1, len(pages))) not in tags_of(made(lang)).text


def test_links_say_in_words_where_they_lead():
    pages = pypdf.PdfReader(io.BytesIO(made("en"))).pages
    links = [link.get_object() for page in pages for link in page.get("/Annots", [])]
    assert {link["/Contents"] for link in links} >= {"3", "No. 1", "https://thanh-lac.example/"}
    assert [link for link in links if "/StructParent" not in link] == []


def test_bookmarks_are_title_and_headings():
    outline = pypdf.PdfReader(io.BytesIO(made("vi"))).outline
    assert [entry.title for entry in outline if not isinstance(entry, list)] == [plain(book("vi").title)]
    chapters = [entry.title for entry in outline[1] if not isinstance(entry, list)]
    assert (chapters[0], len(chapters)) == ("I. Tóm tắt", 6)


def test_no_heading_stands_alone_at_the_end_of_a_page():
    for lang in LANGUAGES:
        last = {}
        for tag in tags_of(made(lang)).every():
            if tag.kind in {"Part", "Art"} and tag.below:
                last[id(tag)] = tag.below[-1].kind
        assert set(last.values()) & {"H1", "H2", "H3"} == set()


def test_same_input_gives_the_same_bytes():
    assert pdf_of([letter("zh-Hans")], made_on=DAY) == pdf_of([letter("zh-Hans")], made_on=DAY)
    assert pdf_of([letter("zh-Hans")], made_on=DAY) != pdf_of([letter("zh-Hans")], made_on="2026-11-29")


def test_files_travel_inside():
    attached = [
        Attached("entries.json", "application/json", b'{"a": 1}', "Entries"),
        Attached("note.x-note", "text/x-note", b"n"),
    ]
    raw = pdf_of([letter("vi"), letter("zh-Hans")], made_on=DAY, order=Order.IN_TURN, attached=attached)
    reader = pypdf.PdfReader(io.BytesIO(raw))
    assert dict(reader.attachments.items()) == {
        "entries.json": [b'{"a": 1}'],
        "note.x-note": [b"n"],
    }
    names = reader.trailer["/Root"]["/Names"]["/EmbeddedFiles"]["/Names"]
    assert [names[at].get_object()["/EF"]["/F"].get_object()["/Subtype"] for at in (1, 3)] == [
        "/application/json",
        "/text/x-note",
    ]
    assert raw == pdf_of([letter("vi"), letter("zh-Hans")], made_on=DAY, order=Order.IN_TURN, attached=attached)


def test_letter_in_two_languages_has_each_in_its_own_layout():
    raw = pdf_of([letter("vi"), letter("zh-Hans")], made_on=DAY, order=Order.IN_TURN)
    assert [squeezed(page) for page in unread_of(raw)] == ["", "—1—"]
    articles = [tag for tag in tags_of(raw).every() if tag.kind == "Art"]
    assert [article.text[:14] for article in articles] == ["ỦYBANNHÂNDÂNTỈ", "云溪地区外事办公室云外函〔2"]


@pytest.mark.parametrize(
    ("lang", "left", "right"), [("vi", "ỦY BAN NHÂN DÂN", "CỘNG HÒA"), ("en", "Thanh Lac province", "5 February")]
)
def test_both_columns_of_the_head_begin_at_one_height(lang, left, right):
    heights = heights_of(pdf_of([letter(lang)], made_on=DAY), left, right)
    assert abs(heights[0] - heights[1]) <= 2


def test_languages_side_by_side_are_read_row_by_row():
    tags = tags_of(pdf_of([letter(lang) for lang in LANGUAGES], made_on=DAY))
    rows = [[cell.text for cell in tag.below] for tag in tags.every() if tag.kind == "TR"]
    assert rows[0] == ["TiếngViệt", "中文", "English"]
    assert ["HaibêNđãTRAO".lower(), "双方往来函件34件", "Thesidesexch"] in [
        [rows[at][0][:12].lower(), rows[at][1][:9], rows[at][2][:12]] for at in range(len(rows))
    ]


def long_table(rows):
    heads = ((Run("A"),), (Run("B"),))
    cells = tuple((Cell((Paragraph(f"a{at}", (Run(f"row {at} " * 3),)),)), Cell()) for at in range(rows))
    return Table("t", (Run("C"),), heads, cells, (60, 40))


def test_long_table_says_its_heads_on_every_page():
    raw = one(long_table(120))
    tables = [tag for tag in tags_of(raw).every() if tag.kind == "Table"]
    heads = [[cell.text for cell in table.every() if cell.scope == "Column"] for table in tables]
    assert len(tables) > 2
    assert heads == [["A", "B"]] * len(tables)
    assert Counter(cell.text for table in tables for cell in table.every() if cell.scope == "Row") == Counter(
        f"row{at}" * 3 for at in range(120)
    )


@pytest.mark.parametrize(
    "block",
    [
        Paragraph("p", (Run("Đ" * 10_000),)),
        Heading("h", 1, (Run("Đ" * 10_000),)),
        Table("t", (), ((Run("A"),), (Run("B"),)), ((Cell((Paragraph("p", (Run("Đ" * 10_000),)),)), Cell()),)),
        Table("t", (), ((Run("Đ" * 10_000),), (Run("B"),)), ((Cell(), Cell()),)),
    ],
    ids=["paragraph", "heading", "cell", "head"],
)
def test_name_of_ten_thousand_letters_loses_none(block):
    raw = one(block)
    assert tags_of(raw).text.count("Đ") == 10_000
    assert outside_of(raw) == ""


def test_marks_and_signs_without_letters_are_shown_by_code():
    text = tags_of(one(Paragraph("p", (Run("a\u202eb \U0001f9ff \x07 \ud800c"),)))).text
    assert text == "Ta[U+202E]b[U+1F9FF][U+0007][U+D800]c"


def test_document_with_nothing_in_it_has_its_title():
    assert (tags_of(one()).text, tags_of(one(lang="fr")).text) == ("T", "T")
    shown = f"{ROOM}Số:……V/v…………,ngày……tháng……năm……Kínhgửi:{ROOM}{ROOM}{ROOM}Nơinhận:-Nhưtrên;-Lưu:VT."
    assert tags_of(one(head=Head(is_letter=True))).text == shown


def test_nothing_is_fetched(caplog):
    image = '<image href="http://127.0.0.1:9/x.png" width="9" height="9"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{image}</svg>'
    one(Picture("p", svg, (), "alt", Table("t", (), (), ())))
    assert [record.getMessage() for record in caplog.records if "127.0.0.1" not in record.getMessage()] == []


def test_layout_is_understood_to_the_last_word(caplog):
    pdf_of([book(lang) for lang in LANGUAGES], made_on=DAY)
    pdf_of([book(lang) for lang in LANGUAGES], made_on=DAY, order=Order.IN_TURN)
    assert [record.getMessage() for record in caplog.records] == []


REFUSED = """
from comity.paper.printed import Printed, Paragraph, Run
from comity.paper.printed_pdf import pdf_of
from comity.record.errors import FontsMissing
try:
    pdf_of([Printed("vi", (Run("T"),), "", "", None, (Paragraph("a", (Run("云溪"),)),))], made_on="2026-11-28")
except FontsMissing as refused:
    print(refused)
"""


def test_missing_fonts_are_named_with_their_packages(tmp_path):
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(f'<?xml version="1.0"?><fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}</cachedir></fontconfig>')
    run = subprocess.run(
        [sys.executable, "-c", REFUSED], env={"FONTCONFIG_FILE": str(fonts)}, capture_output=True, text=True, check=True
    )
    assert run.stdout == (
        "fonts_missing: This cannot be printed without the letters Noto Serif, Noto Sans, Noto Serif CJK SC, Noto Sans CJK SC. "
        "Please install the Debian packages fonts-noto-core fonts-noto-cjk.\n"
    )
