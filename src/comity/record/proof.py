"""Proofs: that an entry stands in a book, and that a later book only goes on from an earlier one.

Built and checked by the two recursive definitions of the RFC, written as loops over bits when checked.
`Hashes` gives the subtree hash of a complete or partial range of leaves, half-open.

Source: RFC 6962 sections 2.1.1 and 2.1.2 (building); RFC 9162 sections 2.1.3.2 and 2.1.4.2 (checking);
c2sp.org/tlog-proof (`format_proof`).
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Sequence

from comity.record.book import node_hash
from comity.record.errors import BadProof

Hashes = Callable[[int, int], bytes]

HEADER = "c2sp.org/tlog-proof@v1"


def inclusion(index: int, size: int, subtree: Hashes) -> list[bytes]:
    """The proof, leaf side first, that entry `index` stands in the book of `size` entries.

    Raises: BadProof where 0 <= index < size does not hold.
    """
    if not 0 <= index < size:
        raise BadProof(problem=f"there is no entry {index} in a book of {size}")
    low, high, proof = 0, size, []
    while high - low > 1:
        middle = low + _split(high - low)
        if index < middle:
            proof.append(subtree(middle, high))
            high = middle
        else:
            proof.append(subtree(low, middle))
            low = middle
    return proof[::-1]


def check_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Accepts exactly the proof of `inclusion`. Raises: BadProof."""
    if not 0 <= index < size:
        raise BadProof(problem=f"there is no entry {index} in a book of {size}")
    node, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            raise BadProof(problem="it has too many hashes")
        if node % 2 or node == last:
            found = node_hash(step, found)
            while node % 2 == 0 and node:
                node, last = node >> 1, last >> 1
        else:
            found = node_hash(found, step)
        node, last = node >> 1, last >> 1
    if last != 0:
        raise BadProof(problem="it has too few hashes")
    if found != root:
        raise BadProof(problem="it leads to another root")


def consistency(old: int, new: int, subtree: Hashes) -> list[bytes]:
    """The proof that the book of `new` entries goes on from its own first `old` entries; empty if old is 0 or new.

    Raises: BadProof where 0 <= old <= new does not hold.
    """
    if not 0 <= old <= new:
        raise BadProof(problem=f"a book of {new} entries cannot go on from one of {old}")
    if old in (0, new):
        return []
    low, high, whole, proof = 0, new, True, []
    while old != high - low:
        middle = _split(high - low)
        if old <= middle:
            proof.append(subtree(low + middle, high))
            high = low + middle
        else:
            proof.append(subtree(low, low + middle))
            low, old, whole = low + middle, old - middle, False
    if not whole:
        proof.append(subtree(low, high))
    return proof[::-1]


def check_consistency(old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes) -> None:
    """Accepts exactly the proof of `consistency`. Raises: BadProof."""
    if not 0 <= old <= new:
        raise BadProof(problem=f"a book of {new} entries cannot go on from one of {old}")
    if old in (0, new):
        if proof or (old == new and old_root != new_root):
            raise BadProof(problem="the two roots differ" if not proof else "it has too many hashes")
        return
    node, last = old - 1, new - 1
    while node % 2:
        node, last = node >> 1, last >> 1
    steps = list(proof)
    if node == 0:
        steps.insert(0, old_root)
    if not steps:
        raise BadProof(problem="it has too few hashes")
    old_found = new_found = steps[0]
    for step in steps[1:]:
        if last == 0:
            raise BadProof(problem="it has too many hashes")
        if node % 2 or node == last:
            old_found, new_found = node_hash(step, old_found), node_hash(step, new_found)
            while node % 2 == 0 and node:
                node, last = node >> 1, last >> 1
        else:
            new_found = node_hash(new_found, step)
        node, last = node >> 1, last >> 1
    if last != 0:
        raise BadProof(problem="it has too few hashes")
    if old_found != old_root or new_found != new_root:
        raise BadProof(problem="it leads to another root")


def format_proof(index: int, proof: Sequence[bytes], checkpoint: str) -> str:
    """The file that proves one entry to anybody who has the book's key; the inverse of `parse_proof`."""
    lines = [HEADER, f"index {index}", *(base64.b64encode(step).decode() for step in proof)]
    return "\n".join(lines) + "\n\n" + checkpoint


def parse_proof(text: str) -> tuple[int, list[bytes], str]:
    """Index, hashes and checkpoint of a proof file. Raises: BadProof."""
    head, gap, checkpoint = text.partition("\n\n")
    lines = head.split("\n")
    if not gap or lines[0] != HEADER:
        raise BadProof(problem="it does not begin as such a file does")
    rest = lines[2:] if lines[1:] and lines[1].startswith("extra ") else lines[1:]
    number = re.fullmatch(r"index (0|[1-9][0-9]{0,15})", rest[0]) if rest else None
    if number is None:
        raise BadProof(problem="it names no index")
    try:
        steps = [base64.b64decode(line, validate=True) for line in rest[1:]]
    except ValueError as problem:
        raise BadProof(problem="a hash is not base64") from problem
    if any(len(step) != 32 for step in steps):
        raise BadProof(problem="a hash is not 32 bytes long")
    if [base64.b64encode(step).decode() for step in steps] != rest[1:]:
        raise BadProof(problem="a hash has another spelling")
    return int(number[1]), steps, checkpoint


def _split(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << ((size - 1).bit_length() - 1)
