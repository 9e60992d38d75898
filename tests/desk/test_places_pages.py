"""Border gates, instruments, sources and the overview: what they say, what they cost and how they are bounded."""

import json
import re

import pytest

from comity.procedures.clock import Moment
from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand
from comity.store.entries import Books

from .conftest import Visitor
from .filled_home import make_filled_home

MOMENT = Moment("2026-11-22T01:14:00Z", "Asia/Ho_Chi_Minh")
LISTS = ("places", "instruments", "sources")
PAGES = ("/", "/places/", "/instruments/", "/sources/", "/sessions/?year=2021", "/parties/")
QUESTIONS = 30
MANY = 60


def _enter_gates(small, count):
    """To a home: `count` sources with a pair of gates, two readings of it and an instrument each; the last pair is a route."""

    def enter(short, kind, **given):
        given["label"] = "clear"
        small.things[short] = enter_act(small.home, kind, given, by=Hand("thanh-lac", MOMENT), short=short)

    sides = {"first_side": "VN", "first_at": "thanh-lac", "second_side": "CN", "second_at": "van-khe"}
    for at in range(1, count + 1):
        more = {
            "coverage": "full_text" if at == 1 else "press",
            "dated_on": f"{2019 + at % 8}-05-01",
            "outlet": f"Ferry Post {at % 2}",
        }
        enter(f"report-{at}", "source", title={"en": f"Report {at}"}, address=f"https://example.org/{at}", language="vi", **more)
        within = {"within": f"gate-{at - 1}"} if at == count > 1 else {}
        enter(f"gate-{at}", "gate", title={"vi": f"Bến {at}", "zh-Hans": f"渡口{at}", "en": f"Ferry {at}"}, **sides, **within)
        tells = {"source": f"report-{at}", "says": "gate", "about": f"gate-{at}", "title": {"en": f"Told {at}"}}
        enter(
            f"opened-{at}", "reading", value={"date": f"{2019 + at % 8}-05", "change": "opened", "status": "bilateral"}, **tells
        )
        enter(f"approved-{at}", "reading", value={"country": "CN", "change": "approved", "status": "international"}, **tells)
        value = {"nature": "memorandum", "role": "government", "date": f"{2019 + at % 8}-02-11", "date_until": "2027-01"}
        named = {"source": f"report-{at}", "says": "signed", "about": ["session-1", "thanh-lac"]}
        enter(f"signed-{at}", "reading", title={"en": f"Memorandum no. {at}"}, value=value, **named)


def _home(folder, rounds, gates):
    small = make_filled_home(folder, rounds)
    _enter_gates(small, gates)
    return Visitor(small)


@pytest.fixture(scope="module")
def homes(tmp_path_factory):
    return {count: _home(tmp_path_factory.mktemp(f"gates{count}"), count, count) for count in (1, 3)}


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    return _home(tmp_path_factory.mktemp("many"), 1, MANY)


def _lede(visitor, path):
    return " ".join(re.sub("<[^>]+>", "", re.search(r'<p class="lede">(.*?)</p>', visitor.text(path), re.S).group(1)).split())


def _ids(visitor, path, name):
    return {line["id"] for line in json.loads(visitor.text(path))[name]}


def test_pages_ask_no_question_for_each_row(homes, many, monkeypatch):
    asked, ask, costs = [], Books._ask, {}
    monkeypatch.setattr(Books, "_ask", lambda self, query, /, **values: asked.append(query) or ask(self, query, **values))
    for count, visitor in {**homes, MANY: many}.items():
        for path in PAGES:
            asked.clear()
            assert visitor.get(path).status_code == 200
            costs.setdefault(path, {})[count] = len(asked)
    assert {path: cost for path, cost in costs.items() if max(cost.values()) > min(cost[1] + 2, QUESTIONS)} == {}


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_pages_answer_in_three_languages_and_are_small_with_many_rows(many, lang):
    visitor = Visitor(many.small, lang)
    answers = {path: visitor.get(path) for path in PAGES}
    assert {path: answer.status_code for path, answer in answers.items() if answer.status_code != 200} == {}
    assert {path: len(answer.content) for path, answer in answers.items() if len(answer.content) > 100_000} == {}


