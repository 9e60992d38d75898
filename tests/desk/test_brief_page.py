"""The brief at the desk: a page and its files, for one's own side."""

import pytest

from .conftest import Visitor
from .filled_home import make_filled_home


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    return make_filled_home(tmp_path_factory.mktemp("filled"), 3)


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_page_says_that_it_stays_at_home_and_leads_to_every_form(filled, lang):
    visitor, party = Visitor(filled, lang), filled.things["van-khe"]
    page = visitor.text(f"/brief/{party}/")
    assert {"vi": "chỉ dùng nội bộ", "zh-Hans": "仅供本方使用", "en": "for one&#39;s own side only"}[lang].lower() in page.lower()
    assert [f'href="/brief/{party}/brief.{lang}.{form}"' in page for form in ("pdf", "docx", "html", "txt", "png")] == [True] * 5
    assert len(page.encode()) < 100_000


def test_files_are_what_they_are_called(filled):
    visitor, party = Visitor(filled), filled.things["van-khe"]
    begins = {"pdf": b"%PDF-", "docx": b"PK", "html": b"<!doctype html>", "txt": "Brief: Vân Khê".encode(), "png": b"\x89PNG"}
    for form, first in begins.items():
        answer = visitor.get(f"/brief/{party}/brief.en.{form}")
        assert (answer.status_code, answer.content.lstrip()[: len(first)]) == (200, first)
        assert answer["Content-Disposition"] == f'attachment; filename="brief.en.{form}"'


def test_short_name_leads_to_the_full_address_and_keeps_what_is_asked(filled):
    answer = Visitor(filled).get("/brief/van-khe/?about=A05")
    assert (answer.status_code, answer["Location"]) == (302, f"/brief/{filled.things['van-khe']}/?about=A05")
    page = Visitor(filled).text(answer["Location"])
    assert ("Hours 1" in page, "Market 1" in page) == (True, False)


def test_party_leads_to_its_brief_but_the_own_one_does_not(filled):
    visitor = Visitor(filled)
    for short, leads in (("van-khe", True), ("thanh-lac", False), ("gone-1", True)):
        assert (f'href="/brief/{filled.things[short]}/"' in visitor.text(f"/t/{filled.things[short]}")) == leads


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/brief/nobody/", 404),
        ("/brief/{thanh-lac}/", 400),
        ("/brief/{session-1}/", 404),
        ("/brief/{van-khe}/?about=nothing", 404),
        ("/brief/{van-khe}/?day=soon", 200),
        ("/brief/{van-khe}/brief.en.exe", 404),
        ("/brief/{van-khe}/brief.fr.txt", 404),
    ],
)
def test_wrong_addresses_get_a_clear_page(filled, path, status):
    assert Visitor(filled).get(path.format(**filled.things)).status_code == status


def test_brief_asks_as_much_over_few_things_as_over_many(filled, tmp_path, monkeypatch):
    from comity.store.entries import Books

    asked, ask = [], Books._ask
    monkeypatch.setattr(Books, "_ask", lambda self, query, /, **values: asked.append(query) or ask(self, query, **values))
    counts = []
    for home in (make_filled_home(tmp_path, 1), filled):
        asked.clear()
        assert Visitor(home).get(f"/brief/{home.things['van-khe']}/").status_code == 200
        counts.append(len(asked))
    assert (abs(counts[0] - counts[1]) <= 2, max(counts) <= 50) == (True, True)
