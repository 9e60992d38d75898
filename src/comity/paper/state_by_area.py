"""Picture: agreed items by area, a row for each area and a column for each state.

- A column has its shape and its words at its head; bars are as long as the count, one scale for the whole drawing.
- An item of several areas counts in each; one whose owners' states differ stands in a column of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from comity.paper.canvas import LETTER, SOFT, WIDTH, Canvas, Paint
from comity.paper.figure_table import figure_table, picture
from comity.paper.lettering import wrapped
from comity.paper.printed import Picture
from comity.paper.state_words import STATE_ORDER, state_of_items
from comity.paper.translate import translate

KEY = "state-by-area"
MOST = 24
_NAMES, _TOP, _BAR = 208, 76, 11


@dataclass(frozen=True, slots=True)
class AreaStates:
    """An area in the words of the page, and how many of its items are in each state of `STATE_ORDER`."""

    words: str
    counts: Mapping[str, int]

    @property
    def all(self) -> int:
        """How many items the area has."""
        return sum(self.counts.values())


def draw_state_by_area(areas: Iterable[AreaStates], lang: str, *, remarks: Sequence[str] = ()) -> Picture:
    """The picture, the area with the most items first; `remarks` are said under it."""
    _, words = translate(lang), state_of_items(lang)
    every = sorted((area for area in areas if area.all), key=lambda area: (-area.all, area.words))
    shown, states = every[:MOST], [state for state in STATE_ORDER if any(area.counts.get(state) for area in every)]
    caption = _("How agreed items stand, by area.")
    alt = (
        _("Areas: {count}.", count=len(every))
        + " "
        + "; ".join(
            f"{area.words}: " + ", ".join(f"{words[state]} {area.counts[state]}" for state in states if area.counts.get(state))
            for area in shown[:3]
        )
    )
    left_out = [_("The {shown} areas with the most items are drawn; the table has all {count}.", shown=MOST, count=len(every))]
    svg = _drawn(shown, states, lang).finish(_height(shown), caption, alt)
    table = figure_table(
        KEY,
        caption,
        [_("Area"), *(words[state] for state in states), _("All")],
        ((area.words, *(area.counts.get(state, 0) for state in states), area.all) for area in every),
    )
    return picture(KEY, svg, (caption, alt, [*(left_out if len(every) > MOST else []), *remarks]), table)


def _drawn(shown: Sequence[AreaStates], states: Sequence[str], lang: str) -> Canvas:
    canvas, words = Canvas(KEY, lang), state_of_items(lang)
    column = (WIDTH - _NAMES) / max(1, len(states))
    scale = (column - 34) / max([count for area in shown for count in area.counts.values()], default=1)
    for at, state in enumerate(states):
        x = _NAMES + at * column
        canvas.mark([state], (x + 7, 10))
        canvas.block((x, 32), words[state], (column - 6, 3), look=SOFT)
        canvas.line((x, _TOP - 12), (x, _height(shown) - 6), Paint())
    top, counts = float(_TOP), list[tuple[tuple[float, float], str]]()
    for area in shown:
        lines = wrapped(area.words, LETTER, _NAMES - 12)
        canvas.block((0, top + 4), area.words, (_NAMES - 12, 2))
        for at, state in enumerate(states):
            x, count = _NAMES + at * column, area.counts.get(state, 0)
            if count:
                canvas.bar(state, (x + 1, top - 5), max(2.0, count * scale), _BAR)
            behind = max(2.0, count * scale) if count else 0
            counts.append(((x + 7 + behind, top + 4), str(count) if count else "·"))
        top += _row(len(lines))
    canvas.texts(counts, look=SOFT)
    return canvas


def _height(shown: Sequence[AreaStates]) -> float:
    return _TOP + sum(_row(len(wrapped(area.words, LETTER, _NAMES - 12))) for area in shown)


def _row(lines: int) -> float:
    return 22 if lines < 2 else 22 + LETTER * 1.25
