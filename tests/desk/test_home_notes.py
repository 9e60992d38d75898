"""Home notes on an agreed item's page: written, shown as such, removed; on no page of anything else."""

import re

from comity.procedures.home_notes import notes_of


def _item(visitor):
    return re.search(r"/t/([0-9a-f]{64})", visitor.text("/k/undertaking/"))[1]


def test_note_is_written_shown_and_removed(own_small, own_visitor):
    item = _item(own_visitor)
    assert "For this home only" in own_visitor.text(f"/t/{item}")
    answer = own_visitor.post(f"/t/{item}/note", {"text": "Hỏi <b>lại</b> Sở"})
    page = answer.content.decode()
    assert answer.redirect_chain == [(f"/t/{item}#notes", 302)]
    assert "Noted for this home only" in page
    assert "Hỏi &lt;b&gt;lại&lt;/b&gt; Sở" in page
    assert "Hỏi" not in own_visitor.text(f"/t/{item}.json")
    answer = own_visitor.post(f"/t/{item}/note/remove", {"number": "1"})
    assert "The note is gone for good." in answer.content.decode()
    with own_small.home.read() as reading:
        assert notes_of(reading, item)[1] == ()


def test_what_cannot_be_noted_is_refused_in_a_sentence(own_visitor):
    item = _item(own_visitor)
    assert own_visitor.post(f"/t/{item}/note", {"text": " "}).status_code == 400
    assert own_visitor.post(f"/t/{item}/note/remove", {"number": "7"}).status_code == 404
    assert own_visitor.post(f"/t/{item}/note/remove", {"number": "x"}).status_code == 400
    assert own_visitor.post(f"/t/{'0' * 64}/note", {"text": "x"}).status_code == 404


def test_other_things_have_no_place_for_notes(own_visitor):
    party = re.search(r"/t/([0-9a-f]{64})", own_visitor.text("/k/charter/"))[1]
    assert "note-text" not in own_visitor.text(f"/t/{party}")
