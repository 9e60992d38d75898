"""Suggestions of one matter and of derived documents: kept, answered, undone, and gone with what they rest on."""

import hashlib

import pytest

from comity.procedures.answer_thread import answer_thread
from comity.procedures.draft_deeds import undo_deed
from comity.procedures.enter_act import enter_act
from comity.procedures.erase_body import erase_body
from comity.procedures.hand import Hand
from comity.procedures.look_for_threads import Looked, is_looked_through, look_for_threads
from comity.record.errors import NotOneMatter, UnknownThing
from comity.store.reading import DerivedRow, DocumentRow
from comity.store.threads import APART, ONE_MATTER

from .conftest import MOMENT

BY = Hand("north", MOMENT)


@pytest.fixture
def said(home):
    """Three agreed items: two of one matter in two languages, and a near miss."""
    wordings = {
        "first": ({"vi": "Xây dựng cửa khẩu thông minh"}, "2024-02-01"),
        "again": ({"zh-Hans": "建设智慧口岸"}, "2026-02-01"),
        "other": ({"en": "Lengthen the hours on market days"}, "2026-02-01"),
    }
    found = {}
    for name, (title, day) in wordings.items():
        fields = {"title": title, "owners": ["self"], "nature": "once", "agreed_on": day}
        found[name] = enter_act(home, "undertaking", fields, by=BY, short=name)
    return found


def suggested(home, *, standing=False):
    with home.read() as reading:
        return [(row.one, row.other) for row in reading.threads(standing=standing)]


def answered(home, answer):
    with home.read() as reading:
        return [set(pair) for pair in reading.answered_threads(answer)]


def keep(home, name, text, date, **described):
    digest = hashlib.sha256(text.encode()).hexdigest()
    found = {"doc": {"title": name, "lang": "en", "date": date, **described}}
    with home.write(entering=False) as writing:
        writing.put_document(DocumentRow(digest, name, "text/plain", "en", text.encode(), text, found, MOMENT.at, ""))
    return digest


def test_looking_keeps_pairs_and_says_when_something_came_since(home, said):
    with home.read() as reading:
        assert not is_looked_through(reading)
    assert look_for_threads(home) == Looked(1, 0)
    assert suggested(home) == [(said["first"], said["again"])]
    with home.read() as reading:
        assert is_looked_through(reading)
        (row,) = reading.threads(standing=False)
        assert [why["what"] for why in row.reasons] == ["named", "acts", "parties", "only"]
        assert reading.thread_count(standing=False) == 1
    enter_act(home, "undertaking", {"title": {"en": "Build a smart gate"}, "owners": ["self"]}, by=BY)
    with home.read() as reading:
        assert not is_looked_through(reading)


def test_confirmed_pair_is_not_suggested_again_and_undoing_brings_it_back(home, said):
    look_for_threads(home)
    deed = answer_thread(home, "first", "again", confirm=True, moment=MOMENT)
    assert (suggested(home), answered(home, ONE_MATTER)) == ([], [{said["first"], said["again"]}])
    look_for_threads(home)
    assert suggested(home) == []
    assert answer_thread(home, "again", "first", confirm=True, moment=MOMENT) == 0
    assert undo_deed(home, moment=MOMENT).number == deed
    assert (suggested(home), answered(home, ONE_MATTER)) == ([(said["first"], said["again"])], [])


def test_cut_pair_can_be_confirmed_after_all_and_undoing_gives_back_the_cut(home, said):
    answer_thread(home, "first", "again", confirm=False, moment=MOMENT)
    answer_thread(home, "first", "again", confirm=True, moment=MOMENT)
    assert (answered(home, ONE_MATTER), answered(home, APART)) == ([{said["first"], said["again"]}], [])
    undo_deed(home, moment=MOMENT)
    assert (answered(home, ONE_MATTER), answered(home, APART)) == ([], [{said["first"], said["again"]}])


def test_any_two_items_may_be_tied_and_nothing_is_entered(home, said):
    with home.read() as reading:
        before = [book.size for book in reading.books()]
    answer_thread(home, "first", "other", confirm=True, moment=MOMENT)
    with home.read() as reading:
        assert reading.threads_of([said["other"]]) == [tuple(sorted((said["first"], said["other"])))]
        assert [book.size for book in reading.books()] == before


@pytest.mark.parametrize(
    ("one", "other", "refusal"),
    [("first", "first", NotOneMatter), ("first", "north", NotOneMatter), ("first", "lost", UnknownThing)],
)
def test_what_is_no_pair_of_items_is_refused_and_nothing_kept(home, said, one, other, refusal):
    with pytest.raises(refusal):
        answer_thread(home, one, other, confirm=True, moment=MOMENT)
    assert answered(home, ONE_MATTER) == []


def test_suggestions_go_with_an_erased_item(home, said):
    look_for_threads(home)
    erase_body(home, "again", by=BY, why="entered by mistake")
    assert suggested(home) == []
    assert look_for_threads(home) == Looked(0, 0)


def test_copies_are_known_and_go_with_their_document(home):
    text = "The sides met at the ferry and agreed to open the clearance route before the harvest of the year. " * 2
    first = keep(home, "first", text, "2026-03-03")
    copy = keep(home, "copy", "Again: " + text, "2026-03-09")
    assert look_for_threads(home) == Looked(0, 1)
    with home.read() as reading:
        assert reading.derivations(first) == [DerivedRow(copy, first, "same_words", 100)]
    with home.write(entering=False) as writing:
        writing.erase_document(first)
    with home.read() as reading:
        assert reading.derivations() == []


def test_furniture_and_markup_make_no_copy(home):
    menu = "Home News Sport Weather Contact About Archive Subscribe Video Photo Law Health Travel Markets Letters " * 3
    for name, words in (("one", "The river rose."), ("two", "A bridge was built by both sides.")):
        quote = {"quote": menu, "start": 0, "end": len(menu)}
        digest = keep(home, name, menu + words, "2026-03-03")
        with home.write(entering=False) as writing:
            row = writing.document(digest)
            row.reading["boilerplate"] = [quote]
            writing.put_document(row)
    assert look_for_threads(home) == Looked(0, 0)
