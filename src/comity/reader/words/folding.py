"""Text folded for looking up, character by character, so that positions stay.

- Lower case, straight quotes and hyphens; `bare` also loses accents and makes đ a d.
- Traditional Chinese characters fold to the simplified ones the lexicons are written in.
- Each character folds to exactly one.
"""

from __future__ import annotations

import unicodedata

from comity.characters import simplified

_SAME = {
    "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-",
    "，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "\n": " ",
}  # fmt: skip
_BARE = {"đ": "d", "ð": "d"}


class _Lower(dict[int, str]):
    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _SAME.get(character) or simplified().get(character) or character.lower()
        self[code] = folded = folded if len(folded) == 1 else character
        return folded


class _Bare(dict[int, str]):
    def __missing__(self, code: int) -> str:
        character = _LOWER[code]
        folded = _BARE.get(character) or unicodedata.normalize("NFD", character)[0]
        self[code] = folded
        return folded


_LOWER = _Lower()
_WITHOUT_MARKS = _Bare()


def lower(text: str) -> str:
    """`text` in lower case, same length."""
    return text.translate(_LOWER)


def bare(text: str) -> str:
    """`text` in lower case without accents, same length."""
    return text.translate(_WITHOUT_MARKS)
