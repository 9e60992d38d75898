"""Keeps a paper to two pages: lines are reckoned by the width of their letters, and the longest part gives way first.

Source: the short paper's sheet in `paper/static/printed_pdf.css`: 11 points on lines of 17, about 40 lines a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from comity.paper.lettering import width_of
from comity.paper.printed import Line, Paragraph, plain

# How many lines two pages hold, with room to spare, and how wide a line is in points, by the language of the paper.
SHEETS = {"vi": (76.0, 425.0), "zh-Hans": (67.0, 395.0), "en": (79.0, 425.0)}
_SIZE = 11.0
_HEADING, _APART = 2.2, 0.35


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the paper: sentences, then a list; `left_out` is how many of the list are not in it.

    The first `least` of the list go only where nothing else can; where it `keeps`, none of it goes.
    """

    key: str
    title: str
    lead: tuple[Line, ...]
    items: tuple[Paragraph, ...]
    left_out: int
    is_numbered: bool = False
    least: int = 0
    keeps: bool = False

    def height(self, width: float) -> float:
        """How many lines of this width it takes, about."""
        lead = sum(_lines(line, width) + _APART for line in self.lead)
        items = sum(_lines(item.line, width) + _APART for item in self.items)
        return _HEADING + lead + items + (1 + _APART if self.left_out else 0)


def on_two_pages(parts: Sequence[Part], lang: str) -> list[Part]:
    """The parts, their lists shortened until all fit."""
    found, (most, width) = list(parts), SHEETS.get(lang, SHEETS["en"])
    while sum(part.height(width) for part in found) > most:
        able = [at for at, part in enumerate(found) if part.items and not part.keeps]
        if not able:
            break
        spare = [at for at in able if len(found[at].items) > found[at].least]
        at = max(spare or able, key=lambda at: found[at].height(width))
        found[at] = replace(found[at], items=found[at].items[:-1], left_out=found[at].left_out + 1)
    return found


def _lines(line: Line, width: float) -> int:
    return max(1, -int(-width_of(plain(line), _SIZE) // width))
