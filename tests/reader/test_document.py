import hashlib
import unicodedata

import pytest

from comity.reader.files.document import MAX_BYTES, open_document
from comity.reader.reading import Quote
from comity.record.errors import DocumentTooLarge, EmptyDocument, NotADocument, SecretMark, UnclearEncoding


def test_document_keeps_original_and_digest():
    raw = "Hội nghị lần thứ 2\r\n".encode()
    document = open_document(raw, name="a.txt")
    assert document.original == "Hội nghị lần thứ 2\r\n"
    assert document.text == "Hội nghị lần thứ 2\n"
    assert document.digest == hashlib.sha256(raw).hexdigest()
    assert document.media == "text/plain"


def test_text_of_decomposed_letters_points_at_all_their_characters():
    document = open_document(unicodedata.normalize("NFD", "Vân Khê họp").encode(), name="a.txt")
    assert document.text == "Vân Khê họp"
    assert document.quote(0, 3) == Quote(unicodedata.normalize("NFD", "Vân"), 0, 4)


def test_byte_order_mark_counts_in_the_original_and_not_in_the_text():
    document = open_document(b"\xef\xbb\xbfHello there", name="a.txt")
    assert document.original == "\ufeffHello there"
    assert document.quote(0, 5) == Quote("Hello", 1, 6)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_chinese_is_read_in_its_encodings(encoding):
    text = "云溪省与清乐地区举行会谈，双方同意加强合作，这是中国和越南边境的一次会议。"
    assert open_document(text.encode(encoding), name="a.txt").text == text


def test_vietnamese_is_read_from_windows_1258():
    raw = "Hai bên đang hợp tác".replace("ợ", "ơ\u0323").replace("á", "á").encode("cp1258")
    assert open_document(raw, name="a.txt").text == "Hai bên đang hợp tác"


def test_html_is_lines_of_its_text():
    body = "<nav>Menu</nav><h1>A &amp; B</h1><p>One <b>two</b>\n three</p>"
    page = f"<html><head><title>no</title></head><body>{body}</body></html>"
    document = open_document(page.encode(), name="a.html")
    assert document.text == "A & B\nOne two three\n"
    assert document.media == "text/html"
    assert document.quote(0, 5).quote == "A &amp; B"
    assert document.quote(6, 13).quote == "One <b>two"


def test_wrapped_lines_are_joined():
    text = "The two sides agreed to\nstrengthen exchanges in\nmany fields and to open\na new route.\n\nNext.\n"
    assert open_document(text.encode(), name="a.txt").text.split("\n") == [
        "The two sides agreed to strengthen exchanges in many fields and to open a new route.",
        "",
        "Next.",
        "",
    ]


def test_document_over_the_limit_is_refused():
    with pytest.raises(DocumentTooLarge) as refused:
        open_document(b"a" * (MAX_BYTES + 1), name="a.txt")
    assert refused.value.values == {"name": "a.txt", "size": MAX_BYTES + 1, "limit": MAX_BYTES}


@pytest.mark.parametrize("raw", [b"a\x00b", b"PK\x03\x04", b"GIF89a", bytes(range(256))])
def test_what_is_not_text_is_refused(raw):
    with pytest.raises(NotADocument):
        open_document(raw, name="a.txt")


@pytest.mark.parametrize("raw", [b"\xff\xfea", "Hai bên ký".encode() + "双方".encode("gb18030"), b"caf\xe9 \x80\x81"])
def test_text_whose_encoding_cannot_be_told_is_refused(raw):
    with pytest.raises(UnclearEncoding):
        open_document(raw, name="a.txt")


@pytest.mark.parametrize("raw", [b"", b" \n\t", b"<html><body><script>x</script></body></html>"])
def test_document_without_text_is_refused(raw):
    with pytest.raises(EmptyDocument):
        open_document(raw, name="a.html")


def test_secret_mark_is_refused_with_the_mark():
    with pytest.raises(SecretMark) as refused:
        open_document("TỐI MẬT\n\nBáo cáo về buổi họp".encode(), name="a.txt")
    assert refused.value.values == {"name": "a.txt", "mark": "TỐI MẬT"}
