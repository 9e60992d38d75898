"""Sessions, agreed items, parties, people, letters, changes, words and "mine": what they say and what they cost."""

import json
import re

import pytest

from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand
from comity.store.entries import Books

from .conftest import Visitor
from .filled_home import make_filled_home
from .small_home import MOMENT

LISTS = ("sessions", "agreed", "parties", "people", "letters", "changes", "vocabulary")
# How many questions each page may ask the store, at one row and at three.
QUESTIONS = 30


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    return {count: Visitor(make_filled_home(tmp_path_factory.mktemp(f"filled{count}"), count)) for count in (1, 3)}


def _pages(visitor):
    things = [f"/t/{visitor.small.things[name]}" for name in ("agreed-1", "silent-1", "session-1", "proposal-1")]
    return ["/", *(f"/{name}/" for name in LISTS), "/agreed/?state=silent", "/agreed/?q=hours", *things]


def _lede(visitor, path):
    return " ".join(re.sub("<[^>]+>", "", re.search(r'<p class="lede">(.*?)</p>', visitor.text(path), re.S).group(1)).split())


def test_pages_ask_no_question_for_each_row(filled, monkeypatch):
    asked, ask, costs = [], Books._ask, {}
    monkeypatch.setattr(Books, "_ask", lambda self, query, /, **values: asked.append(query) or ask(self, query, **values))
    for count, visitor in filled.items():
        for at, path in enumerate(_pages(visitor)):
            asked.clear()
            assert visitor.get(path).status_code == 200
            costs.setdefault(at, {})[count] = len(asked)
    # Names that one list has read already are not read again by the next, so a page may differ by a question or two.
    assert {at: cost for at, cost in costs.items() if cost[3] > min(cost[1] + 2, QUESTIONS)} == {}


def test_first_sentences_hold_the_figures(filled):
    visitor = filled[3]
    assert {path: _lede(visitor, f"/{path}/") for path in LISTS[:6]} == {
        "sessions": "3 sessions, 3 held and 0 planned; mechanisms: 1.",
        "agreed": "6 agreed items. By the word on at least one owner: reported done 3, under way 0, waiting 0. "
        "For 3: no later mention in the 1 report read, which was read in part.",
        "parties": "5 parties are known here, 2 of them with a book. 3 have ended and have no successor yet. "
        "Posts and their holders",
        "people": "3 holders; posts: 3.",
        "letters": "6 letters and calls are held here. Waiting for our answer: 6; for the answer of others: 0.",
        "changes": "46 entries; books: 2.",
    }


def test_sessions_stand_on_a_timeline_with_what_else_is_told(filled):
    visitor, things = filled[3], filled[3].small.things
    page = visitor.text("/sessions/")
    days = re.findall(r'class="when"><time datetime="([^"]+)"', page)
    assert days == ["2023-02-11", "2022-02-11", "2021-02-11"]
    assert page.count("Also told as 12 Feb") == 3
    assert f'href="/t/{things["delegation-1"]}"' in page
    assert "in place of" in page
    assert "2021-02-11" not in visitor.text(f"/sessions/?mechanism={'0' * 64}")


def test_agreed_items_are_chosen_by_state_words_and_owner(filled):
    visitor, things = filled[3], filled[3].small.things

    def chosen(query):
        return {line["id"] for line in json.loads(visitor.text(f"/agreed.json?{query}"))["agreed"]}

    every = {kind: {things[f"{kind}-{at}"] for at in (1, 2, 3)} for kind in ("agreed", "silent")}
    assert chosen("state=done") == chosen("nature=once") == chosen("q=hours") == chosen("areas=A05") == every["agreed"]
    assert chosen("state=silent") == chosen("state=none") == every["silent"]
    assert chosen(f"owners={things['thanh-lac']}&q=hours&session={things['session-2']}") == {things["agreed-2"]}


