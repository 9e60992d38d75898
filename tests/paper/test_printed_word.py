import io
import zipfile
from functools import cache

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from comity.paper.printed import (
    Bullets,
    Cell,
    Ending,
    Head,
    Heading,
    NewPage,
    Paragraph,
    Picture,
    Printed,
    Run,
    Table,
    plain,
    rows_of,
)
from comity.paper.printed_head import ROOM, frame_of
from comity.paper.printed_numbers import numbers_of
from comity.paper.printed_page import Order
from comity.paper.printed_word import word_of

from .printed_sample import LANGUAGES, book, letter


@cache
def made(lang):
    return word_of([book(lang)])


def opened(raw):
    return docx.Document(io.BytesIO(raw))


def one(*blocks, lang="vi", head=None):
    return opened(word_of([Printed(lang, (Run("T"),), "e", "l", head, blocks)]))


def said_in(paragraph):
    behind = " · ".join([*(plain((source,)) for source in paragraph.sources), *([paragraph.code] if paragraph.code else [])])
    remark = f" [{paragraph.remark}]" if paragraph.remark else ""
    return plain(paragraph.line) + (f" {behind}" if behind else "") + remark


def texts_of(printed):
    """The text of every paragraph of the file, in order, cells included."""
    frame, numbers = frame_of(printed), numbers_of(printed)
    yield from (line.text for line in (*frame.left, *frame.right, *frame.middle))
    for block in printed.blocks:
        match block:
            case Heading():
                yield numbers.get(block.key, "") + plain(block.line)
            case Paragraph():
                yield said_in(block)
            case Bullets():
                yield from map(said_in, block.items)
            case Table():
                yield from table_texts(block)
            case Picture():
                yield plain(block.caption)
                yield from table_texts(block.table)
    last = (*frame.copies, *frame.signed) if printed.lang == "vi" else (*frame.signed, *frame.copies)
    yield from (line.text for line in last)


def table_texts(table):
    yield from (plain(line) for line in (table.caption, *table.heads))
    for row in rows_of(table):
        for cell in row:
            yield from map(said_in, cell.paragraphs or (Paragraph("", (Run("–"),)),))


