"""What a printed page puts around its text: running headers and footers, and the numbers of pages.

- A line that comes back, numbers aside, near the same edge of at least two pages and two in five is furniture.
- A number of a page, in the ways the sides write it, is furniture where it stands by itself at the edge of any page.
"""

from __future__ import annotations

import re
from collections import Counter

from comity.reader.files.reading_order import Flow, Line
from comity.reader.files.sheet import Sheet

_EDGE = 0.14
_DEEP = 2
_NUMBER = re.compile(
    r"^\W{0,3}(?:(?i:page|trang|sida|tr\.|p\.)\s*)?(?:第\s*)?\d{1,3}\s*(?:页|頁)?\s*"
    r"(?:(?:/|\||(?i:of|av|trên)|[，,]?\s*(?:共|总共))\s*\d{1,4}\s*(?:页|頁)?)?\s*(?:\|?\s*(?i:page))?\W{0,3}$"
)
_DIGITS = re.compile(r"\d+")


def margin_lines(sheets: list[Sheet], flows: list[list[Flow]]) -> set[Line]:
    """The lines of all pages that are no text of the document; `flows` are those of each sheet."""
    edges = [_at_edges(sheet, of_sheet) for sheet, of_sheet in zip(sheets, flows, strict=True)]
    seen = Counter(key for of_sheet in edges for key in {_key(line, is_top) for line, is_top in of_sheet})
    least = max(2, round(0.4 * len(sheets)))
    found = set()
    for of_sheet in edges:
        for line, is_top in of_sheet:
            if seen[_key(line, is_top)] >= least or (_NUMBER.match(line.text) and _is_alone(line, of_sheet)):
                found.add(line)
    return found


def _at_edges(sheet: Sheet, flows: list[Flow]) -> list[tuple[Line, bool]]:
    """The lines near the upper edge (true) and the lower one, the outermost first."""
    lines = sorted((line for flow in flows for line in flow.lines), key=lambda line: line.top)
    over = [line for line in lines if line.bottom < _EDGE * sheet.height]
    under = [line for line in lines if line.top > (1 - _EDGE) * sheet.height]
    return [(line, True) for line in _outermost(over)] + [(line, False) for line in _outermost(under[::-1])]


def _outermost(lines: list[Line]) -> list[Line]:
    """The lines of the first rows; several may stand side by side in one."""
    rows = 0
    found: list[Line] = []
    for line in lines:
        if not found or abs(line.top - found[-1].top) > 0.5 * line.size:
            rows += 1
        if rows > _DEEP:
            break
        found.append(line)
    return found


def _is_alone(line: Line, others: list[tuple[Line, bool]]) -> bool:
    """Whether no other line stands close above or below."""
    rooms = (max(other.top - line.bottom, line.top - other.bottom) for other, _is_top in others if other is not line)
    return all(room > 0.5 * line.size for room in rooms)


def _key(line: Line, is_top: bool) -> tuple[str, bool]:
    return _DIGITS.sub("#", line.text), is_top
