"""Every proof of every small tree, and chosen ones at the borders of tiles; each hash flipped once is refused."""

from __future__ import annotations

import hashlib
import random
from contextlib import suppress
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.simulator import World

from comity.record import proof
from comity.record.book import node_hash, root_of
from comity.record.errors import BadProof

SMALL = 130
BORDERS = [255, 256, 257, 65_535, 65_536, 65_537]


@cache
def leaf(number):
    return hashlib.sha256(b"\x00entry %d" % number).digest()


@cache
def subtree(start, end):
    if end - start == 1:
        return leaf(start)
    split = 1 << (end - start - 1).bit_length() - 1
    return node_hash(subtree(start, start + split), subtree(start + split, end))


def root(size):
    return subtree(0, size)


def flipped(steps):
    """Each hash changed once, one missing at either end, one too many."""
    for place, step in enumerate(steps):
        yield [*steps[:place], bytes([step[0] ^ 1]) + step[1:], *steps[place + 1 :]]
    if steps:
        yield from (steps[1:], steps[:-1])
    yield [*steps, leaf(0)]


def refuses(check, *given):
    with pytest.raises(BadProof):
        check(*given)


def is_refused(check, *given):
    try:
        check(*given)
    except BadProof:
        return True
    return False


def check_every_flip_of_inclusion(index, size):
    steps = proof.inclusion(index, size, subtree)
    proof.check_inclusion(leaf(index), index, size, steps, root(size))
    assert len(steps) <= (size - 1).bit_length()
    assert all(is_refused(proof.check_inclusion, leaf(index), index, size, bad, root(size)) for bad in flipped(steps))
    assert is_refused(proof.check_inclusion, leaf(size), index, size, steps, root(size))
    assert is_refused(proof.check_inclusion, leaf(index), index, size, steps, leaf(size))
    return len(steps)


def check_every_flip_of_consistency(old, new):
    steps = proof.consistency(old, new, subtree)
    proof.check_consistency(old, new, steps, root(old), root(new))
    assert len(steps) <= new.bit_length() + 1
    bad = [(steps_, root(old), root(new)) for steps_ in flipped(steps)]
    bad += [(steps, leaf(new), root(new)), (steps, root(old), leaf(new))]
    assert all(is_refused(proof.check_consistency, old, new, *given) for given in bad)


def chosen(size):
    """The first, the last and the tile-border leaves, and 200 drawn with a fixed seed."""
    borders = {place + off for place in range(0, size + 1, 256) for off in (-1, 0)} if size < 1_000 else set()
    borders |= {0, size - 1, 255, 256, 65_279, 65_280, 65_534, 65_535, 65_536}
    return sorted({*(place for place in borders if 0 <= place < size), *random.Random(size).sample(range(size), min(200, size))})


def test_every_inclusion_proof_of_every_small_tree():
    for size in range(1, SMALL + 1):
        for index in range(size):
            check_every_flip_of_inclusion(index, size)


def test_every_consistency_proof_of_every_small_tree():
    for new in range(1, SMALL + 1):
        assert root(new) == root_of(leaf(number) for number in range(new))
        for old in range(1, new + 1):
            check_every_flip_of_consistency(old, new)


@pytest.mark.parametrize("size", BORDERS)
def test_proofs_at_the_borders_of_tiles(size):
    assert root(size) == root_of(leaf(number) for number in range(size))
    for index in chosen(size):
        check_every_flip_of_inclusion(index, size)
        if index and index % 4 in (0, 3):
            check_every_flip_of_consistency(index, size)


def test_an_entry_is_not_proven_at_another_place():
    for size in range(2, 20):
        for index in range(size):
            steps = proof.inclusion(index, size, subtree)
            others = [place for place in range(size) if place != index]
            assert all(is_refused(proof.check_inclusion, leaf(index), place, size, steps, root(size)) for place in others)


@pytest.mark.parametrize(("index", "size"), [(0, 0), (1, 1), (-1, 5), (5, 5)])
def test_an_entry_outside_the_book_has_no_proof(index, size):
    refuses(proof.inclusion, index, size, subtree)
    refuses(proof.check_inclusion, leaf(0), index, size, [], leaf(0))


@pytest.mark.parametrize(("old", "new"), [(-1, 3), (4, 3)])
def test_a_book_never_goes_on_to_a_smaller_one(old, new):
    refuses(proof.consistency, old, new, subtree)
    refuses(proof.check_consistency, old, new, [], leaf(0), leaf(0))


def test_from_nothing_and_to_itself_the_proof_is_empty():
    assert proof.consistency(0, 5, subtree) == proof.consistency(5, 5, subtree) == []
    proof.check_consistency(0, 5, [], root(1), root(5))
    proof.check_consistency(5, 5, [], root(5), root(5))
    refuses(proof.check_consistency, 5, 5, [], root(4), root(5))
    refuses(proof.check_consistency, 0, 5, [leaf(0)], root(1), root(5))


def test_too_few_hashes_are_refused():
    refuses(proof.check_consistency, 3, 5, [], root(3), root(5))
    refuses(proof.check_inclusion, leaf(0), 0, 2, [], root(2))


@given(index=st.integers(0, 10**15), steps=st.lists(st.binary(min_size=32, max_size=32), max_size=4))
def test_a_proof_file_gives_back_what_it_holds(index, steps):
    checkpoint = World().party("a").checkpoint()
    assert proof.parse_proof(proof.format_proof(index, steps, checkpoint)) == (index, steps, checkpoint)


def test_extra_lines_of_a_proof_file_are_passed_over():
    text = f"c2sp.org/tlog-proof@v1\nextra aGVsbG8=\nindex 7\n{'A' * 43}=\n\ncheckpoint\n\nsignatures\n"
    assert proof.parse_proof(text) == (7, [b"\x00" * 32], "checkpoint\n\nsignatures\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "c2sp.org/tlog-proof@v1\nindex 1\n",
        "c2sp.org/tlog-proof@v2\nindex 1\n\nrest",
        "c2sp.org/tlog-proof@v1\n\nrest",
        "c2sp.org/tlog-proof@v1\nextra aGVsbG8=\n\nrest",
        "c2sp.org/tlog-proof@v1\nindex 01\n\nrest",
        "c2sp.org/tlog-proof@v1\nindex 1٣\n\nrest",
        "c2sp.org/tlog-proof@v1\nindex -1\n\nrest",
        "c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\nrest",
        "c2sp.org/tlog-proof@v1\nindex 1\n*\n\nrest",
        "c2sp.org/tlog-proof@v1\nindex 1\né\n\nrest",
        f"c2sp.org/tlog-proof@v1\nindex 1\n{'A' * 42}B=\n\nrest",
    ],
)
def test_a_proof_file_of_another_form_is_refused(text):
    refuses(proof.parse_proof, text)


@given(st.text(max_size=120) | st.text(max_size=60).map(lambda rest: f"c2sp.org/tlog-proof@v1\nindex 1\n{rest}"))
def test_foreign_proof_files_are_read_or_refused(text):
    with suppress(BadProof):
        proof.parse_proof(text)
