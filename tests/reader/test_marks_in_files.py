"""State-secret marks are refused at the door wherever a file bears them."""

import io

import pytest

from comity.reader.files.document import open_document
from comity.reader.files.extract import Extract
from comity.reader.files.marks import secret_mark_scanned
from comity.reader.files.media import PDF
from comity.reader.files.paragraphs import extract_of
from comity.reader.files.sheet import BoxedWord, Sheet
from comity.record.errors import SecretMark

from .files_here import docx_of, pdf_of_html, saved, with_part

TEXT = "Báo cáo kết quả buổi làm việc tại trường học."
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOX = (
    f'<w:p {SPACE}><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>TUYỆT</w:t></w:r><w:r><w:t> MẬT</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)


def _with(change):
    from docx import Document

    document = Document(io.BytesIO(docx_of(TEXT)))
    change(document)
    return saved(document)


def _boxed(document):
    from lxml import etree

    document.element.body.insert(0, etree.fromstring(BOX))


def _deleted(document):
    from lxml import etree

    run = f"<w:p {SPACE}><w:del><w:r><w:delText>MẬT</w:delText></w:r></w:del></w:p>"
    document.element.body.insert(0, etree.fromstring(run))


FILES = {
    "body": lambda: docx_of("TỐI MẬT\n" + TEXT),
    "header": lambda: docx_of(TEXT, header="MẬT"),
    "footer": lambda: docx_of(TEXT, footer="机密★10年"),
    "text box": lambda: _with(_boxed),
    "table": lambda: _with(lambda document: setattr(document.add_table(1, 2).cell(0, 1), "text", "绝密")),
    "title": lambda: _with(lambda document: setattr(document.core_properties, "title", "MẬT")),
    "keywords": lambda: _with(lambda document: setattr(document.core_properties, "keywords", "Độ mật: Tối mật")),
    "own property": lambda: with_part(docx_of(TEXT), "docProps/custom.xml", "<a><b>秘密</b></a>".encode()),
    "letterhead of a PDF": lambda: pdf_of_html(
        f"<table style='width:100%'><tr><td style='width:60%'>SỞ NGOẠI VỤ</td><td>MẬT</td></tr></table><p>{TEXT}</p>"
    ),
    "turned words of a PDF": lambda: pdf_of_html(
        f"<p>{TEXT}</p><p style='position:absolute;top:200px;transform:rotate(-90deg)'>MẬT</p>"
    ),
    "header of a PDF": lambda: pdf_of_html(f"<style>@page{{@top-right{{content:'机密★5年'}}}}</style><p>{TEXT}</p>"),
}  # fmt: skip


@pytest.mark.parametrize("where", FILES)
def test_mark_is_refused_wherever_it_stands(where):
    with pytest.raises(SecretMark):
        open_document(FILES[where](), name="a")


def test_deleted_mark_is_no_mark():
    assert open_document(_with(_deleted), name="a.docx").text == TEXT


@pytest.mark.parametrize(
    "line",
    ["MẬT", "MAT", "MÂT", "M Ậ T", "TỐI MẬT", "TOI MAT", "TUYỆT MÂT", "机密", "机密*10年", "机密大10年", "000123 绝密", "秘密级"],
)
def test_mark_is_found_in_what_was_read_off_a_scan(line):
    assert secret_mark_scanned(f"{TEXT}\n{line}\n{TEXT}") is not None


@pytest.mark.parametrize("line", ["bí mật", "Mat", "MẬT ONG", "THỐNG NHẤT", "保守秘密的义务", "机密文件的管理办法", "MT", "TỐT"])
def test_words_like_a_mark_on_a_scan_are_none(line):
    assert secret_mark_scanned(line) is None


def test_scan_with_a_mark_is_refused():
    words = [BoxedWord("MAT", 400, 50, 440, 62, size=12), BoxedWord("cáo", 50, 200, 90, 212, size=12)]
    extract = extract_of([Sheet(1, 600, 800, tuple(words), is_scan=True)], media="image/png")
    with pytest.raises(SecretMark):
        open_document(b"\x89PNG\r\n\x1a\n", name="a.png", extract=extract)


def test_note_beside_the_text_is_held_against_the_marks():
    with pytest.raises(SecretMark):
        open_document(b"%PDF-1.4", name="a.pdf", extract=Extract(PDF, TEXT, (), aside=("Mật", "MẬT")))
