"""Correcting a thing of one's own book on a page."""

import re

import pytest

from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand

from .conftest import Visitor
from .small_home import MOMENT


@pytest.fixture
def letter(own_small):
    given = {
        "subject": [
            {"lang": "lo", "standing": "official", "text": "ເຮືອ"},
            {"lang": "vi", "standing": "authentic", "text": "Giờ phà"},
        ],
        "number": "15/CT",
        "attachments": ["ab" * 32],
        "from_party": "thanh-lac",
    }
    return enter_act(own_small.home, "letter", given, by=Hand("thanh-lac", MOMENT))


def _typed(visitor, thing, **fields):
    page = visitor.text(f"/correct/{thing}")
    token = re.search(r'name="once" value="([^"]+)"', page).group(1)
    now = {"f-subject.vi": "Giờ phà", "f-number": "15/CT", "f-attachments": "ab" * 32}
    return visitor.post(f"/correct/{thing}", {"once": token, **now, **fields})


def _fields(small, thing):
    with small.home.read() as reading:
        row = reading.thing(thing)
    return row["fields"], [said["kind"] for said in row["statements"]]


def test_form_holds_what_stands_in_the_body(own_small, own_visitor, letter):
    page = own_visitor.text(f"/correct/{letter}")
    assert [text for text in ('value="15/CT"', ">Giờ phà</textarea>", f'value="{"ab" * 32}"') if text not in page] == []
    assert ('name="f-from_party"' in page, 'name="f-entry.why.vi"' in page) == (False, True)


def test_only_what_differs_is_corrected_and_further_languages_stay(own_small, own_visitor, letter):
    before, _ = _fields(own_small, letter)
    answer = _typed(own_visitor, letter, **{"f-subject.en": "Ferry hours", "f-entry.why.en": "Left out"})
    after, said = _fields(own_small, letter)
    assert answer.request["PATH_INFO"] == f"/t/{letter}"
    assert [part["lang"] for part in after["subject"]] == ["en", "lo", "vi"]
    assert ({**after, "subject": before["subject"]}, said) == (before, ["correction"])


def test_a_correction_goes_no_further_than_the_thing(own_small, own_visitor):
    given = {"subject": {"vi": "Giờ phà"}, "label": "red", "audience": ["van-khe"]}
    thing = enter_act(own_small.home, "letter", given, by=Hand("thanh-lac", MOMENT))
    _typed(own_visitor, thing, **{"f-number": "16/CT"})
    with own_small.home.read() as reading:
        said = reading.thing(thing)["statements"][0]
    assert (said["label"], own_visitor.text(f"/enter/letter/?answers={thing}").count('value="red" checked')) == ("red", 1)


def test_nothing_changed_is_said(own_small, own_visitor, letter):
    answer = _typed(own_visitor, letter)
    assert (answer.status_code, "Nothing was changed." in answer.content.decode()) == (400, True)


def test_a_field_is_not_emptied(own_small, own_visitor, letter):
    answer = _typed(own_visitor, letter, **{"f-number": ""})
    assert (answer.status_code, 'id="f-number-wrong"' in answer.content.decode()) == (400, True)
    assert _fields(own_small, letter)[1] == []


def test_texts_are_not_corrected(small):
    assert Visitor(small).get(f"/correct/{small.things['text']}").status_code == 400
