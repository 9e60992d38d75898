"""Picture: agreed items by the year they were agreed in, and what became of them, as bands from left to right.

- A band is as thick as its count; both ends say their words and their number, so that no band need be followed by colour.
- Years before the last `MOST` are put together; what bears no year stands last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from comity.paper.canvas import SOFT, Canvas, Look, Paint, box, ribbon
from comity.paper.figure_table import figure_table, picture
from comity.paper.printed import Picture
from comity.paper.state_words import STATE_ORDER, state_of_items
from comity.paper.translate import translate

KEY = "flow-by-year"
MOST = 12
_LEFT, _RIGHT, _HEIGHT, _GAP, _TOP = 128.0, 426.0, 380.0, 16.0, 16.0

# How many items of a year ("" where none is said) came to each state.
Flow = Mapping[tuple[str, str], int]


def draw_flow_by_year(flow: Flow, lang: str, *, remarks: Sequence[str] = ()) -> Picture:
    """The picture; `flow` counts items by (year, state of `STATE_ORDER`)."""
    _, words = translate(lang), state_of_items(lang)
    years = sorted({year for (year, _state), count in flow.items() if count and year})
    total = sum(flow.values())
    caption = _("Agreed items by year, and what became of them.")
    alt = (
        _("{count} in all.", count=total)
        + " "
        + ", ".join(
            f"{words[state]} {count}"
            for state in STATE_ORDER
            if (count := sum(flow.get((year, state), 0) for year in ("", *years)))
        )
    )
    left_out = [_("Years up to {year} are drawn as one; the table has each.", year=years[-MOST])] if len(years) > MOST else []
    svg = _drawn(_grouped(flow, years, lang), lang, title=caption, told=alt)
    table = figure_table(
        KEY,
        caption,
        [_("Year"), *words.values(), _("All")],
        (
            (year or _("no year said"), *counts, sum(counts))
            for year in (*years, "")
            if sum(counts := [flow.get((year, state), 0) for state in STATE_ORDER])
        ),
    )
    return picture(KEY, svg, (caption, alt, [*left_out, *remarks]), table)


def _grouped(flow: Flow, years: Sequence[str], lang: str) -> dict[tuple[str, str], int]:
    """The flow by the words at its left end: early years together."""
    _, early = translate(lang), set(years[: -MOST + 1]) if len(years) > MOST else set[str]()
    names = {year: year for year in years} | {year: _("to {year}", year=max(early)) for year in early} | {"": _("no year said")}
    found: Counter[tuple[str, str]] = Counter()
    for year in (*years, ""):
        for state in STATE_ORDER:
            if count := flow.get((year, state), 0):
                found[names[year], state] += count
    return dict(found)


def _drawn(flow: Mapping[tuple[str, str], int], lang: str, *, title: str, told: str) -> str:
    canvas, words = Canvas(KEY, lang), state_of_items(lang)
    lefts = list(dict.fromkeys(left for left, _state in flow))
    states = [state for state in STATE_ORDER if any(end == state for _left, end in flow)]
    total = max(1, sum(flow.values()))
    unit = min(12.0, (_HEIGHT - _GAP * max(len(lefts), len(states))) / total)
    outs = _stacked([(left, sum(n for (start, _end), n in flow.items() if start == left)) for left in lefts], unit)
    ins = _stacked([(state, sum(n for (_start, end), n in flow.items() if end == state)) for state in states], unit)
    from_at, to_at = dict(outs), dict(ins)
    for left in lefts:
        for state in states:
            count = flow.get((left, state), 0)
            if count:
                band = ribbon((_LEFT, from_at[left]), (_RIGHT, to_at[state]), max(0.8, count * unit))
                canvas.path(band, Paint("", state, faint=True))
                canvas.path(band, Paint(state, thick=0.5))
                from_at[left] += count * unit
                to_at[state] += count * unit
    for left, top in outs.items():
        end = from_at[left]
        canvas.path(box(_LEFT - 6, top, 6, max(1, end - top)), Paint("", "ink"))
        canvas.text((_LEFT - 14, (top + end) / 2 + 4), f"{left} · {round((end - top) / unit)}", look=Look(anchor="end"))
    for state, top in ins.items():
        end = to_at[state]
        canvas.bar(state, (_RIGHT, top), 9, max(2.0, end - top))
        canvas.mark([state], (_RIGHT + 24, (top + end) / 2))
        canvas.text((_RIGHT + 37, (top + end) / 2 + 4), f"{words[state]} · {round((end - top) / unit)}")
    height = max([_TOP, *from_at.values(), *to_at.values()]) + _TOP
    canvas.text((_LEFT, height + 4), translate(lang)("agreed in"), look=Look(SOFT.role, SOFT.size, "end"))
    canvas.text((_RIGHT, height + 4), translate(lang)("by the words of their owners"), look=SOFT)
    return canvas.finish(height + 14, title, told)


def _stacked(counts: Sequence[tuple[str, int]], unit: float) -> dict[str, float]:
    """Where each begins, one under the other."""
    found, top = {}, _TOP
    for name, count in counts:
        found[name] = top
        top += max(2.0, count * unit) + _GAP
    return found
