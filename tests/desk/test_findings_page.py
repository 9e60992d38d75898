"""The findings as a page, as JSON and as a table."""

import json
import re
from html import unescape

import pytest

from comity.procedures.clock import Moment
from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand
from comity.record.language import LANGUAGES
from comity.store.entries import Books

from .conftest import Visitor
from .filled_home import make_filled_home

MADE = Moment("2026-11-22T03:04:05Z", "Asia/Ho_Chi_Minh")


class Kept:
    """A home as visitors take it."""

    def __init__(self, home):
        self.home = home


@pytest.fixture(scope="module")
def invented(whole_home):
    return Kept(whole_home("invented"))


@pytest.fixture(scope="module")
def sample(whole_home):
    return Kept(whole_home("sample"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_shows_the_first_of_each_rule_in_every_language(sample, lang):
    answer = Visitor(sample, lang).get("/findings/?day=2026-11-22")
    page = answer.content.decode()
    assert (answer.status_code, len(answer.content) < 100_000) == (200, True)
    titles = {"vi": "Chưa thấy nhắc lại", "zh-Hans": "暂未见后续提及", "en": "No later mention found"}
    assert f'<h2 id="no_mention">{titles[lang]} <small>16</small></h2>' in page
    assert page.count("/findings/?day=2026-11-22&amp;rule=no_mention") == 2


def test_page_says_the_same_as_its_files(invented):
    visitor = Visitor(invented)
    told = json.loads(visitor.text("/findings.json?day=2026-11-22"))
    page = visitor.text("/findings/?day=2026-11-22")
    assert f"{told['count']} findings on 22 Nov 2026; what is new counts since 22 Nov 2025." in page
    table = visitor.get("/findings.csv?day=2026-11-22").content.decode("utf-8-sig").splitlines()
    assert (len(told["findings"]), len(table) - 1) == (told["count"], told["count"])
    waits = next(each for each in told["findings"] if each["rule"] == "waiting")
    assert waits["sentence"]["en"] in unescape(re.sub(r"<[^>]*>", "", page))
    assert f'<a href="/t/{waits["thing"]}">' in page


def test_rule_area_and_party_choose(invented):
    visitor = Visitor(invented)
    path = "/findings.json?day=2026-11-22"
    rules = {each["rule"] for each in json.loads(visitor.text(path + "&rule=waiting"))["findings"]}
    assert rules == {"waiting"}
    every = json.loads(visitor.text(path))["findings"]
    some = json.loads(visitor.text(path + "&area=A05"))["findings"]
    assert [each["id"] for each in some] == [each["id"] for each in every if "A05" in each["areas"]]
    assert '<a href="/t/' in visitor.text("/findings/?day=2026-11-22&session=spring-meeting-3")
    page = visitor.text("/findings/?day=2026-11-22&rule=no_mention")
    unmentioned = json.loads(visitor.text(path + "&rule=no_mention"))["findings"]
    assert len(re.findall(r'<li>[^\n]*?<a href="/t/[0-9a-f]{64}"', page)) == len(unmentioned) > 10


def test_many_sources_open_in_place(own_small, own_visitor):
    by, address = Hand("thanh-lac", MADE), "https://example.org/"
    sources = [
        enter_act(own_small.home, "source", {"title": f"Report {at}", "address": f"{address}{at}"}, by=by) for at in range(5)
    ]
    owed = {"title": "Build the road", "owners": "self", "due_on": "2026-01", "evidence": sources}
    enter_act(own_small.home, "undertaking", owed, by=by, short="road")
    page = own_visitor.text("/findings/?day=2026-11-22&rule=due")
    (behind,) = re.findall(r'Build the road</a>.*?<div class="small">(.*?)</div>', page, re.DOTALL)
    first, further = behind.split("<summary>and 2 more</summary>")
    assert (first.count('<a href="/t/'), further.count('<a href="/t/')) == (3, 2)


def test_mechanism_chooses_and_is_offered(sample):
    visitor = Visitor(sample)
    every = json.loads(visitor.text("/findings.json?day=2026-11-22"))["findings"]
    mechanisms = sorted({each["mechanism"] for each in every} - {""})
    page = visitor.text("/findings/?day=2026-11-22")
    assert [page.count(f"mechanism={each}&") + page.count(f'mechanism={each}"') for each in mechanisms] == [1] * len(mechanisms)
    some = json.loads(visitor.text(f"/findings.json?day=2026-11-22&mechanism={mechanisms[0]}"))["findings"]
    assert [each["id"] for each in some] == [each["id"] for each in every if each["mechanism"] == mechanisms[0]]


def test_what_only_the_home_may_say_is_marked(invented):
    assert Visitor(invented).text("/findings/?rule=to_compare&day=2026-11-22").count("<small>(home only)</small>") == 2


def test_bad_addresses_are_answered(invented):
    visitor = Visitor(invented)
    assert "is no day" in visitor.text("/findings/?day=2026-02-30")
    paths = {"session=none": 404, "party=none": 404, "session=thanh-lac": 400, "rule=none": 200, "area=none": 200, "after=x": 200}
    assert {query: visitor.get(f"/findings/?{query}").status_code for query in paths} == paths
    assert visitor.client.post("/findings/").status_code == 405


def test_page_of_many_things_asks_few_questions(tmp_path, monkeypatch):
    asked, ask = [], Books._ask
    monkeypatch.setattr(Books, "_ask", lambda self, query, /, **values: asked.append(query) or ask(self, query, **values))
    counts = []
    for count in (1, 3):
        filled = make_filled_home(tmp_path / str(count), count)
        visitor = Visitor(filled)
        asked.clear()
        assert visitor.get("/findings/").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 30
