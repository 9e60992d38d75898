"""The review book at the desk: the page, both editions, and the files made on the spot."""

import re
from html import unescape

import pytest

from comity.record.language import LANGUAGES

from .conftest import Visitor

ADDRESS = "/review/spring-meeting-3/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Kept:
    """A home as visitors take it."""

    def __init__(self, home):
        self.home = home


@pytest.fixture(scope="module")
def invented(whole_home):
    return Kept(whole_home("invented"))


@pytest.fixture(scope="module")
def address(invented):
    return Visitor(invented).get(ADDRESS).headers["Location"]


def test_short_name_leads_to_the_full_address(invented):
    answer = Visitor(invented).get(ADDRESS + "?edition=joint&day=2026-11-22&x=1")
    assert answer.status_code == 302
    assert re.fullmatch(r"/review/[0-9a-f]{64}/\?day=2026-11-22&edition=joint", answer.headers["Location"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_is_the_book_in_the_language_of_the_page(invented, address, lang):
    page = Visitor(invented, lang).text(f"{address}?day=2026-11-22")
    titles = {
        "vi": "Kết quả và khó khăn, vướng mắc: Gặp gỡ đầu Xuân lần thứ ba",
        "zh-Hans": "关于第三次新春会晤成果、困难和问题的梳理报告",
        "en": "Results and difficulties: 3rd Spring Meeting",
    }
    # The name of the session leads to its page.
    assert titles[lang] in unescape(re.sub(r"<[^>]*>", "", page))
    assert f'<a href="{address}review.{lang}.pdf?day=2026-11-22" download>PDF</a>' in page
    assert len(page) < 150_000
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_files_are_made_on_the_spot(invented, address):
    visitor = Visitor(invented)
    for form, media, opening in (("pdf", "application/pdf", b"%PDF-"), ("docx", WORD, b"PK")):
        answer = visitor.get(f"{address}review.en.{form}?day=2026-11-22")
        assert (answer.status_code, answer.headers["Content-Type"], answer.content[: len(opening)]) == (200, media, opening)
        assert answer.headers["Content-Disposition"] == f'attachment; filename="review.en.{form}"'


def test_editions_are_different_documents(invented, address):
    home, joint = (Visitor(invented).text(f"{address}?day=2026-11-22&edition={each}") for each in ("home", "joint"))
    assert ('id="to_compare"' in home, 'id="to_compare"' in joint) == (True, False)
    assert ('id="no_mention"' in home, 'id="no_mention"' in joint) == (True, False)
    assert "This edition holds only what every party of the session may see." in joint


def test_book_is_led_to_from_the_session_and_its_findings(invented, address):
    visitor, session = Visitor(invented), address.split("/")[2]
    for path in (f"/t/{session}", "/sessions/", f"/findings/?session={session}"):
        assert f'href="{address}"' in visitor.text(path)
    assert f'href="/findings/?session={session}"' in visitor.text(address)


def test_what_is_no_session_has_no_book(invented, address):
    visitor = Visitor(invented)
    paths = {"/review/none/": 404, "/review/thanh-lac/": 302, f"{address}review.fr.pdf": 404, f"{address}review.en.txt": 404}
    assert {path: visitor.get(path).status_code for path in paths} == paths
    party = visitor.get("/review/thanh-lac/").headers["Location"]
    assert visitor.get(party).status_code == 400
    assert visitor.client.post(address).status_code == 405
    assert visitor.get(f"{address}?day=2026-02-30&edition=x").status_code == 200
