"""The day of a document that says none in its text, and where it comes from."""

import io
import zipfile

import pytest

from comity.reader.files.document import open_document
from comity.reader.files.extract import Extract, as_json, of_json
from comity.reader.files.made_on import made_on
from comity.reader.files.media import PDF, WORD
from comity.reader.measuring.gold import to_gold
from comity.reader.read import read

from .files_here import docx_of, html_of, pdf_of

TEXT = "Hai bên hội đàm tại bến phà.\n\nHai bên thống nhất mở lại chợ biên giới trước ngày 30/6.\n"
DATED = "Hai bên hội đàm ngày 8/3/2029.\n\nHai bên thống nhất mở lại chợ biên giới trong năm nay.\n"
OF_HEAD = '<meta property="article:published_time" content="2031-03-10T08:00:00+07:00">'
OF_DATA = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-03-10T08:00"}</script>'
OF_TIME = '<time itemprop="datePublished" datetime="2031-03-10">10/3</time>'


def dated(reading):
    """The day, the rule and the words it rests on."""
    by = reading.dated_by
    return (reading.date, by.rule, [quote.quote for quote in by.evidence]) if by else (reading.date, None, [])


def page(head="", body=""):
    return f"<!doctype html><html><head>{head}</head><body>{body}<p>{TEXT.splitlines()[0]}</p></body></html>"


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        (page(OF_HEAD), "document/head"),
        (page(OF_DATA), "document/data"),
        (page(body=OF_TIME), "document/head"),
        (page('<meta name="pubdate" content="2031-03-10">'), "document/head"),
        (page("<meta content='2031-03-10' itemprop='datePublished'>"), "document/head"),
    ],
)
def test_page_says_its_day_outside_its_text(written, rule):
    document = open_document(written.encode(), name="a.html")
    reading = read(document)
    assert dated(reading) == ("2031-03-10", rule, ["2031-03-10"])
    (quote,) = reading.dated_by.evidence
    assert document.original[quote.start : quote.end] == "2031-03-10"


@pytest.mark.parametrize(
    "head", ['<meta name="author" content="2031-03-10">', '<meta name="date" content="2031-13-40">', "<meta "]
)
def test_what_is_no_day_of_publication_is_none(head):
    assert dated(read(open_document(page(head).encode(), name="a.html"))) == (None, None, [])


@pytest.mark.parametrize("name", ["2031-03-10-talks.txt", "20310310_talks.txt", "2031.03.10 talks.txt"])
def test_name_of_a_file_begins_with_its_day(name):
    assert dated(read(open_document(TEXT.encode(), name=name))) == ("2031-03-10", "document/name", [])


@pytest.mark.parametrize("name", ["talks-2031-03-10.txt", "2031031012.txt", "2031-02-30.txt", "talks.txt"])
def test_other_names_say_no_day(name):
    assert dated(read(open_document(TEXT.encode(), name=name))) == (None, None, [])


def test_day_of_the_text_stands_before_what_a_person_says_and_that_before_the_name():
    lined = f"10/3/2031\n\n{TEXT}"
    assert dated(read(open_document(lined.encode(), name="2030-01-01.txt"), published="2029"))[:2] == (
        "2031-03-10",
        "document/text",
    )
    assert dated(read(open_document(TEXT.encode(), name="2030-01-01.txt"), published="2031")) == ("2031", "document/told", [])


def test_years_left_out_are_told_by_the_day():
    reading = read(open_document(TEXT.encode(), name="2031-03-10.txt"))
    assert [clause.deadline for clause in reading.clauses] == ["2031-06-30"]


def test_day_of_the_session_stands_in_where_the_document_says_none():
    reading = read(open_document(DATED.encode(), name="a.txt"))
    assert (reading.date, [clause.deadline for clause in reading.clauses]) == (None, ["2029-12-31"])


def test_reading_in_json_says_where_its_day_comes_from():
    doc = to_gold(read(open_document(page(OF_HEAD).encode(), name="a.html")))["doc"]
    assert (doc["date"], doc["dated_by"]["rule"], doc["dated_by"]["evidence"][0]["quote"]) == (
        "2031-03-10",
        "document/head",
        "2031-03-10",
    )


def made(text, day):
    """A Word file that says it was made on a day."""
    raw, out = docx_of(text), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = content[: content.index(b"<dcterms:created")] + b"</cp:coreProperties>"
                created = f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}T08:00:00Z</dcterms:created>'.encode()
                content = content.replace(b"</cp:coreProperties>", created + b"</cp:coreProperties>")
            new.writestr(name, content)
    return out.getvalue()


def test_day_a_file_was_made_is_the_last_resort_and_unsure():
    reading = read(open_document(made(TEXT, "2031-03-10"), name="a.docx"))
    assert (dated(reading), reading.dated_by.confidence) == (("2031-03-10", "document/file", []), 0.3)
    assert read(open_document(made(DATED, "2031-03-10"), name="a.docx")).date is None


def test_pdf_says_when_it_was_made():
    assert made_on(b"%PDF-1.7\n<</CreationDate (D:20310310080000+07'00')>>", PDF) == "2031-03-10"
    assert made_on(pdf_of(TEXT), PDF)[:2] in ("", "20")
    assert made_on(b"%PDF-1.7\n", PDF) == ""


def test_word_file_without_properties_says_none():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert made_on(out.getvalue(), WORD) == ""


def test_day_travels_with_the_extract():
    extract = Extract(PDF, "a", (), made_on="2031-03-10")
    assert of_json(as_json(extract)) == extract


def test_page_of_the_same_words_reads_alike_where_it_says_no_day():
    plain = read(open_document(TEXT.encode(), name="a.txt"))
    assert dated(read(open_document(html_of(TEXT).encode(), name="a.html"))) == dated(plain)
