"""The capital letters of the languages that have any, for patterns: ranges would take in small ones."""

from __future__ import annotations

_LETTERS = [chr(code) for code in (*range(0x41, 0x5B), *range(0xC0, 0x1EFA))]
CAPITAL = f"[{''.join(letter for letter in _LETTERS if letter.isupper())}]"
SMALL = f"[a-z{''.join(letter for letter in _LETTERS if letter.islower())}]"
