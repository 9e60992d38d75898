"""A source as it came, with the words its drafts rest on marked in place.

- Text is shown character for character; line breaks are kept; a mark never reaches across a block.
- Blocks are lines or, where the text is broken at a width, what stands between empty lines.
- Marks may overlap: the text is cut where any of them begins or ends, and each piece leads to the shortest mark
  over it; the pieces of one mark say which one. Marks that stand nowhere in the text are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from comity.record.canonical import Fields

_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_WRAPPED_AT = 120


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A half-open span of the text, what it belongs to (`key`, unique in a page) and where it leads."""

    start: int
    end: int
    key: str
    href: str = ""
    words: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text between breaks, marked; `keys` of the marks that begin in it, by place."""

    start: int
    end: int
    markup: Markup
    keys: tuple[str, ...]


def marks_of(evidence: Iterable[Fields], key: str, *, href: str = "", words: str = "", state: str = "") -> list[Mark]:
    """One mark for each quotation with a place; others are left out."""
    marks = []
    for part in evidence:
        start, end = part.get("start"), part.get("end")
        if type(start) is int and type(end) is int and 0 <= start < end:
            marks.append(Mark(start, end, key, href, words, state))
    return marks


def moved(marks: Iterable[Mark], starts: Sequence[int], ends: Sequence[int]) -> list[Mark]:
    """The marks on an original, on the text read from it: character i of the text is original[starts[i]:ends[i]].

    Both lists ascend. A mark of which nothing was read is left out.
    """
    found = []
    for mark in marks:
        first, after = bisect_right(ends, mark.start), bisect_left(starts, mark.end)
        if first < after:
            found.append(Mark(first, after, mark.key, mark.href, mark.words, mark.state))
    return found


def quote_highlight(text: str, marks: Iterable[Mark]) -> list[Block]:
    """The text as marked blocks, empty ones left out, in order."""
    fitting = sorted(mark for mark in marks if 0 <= mark.start < mark.end <= len(text))
    named: set[str] = set()
    blocks = []
    for start, end in _blocks(text):
        here = [mark for mark in fitting if mark.start < end and start < mark.end]
        begun = list(dict.fromkeys(mark.key for mark in here if mark.start >= start and mark.key not in named))
        blocks.append(Block(start, end, _marked(text, (start, end), here, named), tuple(begun)))
    return blocks


def passage(blocks: Sequence[Block], key: str, *, around: int = 1) -> list[Block]:
    """The blocks in which marks of `key` stand, with `around` more before and after; all where it stands nowhere."""
    at = [place for place, block in enumerate(blocks) if f'data-key="{key}"' in block.markup]
    return list(blocks[max(0, at[0] - around) : at[-1] + around + 1]) if at else list(blocks)


def _blocks(text: str) -> list[tuple[int, int]]:
    lines = [line for line in text.split("\n") if line.strip()]
    wrapped = bool(_EMPTY_LINES.search(text)) and bool(lines) and sorted(map(len, lines))[len(lines) // 2] < _WRAPPED_AT
    breaks = _EMPTY_LINES.finditer(text) if wrapped else re.finditer(r"\n+", text)
    found, at = [], 0
    for found_break in breaks:
        found.append((at, found_break.start()))
        at = found_break.end()
    found.append((at, len(text)))
    return [(start, end) for start, end in found if text[start:end].strip()]


def _marked(text: str, block: tuple[int, int], marks: Sequence[Mark], named: set[str]) -> Markup:
    start, end = block
    cuts = sorted({start, end, *(at for mark in marks for at in (mark.start, mark.end) if start < at < end)})
    pieces = []
    for a, b in pairwise(cuts):
        over = [mark for mark in marks if mark.start <= a and b <= mark.end]
        piece = Markup("{}").format(text[a:b])
        if over:
            anchors = [mark.key for mark in over if mark.key not in named]
            named.update(anchors)
            places = Markup("").join(Markup('<span id="q-{}"></span>').format(key) for key in dict.fromkeys(anchors))
            piece = places + _piece(piece, min(over, key=lambda mark: (mark.end - mark.start, mark)))
        pieces.append(piece)
    return Markup("").join(pieces)


def _piece(text: Markup, mark: Mark) -> Markup:
    inner = Markup('<a href="{}" title="{}">{}</a>').format(mark.href, mark.words, text) if mark.href else text
    return Markup('<mark class="{}" data-key="{}">{}</mark>').format(mark.state or "said", mark.key, inner)
