"""Bundles: what was packed opens again, and nothing else does."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.simulator import World, key_of, public_of, refs

from comity.exchange.bundle import LARGEST, MOST_ENTRIES, Packed, open_bundle, pack
from comity.record import canonical
from comity.record.errors import BundleDoesNotHold, TooLong

from .bundled import bundle, notes, packed


def small_world():
    """Two books, and a letter of the one to the other."""
    world = World()
    north, south = world.party("north"), world.party("south")
    south.enter("progress", said="one")
    about = south.enter("undertaking", title="Cửa khẩu / 口岸")
    letter = north.enter("letter", refs=refs(about=about), label="amber", audience=[south.id], subject="Giờ phà / 渡轮时间")
    north.enter("progress", said="later")
    return world, letter, about


WORLD, LETTER, ABOUT = small_world()
RAW = bundle(WORLD, LETTER, more=[ABOUT])


def test_opens_to_what_was_packed():
    opened = open_bundle(RAW)
    entries = packed(WORLD, LETTER, ABOUT)
    assert opened.about == (LETTER,)
    assert opened.notes == notes(entries, WORLD)
    assert list(opened.packed) == sorted(entries, key=lambda each: (each.entry.book, each.entry.index))
    assert {party: head.size for party, head in opened.heads.items()} == {p.id: len(p.book) for p in WORLD.parties.values()}
    assert opened.called(ABOUT).entry.id == ABOUT
    assert opened.called("0" * 64) is None


def test_goes_without_bodies():
    opened = open_bundle(bundle(WORLD, LETTER, bodies=False))
    assert [each.kept for each in opened.packed] == [None, None]


def test_shelf_holds_what_came_along():
    shelf = open_bundle(RAW).shelf()
    assert {entry.id for entry in shelf.entries()} == {each.entry.id for each in packed(WORLD, LETTER, ABOUT)}
    north = next(party for party in WORLD.parties.values() if party.name == "north")
    held = shelf.book_of(north.id)
    assert (held.known_size, held.root_at(len(north.book)), held.root_at(1)) == (len(north.book), north.root(), None)


def test_every_byte_changed_is_refused():
    for at in range(len(RAW)):
        for flip in (1, 0x20):
            changed = RAW[:at] + bytes([RAW[at] ^ flip]) + RAW[at + 1 :]
            with pytest.raises(BundleDoesNotHold):
                open_bundle(changed)


def test_every_shortened_file_is_refused():
    for end in range(0, len(RAW), 7):
        with pytest.raises(BundleDoesNotHold):
            open_bundle(RAW[:end])


def changed(change):
    value = json.loads(RAW)
    change(value)
    return canonical.encode(value)


def _twice(value):
    value["entries"].append(dict(value["entries"][-1]))


def _backwards(value):
    value["entries"].reverse()


def _book_twice(value):
    value["books"].append(dict(value["books"][0]))


def _without_charter(value):
    value["entries"] = [row for row in value["entries"] if row["index"]]


def _without_books(value):
    value["books"] = []


def _without_salt(value):
    del value["entries"][0]["salt"]


def _about_nothing(value):
    value["about"] = []


def _about_what_is_not_there(value):
    value["about"] = ["0" * 64]


def _about_twice(value):
    value["about"] *= 2


def _exchanged_bodies(value):
    first, second = value["entries"][:2]
    first["body"], second["body"] = second["body"], first["body"]


def _exchanged_proofs(value):
    rows = [row for row in value["entries"] if row["proof"]]
    rows[0]["proof"], rows[1]["proof"] = rows[1]["proof"], rows[0]["proof"]


def _in_capitals(value):
    value["entries"][0]["salt"] = value["entries"][0]["salt"].upper()


def _another_index(value):
    value["entries"][0]["index"] += 1


def _true_for_an_index(value):
    value["entries"][0]["index"] = False


def _exchanged_heads(value):
    one, other = value["books"]
    one["checkpoint"], other["checkpoint"] = other["checkpoint"], one["checkpoint"]


CHANGES = (
    _twice,
    _backwards,
    _book_twice,
    _without_charter,
    _without_books,
    _without_salt,
    _about_nothing,
    _about_what_is_not_there,
    _about_twice,
    _exchanged_bodies,
    _exchanged_proofs,
    _in_capitals,
    _another_index,
    _true_for_an_index,
    _exchanged_heads,
)


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_put_together_otherwise_is_refused(change):
    with pytest.raises(BundleDoesNotHold):
        open_bundle(changed(change))


def test_head_signed_by_another_key_is_refused():
    entries = packed(WORLD, LETTER)
    other = World().party("another")
    with pytest.raises(BundleDoesNotHold):
        open_bundle(pack([LETTER], dict.fromkeys(notes(entries, WORLD), other.checkpoint()), entries))


def test_entry_of_another_party_in_the_book_is_refused():
    world = World()
    north, south = world.party("north"), world.party("south")
    written = south.enter("progress", said="theirs")
    north.again(world.written(written))
    copied = next(entry for entry in world.entries() if entry.id == written and entry.book == north.id)
    from comity.record.proof import inclusion

    raw = pack(
        [written],
        {north.id: north.checkpoint()},
        [
            *packed(world, north.id),
            Packed(copied, tuple(inclusion(copied.index, len(north.book), north.subtree)), None),
        ],
    )
    with pytest.raises(BundleDoesNotHold):
        open_bundle(raw)


def test_key_of_the_book_may_have_been_changed():
    world = World()
    north = world.party("north")
    new = key_of("a new machine")
    change = north.change_key("book", public_of(north.node), public_of(new))
    letter = north.enter("letter", subject="After the change")
    north.node = new
    assert open_bundle(bundle(world, letter, more=[change])).about == (letter,)
    with pytest.raises(BundleDoesNotHold):
        open_bundle(bundle(world, letter))


def test_too_many_and_too_large_are_refused_on_both_ways():
    with pytest.raises(BundleDoesNotHold):
        open_bundle(b" " * (LARGEST + 1))
    entries = packed(WORLD, LETTER)
    with pytest.raises(TooLong):
        pack([LETTER], notes(entries, WORLD), entries * MOST_ENTRIES)


@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_else(raw):
    with pytest.raises(BundleDoesNotHold):
        open_bundle(raw)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=200)
@given(st.data())
def test_no_value_of_that_form_raises_anything_else(data):
    value = json.loads(RAW)
    anything = st.recursive(
        st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=70) | st.sampled_from([LETTER, ABOUT, "00" * 32]),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.from_regex("[a-z_]{1,9}", fullmatch=True), inner, max_size=3)
        ),
        max_leaves=5,
    )
    rows = data.draw(st.sampled_from([[value], value["books"], value["entries"]]))
    row = data.draw(st.sampled_from(rows))
    row[data.draw(st.sampled_from(sorted(row)))] = data.draw(anything)
    try:
        raw = canonical.encode(value)
    except (ValueError, UnicodeError):
        return
    try:
        opened = open_bundle(raw)
    except BundleDoesNotHold:
        return
    # What else holds is the same bundle about another of its entries.
    assert ({*opened.about} <= {LETTER, ABOUT}, value | {"about": 0}) == (True, json.loads(RAW) | {"about": 0})


def test_deep_nesting_is_refused():
    for raw in (b"[" * 100_000, b'{"about":' * 5_000 + b"1" + b"}" * 5_000):
        with pytest.raises(BundleDoesNotHold):
            open_bundle(raw)