def words_in(document):
    """The same read from the file; hyphens that do not break are hyphens."""
    return [
        "".join(node.text or "" if node.tag == qn("w:t") else "-" for node in paragraph.iter(qn("w:t"), qn("w:noBreakHyphen")))
        for paragraph in document.element.body.iter(qn("w:p"))
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("paper", [book, letter])
def test_word_file_has_every_word_in_order(lang, paper):
    raw = made(lang) if paper is book else word_of([paper(lang)])
    assert [text for text in words_in(opened(raw)) if text] == [text for text in texts_of(paper(lang)) if text]


def test_word_file_has_real_styles():
    found = {paragraph.style.name for paragraph in opened(made("en")).paragraphs}
    assert found >= {"Title", "Heading 1", "Heading 2", "Body Text", "List Bullet", "List Number", "Caption"}
    levels = [paragraph.style.name for paragraph in opened(made("en")).paragraphs if paragraph.style.name.startswith("Heading")]
    assert levels == ["Heading 1", "Heading 2", "Heading 1", *["Heading 2"] * 4, *["Heading 1"] * 4]


@pytest.mark.parametrize(
    ("lang", "fonts"),
    [
        ("vi", {"Normal": ("Times New Roman", "SimSun", 14)}),
        (
            "zh-Hans",
            {
                "Normal": ("Times New Roman", "仿宋", 16),
                "Title": ("Times New Roman", "方正小标宋简体", 22),
                "Heading 1": ("Times New Roman", "黑体", 16),
                "Heading 2": ("Times New Roman", "楷体", 16),
            },
        ),
        ("en", {"Normal": ("Times New Roman", "SimSun", 11.5)}),
    ],
)
def test_styles_have_a_font_for_each_script(lang, fonts):
    styles = opened(made(lang)).styles
    found = {}
    for name in fonts:
        font = styles[name].element.rPr.find(qn("w:rFonts"))
        found[name] = (font.get(qn("w:ascii")), font.get(qn("w:eastAsia")), styles[name].font.size.pt)
    assert found == fonts


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_run_has_its_language(lang):
    body = opened(made(lang)).element.body
    runs = [run for run in body.iter(qn("w:r")) if run.find(qn("w:t")) is not None]
    marks = {None if run.rPr.find(qn("w:lang")) is None else run.rPr.find(qn("w:lang")).get(qn("w:val")) for run in runs}
    assert marks == {"vi-VN", "zh-CN", "en-GB"}
    chinese = [run for run in runs if run.text == "云溪地区"]
    assert {run.rPr.find(qn("w:lang")).get(qn("w:eastAsia")) for run in chinese} == {"zh-CN"}


@pytest.mark.parametrize(
    ("lang", "sheet"),
    [("vi", (210, 297, 22, 18, 20, 30)), ("zh-Hans", (210, 297, 37, 26, 35, 28)), ("en", (210, 297, 24, 20, 22, 25))],
)
def test_sheet_is_that_of_the_layout(lang, sheet):
    section = opened(made(lang)).sections[0]
    found = [
        section.page_width,
        section.page_height,
        section.top_margin,
        section.right_margin,
        section.bottom_margin,
        section.left_margin,
    ]
    assert [round(length / Mm(1)) for length in found] == list(sheet)


def test_chinese_text_is_set_two_characters_in_on_fixed_lines():
    style = opened(made("zh-Hans")).styles["Body Text"].element.pPr
    assert (style.find(qn("w:ind")).get(qn("w:firstLineChars")), style.find(qn("w:spacing")).get(qn("w:line"))) == ("200", "579")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_tables_say_their_heads_again_and_merge_nothing(lang):
    document = opened(made(lang))
    tables = [table for table in document.tables if table.style.name == "Paper Table"]
    heads = [
        [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] for table in tables
    ]
    assert [head[0] and not any(head[1:]) for head in heads] == [True] * 6
    assert [node.tag for node in document.element.body.iter(qn("w:gridSpan"), qn("w:vMerge"))] == []


def test_links_lead_where_they_lead():
    document = opened(made("en"))
    inside = {link.get(qn("w:anchor")) for link in document.element.body.iter(qn("w:hyperlink"))} - {None}
    names = {mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))}
    outside = {
        document.part.rels[link.get(qn("r:id"))].target_ref
        for link in document.element.body.iter(qn("w:hyperlink"))
        if link.get(qn("r:id"))
    }
    assert (inside - names, outside) == (set(), {"https://thanh-lac.example/"})


