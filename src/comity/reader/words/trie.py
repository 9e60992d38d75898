"""All the phrases of a lexicon that stand in a text, in one pass.

- A phrase in letters starts and ends at a word's edge; one in Han characters stands anywhere.
- Every phrase that fits is given; which of two overlapping ones counts is the caller's to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Value = TypeVar("Value")
# A place where a phrase may start: a word's first letter, or any Han character.
_STARTS = re.compile(r"(?<![0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff])[^\W_]|[^\w\s]")
# The same, and a Han character right behind a digit or letter: 200辆.
_STARTS_GLUED = re.compile(_STARTS.pattern + r"|[\u3400-\u9fff]")


class _Node(Generic[Value]):
    __slots__ = ("after", "values")

    def __init__(self) -> None:
        self.after: dict[str, _Node[Value]] = {}
        self.values: list[Value] = []


class Trie(Generic[Value]):
    """Phrases with what they stand for; built once, then only read."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._root: _Node[Value] = _Node()
        for phrase, value in phrases:
            node = self._root
            for character in phrase:
                node = node.after.setdefault(character, _Node())
            if value not in node.values:
                node.values.append(value)

    def hits(self, text: str, *, is_glued: bool = False) -> Iterator[tuple[int, int, list[Value]]]:
        """Start, end and values of each phrase in `text` (already folded), by start, then by end.

        `is_glued`: phrases in Han characters count right behind digits and letters too.
        """
        after_root = self._root.after
        size = len(text)
        for found in (_STARTS_GLUED if is_glued else _STARTS).finditer(text):
            start = at = found.start()
            branch = after_root.get(text[start])
            while branch is not None:
                at += 1
                if at == size:
                    if branch.values:
                        yield start, at, branch.values
                    break
                after = text[at]
                if branch.values and not _joined(text[at - 1], after):
                    yield start, at, branch.values
                branch = branch.after.get(after)


def _joined(before: str, after: str) -> bool:
    return before.isalnum() and after.isalnum() and before < "\u3400" and after < "\u3400"
