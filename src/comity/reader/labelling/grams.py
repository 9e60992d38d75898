"""Grams: the words of a candidate, the two or three that follow one another, and those right before it, each as a number.

- A word is a run of letters and digits, or a mark; in Chinese each character. Letters are small, characters simplified, every
  digit is 0. Words of a sentence alone count; before its first stands a mark of its own.
- A number is the CRC-32 of the gram's words, each behind a low line, by `SIZE`; those before a candidate begin with the nearest.
  Different grams may share a number, and none can be turned back into words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from zlib import crc32

from comity.reader.text.page import Page

SIZE = 65_536
_WORD = re.compile(r"\w+|[^\w\s]")
_DIGIT = re.compile(r"\d")
# How many words one gram of a candidate has at most, in Chinese and elsewhere; and how many of those before it.
_MOST_HAN, _MOST = 3, 2
_MOST_BEFORE = 3
_INSIDE, _BEFORE = crc32(b"inside"), crc32(b"before")
_FIRST = b"_^"


class Grams:
    """The grams of one sentence, `page.text[start:end]`."""

    def __init__(self, page: Page, start: int, end: int) -> None:
        text = _DIGIT.sub("0", page.lowered[start:end])
        if page.lang == "zh":
            found = [(at, one) for at, one in enumerate(text, start) if not one.isspace()]
        else:
            found = [(start + one.start(), one[0]) for one in _WORD.finditer(text)]
        self._starts = [at for at, _ in found]
        self._words = [f"_{word}".encode() for _, word in found]
        grams = [crc32(word, _INSIDE) for word in self._words]
        self._inside = [[number % SIZE for number in grams]]
        for size in range(1, _MOST_HAN if page.lang == "zh" else _MOST):
            grams = [crc32(word, gram) for word, gram in zip(self._words[size:], grams, strict=False)]
            self._inside.append([number % SIZE for number in grams])
        self._before: dict[int, list[int]] = {}

    def of(self, start: int, end: int) -> tuple[int, ...]:
        """The grams of a candidate `page.text[start:end]`, as often as they stand in it, then those before it."""
        first, after = bisect_left(self._starts, start), bisect_left(self._starts, end)
        found = list[int]()
        for size, row in enumerate(self._inside):
            found += row[first : max(first, after - size)]
        if first not in self._before:
            self._before[first] = self._grams_before(first)
        return (*found, *self._before[first])

    def _grams_before(self, first: int) -> list[int]:
        """The grams before the word of a number, from 0, the nearest word first; many candidates begin with it."""
        found, before = list[int](), _BEFORE
        for word in [_FIRST, *self._words[max(0, first - _MOST_BEFORE) : first]][: -_MOST_BEFORE - 1 : -1]:
            before = crc32(word, before)
            found.append(before % SIZE)
        return found