def test_picture_is_told_in_words_and_its_table_follows():
    document = opened(made("vi"))
    (inline,) = document.inline_shapes
    assert inline._inline.docPr.get("descr") == "Bốn thanh ngang, mỗi lĩnh vực hai nội dung, một nội dung đã xong."
    image = document.part.related_parts[inline._inline.graphic.graphicData.pic.blipFill.blip.embed]
    assert (image.content_type, image.blob[:4]) == ("image/png", b"\x89PNG")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_properties_are_title_and_language_alone(lang):
    with zipfile.ZipFile(io.BytesIO(made(lang))) as files:
        names = {name for name in files.namelist() if not name.startswith("word/")}
        core = files.read("docProps/core.xml").decode()
        dates = {entry.date_time for entry in files.infolist()}
    properties = opened(made(lang)).core_properties
    assert names == {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml"}
    assert (properties.title, properties.language) == (
        plain(book(lang).title),
        {"vi": "vi-VN", "zh-Hans": "zh-CN", "en": "en-GB"}[lang],
    )
    assert (core.count("<dc:"), core.count("<cp:") + core.count("<dcterms:"), dates) == (2, 1, {(1980, 1, 1, 0, 0, 0)})


def test_same_input_gives_the_same_bytes():
    assert word_of([book("zh-Hans")]) == made("zh-Hans")


@pytest.mark.parametrize(("lang", "foot"), [("vi", "Trang 1/1"), ("zh-Hans", "第1页，共1页"), ("en", "Page 1 of 1")])
def test_pages_say_whom_they_are_for_and_are_counted(lang, foot):
    section = opened(made(lang)).sections[0]
    fields = [node.get(qn("w:instr")) for node in section.footer._element.iter(qn("w:fldSimple"))]
    shown = ["".join(node.text for node in part._element.iter(qn("w:t"))) for part in (section.header, section.footer)]
    assert (shown, fields) == ([book(lang).label + book(lang).edition, foot], ["PAGE", "NUMPAGES"])


def test_letters_are_numbered_as_their_layout_has_it():
    vi, zh = (opened(word_of([letter(lang)])).sections[0] for lang in ("vi", "zh-Hans"))
    assert (
        vi.different_first_page_header_footer,
        [node.get(qn("w:instr")) for node in vi.header._element.iter(qn("w:fldSimple"))],
    ) == (True, ["PAGE"])
    assert "".join(node.text for node in zh.footer._element.iter(qn("w:t"))) == "— 1 —"


def test_red_head_is_that_of_a_chinese_organ_alone():
    def colour(country):
        document = one(lang="zh-Hans", head=Head(organ="X", country=country))
        return document.styles["Paper organ"].font.color.rgb

    assert [str(colour(country)) for country in ("CN", "VN", "")] == ["C00000", "000000", "000000"]


def test_each_numbered_list_begins_anew():
    items = tuple(Paragraph(f"p{at}", (Run("x"),)) for at in range(2))
    document = one(Bullets("a", items, True), Bullets("b", items, True), Bullets("c", items))
    listed = [paragraph for paragraph in document.paragraphs if paragraph.style.name.startswith("List")]
    own = [paragraph._p.pPr.numPr for paragraph in listed]
    assert [where.numId.val if where is not None else "" for where in own] == [3, 3, 4, 4, "", ""]
    assert [paragraph.style.element.pPr.numPr.numId.val for paragraph in listed] == [2, 2, 2, 2, 1, 1]
    numbering = document.part.numbering_part.element
    assert [node.get(qn("w:val")) for node in numbering.iter(qn("w:startOverride"))] == ["1", "1"]


def test_page_begins_without_an_empty_one():
    document = one(NewPage("n"), Heading("h", 1, (Run("x"),)), NewPage("m"), Table("t", (), ((Run("A"),),), ()))
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.paragraph_format.page_break_before] == ["I. x", ""]
    assert list(document.element.body.iter(qn("w:br"))) == []


def test_letter_in_two_languages_has_a_section_for_each():
    document = opened(word_of([letter("vi"), letter("zh-Hans")], Order.IN_TURN))
    assert [round(section.left_margin / Mm(1)) for section in document.sections] == [30, 28]
    assert [text for text in words_in(document) if text] == [
        text for lang in ("vi", "zh-Hans") for text in texts_of(letter(lang)) if text
    ]
    names = [paragraph.style.name for paragraph in document.paragraphs if paragraph.text]
    assert names[-1] == "Paper copy (zh-Hans)"


def test_languages_side_by_side_share_rows():
    document = opened(word_of([book(lang) for lang in LANGUAGES]))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert rows.count(["Tiếng Việt", "中文", "English"]) == 2
    assert ["I. Tóm tắt", "一、摘要", "1. Summary"] in rows
    assert len(document.inline_shapes) == 3
    section = document.sections[0]
    assert section.page_width > section.page_height


