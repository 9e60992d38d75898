"""Picture: which parties are bound by which instruments, the parties on two sides and between them their papers.

- Papers between the very same parties are one square with their number in it; lines lead from it to each party.
- The order on both sides and between follows from who is tied to whom alone, so that the same record gives the same drawing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comity.paper.canvas import LETTER, Canvas, Look, Paint, box, curve
from comity.paper.figure_table import figure_table, picture
from comity.paper.lettering import wrapped
from comity.paper.printed import Picture
from comity.paper.translate import translate

KEY = "party-ties"
MOST_PARTIES, MOST_SETS = 24, 18
_NAMES, _LEFT, _RIGHT, _MIDDLE, _PITCH, _TURNS = 218.0, 232.0, 488.0, 360.0, 38.0, 6


@dataclass(frozen=True, slots=True)
class Tied:
    """A party: its id, its name in words and their language, and on which of the two sides it stands (0 or 1)."""

    id: str
    words: str
    lang: str
    side: int


@dataclass(frozen=True, slots=True)
class Papers:
    """How many instruments bind exactly these parties, with the first and last year of them."""

    parties: tuple[str, ...]
    count: int
    first: str
    last: str

    @property
    def years(self) -> str:
        """The years as the drawing says them."""
        return self.first if self.first == self.last else f"{self.first}–{self.last}"


def draw_party_ties(parties: Sequence[Tied], papers: Sequence[Papers], lang: str, *, remarks: Sequence[str] = ()) -> Picture:
    """The picture: the parties with the most instruments, and the sets of parties with the most."""
    _, known = translate(lang), {party.id: party for party in parties}
    every = sorted(papers, key=lambda each: (-each.count, len(each.parties), each.parties))
    weight = {party: sum(each.count for each in every if party in each.parties) for party in known}
    kept = sorted((party for party in known if weight[party]), key=lambda party: (-weight[party], party))[:MOST_PARTIES]
    sets = [each for each in every if set(each.parties) <= set(kept) and len(each.parties) > 1][:MOST_SETS]
    caption = _("Parties and the instruments that bind them; the number is how many.")
    alt = "; ".join(f"{' – '.join(known[p].words for p in each.parties if p in known)}: {each.count}" for each in every[:3])
    drawn, count = sum(each.count for each in sets), sum(each.count for each in every)
    left_out = (
        [_("Of {count} instruments {drawn} are drawn; the table has all.", count=count, drawn=drawn)] if drawn < count else []
    )
    used = {party for each in sets for party in each.parties}
    svg = _drawn([known[party] for party in kept if party in used], sets, lang, said=(caption, alt))
    rows = [(", ".join(known[p].words for p in each.parties if p in known), each.count, each.years) for each in every]
    table = figure_table(KEY, caption, [_("Parties"), _("Instruments"), _("Years")], rows)
    return picture(KEY, svg, (caption, alt, [*left_out, *remarks]), table)


def _drawn(parties: Sequence[Tied], sets: Sequence[Papers], lang: str, *, said: tuple[str, str]) -> str:
    canvas = Canvas(KEY, lang)
    columns, middle = _ordered(parties, sets)
    height = max(_PITCH * max(len(middle), 1), *(_tall(column) for column in columns)) + 12
    places = {
        party.id: (x, y) for x, column in zip((_LEFT, _RIGHT), columns, strict=True) for party, y in _placed(column, height)
    }
    step = height / max(1, len(middle))
    for at, each in enumerate(middle):
        y = step * (at + 0.5)
        for named in each.parties:
            x, there = places[named]
            edge = _MIDDLE - 13 if x < _MIDDLE else _MIDDLE + 13
            canvas.path(curve((edge, y), (x, there)), Paint("soft", thick=min(3.0, 0.8 + each.count * 0.2)))
    for at, each in enumerate(middle):
        y = step * (at + 0.5)
        canvas.path(box(_MIDDLE - 13, y - 11, 26, 22), Paint("ink", "sheet"))
        canvas.text((_MIDDLE, y + 4), str(each.count), look=Look(anchor="middle", strong=True))
        canvas.text((_MIDDLE, y + 21), each.years, look=Look("soft", 9, "middle"))
    for column, x in zip(columns, (_LEFT, _RIGHT), strict=True):
        for party, y in _placed(column, height):
            canvas.mark(["not"], (x, y), radius=4)
            _name(canvas, party, (x, y))
    return canvas.finish(height + 6, *said)


def _name(canvas: Canvas, party: Tied, place: tuple[float, float]) -> None:
    lines = wrapped(party.words, LETTER, _NAMES, most=2)
    y = place[1] + 4 - (len(lines) - 1) * LETTER * 0.62
    at, anchor = (place[0] - 9, "end") if place[0] < _MIDDLE else (place[0] + 9, "start")
    canvas.block((at, y), party.words, (_NAMES, 2), look=Look(anchor=anchor, lang=party.lang))


def _ordered(parties: Sequence[Tied], sets: Sequence[Papers]) -> tuple[list[list[Tied]], list[Papers]]:
    """Both columns and the middle, each put by the mean place of what it is tied to, over and over."""
    columns, middle = [[party for party in parties if party.side == side] for side in (0, 1)], list(sets)
    for _turn in range(_TURNS):
        rank = {party.id: (at + 0.5) / len(column) for column in columns for at, party in enumerate(column)}
        middle.sort(key=lambda each: (_mean([rank[party] for party in each.parties]), each.parties))
        seat = {each.parties: (at + 0.5) / len(middle) for at, each in enumerate(middle)}
        for column in columns:
            column.sort(key=lambda party: (_mean([seat[each.parties] for each in middle if party.id in each.parties]), party.id))
    return columns, middle


def _placed(column: Sequence[Tied], height: float) -> list[tuple[Tied, float]]:
    step = height / max(1, len(column))
    return [(party, step * (at + 0.5)) for at, party in enumerate(column)]


def _tall(column: Sequence[Tied]) -> float:
    return len(column) * max([18 + 15 * len(wrapped(party.words, LETTER, _NAMES, most=2)) for party in column], default=0)


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 6) if values else 0.5
