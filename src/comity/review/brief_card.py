"""The brief as one picture to send in a chat: names, thanks, what to raise, what they asked; the same words, fewer of them."""

from __future__ import annotations

from comity.paper.canvas import LEADING, Canvas, Look, Paint
from comity.paper.lettering import wrapped
from comity.paper.moment import show_day
from comity.paper.printed import Line, plain
from comity.paper.translate import translate
from comity.review.brief import brief_parts, brief_title
from comity.review.brief_material import BriefMaterial
from comity.review.two_pages import Part

# How many of each part stand on the card, and how many lines each may take.
SHOWN = {"thanks": 2, "raise": 3, "asked": 2, "open": 2}
_EDGE, _WIDTH, _SIZE, _LINES = 36.0, 648.0, 15.0, 4


def brief_card(material: BriefMaterial, lang: str) -> str:
    """The card as a drawing."""
    canvas = Canvas("brief-card", lang)
    parts = {part.key: part for part in brief_parts(material, lang)}
    title = plain(brief_title(material, lang))
    top = 60.0
    top += canvas.block((_EDGE, top), title, (_WIDTH, 2), look=Look(size=24, strong=True)) + 2
    for line in parts["who"].lead[:2]:
        top += canvas.block((_EDGE, top), plain(line), (_WIDTH, 2), look=Look(size=_SIZE)) + 2
    for key, count in SHOWN.items():
        top = _part(canvas, parts[key], count, top + 14)
    canvas.line((_EDGE, top + 6), (_EDGE + _WIDTH, top + 6), Paint("rule"))
    said = [translate(lang)("for one's own side only"), show_day(material.state.on, lang), _figures(parts["agreed"])]
    bottom = canvas.block((_EDGE, top + 26), " · ".join(each for each in said if each), (_WIDTH, 3), look=Look("soft", 12))
    canvas.path(f"M1 1h718v{top + 22 + bottom:.0f}h-718z", Paint("ink", thick=2))
    return canvas.finish(top + 26 + bottom, title, title)


def _part(canvas: Canvas, part: Part, count: int, top: float) -> float:
    """A part with its first entries; returns where the next may stand."""
    items = [item.line for item in part.items[:count]] or list(part.lead[:1])
    if not items:
        return top - 14
    canvas.line((_EDGE, top), (_EDGE + _WIDTH, top), Paint())
    top += 22
    canvas.text((_EDGE, top), translate(canvas.lang)(part.title), look=Look("soft", 13, strong=True))
    top += 6
    for at, line in enumerate(items, 1):
        top += _entry(canvas, f"{at}." if part.is_numbered and part.items else "–", line, top + _SIZE + 4) + 6
    return top + 4


def _entry(canvas: Canvas, sign: str, line: Line, top: float) -> float:
    lines = wrapped(plain(line), _SIZE, _WIDTH - 26, most=_LINES)
    canvas.text((_EDGE, top), sign, look=Look(size=_SIZE))
    canvas.block((_EDGE + 26, top), plain(line), (_WIDTH - 26, _LINES), look=Look(size=_SIZE))
    return max(1, len(lines)) * _SIZE * LEADING


def _figures(agreed: Part) -> str:
    return plain(agreed.lead[0]) if agreed.items else ""