def test_texts_of_any_kind_are_taken():
    text = "Đ" * 10_000
    document = one(
        Paragraph("p", (Run(text), Run("x\u202ey\x00", lang="<b>"), Run("云溪", lang="xx"), Run("a\nb\tc", lang="fr"))),
        Table("t", (Run(text),), ((Run(text),), (Run("B"),)), ((Cell((Paragraph("q", (Run(text),)),)), Cell()),)),
        Table("u", (), (), ()),
        lang="ru",
    )
    assert document.paragraphs[1].text == text + "x[U+202E]y[U+0000]云溪a\nb\tc"
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [[text, "B"], [text, "–"]]


def test_document_with_nothing_in_it_has_its_title():
    assert [paragraph.text for paragraph in one().paragraphs] == ["T"]


def test_who_signs_stands_before_what_is_annexed_on_a_page_of_its_own():
    blocks = (Paragraph("p", (Run("Said."),)), Ending("end"), Heading("a", 1, (Run("Annex"),)))
    document = one(*blocks, lang="en", head=Head(organ="O", signer="S", is_letter=True))
    texts = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert texts[-3:] == [ROOM, "S", "1. Annex"]
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.paragraph_format.page_break_before] == [texts[-1]]


def test_lists_stand_as_their_style_says_with_room_for_their_numbers():
    """A paragraph that names its list takes the place the list has, so it says its own again."""

    def rooms(count):
        numbered = Bullets("a", tuple(Paragraph(f"p{at}", (Run("x"),)) for at in range(count)), True)
        document = one(numbered, Bullets("b", (Paragraph("q", (Run("x"),)),)), head=Head(organ="X"))
        items = [paragraph for paragraph in document.paragraphs if paragraph.style.name.startswith("List")]
        own = [item._p.pPr.find(qn("w:ind")) for item in items]
        assert (own[-1], items[-1]._p.pPr.numPr) == (None, None)
        return {(ind.get(qn("w:left")), ind.get(qn("w:hanging"))) for ind in own[:-1]}

    # 14 points: two characters in, and one and a half, 2.25 or more for the number.
    assert (rooms(9), rooms(100), rooms(1000)) == ({("980", "420")}, {("1190", "630")}, {("1330", "770")})
    bullet = opened(made("vi")).styles["List Bullet"].element.pPr
    assert (bullet.numPr.numId.val, bullet.find(qn("w:ind")).get(qn("w:left"))) == (1, "980")


def test_heading_keeps_with_the_sentence_behind_it_and_what_follows():
    said = [Paragraph(key, (Run(key),)) for key in ("first", "second")]
    document = one(Heading("h", 1, (Run("x"),)), *said, lang="en")
    assert [paragraph.paragraph_format.keep_with_next for paragraph in document.paragraphs[1:]] == [None, True, None]
    assert document.styles["Heading 1"].paragraph_format.keep_with_next is True


@pytest.mark.parametrize("lang", LANGUAGES)
def test_table_at_the_end_needs_no_page_for_what_stands_behind_it(lang):
    table = Table("t", (), ((Run("A"),),), ())
    for document in (one(table, lang=lang), opened(word_of([Printed(each, (), "e", "l", None, (table,)) for each in LANGUAGES]))):
        last = document.element.body[-2]
        assert (document.element.body[-3].tag, document.paragraphs[-1]._p) == (qn("w:tbl"), last)
        assert (document.paragraphs[-1].text, document.paragraphs[-1].paragraph_format.line_spacing) == ("", None)
        assert document.paragraphs[-1].style.paragraph_format.line_spacing.pt == 2


def test_picture_stands_within_the_margins():
    (inline,) = opened(made("vi")).inline_shapes
    assert [inline._inline.get(f"dist{side}") for side in "TBLR"] == ["0"] * 4


@pytest.mark.parametrize("lang", LANGUAGES)
def test_paper_without_a_head_is_set_closer(lang):
    sizes = [one(lang=lang, head=head).styles["Normal"].font.size.pt for head in (None, Head(organ="X"))]
    assert sizes == [11, {"vi": 14, "zh-Hans": 16, "en": 11.5}[lang]]
