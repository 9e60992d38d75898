"""What is no document, or none that is read: one sentence each, and no file that can hang or crash the reader."""

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.reader.files.document import MAX_BYTES, open_document
from comity.reader.files.markup import lines_of
from comity.reader.measuring.gold import to_gold
from comity.reader.measuring.score import quotes
from comity.reader.read import read
from comity.record.errors import ReaderError

from .files_here import docx_of, pdf_of, with_part

TEXT = "The two sides agreed to open a new route at the ferry.\n\n双方同意加强边境合作。"
RUSSIAN = "Президент провинции встретился со своим коллегой на границе, чтобы обсудить торговлю. " * 8


def locked_pdf():
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of(TEXT))))
    writer.encrypt("secret", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def restricted_pdf():
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of(TEXT))))
    writer.encrypt("", owner_password="owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def empty_pdf(pages):
    from pypdf import PdfWriter

    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def png(width, height, size=0):
    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(size))) + chunk(b"IEND", b"")


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(201):
            part.write(bytes(1_000_000))
    return out.getvalue()


def plain_zip():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")
    return out.getvalue()


def mixed():
    return "Hai bên thống nhất".encode() + "双方同意加强合作".encode("gb18030") + "và".encode()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
REFUSED = {
    "large": (lambda: b"a" * (MAX_BYTES + 1), "a.pdf", "document_too_large"),
    "locked PDF": (locked_pdf, "a.pdf", "locked_document"),
    "locked DOCX": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "locked_document"),
    "broken PDF": (lambda: b"%PDF-1.7 x", "a.pdf", "broken_document"),
    "half a PDF": (lambda: pdf_of(TEXT)[:900], "a.pdf", "broken_document"),
    "broken DOCX": (lambda: docx_of(TEXT)[:2000], "a.docx", "broken_document"),
    "DOCX with broken body": (lambda: with_part(docx_of(TEXT), "word/document.xml", b"<w:document"), "a.docx", "broken_document"),
    "broken picture": (lambda: b"\x89PNG\r\n\x1a\n\x00\x00", "a.png", "broken_document"),
    "old Word": (lambda: OLE + "WordDocument".encode("utf-16-le"), "a.doc", "old_word_form"),
    "RTF": (lambda: b"{\\rtf1 text}", "a.rtf", "old_word_form"),
    "macros": (lambda: with_part(docx_of(TEXT), "word/vbaProject.bin", b"x"), "a.docx", "document_with_macros"),
    "macros by name": (lambda: docx_of(TEXT), "a.docm", "document_with_macros"),
    "zip bomb": (bomb, "a.docx", "unpacks_too_large"),
    "many pages": (lambda: empty_pdf(301), "a.pdf", "too_many_pages"),
    "blank pages": (lambda: empty_pdf(2), "a.pdf", "empty_document"),
    "picture bomb": (lambda: png(30_000, 30_000), "a.png", "picture_too_large"),
    "large picture": (lambda: png(9_000, 9_000), "a.png", "picture_too_large"),
    "picture": (lambda: png(40, 40, 41 * 40), "a.png", "scans_not_read"),
    "zip": (plain_zip, "a.zip", "not_a_document"),
    "mixed encodings": (mixed, "a.txt", "unclear_encoding"),
    "unknown language": (RUSSIAN.encode, "a.txt", "unknown_language"),
    "unknown language in PDF": (lambda: pdf_of(RUSSIAN), "a.pdf", "unknown_language"),
    "page of scripts": (lambda: b"<html><body><script>agreed()</script></body></html>", "a.html", "empty_document"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_sentence(what):
    make, name, code = REFUSED[what]
    with pytest.raises(ReaderError) as refused:
        open_document(make(), name=name)
    assert refused.value.code == code
    assert refused.value.values["name"] == name


def test_pdf_that_only_restricts_printing_is_read():
    assert "agreed to open" in open_document(restricted_pdf(), name="a.pdf").text


DEEP = 200_000


@pytest.mark.parametrize(
    ("before", "again", "after"),
    [
        ("", "<div>", "Words"),
        ("", "<svg>", "</nav>" * DEEP),
        ("", "<!--", ">"),
        ("", "<!--", ""),
        ("", "<a ", ""),
        ("", "<a b='", ">"),
        ("", "</", ""),
        ("", "<?", ""),
        ("", "<![CDATA[", ">"),
        ("", "&", ""),
        ("<script>", "</", ""),
    ],
)
def test_time_for_a_page_grows_with_its_length_alone(before, again, after):
    page = f"<html><body><p>Words.</p>{before}{again * DEEP}{after}"
    assert lines_of(page)[0].text.startswith("Words.")


@pytest.fixture(scope="module")
def real():
    """One file of each kind, small."""
    docx = docx_of(TEXT, header="Header")
    return {"pdf": pdf_of(TEXT), "docx": docx, "png": png(40, 40, 41 * 40), "html": b"<html><p>Words</p>"}


# Where (as a share of the file), which bytes come in, how many go.
CHANGE = st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=12), st.integers(0, 40))


def _is_refused_or_verbatim(raw, name):
    try:
        document = open_document(raw, name=name)
    except ReaderError as refused:
        return bool(refused.code)
    found = quotes(to_gold(read(document)))
    return all(document.original[q["start"] : q["end"]] == q["quote"] for q in found)


@pytest.mark.parametrize("kind", ["pdf", "docx", "png", "html"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(CHANGE, min_size=1, max_size=6))
def test_damaged_file_is_refused_or_read_with_verbatim_evidence(real, kind, changes):
    raw = real[kind]
    for place, put, gone in changes:
        at = int(place * len(raw))
        raw = raw[:at] + put + raw[at + gone :]
    assert _is_refused_or_verbatim(raw, f"a.{kind}")


@pytest.mark.parametrize("head", [b"%PDF-1.4\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"<html>"])
@settings(max_examples=40, deadline=None)
@given(raw=st.binary(max_size=300))
def test_any_bytes_behind_a_head_are_refused_or_read(head, raw):
    assert _is_refused_or_verbatim(head + raw, "a")


@settings(max_examples=40, deadline=None)
@given(xml=st.text(alphabet="<>/&;pt w:'\"=x双\ud7ff", max_size=120))
def test_any_body_of_a_word_document_is_refused_or_read(xml, real):
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:document {space}><w:body><w:p><w:r><w:t>{xml}</w:t></w:r></w:p></w:body></w:document>"
    assert _is_refused_or_verbatim(with_part(real["docx"], "word/document.xml", body.encode("utf-8")), "a.docx")
