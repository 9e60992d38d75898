"""Picture: the strip map. Pairs of border gates as beads on one straightened line, each side's names on its own side.

- It is no map: no border is drawn and nothing lies under it; the distance from bead to bead says nothing. Every drawing
  says so, in Vietnamese, in Chinese and in the words of the page.
- A bead is a split disc: each half has the shape of what was last told of that side, and the words stand beside it.
- Arcs join what belongs together: dashed a route to its pair, full the gates of one corridor, numbered; beneath, each side's name
  of the corridor stands on its own side. A corridor with one pair in the drawing has its number beside that pair.

Source: docs/vocabulary.md, "schematic".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from comity.paper.canvas import LEADING, LETTER, SMALL, SOFT, WIDTH, Canvas, Look, Paint, Point
from comity.paper.figure_table import figure_table
from comity.paper.lettering import clean, width_of, wrapped
from comity.paper.printed import Picture, Run, Table
from comity.paper.translate import N_, Msgid, translate
from comity.paper.wording import Part, lead_of

KEY = "strip-map"
NO_MAP: tuple[Run, ...] = (Run("Sơ đồ, không phải bản đồ", "vi"), Run("示意图", "zh-Hans"))
# What may be told of one side of a pair, each with its shape.
STANDING: dict[str, Msgid] = {
    "done": N_("in operation"),
    "way": N_("open with limits"),
    "wait": N_("being prepared"),
    "never": N_("closed for a time"),
    "none": N_("nothing told"),
}
_MIDDLE, _CHANNEL, _TOP, _GAP, _LOWEST = WIDTH / 2, 54.0, 78.0, 7.0, 1050.0
_NAMES = WIDTH / 2 - _CHANNEL
# How much wider strong letters stand.
_STRONG = 1.08


@dataclass(frozen=True, slots=True)
class BeadSide:
    """One side of a pair: what it is called in its languages, its class in words, its shape of `STANDING`, what was last told."""

    names: tuple[Part, ...]
    classed: str
    shape: str
    told: str


@dataclass(frozen=True, slots=True)
class Bead:
    """A pair, its sides left and right as the drawing puts them; `within` is the pair it is a route of, "" for none."""

    id: str
    left: BeadSide
    right: BeadSide
    within: str = ""
    markers: str = ""


@dataclass(frozen=True, slots=True)
class Corridor:
    """Gates that one corridor passes; what it is called left and right as the drawing puts the sides; `way` in words, or ""."""

    left: tuple[Part, ...]
    right: tuple[Part, ...]
    way: str
    gates: tuple[str, ...]


def draw_strip_map(
    beads: Sequence[Bead], sides: tuple[str, str], lang: str, *, corridors: Sequence[Corridor] = (), remarks: Sequence[str] = ()
) -> Picture:
    """The picture, beads in the order given; `sides` says in words whose names stand left and right."""
    _, shown = translate(lang), _on_a_sheet(beads, lang)
    caption = _("Border gates on one straightened line; places and distances are not those of the land.")
    alt = _alt(beads, corridors, lang)
    cut = _("The first {shown} are drawn; the table has all {count}.", shown=len(shown), count=len(beads))
    left_out = [cut] if len(shown) < len(beads) else []
    svg = _drawn(shown, sides, lang, corridors=corridors, said=(caption, alt))
    line = (*_no_map(lang), Run(" ".join([caption, *left_out, *remarks])))
    return Picture(KEY, svg, line, alt, _table(beads, sides, lang, corridors, caption))


def _alt(beads: Sequence[Bead], corridors: Sequence[Corridor], lang: str) -> str:
    _ = translate(lang)
    standing = ", ".join(
        f"{_(words)}: {count}"
        for shape, words in STANDING.items()
        if (count := sum(_shapes(bead).count(shape) for bead in beads))
    )
    counted = _.many("{count} pair or route.", "{count} pairs or routes.", len(beads))
    joined = [_.many("{count} corridor joins some of them.", "{count} corridors join some of them.", len(corridors))]
    return " ".join([counted, standing, *(joined if corridors else [])])


def _table(beads: Sequence[Bead], sides: tuple[str, str], lang: str, corridors: Sequence[Corridor], caption: str) -> Table:
    """Every pair with what it is part of, then every corridor with the pairs it joins."""
    _ = translate(lang)
    told, (one, other) = _("Class and what was last told"), (sides[0] or _("One side"), sides[1] or _("Other side"))
    names = {bead.id: f"{_plain(bead.left.names)} – {_plain(bead.right.names)}" for bead in beads}
    through = {
        bead.id: [f"({at}) {_own(each, lang)}" for at, each in enumerate(corridors, 1) if bead.id in each.gates] for bead in beads
    }
    between = "；" if lang == "zh-Hans" else "; "
    rows = [
        (
            _plain(bead.left.names),
            _stands(bead.left, lang),
            _plain(bead.right.names),
            _stands(bead.right, lang),
            bead.markers,
            between.join([*filter(None, [names.get(bead.within, "")]), *through[bead.id]]),
        )
        for bead in beads
    ]
    for at, each in enumerate(corridors, 1):
        what = " · ".join(filter(None, [_("corridor"), each.way]))
        joins = _("joins {gates}", gates=between.join(names[gate] for gate in each.gates if gate in names))
        rows.append((f"({at}) {_plain(each.left)}", what, _plain(each.right), what, "", joins))
    return figure_table(KEY, caption, [one, told, other, told, _("Markers"), _("Part of")], rows)


def _on_a_sheet(beads: Sequence[Bead], lang: str) -> list[Bead]:
    """The first of them, so many that the drawing fits a sheet of A4."""
    found, top = list[Bead](), _TOP
    for bead in beads:
        top += _tall(bead, lang)
        if top > _LOWEST:
            break
        found.append(bead)
    return found


def _tall(bead: Bead, lang: str) -> float:
    return max(_height(bead.left, lang), _height(bead.right, lang)) + _GAP


def _no_map(lang: str) -> Iterable[Run]:
    """That it is no map, in Vietnamese, Chinese and, where that is neither, the words of the page."""
    own = [Run(translate(lang)("A schematic, not a map"), lang)] if lang not in ("vi", "zh-Hans") else []
    for run in sorted((*NO_MAP, *own), key=lambda run: run.lang != lang):
        yield run
        yield Run(" · " if run.lang != ("zh-Hans" if lang != "zh-Hans" else "vi") else ". ")


def _drawn(
    beads: Sequence[Bead], sides: tuple[str, str], lang: str, *, corridors: Sequence[Corridor], said: tuple[str, str]
) -> str:
    canvas, places, top = Canvas(KEY, lang), dict[str, float](), _TOP
    canvas.text(
        (_MIDDLE, 14),
        " ".join(run.text for run in _no_map(lang)).replace("  ", " ").strip(" ."),
        look=Look(strong=True, anchor="middle"),
    )
    _heads(canvas, sides)
    for bead in beads:
        high = _tall(bead, lang)
        places[bead.id] = top + (high - _GAP) / 2
        top += high
    canvas.line((_MIDDLE, _TOP - 12), (_MIDDLE, top), Paint("rule", thick=1.5))
    _arcs(canvas, beads, corridors, places)
    for bead in beads:
        y = places[bead.id]
        radius = 5.5 if bead.within else 8
        canvas.mark([bead.left.shape, bead.right.shape], (_MIDDLE, y), radius=radius)
        _side(canvas, bead.left, y, lang, left=True)
        _side(canvas, bead.right, y, lang, left=False)
    bottom = _key(canvas, beads, corridors, (top + 16, lang))
    return canvas.finish(bottom, *said)


def _heads(canvas: Canvas, sides: tuple[str, str]) -> None:
    for words, x, anchor in ((sides[0], _MIDDLE - _CHANNEL, "end"), (sides[1], _MIDDLE + _CHANNEL, "start")):
        canvas.block((x, 42), words, (_NAMES, 1), look=Look("soft", LETTER, anchor))


def _side(canvas: Canvas, side: BeadSide, middle: float, lang: str, *, left: bool) -> None:
    anchor, lead, others = "end" if left else "start", *_arranged(side.names, lang)
    x, y = _MIDDLE + (-_CHANNEL if left else _CHANNEL), middle - _height(side, lang) / 2 + LETTER * 0.85
    used = 0.0
    if lead:
        lines = wrapped(lead.text, LETTER, _NAMES)
        y += (
            canvas.block((x, y), lead.text, (_NAMES, 2), look=Look(anchor=anchor, lang=lead.lang, strong=True)) - LETTER * LEADING
        )
        used = width_of(lines[-1], LETTER) * _STRONG + 7 if lines else 0.0
    for part in others:
        room = width_of(clean(part.text), SMALL)
        if used and used + room > _NAMES:
            used, y = 0.0, y + LETTER * LEADING
        canvas.block((x + (-used if left else used), y), part.text, (_NAMES, 1), look=Look("soft", SMALL, anchor, part.lang))
        used += min(room, _NAMES) + 7
    canvas.block((x, y + LETTER * LEADING), _stands(side, lang), (_NAMES, 2), look=Look("ink", SMALL, anchor))


def _arranged(names: Sequence[Part], lang: str) -> tuple[Part | None, list[Part]]:
    lead = lead_of(names, lang)
    return lead, [part for part in names if part is not lead and lead and part.text != lead.text][:2]


def _height(side: BeadSide, lang: str) -> float:
    """How high a side stands: its names, then what is told of it."""
    lead, others = _arranged(side.names, lang)
    lines = wrapped(lead.text, LETTER, _NAMES) if lead else []
    count, used = max(1, len(lines)), width_of(lines[-1], LETTER) * _STRONG + 7 if lines else 0.0
    for part in others:
        room = width_of(clean(part.text), SMALL)
        if used and used + room > _NAMES:
            used, count = 0.0, count + 1
        used += min(room, _NAMES) + 7
    return (count + len(wrapped(_stands(side, lang), SMALL, _NAMES))) * LETTER * LEADING


def _stands(side: BeadSide, lang: str) -> str:
    standing = translate(lang)(STANDING[side.shape])
    return " · ".join(dict.fromkeys(words for words in (side.classed, side.told or standing) if words))


def _arcs(canvas: Canvas, beads: Sequence[Bead], corridors: Sequence[Corridor], places: dict[str, float]) -> None:
    for bead in beads:
        if bead.within in places:
            canvas.path(_arc(places[bead.within], places[bead.id], 26), Paint("soft", dashed=True))
    numbered = list[Point]()
    for number, corridor in enumerate(corridors, 1):
        heights = sorted(places[gate] for gate in corridor.gates if gate in places)
        reach = (-1 if number % 2 else 1) * (30.0 + 6 * ((number - 1) // 2 % 3))
        for upper, lower in pairwise(heights):
            canvas.path(_arc(upper, lower, reach), Paint("accent", thick=1.6))
        if heights:
            at = _free(_along(heights, reach), numbered)
            numbered.append(at)
            canvas.text((at[0], at[1] + 4), str(number), look=Look("accent", SMALL, "middle", strong=True))


def _along(heights: Sequence[float], reach: float) -> Iterator[Point]:
    """Points beside the arcs of a corridor, or beside its only bead, for its number; the best first."""
    beside = 7 if reach > 0 else -7
    for share in (0.5, 0.38, 0.62, 0.28, 0.72):
        for upper, lower in pairwise(heights):
            y = upper * (1 - share) ** 2 * (1 + 2 * share) + lower * share**2 * (3 - 2 * share)
            yield _MIDDLE + reach * 3 * share * (1 - share) + beside, y
    for step in (0, 1, -1, 2, -2):
        yield _MIDDLE + reach * 0.75 + beside, heights[0] + step * SMALL * LEADING


def _free(points: Iterable[Point], taken: Sequence[Point]) -> Point:
    """The first of the points that no number stands on yet; the first of all where there is none."""
    every = list(points)
    room = SMALL * LEADING
    return next((at for at in every if all(abs(at[0] - x) > room or abs(at[1] - y) > room for x, y in taken)), every[0])


def _arc(start: float, end: float, reach: float) -> str:
    return f"M{_MIDDLE:.0f} {start:.1f}C{_MIDDLE + reach:.0f} {start:.1f} {_MIDDLE + reach:.0f} {end:.1f} {_MIDDLE:.0f} {end:.1f}"


def _key(canvas: Canvas, beads: Sequence[Bead], corridors: Sequence[Corridor], place: tuple[float, str]) -> float:
    (y, lang), x = place, 0.0
    used = {shape for bead in beads for shape in _shapes(bead)}
    for shape, words in STANDING.items():
        if shape in used:
            said = translate(lang)(words)
            if x + 34 + width_of(said, SMALL) > WIDTH and x:
                x, y = 0.0, y + 18
            canvas.mark([shape], (x + 7, y))
            canvas.text((x + 18, y + 4), said, look=SOFT)
            x += 34 + width_of(said, SMALL)
    y += 8 if corridors else 0
    for number, corridor in enumerate(corridors, 1):
        y += _named(canvas, corridor, number, (y, lang))
    return y + 14


def _named(canvas: Canvas, corridor: Corridor, number: int, place: tuple[float, str]) -> float:
    """The number of a corridor on the line, each side's name on its own side, and how it goes; returns how high that is."""
    y, lang = place
    canvas.text((_MIDDLE, y + 18), str(number), look=Look("accent", LETTER, "middle", strong=True))
    tall = 0.0
    for parts, x, anchor in ((corridor.left, _MIDDLE - 16, "end"), (corridor.right, _MIDDLE + 16, "start")):
        lead, others = _arranged(parts, lang)
        used = 0.0
        for part, look in ((lead, Look("accent", SMALL, anchor)), *((each, Look("soft", SMALL, anchor)) for each in others)):
            if part:
                used += canvas.block((x, y + 18 + used), part.text, (WIDTH / 2 - 16, 2), look=replace(look, lang=part.lang))
        tall = max(tall, used)
    if corridor.way:
        tall += canvas.block((_MIDDLE, y + 18 + tall), corridor.way, (_NAMES, 1), look=Look("soft", SMALL, "middle"))
    return tall + 6


def _shapes(bead: Bead) -> list[str]:
    return [bead.left.shape, bead.right.shape]


def _plain(names: Sequence[Part]) -> str:
    return " / ".join(dict.fromkeys(part.text for part in names)) or "–"


def _own(corridor: Corridor, lang: str) -> str:
    """What the page calls a corridor: in its language, from whichever side."""
    lead, _others = _arranged((*corridor.left, *corridor.right), lang)
    return lead.text if lead else "–"
