"""Drawings as SVG: what every picture shares, so that it prints, needs no program and can be read to a person.

- Colours are given twice: as attributes for paper, and as classes for which the stylesheet of a page has day and night.
- Nothing is told by colour alone: each state has the shape it has in the split disc, and words stand beside it.
- The drawing is one image to a screen reader, with a title and a description; the table behind it has every figure.
- Everything put in is escaped; coordinates have at most one decimal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from comity.paper.disc import outline
from comity.paper.lettering import clean, wrapped

WIDTH = 720
LETTER = 12.0
SMALL = 11.0
# The colours of paper; on a page the stylesheet's classes stand in their place.
COLOURS = {
    "ink": "currentColor", "soft": "#59636d", "line": "#dcd8ce", "rule": "#8d949a", "accent": "#0b5963", "sheet": "#ffffff",
    "done": "#2c7a4b", "way": "#2b6cb0", "wait": "#a4660a", "not": "#59636d", "none": "#59636d", "never": "#96302f",
    "mixed": "currentColor",
}  # fmt: skip
FONTS = "'Be Vietnam Pro', 'Noto Sans', 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"

LEADING = 1.25

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Look:
    """How text is set: its colour by role, its size, whether `at` is its "start", "middle" or "end", and its language."""

    role: str = "ink"
    size: float = LETTER
    anchor: str = "start"
    lang: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Paint:
    """How a path is painted: the roles of its line and of its inside, "" for none."""

    stroke: str = "line"
    fill: str = ""
    thick: float = 1
    dashed: bool = False
    faint: bool = False


PLAIN, SOFT = Look(), Look("soft", SMALL)


class Canvas:
    """One drawing under way: `key` sets its names apart from those of other drawings on the page."""

    def __init__(self, key: str, lang: str, *, width: float = WIDTH) -> None:
        self.key, self.lang, self.width = key, lang, width
        self._parts: list[Markup] = []
        self._marks: dict[str, Markup] = {}

    def text(self, at: Point, words: str, *, look: Look = PLAIN) -> None:
        """One line of text from `at`, which is on its baseline."""
        self._parts.append(_text(at, words, self._given(look)))

    def texts(self, placed: Iterable[tuple[Point, str]], *, look: Look = PLAIN) -> None:
        """Many short texts of one look, which is said once for all."""
        inside = Markup("").join(_text(at, words, Markup("")) for at, words in placed)
        self._parts.append(Markup("<g{}>{}</g>").format(self._given(look), inside))

    def _given(self, look: Look) -> Markup:
        plain = look.role == "ink"
        return _attributes(
            **{"class": None if plain else look.role, "fill": None if plain else COLOURS[look.role]},
            **{"font-size": None if look.size == LETTER else _number(look.size)},
            **{"text-anchor": None if look.anchor == "start" else look.anchor},
            **{"font-weight": "600" if look.strong else None, "lang": look.lang if look.lang not in ("", self.lang) else None},
        )

    def block(self, at: Point, words: str, room: tuple[float, int], *, look: Look = PLAIN) -> float:
        """Text in `room` = (width, most lines), the first line at `at`; returns how high it stands."""
        lines = wrapped(words, look.size, room[0], most=room[1])
        for number, line in enumerate(lines):
            self.text((at[0], at[1] + number * look.size * LEADING), line, look=look)
        return len(lines) * look.size * LEADING

    def path(self, drawn: str, paint: Paint) -> None:
        """A path as it is painted."""
        names = [*([f"s-{paint.stroke}"] if paint.stroke else []), *([f"f-{paint.fill}"] if paint.fill else [])]
        given = _attributes(
            **{"class": " ".join(names), "fill": COLOURS[paint.fill] if paint.fill else "none"},
            stroke=COLOURS[paint.stroke] if paint.stroke else None,
            opacity=".3" if paint.faint else None,
            **{"stroke-width": _number(paint.thick) if paint.stroke and paint.thick != 1 else None},
            **{"stroke-dasharray": "3 3" if paint.dashed else None},
        )
        self._parts.append(Markup('<path d="{}"{}/>').format(drawn, given))

    def line(self, start: Point, end: Point, paint: Paint) -> None:
        """A straight line."""
        self.path(f"M{_pair(start)}L{_pair(end)}", paint)

    def bar(self, shape: str, at: Point, width: float, height: float) -> None:
        """A bar as long as a count, filled as its state is in the split disc."""
        x, y = at
        if shape in ("done", "never"):
            self.path(box(x, y, width, height), Paint(shape, shape))
        elif shape == "wait":
            self.path(box(x + 1, y + 1, max(width - 2, 0.5), height - 2), Paint(shape, thick=3))
        else:
            self.path(box(x, y, width, height), Paint(shape, dashed=shape == "none"))
        if shape == "way":
            self.path(box(x, y + height * 0.3, width, height * 0.4), Paint("", shape))
        if shape == "mixed":
            self.path(box(x, y + height / 2, width, height / 2), Paint("", shape))
        if shape == "never":
            reach, mid = min(width, height) / 2, x + width / 2
            first = f"M{_pair((mid - reach, y))}L{_pair((mid + reach, y + height))}"
            self.path(f"{first}M{_pair((mid + reach, y))}L{_pair((mid - reach, y + height))}", Paint("sheet", thick=1.5))

    def mark(self, shapes: Sequence[str], at: Point, *, radius: float = 6) -> None:
        """A disc with one sector for each shape, its middle at `at`."""
        name = f"{self.key}-{'-'.join(shapes)}-{_number(radius)}"
        self._marks.setdefault(name, _disc(name, shapes, radius))
        self._parts.append(
            Markup('<use href="#{}" x="{}" y="{}"/>').format(name, _number(at[0] - radius - 1), _number(at[1] - radius - 1))
        )

    def finish(self, height: float, title: str, told: str) -> str:
        """The drawing as it goes into a page or a file."""
        head = Markup(
            '<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img" '
            'lang="{lang}" aria-labelledby="{key}-title {key}-told" font-family="{fonts}" font-size="12" fill="{ink}">'
            '<title id="{key}-title">{title}</title><desc id="{key}-told">{told}</desc>'
        ).format(
            w=_number(self.width), h=_number(height), lang=self.lang, key=self.key, fonts=FONTS, ink=COLOURS["ink"],
            title=clean(title), told=clean(told),
        )  # fmt: skip
        marks = Markup("<defs>{}</defs>").format(Markup("").join(self._marks.values())) if self._marks else ""
        return str(Markup("{}{}{}</svg>").format(head, marks, Markup("").join(self._parts)))


def curve(start: Point, end: Point) -> str:
    """A path that leaves and arrives level."""
    middle = (start[0] + end[0]) / 2
    return f"M{_pair(start)}C{_pair((middle, start[1]))} {_pair((middle, end[1]))} {_pair(end)}"


def ribbon(start: Point, end: Point, thick: float) -> str:
    """A band of this thickness from one height to another; both points are its upper corners."""
    middle = (start[0] + end[0]) / 2
    low, far = (start[0], start[1] + thick), (end[0], end[1] + thick)
    back = f"C{_pair((middle, far[1]))} {_pair((middle, low[1]))} {_pair(low)}"
    return f"{curve(start, end)}L{_pair(far)}{back}Z"


def _text(at: Point, words: str, given: Markup) -> Markup:
    return Markup('<text x="{}" y="{}"{}>{}</text>').format(_number(at[0]), _number(at[1]), given, clean(words))


def _disc(name: str, shapes: Sequence[str], radius: float) -> Markup:
    drawn = (part for at, shape in enumerate(shapes) for part in _sector(shape, at, len(shapes), radius))
    ground = Markup('<path d="{}" class="f-sheet" fill="{}"/>').format(outline(0, 1, radius, 1.0), COLOURS["sheet"])
    return Markup('<g id="{}">{}{}</g>').format(name, ground, Markup("").join(drawn))


def _sector(shape: str, at: int, count: int, radius: float) -> Iterable[Markup]:
    """One sector as `disc` draws it, with the colours of paper in it."""
    if shape == "mixed":
        yield from _sector("not", at, count, radius)
        yield Markup('<path d="{}" class="f-ink" fill="{}"/>').format(outline(0, 2, radius, 0.9), COLOURS["ink"])
        return
    area = {"done": 1.0, "never": 1.0, "way": 0.66}.get(shape)
    rim, colour = outline(at, count, radius, 1.0), COLOURS[shape]
    dashes = Markup(' stroke-dasharray="2 2"') if shape == "none" else ""
    yield Markup('<path d="{}" class="s-{}" fill="none" stroke="{}" stroke-width="1.3"{}/>').format(rim, shape, colour, dashes)
    if area:
        yield Markup('<path d="{}" class="f-{}" fill="{}"/>').format(outline(at, count, radius, area), shape, colour)
    if shape == "wait":
        ring = f"{rim} {outline(at, count, radius, 0.55)}"
        yield Markup('<path d="{}" class="f-{}" fill="{}" fill-rule="evenodd"/>').format(ring, shape, colour)
    if shape == "never":
        yield Markup('<path d="{}" class="s-sheet" fill="none" stroke="{}" stroke-width="1.5"/>').format(
            _cross(at, count, radius), COLOURS["sheet"]
        )


def _cross(at: int, count: int, radius: float) -> str:
    centre, reach = radius + 1, radius * 0.38
    x = centre if count == 1 else centre + radius * (0.5 if at else -0.5)
    down, up = _pair((2 * reach, 2 * reach)), _pair((-2 * reach, 2 * reach))
    return f"M{_pair((x - reach, centre - reach))}l{down}m0 {_number(-2 * reach)}l{up}"


def box(x: float, y: float, width: float, height: float) -> str:
    """The outline of a rectangle."""
    return f"M{_pair((x, y))}h{_number(width)}v{_number(height)}h{_number(-width)}z"


def _pair(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _attributes(**given: str | None) -> Markup:
    return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in given.items() if value is not None)
