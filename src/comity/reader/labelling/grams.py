"""Grams: the words of a candidate, and the two or three that follow one another, each as a number.

- A word is a run of letters and digits, or a mark; in Chinese each character. Letters are small, characters simplified, every
  digit is 0. Words of a sentence alone count; before its first stands a mark of its own.
- Numbers below `WORDS` are of what stands in a candidate and right before it; those from there to `SIZE` of how it begins and
  ends, and of how its sentence opens, where whoever speaks or acts mostly stands.
- A number is the CRC-32 of the gram's words, each behind a low line, by how many there are; grams before a candidate begin with
  the nearest word, grams of its end with the last. Different grams may share a number, and none can be turned back into words.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from zlib import crc32

from comity.reader.text.page import Page

WORDS, EDGES = 65_536, 32_768
SIZE = WORDS + EDGES
_WORD = re.compile(r"\w+|[^\w\s]")
_DIGIT = re.compile(r"\d")
# How many words one gram has at most, in Chinese and elsewhere: in a candidate, at its beginning and at its end.
_MOST_HAN, _MOST = 3, 2
_BEGINNING_HAN, _BEGINNING = 4, 2
_ENDING_HAN, _ENDING = 3, 2
# How many words before a candidate are told, and how many open its sentence.
_MOST_BEFORE, _OPENING = 3, 8
_INSIDE, _BEFORE, _FIRST_WORDS, _LAST_WORDS, _OPENS = map(crc32, (b"inside", b"before", b"first", b"last", b"opens"))
_FIRST = b"_^"


class Grams:
    """The grams of one sentence, `page.text[start:end]`."""

    def __init__(self, page: Page, start: int, end: int) -> None:
        text, self._is_han = _DIGIT.sub("0", page.lowered[start:end]), page.lang == "zh"
        if self._is_han:
            found = [(at, one) for at, one in enumerate(text, start) if not one.isspace()]
        else:
            found = [(start + one.start(), one[0]) for one in _WORD.finditer(text)]
        self._starts = [at for at, _ in found]
        self._words = [f"_{word}".encode() for _, word in found]
        grams = [crc32(word, _INSIDE) for word in self._words]
        self._inside = [[number % WORDS for number in grams]]
        for size in range(1, _MOST_HAN if self._is_han else _MOST):
            grams = [crc32(word, gram) for word, gram in zip(self._words[size:], grams, strict=False)]
            self._inside.append([number % WORDS for number in grams])
        self._before: dict[int, list[int]] = {}
        self._begun: dict[int, list[int]] = {}
        self._ended: dict[int, list[int]] = {}
        opening = self._words[:_OPENING]
        pairs = (crc32(two, crc32(one, _OPENS)) for one, two in itertools.pairwise(opening))
        self._opening = [WORDS + one % EDGES for one in (*(crc32(word, _OPENS) for word in opening), *pairs)]

    def of(self, start: int, end: int) -> tuple[int, ...]:
        """The grams of a candidate `page.text[start:end]`: those of its words, of its edges, and of its sentence's opening."""
        first, after = bisect_left(self._starts, start), bisect_left(self._starts, end)
        if first not in self._begun:
            most = _BEGINNING_HAN if self._is_han else _BEGINNING
            self._begun[first] = [WORDS + one % EDGES for one in _chained(self._words[first : first + most], _FIRST_WORDS)]
        if after not in self._ended:
            most = _ENDING_HAN if self._is_han else _ENDING
            last = self._words[max(0, after - most) : after][::-1]
            self._ended[after] = [WORDS + one % EDGES for one in _chained(last, _LAST_WORDS)]
        return (*self._within(first, after), *self._begun[first], *self._ended[after], *self._opening)

    def of_words(self, start: int, end: int) -> tuple[int, ...]:
        """The grams of the words of `page.text[start:end]`, as often as they stand in it, then those before it; below `WORDS`."""
        return tuple(self._within(bisect_left(self._starts, start), bisect_left(self._starts, end)))

    def _within(self, first: int, after: int) -> list[int]:
        found = list[int]()
        for size, row in enumerate(self._inside):
            found += row[first : max(first, after - size)]
        if first not in self._before:
            nearest = [_FIRST, *self._words[max(0, first - _MOST_BEFORE) : first]][: -_MOST_BEFORE - 1 : -1]
            self._before[first] = [number % WORDS for number in _chained(nearest, _BEFORE)]
        return found + self._before[first]


def _chained(words: Sequence[bytes], number: int) -> Iterator[int]:
    """The numbers of the first of these words, of the first two, and so on."""
    for word in words:
        number = crc32(word, number)
        yield number
