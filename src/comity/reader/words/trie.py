"""All the phrases of a lexicon that stand in a text, in one pass.

- A phrase in letters starts and ends at a word's edge; one in Han characters stands anywhere.
- Every phrase that fits is given; which of two overlapping ones counts is the caller's to say.
- Characters that belong to the same phrases stand in one node: a node a character would make hundreds of thousands of objects,
  which take long to make and which whatever looks through memory has to pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")
# A place where a phrase may start: a word's first letter, or any Han character.
_STARTS = re.compile(r"(?<![0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff])[^\W_]|[^\w\s]")
# The same, and a Han character right behind a digit or letter: 200辆.
_STARTS_GLUED = re.compile(_STARTS.pattern + r"|[\u3400-\u9fff]")


class _Node(NamedTuple, Generic[Value]):
    """What follows the character it is found by, what the phrases that end there stand for, and the nodes behind it."""

    rest: str
    values: list[Value] | None
    nodes: dict[str, _Node[Value]]


class Trie(Generic[Value]):
    """Phrases with what they stand for; built once, then only read."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        values: dict[str, list[Value]] = {}
        for phrase, value in phrases:
            same = values.setdefault(phrase, [])
            if value not in same:
                same.append(value)
        self._roots = _nodes(sorted(filter(None, values)), 0, values)

    def hits(self, text: str, *, is_glued: bool = False) -> Iterator[tuple[int, int, list[Value]]]:
        """Start, end and values of each phrase in `text` (already folded), by start, then by end.

        `is_glued`: phrases in Han characters count right behind digits and letters too.
        """
        roots = self._roots
        for found in (_STARTS_GLUED if is_glued else _STARTS).finditer(text):
            start = at = found.start()
            node = roots.get(text[start])
            while node is not None:
                rest, values, nodes = node
                at += 1
                if rest:
                    if not text.startswith(rest, at):
                        break
                    at += len(rest)
                after = text[at : at + 1]
                if values is not None and not _joined(text[at - 1], after):
                    yield start, at, values
                node = nodes.get(after)


def _nodes(phrases: list[str], at: int, values: dict[str, list[Value]]) -> dict[str, _Node[Value]]:
    """The nodes that phrases, which are in order and alike up to the character `at`, go on with there."""
    nodes: dict[str, _Node[Value]] = {}
    for first, begun in groupby(phrases, key=lambda phrase: phrase[at]):
        alike = list(begun)
        end = at + 1
        while end < len(alike[0]) and alike[0][end] == alike[-1][end]:
            end += 1
        whole = alike[0] if len(alike[0]) == end else None
        behind = _nodes(alike[1:] if whole else alike, end, values)
        nodes[first] = _Node(alike[0][at + 1 : end], values[whole] if whole else None, behind)
    return nodes


def _joined(before: str, after: str) -> bool:
    return before.isalnum() and after.isalnum() and before < "\u3400" and after < "\u3400"
