"""The desk for drafts: what is unsure first, split, join, same or differ, undo, and two tabs on one draft."""

import re
from dataclasses import replace

import pytest

from comity.procedures.draft_keys import keep_all_keys
from comity.store.entries import Books


def _row(small, number):
    with small.home.read() as reading:
        return reading.draft(number)


def _states(small):
    with small.home.read() as reading:
        return {row.number: row.state for row in reading.drafts()}


def _said(answer):
    return re.findall(r'<p class="said" role="status">([^<]*)</p>', answer.content.decode())


def _person(small, name, party="van-khe"):
    """Another person read in the report, like one that is there."""
    with small.home.write(entering=False) as writing:
        like = writing.draft(small.drafts["person"])
        (number,) = writing.add_drafts([replace(like, value={"name": name, "party": party}, state="open")])
        keep_all_keys(writing)
    return number


def test_least_sure_drafts_stand_first_with_what_was_unsure(own_small, own_visitor):
    with own_small.home.write(entering=False) as writing:
        writing.put_back(replace(writing.draft(own_small.drafts["next"]), confidence=30, value={"status": "proposed"}))
    page = own_visitor.text("/drafts/")
    listed = [int(number) for number in re.findall(r'name="numbers" value="(\d+)"', page)]
    words = ["next", "agreed", "within", "proposed", "page"]
    assert listed == [own_small.drafts[word] for word in words]
    first = page.split('class="why">')[1].split("</small>")[0]
    assert re.sub(r"<[^>]*>", "", first) == "Sure 30 of 100 · No day was found. · Thanh Lac and Van Khe meet at the ferry"


def test_filters_narrow_the_queue_and_go_along(own_small, own_visitor):
    page = own_visitor.text("/drafts/?type=clause&most=90")
    assert [int(number) for number in re.findall(r'name="numbers" value="(\d+)"', page)] == [
        own_small.drafts[word] for word in ("agreed", "proposed", "page")
    ]
    first = own_visitor.text(f"/drafts/{own_small.drafts['agreed']}?type=clause&most=90")
    assert f'<a href="/drafts/{own_small.drafts["proposed"]}?type=clause&amp;most=90" rel="next">' in first
    fields = {"numbers": own_small.drafts["agreed"], "onward": own_small.drafts["proposed"], "filters": "type=clause&most=90"}
    answer = own_visitor.post("/drafts/drop", fields)
    assert answer.redirect_chain[-1][0] == f"/drafts/{own_small.drafts['proposed']}?type=clause&most=90"


@pytest.mark.parametrize("query", ["?state=lost&type=%00&source=x&most=7&after=x", "?after=999-999999999", "?after=-1--1"])
def test_filters_that_mean_nothing_do_no_harm(visitor, query):
    assert visitor.get(f"/drafts/{query}").status_code == 200


def test_draft_is_split_where_a_person_chose(own_small, own_visitor):
    number = own_small.drafts["agreed"]
    assert "before a joining word" not in own_visitor.text(f"/drafts/{number}/split")
    answer = own_visitor.post(f"/drafts/{number}/split", {"words": "at the ferry\r\n\r\n", "seen": "0"})
    assert _said(answer) == [f"Draft {number} was split into 2."]
    with own_small.home.read() as reading:
        parts = [row.evidence[0]["quote"] for row in reading.drafts(after=max(own_small.drafts.values()))]
    assert parts == ["reopen the clearance route", "at the ferry before the harvest"]
    assert "Split: its parts stand for it." in own_visitor.text(f"/drafts/{number}")


def test_drafts_are_joined_and_the_joining_undone(own_small, own_visitor):
    first, second = own_small.drafts["agreed"], own_small.drafts["proposed"]
    before = _states(own_small)
    page = own_visitor.text(f"/drafts/{first}/join")
    assert re.findall(r'name="other" value="(\d+)"', page) == [str(second)]
    answer = own_visitor.post(f"/drafts/{first}/join", {"other": second})
    made = max(_states(own_small))
    assert (_said(answer), answer.redirect_chain[-1][0]) == ([f"The drafts were joined into draft {made}."], f"/drafts/{made}")
    answer = own_visitor.post("/drafts/undo", {})
    assert _said(answer) == [f"Undone. Joined: {first}, {second}."]
    assert (_states(own_small), answer.redirect_chain[-1][0]) == (before, f"/drafts/{first}")
    gone = own_visitor.get(f"/drafts/{made}")
    assert (gone.status_code, "<h1>This draft is no longer there</h1>" in gone.content.decode()) == (404, True)


