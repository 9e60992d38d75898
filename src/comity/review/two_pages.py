"""Keeps a paper to two pages: lines are reckoned by the width of their letters, and the longest part gives way first.

Source: the short paper's sheet in `paper/static/printed_pdf.css`: 11 points on lines of 17, about 40 lines a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from comity.paper.lettering import width_of
from comity.paper.printed import Line, Paragraph, plain

# What a line holds, in points of width and in letters' size, and how many lines two pages hold with room to spare.
_WIDTH, _SIZE, LINES = 430.0, 11.0, 70.0
_HEADING, _APART = 2.2, 0.35


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the paper: sentences, then a list; `left_out` is how many of the list are not in it. `keeps`: none may go."""

    key: str
    title: str
    lead: tuple[Line, ...]
    items: tuple[Paragraph, ...]
    left_out: int
    is_numbered: bool = False
    keeps: bool = False

    @property
    def height(self) -> float:
        """How many lines it takes, about."""
        lead = sum(_lines(line) + _APART for line in self.lead)
        items = sum(_lines(item.line) + _APART for item in self.items)
        return _HEADING + lead + items + (1 + _APART if self.left_out else 0)


def on_two_pages(parts: Sequence[Part]) -> list[Part]:
    """The parts, their lists shortened until all fit."""
    found = list(parts)
    while sum(part.height for part in found) > LINES:
        at = max(
            (at for at, part in enumerate(found) if part.items and not part.keeps), key=lambda at: found[at].height, default=-1
        )
        if at < 0:
            return found
        found[at] = replace(found[at], items=found[at].items[:-1], left_out=found[at].left_out + 1)
    return found


def _lines(line: Line) -> int:
    return max(1, -int(-width_of(plain(line), _SIZE) // _WIDTH))