def test_first_sentences_hold_the_figures(homes):
    visitor = homes[3]
    assert {path: _lede(visitor, path) for path in ("/", "/places/", "/instruments/?on=2026-11-22", "/sources/")} == {
        "/": "From 2020 to 2023: sessions 3, agreed items 6, instruments 6, pairs of border gates 2. 4 sources were read here. "
        "58 things stand in the books held here.",
        "/places/": "2 pairs of border gates are known here; routes within pairs: 1. In 3 the sides are to be compared.",
        "/instruments/?on=2026-11-22": "6 instruments are known here; carried as texts in the books: 3. "
        "The terms of 3 end within a year of 22 Nov 2026.",
        "/sources/": "4 sources were read here: 1 of them in full (25 %). "
        "Of 4 no copy is kept: they are known by their address alone.",
    }


def test_each_side_of_a_pair_shows_its_own_class_and_whose_word_it_is(homes):
    visitor, things = homes[1], homes[1].small.things
    pair = visitor.text("/places/").split('<section class="pair')[1].split("</section>")[0]
    first, second = pair.split('<div class="two">')[1].split("</div>\n<div>")
    assert ("bilateral" in first, f'/t/{things["opened-1"]}">told of both sides' in first) == (True, True)
    assert ("international" in second, f'/t/{things["approved-1"]}">told of this side' in second) == (True, True)
    assert (">to compare<" in pair, "Ferry Post 1" in pair) == (True, True)


def test_side_of_the_language_of_the_page_stands_first(homes):
    def first(lang):
        page = Visitor(homes[1].small, lang).text("/places/")
        return re.search(r'<div class="two">.*?href="/t/([0-9a-f]{64})"', page, re.S).group(1)

    things = homes[1].small.things
    assert (first("vi"), first("zh-Hans")) == (things["thanh-lac"], things["van-khe"])


def test_pairs_are_chosen_by_class_place_and_difference(homes):
    visitor, things = homes[3], homes[3].small.things
    every = {things[f"gate-{at}"] for at in (1, 2, 3)}
    chosen = (f"at={things['van-khe']}", "class=international", "compare=yes")
    assert [_ids(visitor, f"/places.json?{query}", "places") for query in chosen] == [every] * 3
    assert _ids(visitor, "/places.json?class=auxiliary", "places") == set()


def test_corridors_stand_with_the_pairs_they_join(own_small, own_visitor):
    def enter(kind, short, **given):
        enter_act(own_small.home, kind, given, by=Hand("thanh-lac", MOMENT), short=short)

    for short in ("pass", "brook"):
        title = {"vi": f"Cặp {short}", "en": f"Pair {short}"}
        enter("gate", short, title=title, first_side="VN", first_name=title, second_side="CN", second_name=title)
    words = {
        "title": {"en": "River corridor"},
        "first_called": {"vi": "Hành lang ven sông"},
        "second_called": {"zh-Hans": "沿江走廊"},
    }
    enter("corridor", "river", first_side="VN", second_side="CN", gates=["pass", "brook"], way="rail", **words)
    page = own_visitor.text("/places/")
    assert "Corridors that pass them" in page
    drawing, table = page.rpartition("</svg>")[0], page.rpartition("</svg>")[2]
    for words in ("Hành lang ven sông", "沿江走廊", "by rail"):
        assert (words in drawing, words in table) == (True, True), words
    assert "(1) " in table


def test_many_pairs_come_a_page_at_a_time_and_none_twice(many):
    seen, path = [], "/places/"
    while path:
        page = many.text(path)
        seen += re.findall(r'<section class="pair[^>]*id="p-([0-9a-f]{12})', page)
        onward = re.search(r'class="onward" href="(/places/\?after=[^"]+)"', page)
        path = onward.group(1) if onward else ""
    assert (len(seen), len(set(seen))) == (MANY, MANY)


