import re

import pytest


def _states(small):
    with small.home.read() as reading:
        return {word: reading.draft(number).state for word, number in small.drafts.items()}


def _said(answer):
    return re.findall(r'<p class="said" role="status">([^<]*)</p>', answer.content.decode())


def test_draft_is_entered_and_the_page_says_where(own_small, own_visitor):
    number = own_small.drafts["agreed"]
    answer = own_visitor.post("/drafts/enter", {"numbers": number, "onward": own_small.drafts["within"]})
    assert _said(answer) == ["1 draft was entered in the book of Thanh Lac province. Nobody has signed it."]
    assert (answer.request["PATH_INFO"], _states(own_small)["agreed"]) == (f"/drafts/{own_small.drafts['within']}", "accepted")
    page = own_visitor.text(f"/drafts/{number}")
    entry = re.search(r'<a href="/t/([0-9a-f]{64})"', page.split("What was read")[1]).group(1)
    shown = own_visitor.text(f"/t/{entry}")
    href = re.search(r'href="(/sources/[0-9a-f]{64}[^"]*)"', shown).group(1)
    assert "reopen the clearance route at the ferry before the harvest" in shown
    assert '<span id="q-at"></span>' in own_visitor.text(href.split("#")[0])


def test_draft_goes_into_the_book_chosen(own_small, own_visitor):
    party = own_small.things["van-khe"]
    answer = own_visitor.post("/drafts/enter", {"numbers": own_small.drafts["next"], "party": party})
    assert _said(answer) == ["1 draft was entered in the book of Van Khe region. Nobody has signed it."]


def test_what_was_typed_is_entered_with_the_draft(own_small, own_visitor):
    number = own_small.drafts["proposed"]
    own_visitor.post("/drafts/enter", {"numbers": number, "v-text": "longer hours", "v-deadline": "2027"})
    with own_small.home.read() as reading:
        row = reading.draft(number)
        title = reading.thing(row.entry)["fields"]["title"]
    assert (row.corrected, row.value["deadline"], title[0]["text"]) == (True, "2027", "longer hours")


def test_draft_is_corrected_and_stays_a_draft(own_small, own_visitor):
    number = own_small.drafts["agreed"]
    fields = {"v-status": "proposed", "v-areas": "gates\r\n tourism \r\n", "v-agents": "thanh-lac"}
    answer = own_visitor.post(f"/drafts/{number}/correct", fields)
    with own_small.home.read() as reading:
        row = reading.draft(number)
    assert _said(answer) == [f"Draft {number} was corrected. It is still a draft."]
    assert (row.state, row.corrected, row.value["status"], row.value["areas"], row.value["agents"]) == (
        "open",
        True,
        "proposed",
        ["gates", "tourism"],
        ["thanh-lac"],
    )


def test_nothing_typed_corrects_nothing(own_small, own_visitor):
    number = own_small.drafts["agreed"]
    answer = own_visitor.post(f"/drafts/{number}/correct", {"v-status": "agreed", "v-unknown": "x"})
    with own_small.home.read() as reading:
        assert (_said(answer), reading.draft(number).corrected) == (["Nothing was changed."], False)


def test_hidden_characters_are_refused(own_small, own_visitor):
    answer = own_visitor.post(f"/drafts/{own_small.drafts['agreed']}/correct", {"v-text": "a\u202eb"})
    assert (answer.status_code, "U+202E" in answer.content.decode()) == (400, True)


def test_several_drafts_are_dropped_from_the_list(own_small, own_visitor):
    numbers = [own_small.drafts[word] for word in ("proposed", "next")]
    answer = own_visitor.post("/drafts/drop", {"numbers": numbers, "next": "/drafts/?type=clause"})
    assert _said(answer) == ["2 drafts were dropped. They stand in no book."]
    assert (answer.request["PATH_INFO"], [_states(own_small)[word] for word in ("proposed", "next")]) == (
        "/drafts/",
        ["dropped"] * 2,
    )


@pytest.mark.parametrize("deed", ["enter", "drop", "correct"])
def test_the_second_tab_learns_that_somebody_was_faster(own_small, own_visitor, deed):
    number = own_small.drafts["agreed"]
    own_visitor.post("/drafts/drop", {"numbers": number})
    path = f"/drafts/{number}/correct" if deed == "correct" else f"/drafts/{deed}"
    answer = own_visitor.post(path, {"numbers": number, "v-status": "done"})
    page = answer.content.decode()
    assert (answer.status_code, "<h1>Somebody was faster</h1>" in page) == (409, True)
    assert f"Draft {number} was already dropped." in page


def test_no_draft_chosen_is_said(own_visitor):
    answer = own_visitor.post("/drafts/enter", {"next": "/drafts/", "numbers": "x"})
    assert _said(answer) == ["No draft was chosen, so nothing was done."]


def test_unknown_draft_is_said(own_visitor):
    assert own_visitor.post("/drafts/drop", {"numbers": 999}).status_code == 404


def test_one_wrong_number_enters_none(own_small, own_visitor):
    before = _states(own_small)
    numbers = [own_small.drafts["agreed"], own_small.drafts["person"]]
    assert own_visitor.post("/drafts/enter", {"numbers": numbers}).status_code == 409
    assert _states(own_small) == before


@pytest.mark.parametrize("path", ["/drafts/enter", "/drafts/drop", "/drafts/1/correct"])
def test_deeds_are_done_by_post_only(visitor, path):
    assert visitor.get(path).status_code == 405


def test_pages_take_no_post(visitor):
    assert [visitor.post(path, {}).status_code for path in ("/", "/k/", "/check")] == [405] * 3
