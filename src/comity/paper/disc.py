"""The split disc: one sector for each owner, in two voices and five states.

- A sector filled solid is the owner's own statement; hatched, it is only told of it; dashed, there is no word yet.
- Each state has a shape besides its colour: done fills the sector, under way its inner part, waiting its rim,
  not started none of it, ended otherwise fills it with a cross. Words stand beside the disc, and in its label.
- Sectors go by the order given; two owners stand left and right.
The hatching is defined once a page by `definitions`; colours come from the stylesheet by class.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

STATES = {
    "done": "done",
    "under_way": "way",
    "waiting": "wait",
    "not_started": "not",
    "replaced": "never",
    "conditions_not_there": "never",
    "": "none",
}
SHAPES = ("done", "way", "wait", "not", "none", "never")
_HATCHED = ("done", "way", "wait", "never")

LOGO = Markup(
    '<svg class="sign" width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false">'
    '<path class="full" d="M11.6 3 A10 10 0 0 0 11.6 23 Z"/><path class="line" d="M14.4 3 A10 10 0 0 1 14.4 23 Z"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Sector:
    """One owner's part: a shape of `SHAPES`, whether on the owner's own word, and the words for it."""

    shape: str
    own: bool
    words: str


def sector(state: str, word: str, words: str) -> Sector:
    """The sector for a state of progress and on whose word it is; an unknown state is shown as not started."""
    return Sector(STATES.get(state, "not"), word == "own", words)


def draw(sectors: Sequence[Sector], *, size: int = 20, shown: int | None = None) -> Markup:
    """The disc; `shown` draws one sector at its place and leaves the others out. The label says all in words."""
    radius = size / 2 - 1
    label = " / ".join(part.words for part in sectors)
    inside = Markup("").join(
        _sector(part, at, len(sectors), radius) for at, part in enumerate(sectors) if shown is None or at == shown
    )
    return Markup(
        '<svg class="disc" width="{0}" height="{0}" viewBox="0 0 {0} {0}" role="img" aria-label="{1}">{2}</svg>'
    ).format(size, label, inside)


def definitions() -> Markup:
    """The hatchings, once a page, before any disc."""
    hatch = '<pattern id="told-{0}" width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    line = '<path class="hatch {0}" d="M0 1.5 H3"/></pattern>'
    patterns = Markup("").join(Markup(hatch + line).format(shape) for shape in _HATCHED)
    return Markup(
        '<svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false"><defs>{}</defs></svg>'
    ).format(patterns)


def _sector(part: Sector, at: int, count: int, radius: float) -> Markup:
    outer = outline(at, count, radius, 1.0)
    drawn = [Markup('<path class="rim {}" d="{}"/>').format(part.shape, outer)]
    fill = part.shape if part.own else f"told {part.shape}"
    paint = Markup("") if part.own else Markup(' fill="url(#told-{})"').format(part.shape)
    if part.shape in ("done", "never"):
        drawn.append(Markup('<path class="area {}" d="{}"{}/>').format(fill, outer, paint))
    if part.shape == "way":
        drawn.append(Markup('<path class="area {}" d="{}"{}/>').format(fill, outline(at, count, radius, 0.66), paint))
    if part.shape == "wait":
        drawn.append(
            Markup('<path class="area {}" fill-rule="evenodd" d="{} {}"{}/>').format(
                fill, outer, outline(at, count, radius, 0.55), paint
            )
        )
    if part.shape == "never":
        x, y = _middle(at, count, radius)
        drawn.append(Markup('<path class="cross" d="M{:.2f} {:.2f} l4.4 4.4 m0 -4.4 l-4.4 4.4"/>').format(x - 2.2, y - 2.2))
    return Markup("").join(drawn)


def _angles(at: int, count: int) -> tuple[float, float]:
    turn = -90 + (180 if count == 2 else 0)
    start, end = (math.radians(turn + 360 * (at + step) / count) for step in (0, 1))
    gap = 0.11 if count > 1 else 0.0
    return start + gap, end - gap


def outline(at: int, count: int, radius: float, part: float) -> str:
    """The outline of a sector; `part` < 1 keeps to its inner part."""
    centre, reach = radius + 1, radius * part
    if count <= 1:
        top = f"{centre:.2f} {centre - reach:.2f}"
        return f"M{top} A{reach:.2f} {reach:.2f} 0 1 1 {centre - 0.01:.2f} {centre - reach:.2f} Z"
    start, end = _angles(at, count)
    a, b = (f"{centre + reach * math.cos(angle):.2f} {centre + reach * math.sin(angle):.2f}" for angle in (start, end))
    inner = 1.0 if count == 2 else 0.6
    lean = (start + end) / 2
    x, y = centre + inner * math.cos(lean), centre + inner * math.sin(lean)
    return f"M{x:.2f} {y:.2f} L{a} A{reach:.2f} {reach:.2f} 0 {int(end - start > math.pi)} 1 {b} Z"


def _middle(at: int, count: int, radius: float) -> tuple[float, float]:
    centre = radius + 1
    if count <= 1:
        return centre, centre
    lean = sum(_angles(at, count)) / 2
    return centre + radius * 0.55 * math.cos(lean), centre + radius * 0.55 * math.sin(lean)
