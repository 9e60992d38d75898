"""Grams: the words of a candidate, the two or three that follow one another, and those right before it, each as a number.

- A word is a run of letters and digits, or a mark; in Chinese each character. Letters are small, characters simplified, every
  digit is 0. Words of a sentence alone count; before its first stands a mark of its own.
- A number is the CRC-32 of the gram by `SIZE`: different grams may share one, and none can be turned back into words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from zlib import crc32

from comity.reader.text.page import Page

SIZE = 65_536
_WORD, _SIGN = re.compile(r"\w+|[^\w\s]"), re.compile(r"\S")
_DIGIT = re.compile(r"\d")
# How many words one gram of a candidate has at most, in Chinese and elsewhere; and how many of those before it.
_MOST_HAN, _MOST = 3, 2
_MOST_BEFORE = 3
_FIRST = "^"


class Grams:
    """The grams of one sentence, `page.text[start:end]`."""

    def __init__(self, page: Page, start: int, end: int) -> None:
        shape = _SIGN if page.lang == "zh" else _WORD
        found = [(one.start(), _DIGIT.sub("0", one.group())) for one in shape.finditer(page.lowered, start, end)]
        self._starts = [at for at, _ in found]
        self._words = [word for _, word in found]
        most = _MOST_HAN if page.lang == "zh" else _MOST
        self._inside = [
            [_number("S", self._words[at : at + size]) for at in range(len(found) - size + 1)] for size in range(1, most + 1)
        ]

    def of(self, start: int, end: int) -> tuple[int, ...]:
        """The grams of a candidate `page.text[start:end]`, as often as they stand in it, then those before it."""
        first, after = bisect_left(self._starts, start), bisect_left(self._starts, end)
        inside = [number for size, row in enumerate(self._inside) for number in row[first : max(first, after - size)]]
        left = [_FIRST, *self._words[max(0, first - _MOST_BEFORE) : first]]
        before = [_number("L", left[-size:]) for size in range(1, min(_MOST_BEFORE, len(left)) + 1)]
        return (*inside, *before)


def _number(where: str, words: list[str]) -> int:
    return crc32(f"{where}{len(words)}:{'_'.join(words)}".encode()) % SIZE