def test_standing_duty_has_no_planned_day(filled):
    lines = json.loads(filled[3].text("/agreed.json"))["agreed"]
    assert {(line["nature"], line["due_on"]) for line in lines} == {("once", "2021-05"), ("standing", "")}


def test_no_page_calls_anybody_late(filled):
    visitor = filled[3]
    words = re.compile(r"\b(late|overdue|failed|ignored|nobody did)\b", re.IGNORECASE)
    assert {path for path in _pages(visitor) if words.search(visitor.text(path).split("<main")[1])} == set()


def test_agreed_item_shows_the_same_matter_over_the_years(filled):
    visitor, things = filled[3], filled[3].small.things
    thread = visitor.text(f"/t/{things['agreed-1']}").split('<ol class="thread">')[1].split("</ol>")[0]
    assert set(re.findall(r'href="/t/([0-9a-f]{64})"', thread)) == {things["session-1"], things["proposal-1"]}
    assert "one was born from the other" in thread
    assert '<ol class="thread">' not in visitor.text(f"/t/{things['silent-1']}")


def test_silence_is_told_with_what_was_read(filled):
    visitor, things = filled[3], filled[3].small.things
    sentence = "no later mention in the 1 report read, which was read in part."
    assert [sentence in visitor.text(f"/t/{things[name]}") for name in ("silent-1", "agreed-1")] == [True, False]


def test_own_parties_see_what_waits_for_them(filled):
    page = filled[1].text("/")
    assert 'id="mine"' in page
    assert "Waiting for our answer: 2; for the answer of others: 0." in page
    assert "Signatures of ours not here yet: 2." in page


def test_every_list_comes_as_json_and_table(filled):
    visitor = filled[3]
    counts = {name: json.loads(visitor.text(f"/{name}.json"))["count"] for name in LISTS}
    lines = {name: len(visitor.text(f"/{name}.csv").splitlines()) - 1 for name in LISTS}
    assert counts == lines
    assert (counts["sessions"], counts["agreed"], counts["letters"]) == (3, 6, 6)


def test_changes_keep_to_a_day_and_go_on_from_an_entry(filled):
    visitor = filled[3]
    ids = [line["id"] for line in json.loads(visitor.text("/changes.json"))["changes"]]
    assert json.loads(visitor.text("/changes.json?since=2026-11-23"))["count"] == 0
    assert [line["id"] for line in json.loads(visitor.text(f"/changes.json?after={ids[9]}"))["changes"]] == ids[10:]
    assert "is no day" in visitor.text("/changes/?since=yesterday")
    assert visitor.get(f"/changes/?after={'0' * 64}").status_code == 404


def test_words_of_a_kind_stand_in_three_languages(filled):
    page = filled[1].text("/vocabulary/?kind=session")
    assert ("Bên đăng cai" in page, "主办方" in page, "Host" in page) == (True, True, True)
    assert filled[1].get("/vocabulary/?kind=nothing").status_code == 404


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_pages_answer_in_three_languages_and_are_small(filled, lang):
    visitor = Visitor(filled[3].small, lang)
    answers = {path: visitor.get(path) for path in _pages(visitor)}
    assert {path: answer.status_code for path, answer in answers.items() if answer.status_code != 200} == {}
    assert {path for path, answer in answers.items() if len(answer.content) > 100_000} == set()


def test_statement_is_called_by_what_it_speaks_of(own_small):
    """On its own page and in a letter that is about it; never by what this home calls it for short."""
    given = {"subject": {"vi": "Báo tin"}, "from_party": "thanh-lac", "to_party": "van-khe", "about": "said"}
    letter = enter_act(own_small.home, "letter", given, by=Hand("thanh-lac", MOMENT))
    words, own, visitor = "tình hình thực hiện: Mở phà ngày chợ", f"/t/{own_small.things['said']}", Visitor(own_small)
    for path in (f"/t/{letter}", own):
        page = visitor.text(path)
        assert (path, words in page, re.search(r">\s*said\s*<", page)) == (path, True, None)
    assert f"<title>{words}" in visitor.text(own)
