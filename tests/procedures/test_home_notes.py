"""Home notes: of agreed items, in this home alone, gone for good when removed."""

import json

import pytest

from comity.procedures.erase_body import erase_body
from comity.procedures.export_book import export_book
from comity.procedures.hand import Hand
from comity.procedures.home_notes import LONGEST, MOST, add_note, notes_of, remove_note
from comity.record.errors import HiddenCharacter, MissingField, NoSuchNote, TooManyNotes, UnknownThing, WrongValue

from .review_home import MOMENT, ReviewHome, titled

OWED = {"title": titled("ferry"), "owners": "north,south"}


@pytest.fixture
def made(tmp_path):
    home = ReviewHome(tmp_path)
    home.enter("undertaking", "ferry", to=None, **OWED)
    return home


def _notes(made, name="ferry"):
    with made.home.read() as reading:
        return [(each.number, each.text, each.written_at) for each in notes_of(reading, name)[1]]


def _add(made, text, name="ferry"):
    return add_note(made.home, name, text, moment=MOMENT)


def test_notes_stand_in_their_order_and_keep_their_numbers(made):
    _add(made, "  Hỏi lại Sở  \r\n  trước tháng 6 ")
    _add(made, "二")
    remove_note(made.home, "ferry", 1)
    _add(made, "Three")
    assert _notes(made) == [(2, "二", MOMENT.at), (3, "Three", MOMENT.at)]


def test_note_keeps_its_lines(made):
    assert _add(made, " Một \r\n hai ").text == "Một\nhai"


def test_what_cannot_be_noted_is_refused(made):
    for text, refusal in (
        (" \n ", MissingField),
        ("x" * (LONGEST + 1), WrongValue),
        ("a\u202eb", HiddenCharacter),
    ):
        with pytest.raises(refusal):
            _add(made, text)
    with pytest.raises(UnknownThing):
        _add(made, "x", "none")
    with pytest.raises(WrongValue):
        _add(made, "x", "north")
    with pytest.raises(NoSuchNote):
        remove_note(made.home, "ferry", 1)
    for _number in range(MOST):
        _add(made, "x")
    with pytest.raises(TooManyNotes):
        _add(made, "x")


def _bytes_at(folder):
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_note_goes_with_no_book_and_is_no_part_of_one(made, tmp_path):
    with made.home.read() as reading:
        before = [(book.size, book.root) for book in reading.books()]
    _add(made, "zqnoted")
    with made.home.read() as reading:
        assert [(book.size, book.root) for book in reading.books()] == before
        assert "zqnoted" not in json.dumps(reading.thing(reading.resolve("ferry")))
    export_book(made.home, "north", tmp_path / "out", reader="south")
    assert b"zqnoted" not in _bytes_at(tmp_path / "out")


def test_removed_note_is_gone_from_the_disk(made, tmp_path):
    _add(made, "zqnoted")
    assert b"zqnoted" in _bytes_at(tmp_path / "home")
    remove_note(made.home, "ferry", 1)
    assert b"zqnoted" not in _bytes_at(tmp_path / "home")


def test_notes_go_with_the_erased_words_of_their_item(made, tmp_path):
    _add(made, "zqnoted")
    erase_body(made.home, "ferry", by=Hand("north", MOMENT), why={"en": "A person is named."})
    assert (_notes(made), b"zqnoted" in _bytes_at(tmp_path / "home")) == ([], False)
