"""Check it yourself: what the page and its files say is what stands in the books, and no body goes out."""

import io
import json
import zipfile

import pytest
from markupsafe import escape

from comity.procedures.check_book import check_book
from comity.record.note import parse_vkey

from .conftest import Visitor


def _books(home):
    with home.read() as reading:
        return {str(book.party): book for book in reading.books()}


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_page_shows_each_head_as_it_stands(small, lang):
    page = Visitor(small, lang).text("/check")
    for party, book in _books(small.home).items():
        assert [part in page for part in (book.root, book.vkey, party)] == [True] * 3
        assert f"<code>{escape(book.checkpoint)}</code>" in page


def test_json_holds_the_same(small, visitor):
    found = json.loads(visitor.text("/check.json"))
    expected = {party: (book.size, book.root, book.checkpoint, book.vkey) for party, book in _books(small.home).items()}
    assert found["count"] == len(expected)
    assert {row["party"]: (row["size"], row["root"], row["checkpoint"], row["vkey"]) for row in found["books"]} == expected


def test_files_are_the_head_and_the_key(small, visitor):
    for party, book in _books(small.home).items():
        assert visitor.text(f"/check/{party}/checkpoint") == book.checkpoint
        assert visitor.text(f"/check/{party}/vkey") == f"{book.vkey}\n"
        assert parse_vkey(book.vkey).name == book.origin


def test_packed_book_is_checked_like_an_export_and_holds_no_body(small, visitor, tmp_path):
    for party, book in _books(small.home).items():
        answer = visitor.get(f"/check/{party}/book.zip")
        with zipfile.ZipFile(io.BytesIO(answer.content)) as pack:
            names = pack.namelist()
            pack.extractall(tmp_path / party)
        assert ([name for name in names if name.startswith("body/")], names[-1]) == ([], "checkpoint")
        checked = check_book(tmp_path / party, parse_vkey(book.vkey))
        assert (checked.party, checked.head.size, checked.head.root.hex(), checked.bodies) == (party, book.size, book.root, 0)
        assert answer.content == visitor.get(f"/check/{party}/book.zip").content


def test_book_that_is_not_here_is_said(visitor):
    paths = [f"/check/{'0' * 64}/{name}" for name in ("checkpoint", "vkey", "book.zip")] + ["/check/short/vkey"]
    assert [visitor.get(path).status_code for path in paths] == [404] * 4


def test_old_address_leads_here(visitor):
    answer = visitor.get("/about")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/check")
