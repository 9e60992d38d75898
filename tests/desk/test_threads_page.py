"""One matter over the years and one event in many reports, at the desk: what is asked, answered, undone, and what it costs."""

import hashlib
import re

import pytest

from comity.procedures.clock import Moment
from comity.procedures.draft_keys import keep_all_keys
from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand
from comity.procedures.look_for_threads import look_for_threads
from comity.store.entries import Books
from comity.store.reading import DocumentRow, DraftRow

MOMENT = Moment("2026-11-22T01:14:00Z", "Asia/Ho_Chi_Minh")
WORDINGS = {"vi": "Xây dựng cửa khẩu thông minh", "zh-Hans": "建设智慧口岸", "en": "Build the smart border gate"}
QUERIES = 30


@pytest.fixture
def tied(own_small):
    """Items of one matter said in three years and languages, looked through."""
    for year, (lang, text) in enumerate(WORDINGS.items(), start=2023):
        fields = {"title": {lang: text}, "owners": ["self"], "nature": "once", "agreed_on": f"{year}-02-20"}
        own_small.things[lang] = enter_act(own_small.home, "undertaking", fields, by=Hand("thanh-lac", MOMENT))
    look_for_threads(own_small.home)
    return own_small


@pytest.fixture
def told(own_small):
    """Two documents that tell of one session on two days, and a reprint of the first."""
    report = "The sides met for the 7th time at the ferry and agreed to open the clearance route before the harvest of the year. "
    texts = {"one": report, "two": "清乐与云溪举行第七次会晤。", "reprint": "Again. " + report}
    numbers = {}
    for name, text in texts.items():
        digest = hashlib.sha256(text.encode()).hexdigest()
        lang = "zh" if name == "two" else "en"
        described = {"doc": {"title": f"Report {name}", "lang": lang, "date": "2026-03-03"}}
        value = {"mechanism": "spring-meeting", "edition": 7, "role": "main", "parties": ["thanh-lac", "van-khe"]}
        value |= {"date": "2026-02-27" if name == "two" else "2026-02-26"}
        quote = [{"quote": text[:8], "start": 0, "end": 8}]
        with own_small.home.write(entering=False) as writing:
            writing.put_document(
                DocumentRow(digest, f"{name}.txt", "text/plain", lang, text.encode(), text, described, MOMENT.at, "")
            )
            (numbers[name],) = writing.add_drafts([DraftRow(0, digest, "session", value, quote, "rule", 80, "open", False, "")])
            keep_all_keys(writing)
    look_for_threads(own_small.home)
    return numbers


def words(page):
    """The text of the page's content on one line."""
    return " ".join(re.sub(r"<[^>]*>", " ", page.split("<main")[1].split("</main")[0]).split())


def pairs(page):
    return re.findall(r'name="one" value="([0-9a-f]{64})"><input type="hidden" name="other" value="([0-9a-f]{64})"', page)


def test_pairs_stand_with_what_they_share_and_are_answered_by_key(tied, own_visitor):
    page = own_visitor.text("/threads/")
    vi, zh, en = (tied.things[lang] for lang in WORDINGS)
    assert set(pairs(page)) == {(vi, zh), (vi, en), (zh, en)}
    assert "3 pairs of agreed items or proposals may say the same. Found by machine, confirmed by nobody." in words(page)
    assert "the same things: smart border gate" in words(page)
    assert 'data-deed="same"' in page
    assert 'data-deed="differ"' in page
    answer = own_visitor.post("/threads/answer", {"one": vi, "other": en, "answer": "same"})
    assert (vi, en) not in pairs(answer.content.decode())
    assert pairs(own_visitor.text("/threads/?sort=thread")) == [tuple(sorted((vi, en)))]
    assert "confirmed here as one matter" in words(own_visitor.text(f"/t/{vi}"))


