"""Sheets of paper as a program sees them: words with the boxes they stand in, before anything is read.

- Boxes count in points (1/72 inch) from the upper left corner of the sheet, whatever the picture's resolution.
- What stands aside (turned words, stamps, notes) is held against the marks of secrets and is no text.
- The reader runs no program: whoever can recognise the characters of a picture is handed in as a `Scanner`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

MOST_PAGES = 300
MOST_SCANS = 40
MOST_PIXELS = 60_000_000


@dataclass(frozen=True, slots=True)
class BoxedWord:
    """Characters without white space, their box, and the height of the type they are set in.

    `is_spaced` where the file holds a space right before them.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    is_spaced: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, counted from 1, with its words in no order that can be relied on."""

    number: int
    width: float
    height: float
    words: tuple[BoxedWord, ...]
    aside: tuple[str, ...] = ()
    is_scan: bool = False


class Scanner(Protocol):
    """Recognises the characters of pictures."""

    def words_on(self, png: bytes) -> list[BoxedWord]:
        """The words of a picture (PNG, some 300 dots an inch), boxes in pixels; `top` and `bottom` those of the word's line."""
        ...

    def head_lines(self, png: bytes) -> list[str]:
        """The lines of the upper third once more, in the scripts the page is not in: marks may stand there in any."""
        ...
