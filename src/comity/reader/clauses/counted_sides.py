"""How many sides a sentence says act: "the five provinces agreed", "5 tỉnh đã …", 五省区一致同意."""

from __future__ import annotations

import re

from comity.reader.words import folding

_COUNTED = re.compile(
    r"(?P<han>[三四五六七八九十]|(?<![\d.])(?:[3-9]|1\d))个?(?:省区|省份|省|国|地|方|市|城)(?!语)"
    r"|\b(?P<viet>ba|bon|nam|sau|bay|tam|0?[3-9]) (?:tinh|nuoc|ben|dia phuong|quoc gia)\b"
    r"|\b(?P<english>three|four|five|six|seven|[3-9]) (?:countries|provinces|states|sides|parties|nations|localities|cities)\b"
)
_WORDS = ("三 ba three", "四 bon four", "五 nam five", "六 sau six", "七 bay seven", "八 tam", "九", "十")
_NUMBERS = {word: number for number, words in enumerate(_WORDS, 3) for word in words.split()}


def counted_sides(text: str) -> int | None:
    """The last number of three sides or more that a text speaks of, or None."""
    words = [next(word for word in found.groups() if word) for found in _COUNTED.finditer(folding.bare(text))]
    if not words:
        return None
    return _NUMBERS[words[-1]] if words[-1] in _NUMBERS else int(words[-1])
