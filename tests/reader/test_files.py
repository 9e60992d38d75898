"""One report as text, HTML, PDF and DOCX: the same drafts, each pointing at its place in the file."""

import io

import pytest

from comity.reader.files.document import open_document
from comity.reader.files.extract import Box, Paragraph, as_json, of_json
from comity.reader.measuring.gold import to_gold
from comity.reader.measuring.score import quotes
from comity.reader.read import read

from .files_here import docx_of, html_of, paragraphs_of, pdf_of, pdf_of_html, saved
from .reports_here import PLACES, text_of

REPORTS = ("en_1", "vi_1", "zh_1")
STYLES = {
    "blocks": "",
    "indented": "p{margin:0;text-indent:2em;text-align:justify}",
    "two columns": "@page{margin:15mm} body{columns:2;text-align:justify;hyphens:none;font-size:11pt}",
    "narrow, on many pages": "body{font-size:17pt} @page{size:A5;margin:20mm;"
    "@top-center{content:'Mẫu số 7'}@bottom-center{content:'- ' counter(page) ' -'}}",
}


def drafts_of(document):
    """What was read, without places and furniture."""
    found = to_gold(read(document, gazetteer=PLACES))
    return {name: _placeless(records) for name, records in found.items() if name not in ("doc", "boilerplate")}


def _placeless(value):
    if isinstance(value, dict):
        return {key: _placeless(part) for key, part in value.items() if key not in ("start", "end")}
    return [_placeless(part) for part in value] if isinstance(value, list | tuple) else value


def body_of(document):
    """The paragraphs that are no header or footer."""
    margins = [(start, end) for start, end, label in document.marked if label == "menu"]
    return paragraphs_of(document.text[: margins[0][0]] if margins else document.text)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("style", STYLES)
def test_pdf_gives_the_paragraphs_and_drafts_of_the_text(name, style):
    text = text_of(name)
    opened = open_document(pdf_of(text, style=STYLES[style]), name=f"{name}.pdf")
    plain = open_document(text.encode(), name=f"{name}.txt")
    assert body_of(opened) == paragraphs_of(plain.text)
    assert drafts_of(opened) == drafts_of(plain)


@pytest.mark.parametrize("name", REPORTS)
def test_docx_and_html_give_the_drafts_of_the_text(name):
    text = text_of(name)
    plain = drafts_of(open_document(text.encode(), name=f"{name}.txt"))
    files = {"docx": docx_of(text, header="Mẫu số 7", footer="Trang 1"), "html": html_of(text).encode()}
    assert {kind: drafts_of(open_document(raw, name=f"{name}.{kind}")) for kind, raw in files.items()} == {
        "docx": plain,
        "html": plain,
    }


@pytest.mark.parametrize("make", [pdf_of, docx_of], ids=["pdf", "docx"])
def test_every_quotation_has_a_place_and_is_verbatim(make):
    document = open_document(make(text_of("en_2")), name="report")
    found = read(document, gazetteer=PLACES)
    given = quotes(to_gold(found))
    assert [q for q in given if document.original[q["start"] : q["end"]] != q["quote"]] == []
    assert [clause for clause in found.clauses if document.places_of(clause.evidence[0]) == []] == []


def test_place_of_words_in_a_pdf_is_their_page_and_box():
    page = "<style>@page{size:200pt 200pt;margin:20pt} body{margin:0}"
    page += "p{margin:0;font:10pt/20pt 'DejaVu Sans'} p+p{break-before:page}</style>"
    document = open_document(pdf_of_html(page + "<p>The two sides met.</p><p>They agreed to open a route.</p>"), name="a.pdf")
    start = document.text.index("agreed to open")
    (box,) = document.places_of(document.quote(start, start + len("agreed to open")))
    assert (box.page, box.top // 100, box.bottom // 100) == (2, 2, 3)
    assert 400 < box.left < 500
    assert 1100 < box.right < 1300


def test_place_of_words_that_go_on_in_the_next_line_are_two_boxes():
    page = "<style>@page{size:150pt 200pt;margin:20pt} body{margin:0}p{margin:0;font:10pt/20pt 'DejaVu Sans'}</style>"
    document = open_document(pdf_of_html(page + "<p>The two sides agreed to open a new route.</p>"), name="a.pdf")
    found = document.places_of(document.quote(0, len(document.text)))
    assert [(box.page, box.left) for box in found] == [(1, 200)] * len(found)
    assert len(found) == 2


def test_part_of_a_word_is_part_of_its_box():
    document = open_document(pdf_of("双方商定集市日开行渡轮"), name="a.pdf")
    (whole,) = document.places_of(document.quote(0, 11))
    (part,) = document.places_of(document.quote(4, 7))
    assert [part.left - whole.left, part.right - whole.left] == [(whole.right - whole.left) * n // 11 for n in (4, 7)]


def test_place_of_words_in_word_is_paragraph_and_cell():
    from docx import Document

    made = Document(io.BytesIO(docx_of("One.\n\nTwo.")))
    made.add_table(2, 2).cell(1, 1).text = "Three."
    made.sections[0].footer.paragraphs[0].text = "Four."
    document = open_document(saved(made), name="a.docx")
    places = {spot.place: document.original[spot.start : spot.end] for spot in document.spots}
    assert places == {
        Paragraph(1): "One.",
        Paragraph(2): "Two.",
        Paragraph(3, 1, 2, 2): "Three.",
        Paragraph(1, part="footer"): "Four.",
    }


def test_extract_is_the_same_after_json():
    for raw in (pdf_of(text_of("zh_2")), docx_of(text_of("zh_2"), footer="第1页")):
        extract = open_document(raw, name="a").extract
        assert of_json(as_json(extract)) == extract


def test_text_needs_no_places():
    document = open_document(b"The two sides met.", name="a.txt")
    assert (document.spots, document.places_of(document.quote(0, 3))) == ((), [])


def test_boxes_lie_on_their_page():
    extract = open_document(pdf_of(text_of("vi_2")), name="a.pdf").extract
    boxes = [spot.place for spot in extract.spots]
    assert all(isinstance(box, Box) and 0 <= box.left < box.right <= extract.sheets[box.page - 1][0] for box in boxes)
    assert all(0 <= box.top < box.bottom <= extract.sheets[box.page - 1][1] for box in boxes)
