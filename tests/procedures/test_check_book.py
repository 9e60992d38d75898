import random
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.procedures.check_book import check_book
from comity.procedures.enter_act import enter_act
from comity.procedures.export_book import export_book
from comity.procedures.hand import Hand
from comity.record.errors import ComityError
from comity.record.note import parse_vkey

from .conftest import MOMENT


@pytest.fixture
def book(home, tmp_path):
    """A book of three entries as files, all of them public."""
    for name in ("Guangxi", "Yunnan"):
        enter_act(home, "party", {"name": {"en": name}}, by=Hand("north", MOMENT))
    export_book(home, "north", tmp_path / "book")
    return tmp_path / "book"


def key_of(book):
    return parse_vkey((book / "vkey").read_text())


def mutate(raw, change):
    """The bytes with one part replaced, taken out or put in."""
    start, length, put = change
    start %= len(raw) + 1
    return raw[:start] + put + raw[start + length :]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.integers(0, 100), st.tuples(st.integers(0, 10**6), st.integers(0, 40), st.binary(max_size=40)))
def test_book_changed_anywhere_holds_only_if_nothing_changed(book, which, change):
    vkey = key_of(book)
    paths = sorted(path for path in book.rglob("*") if path.is_file())
    path = paths[which % len(paths)]
    before = path.read_bytes()
    after = mutate(before, change)
    path.write_bytes(after)
    try:
        check_book(book, vkey)
        holds = True
    except ComityError:
        holds = False
    finally:
        path.write_bytes(before)
    assert holds == (after == before), path.relative_to(book)


def test_files_swapped_between_places_are_found(book):
    vkey = key_of(book)
    paths = sorted(path for path in book.rglob("*") if path.is_file())
    chance = random.Random(7)
    for _ in range(20):
        one, other = chance.sample(paths, 2)
        kept = one.read_bytes(), other.read_bytes()
        one.write_bytes(kept[1])
        other.write_bytes(kept[0])
        with pytest.raises(ComityError):
            check_book(book, vkey)
        one.write_bytes(kept[0])
        other.write_bytes(kept[1])
    assert check_book(book, vkey).head.size == 3


def test_folder_in_the_place_of_a_file_is_found(book):
    vkey = key_of(book)
    for name in ("checkpoint", "tile/0/000.p/3", "tile/entries/000.p/3"):
        raw = (book / name).read_bytes()
        (book / name).unlink()
        (book / name).mkdir()
        with pytest.raises(ComityError):
            check_book(book, vkey)
        shutil.rmtree(book / name)
        (book / name).write_bytes(raw)


def test_book_of_several_tiles_is_checked_whole(home, tmp_path):
    from comity.procedures.entering import Entering
    from comity.procedures.own_books import own_book

    with home.write() as writing:
        entering = Entering(home, writing, MOMENT)
        for number in range(260):
            entering.act("party", {"name": {"en": f"District {number}"}}, own_book(writing, "north"))
        entering.finish()
    assert export_book(home, "north", tmp_path / "book") == 261
    assert check_book(tmp_path / "book", key_of(tmp_path / "book")).bodies == 261
    tile = tmp_path / "book/tile/1/000.p/1"
    tile.write_bytes(bytes(32))
    with pytest.raises(ComityError) as refusal:
        check_book(tmp_path / "book", key_of(tmp_path / "book"))
    assert refusal.value.code == "bad_tile"
