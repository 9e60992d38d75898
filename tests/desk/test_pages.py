import json
import re

import pytest
from django.test import Client

from comity.kinds import every_kind

from .conftest import Visitor

LANGUAGES = ("vi", "zh-Hans", "en")


def _paths(small):
    things = [f"/t/{thing}" for thing in small.things.values()]
    sources = [f"/sources/{small.report}", f"/sources/{small.page}", f"/sources/{small.report}?type=clause&state=open&at=0-9"]
    drafts = [f"/drafts/{number}" for number in small.drafts.values()]
    lists = ["/drafts/?state=accepted", "/k/undertaking/?nature=once", *(f"/k/{name}/" for name in every_kind())]
    return ["/", "/sources/", *sources, "/drafts/", *drafts, "/k/", *lists, *things, "/search?q=ferry", "/search", "/check"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_answers_in_its_language(small, lang):
    visitor = Visitor(small, lang)
    answers = {path: visitor.get(path) for path in _paths(small)}
    assert {path: answer.status_code for path, answer in answers.items() if answer.status_code != 200} == {}
    assert {path for path, answer in answers.items() if f'<html lang="{lang}">' not in answer.content.decode()} == set()


def test_pages_hold_nothing_inline(small, visitor):
    inline = re.compile(r"<style|<script(?! src=)|\sstyle=|\son[a-z]+=|javascript:")
    assert {path for path in _paths(small) if inline.search(visitor.text(path))} == set()


def test_every_answer_bears_the_policy(visitor):
    answers = [visitor.get(path) for path in ("/", "/nowhere", "/healthz", "/look/look.css")]
    assert {answer.headers["Content-Security-Policy"] for answer in answers} == {
        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    }
    assert [answer.headers["Cache-Control"] for answer in answers] == ["no-store", "no-store", "no-store", "no-cache"]


def test_drafts_say_that_nobody_confirmed_them(visitor):
    words = "5 statements were read by machine and confirmed by nobody."
    assert [words in visitor.text(path) for path in ("/", "/sources/", "/drafts/")] == [True] * 3


def test_source_marks_the_words_of_its_drafts(small, visitor):
    page = visitor.text(f"/sources/{small.report}")
    number = small.drafts["proposed"]
    assert f'<mark class="open" data-key="{number}"><a href="/drafts/{number}"' in page
    assert "longer hours on market days</a></mark>" in page


def test_web_page_is_shown_without_its_markup(small, visitor):
    page = visitor.text(f"/sources/{small.page}")
    assert "集市日开行渡轮</a></mark>。" in page
    assert "首页" not in page.split('<div class="source"')[1]


def test_source_filters_choose_drafts(small, visitor):
    page = visitor.text(f"/sources/{small.report}?type=gate")
    assert re.findall(r'<li class="draft open" id="d-(\d+)"', page) == [str(small.drafts["within"])]


def test_thing_page_shows_owners_beside_each_other(small, visitor):
    page = visitor.text(f"/t/{small.things['undertaking']}")
    sides = re.findall(r'<p class="state-line">.*?</svg> ([^<]*) <small>\(([^)]*)\)', page)
    assert sorted(sides) == [("reported done", "told to us"), ("under way", "own word")]
    assert "Not yet in: 中文, English." in page


def test_item_page_says_what_is_missing(small, visitor):
    page = visitor.text(f"/t/{small.things['item']}")
    assert "<strong>Not in force</strong>: not every party named has signed the same text." in page
    assert "signed, not yet by all" in page


def test_erased_body_is_said_and_nothing_of_it_shown(small, visitor):
    page = visitor.text(f"/t/{small.things['erased']}")
    assert "The body was erased by the party in whose book it stood." in page
    assert "To be erased" not in page + visitor.text("/search?q=To+be+erased").split("<main")[1].replace("“To be erased”", "")


def test_statement_has_a_page_of_its_own(small, visitor):
    page = visitor.text(f"/t/{small.things['said']}")
    assert "under way" in page


def test_short_names_and_beginnings_lead_to_things(small, visitor):
    item = small.things["item"]
    assert [visitor.get(f"/t/{name}").headers["Location"] for name in ("item", item[:12])] == [f"/t/{item}"] * 2


def test_thing_and_list_come_as_json(small, visitor):
    thing = json.loads(visitor.text(f"/t/{small.things['item']}.json"))
    listed = json.loads(visitor.text("/k/item.json?form=memorandum"))
    assert (thing["id"], thing["kind"], thing["in_force"]) == (small.things["item"], "item", False)
    assert (listed["count"], [row["id"] for row in listed["things"]], listed["next"]) == (1, [thing["id"]], "")


def test_list_comes_as_a_table(small, visitor):
    answer = visitor.get("/k/undertaking.csv")
    head, row = answer.content.decode("utf-8-sig").splitlines()
    assert head.split(",")[:6] == ["id", "party", "at", "label", "body", "title"]
    assert row.startswith(
        f"{small.things['undertaking']},{small.things['thanh-lac']},2026-11-22T01:14:00Z,amber,held,Mở phà ngày chợ"
    )
    assert answer.headers["Content-Disposition"] == 'attachment; filename="undertaking.csv"'


def test_table_holds_no_formula():
    from comity.desk.answering import as_csv

    assert as_csv("a", [["=1+1", "-", "plain"]]).content.decode("utf-8-sig") == "'=1+1,'-,plain\r\n"


@pytest.mark.parametrize("words", ["ferry", "渡口", "ben pha", "bến phà"])
def test_search_finds_in_three_languages(small, visitor, words):
    assert f'href="/t/{small.things["item"]}"' in visitor.text("/search", data={"q": words})


def test_search_keeps_to_a_kind(small, visitor):
    page = visitor.text("/search?q=ferry&kind=text")
    assert (f'href="/t/{small.things["text"]}"' in page, f'href="/t/{small.things["item"]}"' in page) == (True, False)


@pytest.mark.parametrize(
    "path", ["/nowhere", "/t/nothing", "/t/" + "0" * 64, "/drafts/999", "/sources/" + "0" * 64, "/k/nothing/"]
)
def test_what_is_not_here_is_said(visitor, path):
    answer = visitor.get(path)
    assert (answer.status_code, "<h1>" in answer.content.decode()) == (404, True)


def test_assets_are_kept_by_their_digest(visitor):
    page = visitor.text("/check")
    address = re.search(r'href="(/look/look.css\?[0-9a-f]{16})"', page).group(1)
    first = visitor.get(address)
    again = visitor.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (first.headers["Cache-Control"], again.status_code) == ("public, max-age=31536000, immutable", 304)
    assert visitor.get("/look/other.css").status_code == 404


def test_health_is_plain(visitor):
    assert visitor.get("/healthz").content == b"ok\n"


def test_an_empty_home_says_what_to_do(tmp_path):
    from comity.store.home import Home

    home = Home.create(tmp_path / "empty", state_dir=tmp_path / "state")
    client = Client(**{"comity.home": home, "HTTP_HOST": "127.0.0.1"})
    pages = [client.get(path).content.decode() for path in ("/", "/sources/", "/drafts/", "/k/", "/k/item/", "/check")]
    assert ["Nothing has been read or entered here yet." in pages[0], "No source was read here yet." in pages[1]] == [True, True]
    assert [page.count("<h1") for page in pages] == [1] * 6