def test_same_and_differ_are_asked_with_the_words_of_both(own_small, own_visitor):
    number = _person(own_small, "Mac Thu Son")
    with own_small.home.write(entering=False) as writing:
        writing.set_draft(own_small.drafts["person"], state="open")
    page = own_visitor.text(f"/drafts/{number}")
    assert (page.count("Is this the same?"), page.count("<blockquote>")) == (1, 2)
    answer = own_visitor.post(f"/drafts/{number}/alike", {"other": own_small.drafts["person"], "answer": "differ"})
    assert _said(answer) == ["Noted in this home: different. It is not asked again."]
    assert "Is this the same?" not in answer.content.decode()
    answer = own_visitor.post("/drafts/undo", {})
    assert "Is this the same?" in answer.content.decode()
    answer = own_visitor.post(f"/drafts/{number}/alike", {"other": own_small.drafts["person"], "answer": "same"})
    assert _said(answer) == ["Noted in this home: the same. When it is entered, it refers to the other."]


def test_deeds_are_listed_and_undone_from_the_list(own_small, own_visitor):
    number = own_small.drafts["agreed"]
    before = _states(own_small)
    own_visitor.post("/drafts/drop", {"numbers": number})
    page = own_visitor.text("/drafts/deeds")
    (deed,) = re.findall(r'name="deed" value="(\d+)"', page.split('class="statements"')[1])[:1]
    answer = own_visitor.post("/drafts/undo", {"deed": deed, "next": "/drafts/deeds"})
    assert (_said(answer), _states(own_small)) == ([f"Undone. Dropped: {number}."], before)
    assert own_visitor.post("/drafts/undo", {"deed": deed}).status_code == 409
    assert own_visitor.post("/drafts/undo", {"deed": "999"}).status_code == 400


def test_undoing_an_entry_says_that_it_stays_and_can_be_corrected(own_small, own_visitor):
    number = own_small.drafts["agreed"]
    own_visitor.post("/drafts/enter", {"numbers": number})
    entry = _row(own_small, number).entry
    answer = own_visitor.post("/drafts/undo", {})
    page = answer.content.decode()
    sentence = f"Draft {number} was entered, and what stands in a book is never taken back; it can be corrected there."
    assert (answer.status_code, sentence in page, f'href="/correct/{entry}"' in page) == (409, True, True)
    assert _row(own_small, number).state == "accepted"


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/drafts/enter", {}),
        ("/drafts/drop", {}),
        ("/drafts/{}/correct", {"v-status": "done"}),
        ("/drafts/{}/split", {"words": "at the ferry"}),
        ("/drafts/{}/join", {"other": "5"}),
    ],
)
def test_page_opened_before_a_change_does_nothing(own_small, own_visitor, path, fields):
    number = own_small.drafts["agreed"]
    own_visitor.post(f"/drafts/{number}/correct", {"v-status": "proposed", "seen": "0"})
    before = _row(own_small, number)
    answer = own_visitor.post(path.format(number), {**fields, "numbers": number, "seen": "0"})
    page = answer.content.decode()
    assert (answer.status_code, f"Draft {number} was changed after this page was opened" in page) == (409, True)
    assert (f"<span>Corrected: {number}</span>" in page, _row(own_small, number)) == (True, before)


@pytest.mark.parametrize("what", ["split", "join"])
def test_settled_draft_is_neither_split_nor_joined(own_small, own_visitor, what):
    number = own_small.drafts["agreed"]
    own_visitor.post("/drafts/enter", {"numbers": number})
    answers = [
        own_visitor.get(f"/drafts/{number}/{what}"),
        own_visitor.post(f"/drafts/{number}/{what}", {"words": "at the ferry"}),
    ]
    for answer in answers:
        page = answer.content.decode()
        told = (f"<span>Entered: {number}</span>" in page, f'href="/t/{_row(own_small, number).entry}"' in page)
        assert (answer.status_code, told) == (409, (True, True))


@pytest.mark.parametrize("more", [0, 400])
@pytest.mark.parametrize("path", ["/drafts/", "/drafts/{}", "/drafts/{}/split", "/drafts/{}/join", "/drafts/deeds"])
def test_pages_ask_as_much_of_a_full_home_as_of_an_empty_one(own_small, own_visitor, monkeypatch, more, path):
    with own_small.home.write(entering=False) as writing:
        writing.add_drafts([replace(writing.draft(own_small.drafts["agreed"]), confidence=90)] * more)
    asked = []
    ask = Books._ask
    monkeypatch.setattr(Books, "_ask", lambda self, query, /, **values: asked.append(query) or ask(self, query, **values))
    answer = own_visitor.get(path.format(own_small.drafts["agreed"]))
    assert (answer.status_code, len(asked) <= 30, len(answer.content) < 100_000) == (200, True, True), asked
