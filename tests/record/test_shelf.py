"""What a node holds of each book, and what it knows to be missing."""

from __future__ import annotations

import pytest
from tests.simulator import World

from comity.record.act import EntryId, leaf_hash
from comity.record.book import root_of
from comity.record.finding import Finding, Severity
from comity.record.shelf import HeldBook, Shelf, book_findings, empty_book, fill_shelf, place_entry


@pytest.fixture
def world():
    return World()


def test_an_entry_is_placed_whatever_it_holds(world):
    a = world.party("a")
    good, bad = place_entry(a.id, 0, a.book[0].raw), place_entry(a.id, 1, b"nothing")
    assert (good.envelope, good.id, good.at_home) == (a.book[0].envelope, a.id, True)
    assert (bad.envelope, bad.id, bad.at_home) == (None, leaf_hash(b"nothing"), False)


def test_a_book_is_whole_when_all_it_states_is_held(world):
    a = world.party("a")
    a.enter("progress")
    a.enter("progress")
    entries = a.entries()
    held = fill_shelf(entries, [(a.id, 3), (a.id, 2)]).book_of(a.id)
    assert (held.known_size, held.run_length, held.forked_at, held.is_whole) == (3, 3, None, True)
    assert not fill_shelf(entries, [(a.id, 4)]).book_of(a.id).is_whole
    gap = fill_shelf([entries[0], entries[2]]).book_of(a.id)
    assert (gap.known_size, gap.run_length, gap.is_whole, len(gap.run), len(gap.entries)) == (3, 1, False, 1, 2)


def test_roots_are_given_as_far_as_the_run_goes(world):
    a = world.party("a")
    a.enter("progress")
    held = world.shelf().book_of(a.id)
    assert [held.root_at(size) for size in (-1, 0, 1, 2, 3)] == [None, None, a.root(1), a.root(2), None]
    assert a.root(2) == root_of(bytes.fromhex(entry.id) for entry in held.entries).hex()


def test_two_entries_at_one_place_end_what_is_certain(world):
    a = world.party("a")
    for _ in range(3):
        a.enter("progress")
    a.fork(2)
    a.enter("progress")
    held = world.shelf().book_of(a.id)
    assert (held.forked_at, held.run_length, held.is_whole, len(held.entries)) == (2, 2, False, 5)
    assert book_findings(held) == [Finding("two_histories", a.id, Severity.GRAVE, "2")]
    assert held.root_at(3) is None


def test_nothing_is_held_of_a_book_nobody_spoke_of(world):
    a = world.party("a")
    held = Shelf().book_of(a.id)
    assert (held.party, held.known_size, held.is_whole, held.run, held.root_at(1)) == (a.id, 0, False, (), None)
    assert isinstance(empty_book(a.id), HeldBook)
    known = fill_shelf([], [(a.id, 5)]).book_of(a.id)
    assert (known.known_size, known.run_length, known.is_whole) == (5, 0, False)


def test_entries_are_found_by_id_and_by_what_they_name(world):
    a, b = world.several(2)
    item = a.item([a, b])
    text = b.text(item, [a, b])
    shelf = world.shelf()
    assert (shelf.by_id[item].book, shelf.by_id[item].index) == (a.id, 1)
    assert [entry.id for entry in shelf.naming(item)] == [text]
    assert shelf.naming(EntryId("f" * 64)) == []
    assert [entry.book for entry in shelf.entries()] == sorted([a.id, a.id, b.id, b.id])


@pytest.mark.parametrize("name", ["aa", "bb", "cc", "dd", "ee"])
def test_an_entry_is_found_at_home_before_a_copy_of_it(world, name):
    a, copier = world.party("a"), world.party(name)
    item = a.item([a])
    copier.again(a.book[1])
    a.again(a.book[1])
    assert (world.shelf().by_id[item].book, world.shelf().by_id[item].index) == (a.id, 1)
    assert world.shelf(without={("a", 1), ("a", 2)}).by_id[item].book == copier.id


def test_what_is_wrong_with_an_entry_as_an_entry_is_found(world):
    a, b = world.several(2)
    a.again(a.book[0])
    copy, foreign = a.enter("progress", party=b.id), b.book[0]
    a.again(foreign)
    raws = [b"nothing", b'{"v":12}', b'{"v":2,"kind":"x"}', b'{"v":true}', b'{"v":"2"}', b"[2]"]
    entries = [*a.entries(), *(place_entry(a.id, 10 + place, raw) for place, raw in enumerate(raws))]
    found = [(finding.code, finding.entry) for finding in book_findings(fill_shelf(entries).book_of(a.id))]
    assert found == [
        ("charter_out_of_place", a.id),
        ("not_its_party", copy),
        ("charter_out_of_place", foreign.id),
        ("not_an_envelope", leaf_hash(raws[0])),
        ("newer_version", leaf_hash(raws[1])),
        ("newer_version", leaf_hash(raws[2])),
        ("not_an_envelope", leaf_hash(raws[3])),
        ("not_an_envelope", leaf_hash(raws[4])),
        ("not_an_envelope", leaf_hash(raws[5])),
    ]


def test_a_book_that_does_not_begin_with_its_charter_is_found(world):
    a, b = world.several(2)
    b.enter("progress")
    for raw in (b.book[0].raw, b.book[1].raw):
        held = fill_shelf([place_entry(a.id, 0, raw)]).book_of(a.id)
        assert [finding.code for finding in book_findings(held)] == ["charter_out_of_place"]
    assert book_findings(world.shelf().book_of(b.id)) == []


def test_a_charter_that_names_a_party_is_no_charter(world):
    a = world.party("a", party="f" * 64)
    assert [finding.code for finding in book_findings(world.shelf().book_of(a.id))] == ["charter_out_of_place"]
