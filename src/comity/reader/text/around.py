"""Lines around and between the paragraphs of an article that only where they stand shows to be furniture.

- A line that is much shorter than a paragraph, before the last of them, is a caption, a credit or a deck.
- A line that says once more what a sentence or the headline says is a caption; so is a cell beside a picture.
- What stands behind a menu line below the last paragraph is the rest of the page.
"""

from __future__ import annotations

import re
from collections import Counter

from comity.reader.text.marks_of_lists import MARK

Line = tuple[int, int]
# How long a paragraph is at least, and a caption at most, by the language; a Chinese line says three times as much.
_PARAGRAPH = {"zh": 80}
_CAPTION = {"zh": 25, "vi": 100}
_PARAGRAPH_ELSE, _CAPTION_ELSE = 200, 60
_REPEATED = {"zh": 60}
_REPEATED_ELSE = 160
_CELL = 300
_ENOUGH_WORDS, _ECHO = 8, 0.85
# A caption may end in a full stop; what ends otherwise leads up to something.
_LEADS_UP = re.compile(r"[:：;；,，、]\s*$")
_SENTENCE = re.compile(r"[^.。!！?？…\n]+")
_POINT = re.compile(r"[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.)、）．]")
_PICTURE = re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n]{0,300}\)")


def captions_among(text: str, lines: list[Line], body: list[bool], *, lang: str) -> set[int]:
    """The numbers of the lines of the body that are a picture's text."""
    long = [n for n, (start, end) in enumerate(lines) if body[n] and end - start > _PARAGRAPH.get(lang, _PARAGRAPH_ELSE)]
    found = _cells(text, lines, body)
    if not long:
        return found
    short, repeated = _CAPTION.get(lang, _CAPTION_ELSE), _REPEATED.get(lang, _REPEATED_ELSE)
    told = Counter(one.group().strip() for start, end in lines for one in _SENTENCE.finditer(text, start, end))
    for n, (start, end) in enumerate(lines):
        if not body[n] or n in found or MARK.match(text, start, end) or _LEADS_UP.search(text, max(start, end - 3), end):
            continue
        whole = _SENTENCE.match(text, start, end)
        is_again = whole is not None and whole.end() >= end - 1 and told[whole.group().strip()] > 1
        is_again = is_again or (n > long[0] and _echoes(text, lines[n], lines[n - 1]))
        if (n < long[-1] and end - start < short) or (n > long[0] and end - start < repeated and is_again):
            found.add(n)
    return found


def _echoes(text: str, line: Line, before: Line) -> bool:
    """Whether a line without an end says what the line before it does, word for word but for a slip: a picture's text."""
    words = text[slice(*line)].split()
    if len(words) < _ENOUGH_WORDS or text[line[1] - 1] in ".!?":
        return False
    told = set(text[slice(*before)].lower().split())
    return sum(1 for word in words if word.lower() in told) > _ECHO * len(words)


def _cells(text: str, lines: list[Line], body: list[bool]) -> set[int]:
    """The cells of a table that pictures are laid out in."""
    found: set[int] = set()
    is_below = False
    for n, (start, end) in enumerate(lines):
        picture = _PICTURE.match(text, start, end)
        is_cell = text[end - 1] == "|" and end - start < _CELL and (is_below or text[start] == "|")
        is_cell = is_cell and text.find("|", start + 1, end) == end - 1
        if body[n] and (is_cell or (picture is not None and (text[end - 1] == "|" or picture.end() == end))):
            found.add(n)
        is_below = picture is not None or (is_below and n in found)
    return found


def rest_of_page(text: str, lines: list[Line], body: list[bool], menu: list[bool], *, lang: str) -> set[int]:
    """The numbers of the lines of the body behind a menu line below the last paragraph; none where points are numbered."""
    least = _PARAGRAPH.get(lang, _PARAGRAPH_ELSE)
    last = max((n for n, (start, end) in enumerate(lines) if body[n] and end - start > least), default=len(lines))
    closes = next((n for n in range(last + 1, len(lines)) if menu[n]), len(lines))
    behind = [n for n in range(closes + 1, len(lines)) if body[n]]
    return set() if any(_POINT.match(text, *lines[n]) for n in behind) else set(behind)
