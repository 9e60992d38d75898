"""A book as a Merkle tree over its entries, and the files it is kept and carried in.

- leaf = SHA-256(0x00 entry), node = SHA-256(0x01 left right); an empty book has the root SHA-256("");
- hash tile `tile/<level>/<n>[.p/<width>]`: up to 256 hashes of 32 bytes, level L hashing the full tiles
  of level L-1; entry bundle `tile/entries/<n>[.p/<width>]`: each entry behind its length in 2 bytes;
- <n> in groups of three digits, all but the last with an x before: 1234067 is x001/x234/067.

Source: RFC 6962 section 2.1; c2sp.org/tlog-tiles v0.1.0.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from comity.record.act import LONGEST
from comity.record.errors import BadTile

TILE = 256
HASH = 32

EMPTY_ROOT = hashlib.sha256(b"").digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node over its two children."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def subtree_hash(hashes: Sequence[bytes]) -> bytes:
    """The root over `hashes`, each already a leaf or node hash; EMPTY_ROOT over none.

    Works upward a row at a time, so a million hashes need no deep recursion.
    """
    if not hashes:
        return EMPTY_ROOT
    row = list(hashes)
    while len(row) > 1:
        above = [node_hash(row[i], row[i + 1]) for i in range(0, len(row) - 1, 2)]
        if len(row) % 2:
            above.append(row[-1])
        row = above
    return row[0]


class Range:
    """The shortest list of subtree roots that stands for a book's first `size` entries.

    Appending costs one hash on average and needs nothing but this list (at most log2(size) + 1 hashes).
    """

    __slots__ = ("peaks", "size")

    def __init__(self, size: int = 0, peaks: Iterable[bytes] = ()) -> None:
        self.size = size
        self.peaks = list(peaks)

    def append(self, leaf: bytes) -> None:
        """Adds the leaf hash of the next entry."""
        self.peaks.append(leaf)
        self.size += 1
        merged = self.size
        while merged % 2 == 0:
            right = self.peaks.pop()
            self.peaks.append(node_hash(self.peaks.pop(), right))
            merged //= 2

    def root(self) -> bytes:
        """The root hash over all entries so far."""
        if not self.peaks:
            return EMPTY_ROOT
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node_hash(peak, root)
        return root


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root hash over these leaf hashes."""
    grown = Range()
    for leaf in leaves:
        grown.append(leaf)
    return grown.root()


def tile_path(level: int | str, number: int, width: int = TILE) -> str:
    """The path of a tile below the book's prefix; `level` a number, or "entries" for a bundle."""
    groups = [f"{number % 1000:03d}"]
    while number >= 1000:
        number //= 1000
        groups.append(f"x{number % 1000:03d}")
    partial = "" if width == TILE else f".p/{width}"
    return f"tile/{level}/{'/'.join(reversed(groups))}{partial}"


def tiles_of(size: int) -> Iterator[tuple[int, int, int]]:
    """Every hash tile (level, number, width) of a book of `size` entries, lowest level first."""
    level = 0
    while size > 0:
        for number in range(size // TILE):
            yield level, number, TILE
        if size % TILE:
            yield level, size // TILE, size % TILE
        size //= TILE
        level += 1


def new_tiles(old: int, new: int) -> Iterator[tuple[int, int, int]]:
    """The hash tiles of a book of `new` entries that one of `old` entries did not have."""
    level = 0
    while new > 0:
        first = old // TILE
        for number in range(first, new // TILE):
            yield level, number, TILE
        if new % TILE and new != old:
            yield level, new // TILE, new % TILE
        old, new, level = old // TILE, new // TILE, level + 1


def tile_hashes(level: int, number: int, width: int, leaf: Callable[[int, int], Sequence[bytes]]) -> list[bytes]:
    """The hashes in one tile. `leaf(start, end)` gives the leaf hashes of a half-open range."""
    span = TILE**level
    start = number * TILE * span
    return [subtree_hash(leaf(start + i * span, start + (i + 1) * span)) for i in range(width)]


def pack_entries(entries: Iterable[bytes]) -> bytes:
    """The bundle that holds `entries`; the inverse of `unpack_entries`."""
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def unpack_entries(raw: bytes, *, path: str, width: int) -> list[bytes]:
    """The `width` entries of a bundle. Raises: BadTile where it is cut short or longer."""
    entries, place = [], 0
    for _ in range(width):
        length = int.from_bytes(raw[place : place + 2], "big")
        entry = raw[place + 2 : place + 2 + length]
        if place + 2 > len(raw) or len(entry) != length or length > LONGEST:
            raise BadTile(path=path, problem="it is cut short")
        entries.append(entry)
        place += 2 + length
    if place != len(raw):
        raise BadTile(path=path, problem=f"{len(raw) - place} bytes too many")
    return entries


def unpack_hashes(raw: bytes, *, path: str, width: int) -> list[bytes]:
    """The `width` hashes of a tile. Raises: BadTile."""
    if len(raw) != width * HASH:
        raise BadTile(path=path, problem=f"{len(raw)} bytes where {width * HASH} belong")
    return [raw[i : i + HASH] for i in range(0, len(raw), HASH)]