def test_places_that_ended_stand_with_who_follows(homes):
    page = homes[3].text("/places/").split("Places whose time began or ended")[1]
    assert (page.count("no successor yet"), page.count("until 30 Jun 2025")) == (3, 3)


def test_what_ends_soon_goes_by_the_day_asked_about(homes):
    def ends(query):
        return {
            line["ends"] for line in json.loads(homes[3].text(f"/instruments.json?{query}"))["instruments"] if line["ends_on"]
        }

    assert [ends(f"on={day}") for day in ("2025-01-01", "2026-11-22", "2027-02-01")] == [{""}, {"soon"}, {"past"}]
    assert homes[3].get("/instruments/?on=2026-13-45").status_code == 200


def test_instruments_are_chosen_by_kind_organ_party_and_year(homes):
    visitor, things = homes[3], homes[3].small.things
    told = {things[f"signed-{at}"] for at in (1, 2, 3)}
    queries = ("organ=government", f"party={things['thanh-lac']}&organ=government", "kind=memorandum&ends=soon&on=2026-11-22")
    assert [_ids(visitor, f"/instruments.json?{query}", "instruments") for query in queries] == [told] * 3
    assert _ids(visitor, "/instruments.json?year=2021", "instruments") >= {things["signed-2"]}


def test_sources_are_chosen_and_say_what_rests_on_them(homes):
    visitor, things = homes[3], homes[3].small.things
    lines = {line["id"]: line for line in json.loads(visitor.text("/sources.json"))["sources"]}
    one = lines[things["report-1"]]
    assert (one["readings"], one["rests"], one["kept"], one["coverage"], one["open"]) == (3, 3, "address", "full_text", 0)
    assert _ids(visitor, "/sources.json?coverage=full_text&language=vi", "sources") == {things["report-1"]}
    odd = {things["report-1"], things["report-3"]}
    assert _ids(visitor, "/sources.json?outlet=Ferry+Post+1", "sources") == odd
    assert _ids(visitor, "/sources.json?year=2021", "sources") == {things["report-2"]}


def test_documents_with_drafts_stand_first_among_sources(visitor, small):
    page = visitor.text("/sources/?drafts=open")
    assert {digest for digest in (small.report, small.page) if f'/sources/{digest}"' in page} == {small.report, small.page}
    assert "in no book yet" in page


def test_sessions_keep_to_a_year_and_name_what_was_signed(homes):
    visitor, things = homes[3], homes[3].small.things
    assert _ids(visitor, "/sessions.json?year=2021", "sessions") == {things["session-1"]}
    assert f'/t/{things["signed-1"]}"' in visitor.text("/sessions/?year=2021")


def test_parties_name_whom_they_meet_across_the_border(homes):
    lines = {line["id"]: line["counterparts"] for line in json.loads(homes[1].text("/parties.json"))["parties"]}
    things = homes[1].small.things
    assert (lines[things["thanh-lac"]], lines[things["van-khe"]]) == ([things["van-khe"]], [things["thanh-lac"]])


def test_every_list_comes_as_json_and_table(homes):
    counts = {name: json.loads(homes[3].text(f"/{name}.json"))["count"] for name in LISTS}
    lines = {name: len(homes[3].text(f"/{name}.csv").splitlines()) - 1 for name in LISTS}
    assert counts == lines == {"places": 3, "instruments": 6, "sources": 4}


def test_overview_leads_to_what_it_counts(homes):
    page = homes[3].text("/")
    years = re.findall(r'href="/sessions/\?year=(\d{4})"', page)
    assert years == ["2023", "2022", "2021", "2020"]
    assert page.index('id="mine"') < page.index("Year by year") < page.index("Sessions by mechanism")
    assert ('href="/agreed/?state=done"' in page, 'href="/agreed/?areas=A05"' in page) == (True, True)
    assert "4 of them rest on an address alone" in page
