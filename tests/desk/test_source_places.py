"""Sources that are PDF, Word or scans: where their words stand, and the picture of a page."""

import io
import xml.etree.ElementTree as ET

import pytest
from PIL import Image
from tests.reader.files_here import docx_of, pdf_of, saved

from comity.procedures.clock import Moment
from comity.procedures.read_documents import GivenDocument, read_document
from comity.reader.files.document import open_document

from .conftest import Visitor

MOMENT = Moment("2026-11-22T01:14:00Z", "Asia/Ho_Chi_Minh")
REPORT = (
    "Talks between Thanh Lac and Van Khe on the ferry\n"
    "On 27 February 2026 the two sides held talks. The two sides agreed to reopen the clearance route at the ferry.\n"
)
SECOND = "Van Khe proposed opening the ferry on market days.\n"


@pytest.fixture(scope="module")
def sources(small):
    """Digests of the same report as PDF on two pages and as DOCX with its last line in a table."""
    from docx import Document

    pdf = pdf_of(REPORT + SECOND, style="p:last-of-type{break-before:page}")
    word = Document(io.BytesIO(docx_of(REPORT)))
    word.add_table(2, 2).cell(1, 0).text = SECOND.strip()
    files = {"talks.pdf": pdf, "talks.docx": saved(word)}
    for name, raw in files.items():
        read_document(small.home, GivenDocument(name, lambda raw=raw: raw), moment=MOMENT)
    return {name: open_document(raw, name=name).digest for name, raw in files.items()}


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_pages_of_such_sources_answer_in_every_language(small, sources, lang):
    visitor = Visitor(small, lang)
    paths = [f"/sources/{digest}" for digest in sources.values()] + [f"/sources/{sources['talks.pdf']}/pages/{n}" for n in (1, 2)]
    pages = [visitor.get(path) for path in paths]
    assert [(page.status_code, f'<html lang="{lang}">' in page.content.decode()) for page in pages] == [(200, True)] * 4


def test_source_names_the_page_where_it_begins(visitor, sources):
    page = visitor.text(f"/sources/{sources['talks.pdf']}")
    links = [f'<p class="small"><a href="/sources/{sources["talks.pdf"]}/pages/{n}">Page {n}</a></p>' for n in (1, 2)]
    assert [page.count(link) for link in links] == [1, 1]
    assert page.index(links[0]) < page.index("Talks between") < page.index(links[1]) < page.index("market days")


def test_source_names_paragraph_and_cell_of_a_word_document(visitor, sources):
    page = visitor.text(f"/sources/{sources['talks.docx']}")
    assert '<p class="small">Table 1, row 2, column 1</p>' in page
    assert '<p class="small">Paragraph 2</p>' in page


def test_draft_names_the_place_of_its_words(visitor, small, sources):
    with small.home.read() as reading:
        numbers = {
            name: next(d.number for d in reading.drafts(source=digest) if "market days" in str(d.evidence))
            for name, digest in sources.items()
        }
    places = {name: visitor.text(f"/drafts/{number}") for name, number in numbers.items()}
    assert f'<a href="/sources/{sources["talks.pdf"]}/pages/2">Page 2</a>' in places["talks.pdf"]
    assert "Table 1, row 2, column 1" in places["talks.docx"]


def test_page_shows_its_statements_in_numbered_frames(visitor, sources):
    page = visitor.text(f"/sources/{sources['talks.pdf']}/pages/2")
    svg = ET.fromstring(page[page.index('<svg class="page-picture"') : page.index("</svg>", page.index("page-picture")) + 6])
    width, height = map(int, svg.attrib["viewBox"].split()[2:])
    frames = [[int(part.attrib[edge]) for edge in ("x", "y", "width", "height")] for part in svg if part.tag == "rect"]
    assert (width, height) == (5953, 8419)
    assert frames != []
    assert all(0 <= x < x + wide <= width and 0 <= y < y + high <= height for x, y, wide, high in frames)
    assert [part.text for part in svg if part.tag == "text"] == [str(n) for n in range(1, page.count('<li class="draft') + 1)]


def test_picture_of_a_page_is_a_picture(visitor, sources):
    answer = visitor.get(f"/sources/{sources['talks.pdf']}/pages/1.png")
    assert answer.headers["Content-Type"] == "image/png"
    with Image.open(io.BytesIO(answer.content)) as image:
        assert 800 < image.width < 1000
        assert len(set(image.convert("L").tobytes())) > 2


@pytest.mark.parametrize("number", ["0", "3", "9999"])
def test_page_that_is_not_there_is_refused(visitor, sources, number):
    paths = [f"/sources/{sources['talks.pdf']}/pages/{number}", f"/sources/{sources['talks.pdf']}/pages/{number}.png"]
    paths += [f"/sources/{sources['talks.docx']}/pages/1", f"/sources/{'0' * 64}/pages/1"]
    assert [visitor.get(path).status_code for path in paths] == [404] * 4
