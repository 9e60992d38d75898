"""The tree and its files: roots against the RFC's definition, tiles against the path rules."""

from __future__ import annotations

import hashlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.record import book
from comity.record.errors import BadTile

# The reference leaves and roots of the certificate transparency test suites.
REFERENCE = [
    bytes.fromhex(leaf)
    for leaf in ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def leaves(count):
    return [hashlib.sha256(b"\x00%d" % number).digest() for number in range(count)]


def defined_root(hashes):
    """The definition of RFC 6962 section 2.1, as it stands there."""
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    split = 1
    while split * 2 < len(hashes):
        split *= 2
    return hashlib.sha256(b"\x01" + defined_root(hashes[:split]) + defined_root(hashes[split:])).digest()


@pytest.mark.parametrize("size", range(9))
def test_roots_are_those_of_the_reference(size):
    hashes = [hashlib.sha256(b"\x00" + leaf).digest() for leaf in REFERENCE[:size]]
    assert book.root_of(hashes).hex() == ROOTS[size]
    assert book.subtree_hash(hashes).hex() == ROOTS[size]


@pytest.mark.parametrize("size", [*range(131), 255, 256, 257, 511, 512, 513])
def test_all_ways_to_a_root_are_one(size):
    hashes = leaves(size)
    grown = book.Range()
    for leaf in hashes:
        grown.append(leaf)
    assert grown.root() == book.root_of(hashes) == book.subtree_hash(hashes) == defined_root(hashes)
    assert (grown.size, len(grown.peaks)) == (size, size.bit_count())
    resumed = book.Range(grown.size, grown.peaks)
    resumed.append(b"x" * 32)
    assert resumed.root() == book.root_of([*hashes, b"x" * 32])
    assert grown.root() == book.root_of(hashes)


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ((0, 0), "tile/0/000"),
        ((0, 999), "tile/0/999"),
        ((1, 1000), "tile/1/x001/000"),
        ((2, 1234067), "tile/2/x001/x234/067"),
        ((0, 1234067, 1), "tile/0/x001/x234/067.p/1"),
        (("entries", 5, 255), "tile/entries/005.p/255"),
        (("entries", 273, 256), "tile/entries/273"),
    ],
)
def test_paths_are_those_of_the_specification(given, path):
    assert book.tile_path(*given) == path


@pytest.mark.parametrize("size", [0, 1, 2, 255, 256, 257, 512, 70_000, 65_535, 65_536, 65_537, 16_777_217])
def test_the_tiles_of_a_book_hold_every_complete_hash_once(size):
    widths = {}
    for level, number, width in book.tiles_of(size):
        assert number == widths.setdefault(level, 0) // 256
        assert 0 < width <= 256
        widths[level] += width
    assert widths == {level: size // 256**level for level in range(len(widths))}
    assert size // 256 ** len(widths) == 0


@given(old=st.integers(0, 200_000), more=st.integers(0, 70_000))
def test_new_tiles_are_those_that_were_not_there_before(old, more):
    before, after = set(book.tiles_of(old)), list(book.tiles_of(old + more))
    assert list(book.new_tiles(old, old + more)) == [tile for tile in after if tile not in before]


@pytest.mark.parametrize("size", [1, 255, 256, 257, 700, 65_793])
def test_each_tile_hashes_the_full_tiles_below_it(size):
    hashes = leaves(size)
    tiles = {
        (level, number): book.tile_hashes(level, number, width, lambda start, end: hashes[start:end])
        for level, number, width in book.tiles_of(size)
    }
    for (level, number), row in tiles.items():
        if level:
            below = [tiles[level - 1, number * 256 + place] for place in range(len(row))]
            assert row == [book.subtree_hash(tile) for tile in below]
    assert [hash_ for number in range(-(-size // 256)) for hash_ in tiles[0, number]] == hashes


@given(st.lists(st.binary(max_size=40), max_size=20))
def test_a_bundle_gives_back_its_entries(entries):
    assert book.unpack_entries(book.pack_entries(entries), path="p", width=len(entries)) == entries


def test_the_longest_entry_fits_into_a_bundle():
    entry = b"x" * 65_535
    assert book.unpack_entries(book.pack_entries([entry]), path="p", width=1) == [entry]


@pytest.mark.parametrize(
    ("raw", "problem"),
    [(b"", "cut short"), (b"\x00", "cut short"), (b"\x00\x02a", "cut short"), (b"\x00\x01ab", "1 bytes too many")],
)
def test_a_bundle_that_does_not_fit_is_refused(raw, problem):
    with pytest.raises(BadTile, match=problem):
        book.unpack_entries(raw, path="tile/entries/000.p/1", width=1)


def test_a_tile_that_does_not_fit_is_refused():
    assert book.unpack_hashes(b"a" * 32 + b"b" * 32, path="p", width=2) == [b"a" * 32, b"b" * 32]
    with pytest.raises(BadTile, match="63 bytes where 64 belong"):
        book.unpack_hashes(b"x" * 63, path="p", width=2)


@given(raw=st.binary(max_size=80), width=st.integers(0, 4))
def test_foreign_tiles_are_read_or_refused(raw, width):
    for unpack in (book.unpack_entries, book.unpack_hashes):
        with suppress(BadTile):
            assert len(unpack(raw, path="p", width=width)) == width
