"""Scans through tesseract itself; collected where it is installed (conftest says so)."""

import io

import pytest
from PIL import Image
from tests.reader.files_here import pdf_of, pdf_of_html

from comity.procedures.apart import draw_apart, extract_apart
from comity.procedures.open_file import open_file
from comity.reader.files.extract import Box
from comity.reader.files.media import PDF
from comity.record.errors import EmptyDocument, ScansNotRead, SecretMark

STYLE = "@page{size:130mm 60mm;margin:8mm} p{font:13pt/1.5 'Noto Serif','Noto Serif CJK SC',serif}"
WORDS = {
    "vi": ("Hai bên thống nhất mở lại lối thông quan bến phà.", "thống nhất mở lại"),
    "en": ("The two sides agreed to reopen the ferry route before the harvest.", "agreed to reopen"),
    "zh": ("双方商定集市日开行渡轮，并按月通报情况。", "双方商定"),
}


def scan_of(text, form="PNG", **given):
    """The first page of the text as a picture."""
    drawn = draw_apart(pdf_of(text, style=STYLE), PDF, 1, name="a.pdf")
    out = io.BytesIO()
    with Image.open(io.BytesIO(drawn)) as image:
        larger = image.resize((image.width * 2, image.height * 2))
        larger.save(out, form, dpi=(300, 300), **given)
    return out.getvalue()


def scanned_pdf(text):
    out = io.BytesIO()
    with Image.open(io.BytesIO(scan_of(text))) as image:
        image.save(out, "PDF", resolution=300)
    return out.getvalue()


@pytest.mark.parametrize("lang", WORDS)
def test_scan_is_read_with_boxes(lang):
    text, words = WORDS[lang]
    document = open_file(scan_of(text), name="scan.png")
    start = document.original.index(words)
    boxes = document.places_of(document.quote(start, start + len(words)))
    assert [(type(box), box.page) for box in boxes] == [(Box, 1)]
    assert (document.media, document.extract.is_scan) == ("image/png", True)


@pytest.mark.parametrize(
    "make", [scanned_pdf, lambda text: scan_of(text, "TIFF"), lambda text: scan_of(text, "JPEG", quality=80)]
)
def test_scans_of_every_form_are_read(make):
    assert "agreed to reopen" in open_file(make(WORDS["en"][0]), name="scan").text


@pytest.mark.parametrize("mark", ["MẬT", "TUYỆT MẬT", "机密★10年"])
def test_mark_on_a_scan_is_refused(mark):
    page = f"<style>{STYLE}</style><p style='text-align:right'>{mark}</p><p>&#160;</p><p>{WORDS['vi'][0]}</p>"
    out = io.BytesIO()
    with Image.open(io.BytesIO(draw_apart(pdf_of_html(page), PDF, 1, name="a.pdf"))) as image:
        image.resize((image.width * 2, image.height * 2)).save(out, "PNG", dpi=(300, 300))
    with pytest.raises(SecretMark):
        open_file(out.getvalue(), name="scan.png")


def test_picture_without_text_is_empty():
    out = io.BytesIO()
    Image.new("L", (600, 800), 255).save(out, "PNG")
    with pytest.raises(EmptyDocument):
        open_file(out.getvalue(), name="blank.png")


def test_only_the_first_scans_are_read_when_asked():
    page = scan_of(WORDS["en"][0])
    out = io.BytesIO()
    with Image.open(io.BytesIO(page)) as image:
        image.save(out, "TIFF", save_all=True, append_images=[image.copy()], dpi=(300, 300))
    extract = extract_apart(out.getvalue(), "image/tiff", name="a.tiff", scans=1)
    assert {spot.place.page for spot in extract.spots} == {1}
    assert len(extract.sheets) == 2


def test_scan_is_refused_where_tesseract_is_not(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ScansNotRead) as refused:
        open_file(scan_of(WORDS["en"][0]), name="scan.png")
    assert refused.value.values == {"name": "scan.png", "languages": "vie, chi_sim, eng"}
