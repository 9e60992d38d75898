"""Adding a language on a page."""

import re

from .conftest import Visitor


def _token(visitor, path):
    return re.search(r'name="once" value="([^"]+)"', visitor.text(path)).group(1)


def _said(answer):
    return re.findall(r'<p class="said" role="status">([^<]*)</p>', answer.content.decode())


def test_missing_languages_are_added(own_small, own_visitor):
    thing = own_small.things["undertaking"]
    path = f"/translate/{thing}"
    page = own_visitor.text(path)
    assert re.findall(r'<textarea name="([^"]+)"', page) == ["f-title.zh-Hans", "f-title.en"]
    fields = {"once": _token(own_visitor, path), "f-title.zh-Hans": "集市日开放渡口", "f-title.zh-Hans.standing": "machine"}
    answers = [own_visitor.post(path, fields) for _ in range(2)]
    assert [_said(answer)[0] for answer in answers] == [
        "Entered in the book of Thanh Lac province.",
        "Entered in the book of Thanh Lac province. The form was sent twice and entered once.",
    ]
    with own_small.home.read() as reading:
        title = reading.thing(thing)["fields"]["title"]
    assert title == [
        {"lang": "vi", "standing": "authentic", "text": "Mở phà ngày chợ"},
        {"lang": "zh-Hans", "standing": "machine", "text": "集市日开放渡口"},
    ]
    assert "Not yet in: English." in own_visitor.text(f"/t/{thing}")


def test_nothing_typed_enters_nothing(own_small, own_visitor):
    path = f"/translate/{own_small.things['undertaking']}"
    answer = own_visitor.post(path, {"once": _token(own_visitor, path), "f-title.en": "  "})
    assert (answer.status_code, "No wording was typed, so nothing was entered." in answer.content.decode()) == (400, True)


def test_text_is_refused_with_the_way_on(small):
    page = Visitor(small).get(f"/translate/{small.things['text']}")
    assert (page.status_code, "table a text that supersedes it" in page.content.decode()) == (400, True)


def test_whole_wording_needs_none(visitor, small):
    page = visitor.text(f"/translate/{small.things['item']}")
    assert ("Every wording of it is here in the three languages." in page, 'name="once"' in page) == (True, False)


def test_hidden_character_brings_the_form_back(own_small, own_visitor):
    path = f"/translate/{own_small.things['undertaking']}"
    answer = own_visitor.post(path, {"once": _token(own_visitor, path), "f-title.en": "a\u202eb"})
    assert (answer.status_code, "U+202E" in answer.content.decode(), 'id="f-title-wrong"' in answer.content.decode()) == (
        400,
        True,
        True,
    )


def test_language_added_meanwhile_is_said_and_what_was_typed_stays(own_small, own_visitor):
    path = f"/translate/{own_small.things['undertaking']}"
    first, second = _token(own_visitor, path), _token(own_visitor, path)
    own_visitor.post(path, {"once": first, "f-title.en": "Open the ferry"})
    answer = own_visitor.post(path, {"once": second, "f-title.en": "Ferry opens"})
    page = answer.content.decode()
    assert (answer.status_code, "has this wording in en already" in page, ">Ferry opens</textarea>" in page) == (400, True, True)