def test_answer_is_undone_from_the_page(tied, own_visitor):
    vi, zh = tied.things["vi"], tied.things["zh-Hans"]
    page = own_visitor.post("/threads/answer", {"one": vi, "other": zh, "answer": "differ"}).content.decode()
    assert (vi, zh) not in pairs(page)
    deed = re.search(r'name="deed" value="(\d+)"', page)[1]
    again = own_visitor.post("/drafts/undo", {"deed": deed, "next": "/threads/"})
    assert again.redirect_chain[-1][0] == "/threads/"
    assert (vi, zh) in pairs(again.content.decode())
    assert "Two items were said not to be one matter" in words(own_visitor.text("/drafts/deeds"))


def test_what_came_since_is_said_and_looked_through(own_small, own_visitor):
    assert "Something came since it was last looked through." in words(own_visitor.text("/threads/"))
    answer = own_visitor.post("/threads/look", {"next": "/events/"})
    assert answer.redirect_chain[-1][0] == "/events/"
    assert "Something came since" not in words(answer.content.decode())


@pytest.mark.parametrize("fields", [{}, {"answer": "maybe", "one": "x", "other": "y"}])
def test_answers_that_say_nothing_change_nothing(tied, own_visitor, fields):
    before = pairs(own_visitor.text("/threads/"))
    assert pairs(own_visitor.post("/threads/answer", fields).content.decode()) == before


def test_what_is_no_pair_is_refused(tied, own_visitor):
    fields = {"one": tied.things["vi"], "other": tied.things["vi"], "answer": "same"}
    assert own_visitor.post("/threads/answer", fields).status_code == 400
    assert own_visitor.get("/threads/answer").status_code == 405


def test_event_shows_each_report_what_it_derives_from_and_what_is_told_differently(told, own_visitor):
    page = words(own_visitor.text("/events/"))
    assert "1 session is told of in several documents. Found by machine, confirmed by nobody." in page
    assert "1 document is a copy or translation of another and counts as no further report." in page
    assert "Told in 3 documents, of which 2 derive from no other." in page
    assert "Derived from Report one: the same words: 100 of 100 runs of words" in page
    one, two, reprint = (f"Draft {told[name]}" for name in ("one", "two", "reprint"))
    assert f"first day 26 Feb 2026 ( {one} , {reprint} ) 27 Feb 2026 ( {two} )" in page


def test_event_is_confirmed_cut_and_undone(told, own_small, own_visitor):
    page = own_visitor.post(f"/events/{told['one']}", {"answer": "same"}).content.decode()
    assert "Confirmed here as one session." in words(page)
    page = own_visitor.post(f"/events/{told['two']}", {"answer": "differ"}).content.decode()
    assert "Told in 2 documents" in words(page)
    with own_small.home.read() as reading:
        deed = reading.last_deed().number
    again = own_visitor.post("/drafts/undo", {"deed": str(deed), "next": "/events/"})
    assert "Told in 3 documents" in words(again.content.decode())


def test_source_says_what_it_derives_from_and_what_derives_from_it(told, own_small, own_visitor):
    with own_small.home.read() as reading:
        (row,) = reading.derivations()
    assert "Derived from Report one" in words(own_visitor.text(f"/sources/{row.copy}"))
    assert "From it derives Report reprint" in words(own_visitor.text(f"/sources/{row.original}"))


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_pages_stand_in_three_languages_within_their_bounds(tied, told, own_visitor, monkeypatch, lang):
    asked = []
    ask = Books._ask

    def counted(self, query, /, **values):
        asked.append(query)
        return ask(self, query, **values)

    monkeypatch.setattr(Books, "_ask", counted)
    own_visitor.client.cookies["comity_language"] = lang
    for path in ("/threads/", "/threads/?sort=standing", "/threads/?sort=apart&after=x", "/events/", "/events/?after=999999"):
        asked.clear()
        answer = own_visitor.get(path)
        assert (answer.status_code, len(asked) <= QUERIES, len(answer.content) < 100_000) == (200, True, True), path
        assert f'<html lang="{lang}">' in answer.content.decode()
