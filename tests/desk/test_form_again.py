"""Forms that are shown again: in another language with everything typed, or after the heads were not kept."""

import html
import re

import pytest

from comity.record.errors import HeadsNotKept
from comity.store.heads import HeadsOutside

TITLE = {"f-title.vi": "Mở chợ phiên", "f-title.en": "Open the market"}


def _token(page):
    return re.search(r'name="once" value="([^"]+)"', page).group(1)


def _count(small, kind):
    with small.home.read() as reading:
        return reading.count(kind)


def _wrong(page):
    return {name: html.unescape(said) for name, said in re.findall(r'<p class="wrong" id="f-([^"]+)-wrong">([^<]*)</p>', page)}


def _forms(small):
    """The forms with something typed into each, by address."""
    item = small.things["undertaking"]
    return {
        "/enter/undertaking/": TITLE,
        f"/correct/{item}": {"f-title.vi": "Mở chợ phiên", "f-nature": "standing", "f-areas": "A05"},
        f"/translate/{item}": {"f-title.en": "Open the market"},
    }


def test_language_of_a_form_is_a_button_of_the_form(own_small, own_visitor):
    for path in _forms(own_small):
        page = own_visitor.text(path)
        buttons = re.findall(r'<button form="entry-form" name="language" value="([^"]+)"', page)
        assert (buttons, page.count('id="entry-form"'), "/language?to=" in page) == (["vi", "zh-Hans", "en"], 1, False)
        first = re.search(r"<button[^>]*form=\"entry-form\"[^>]*>", page).group()
        assert 'name="' not in first, "the Enter key sends the first button of a form"


@pytest.mark.parametrize("lang", ["vi", "zh-Hans"])
def test_other_language_keeps_what_was_typed_and_enters_nothing(own_small, own_visitor, lang):
    for path, fields in _forms(own_small).items():
        own_visitor.client.cookies["comity_language"] = "en"
        before = [_count(own_small, kind) for kind in ("undertaking", "correction")]
        token = _token(own_visitor.text(path))
        answer = own_visitor.post(path, {"once": token, "language": lang, **fields})
        page = answer.content.decode()
        typed = [html.unescape(value) for value in re.findall(r"<textarea[^>]*>([^<]+)</textarea>", page)]
        assert (answer.status_code, f'<html lang="{lang}">' in page, _token(page) == token) == (200, True, True)
        assert set(typed) >= {value for name, value in fields.items() if name.startswith("f-title")}
        assert (_wrong(page), own_visitor.client.cookies["comity_language"].value) == ({}, lang)
        assert [_count(own_small, kind) for kind in ("undertaking", "correction")] == before


def test_refusals_are_said_again_in_the_other_language(own_small, own_visitor):
    path = "/enter/undertaking/"
    fields = {"once": _token(own_visitor.text(path)), "f-due_on": "soon"}
    back = own_visitor.post(path, fields).content.decode()
    assert (list(_wrong(back)), '<input type="hidden" name="judged" value="1">' in back) == (["title", "due_on"], True)
    again = own_visitor.post(path, {**fields, "judged": "1", "language": "vi"}).content.decode()
    assert list(_wrong(again)) == ["title", "due_on"]
    assert _wrong(again) != _wrong(back)
    unjudged = own_visitor.post(path, {**fields, "language": "zh-Hans"}).content.decode()
    assert (_wrong(unjudged), 'value="soon"' in unjudged) == ({}, True)


def test_unknown_language_is_no_language(own_small, own_visitor):
    path = "/enter/undertaking/"
    before = _count(own_small, "undertaking")
    own_visitor.post(path, {"once": _token(own_visitor.text(path)), "language": "xx", **TITLE})
    assert _count(own_small, "undertaking") == before + 1


def test_form_whose_heads_were_not_kept_enters_nothing_when_sent_again(own_small, own_visitor, monkeypatch):
    def failing(self):
        raise HeadsNotKept(path="state", problem="No space left on device")

    addresses = {
        path: "/changes/" if path.startswith("/enter/") else f"/t/{own_small.things['undertaking']}" for path in _forms(own_small)
    }
    for path, fields in _forms(own_small).items():
        sent = {"once": _token(own_visitor.text(path)), **fields}
        before = _entries(own_small)
        with monkeypatch.context() as patched:
            patched.setattr(HeadsOutside, "publish", failing)
            refused = own_visitor.post(path, sent)
        again = own_visitor.post(path, sent)
        assert (refused.status_code, "It was entered and is safe" in refused.content.decode()) == (503, True)
        said = re.findall(r'<p class="said" role="status">([^<]*)</p>', again.content.decode())
        assert (again.request["PATH_INFO"], ["The form was sent twice and entered once." in line for line in said]) == (
            addresses[path],
            [True],
        )
        assert _entries(own_small) == before + 1


def _entries(small):
    with small.home.read() as reading:
        return sum(book.size for book in reading.books())
