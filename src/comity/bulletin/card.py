"""The picture that goes with a link elsewhere: the sign alone, so that it needs no letters of any language."""

from __future__ import annotations

import io

WIDE, HIGH = 1200, 630
PAPER, INK = (251, 250, 246), (11, 89, 99)
# Drawn so many times larger and made small again, which smooths the edges.
_FINE = 3


def card() -> bytes:
    """The sign of two halves on paper, as PNG; the same bytes each time."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (WIDE * _FINE, HIGH * _FINE), PAPER)
    draw = ImageDraw.Draw(picture)
    middle, radius, gap, line = WIDE * _FINE // 2, 190 * _FINE, 26 * _FINE, 26 * _FINE
    top = HIGH * _FINE // 2 - radius
    box = (middle - radius - gap, top, middle + radius - gap, top + 2 * radius)
    draw.pieslice(box, 90, 270, fill=INK)
    box = (middle - radius + gap, top, middle + radius + gap, top + 2 * radius)
    draw.pieslice(box, -90, 90, fill=INK)
    inner = (box[0] + line, box[1] + line, box[2] - line, box[3] - line)
    draw.pieslice(inner, -90, 90, fill=PAPER)
    draw.rectangle((middle + gap - 1, top, middle + gap + line, top + 2 * radius), fill=INK)
    small = picture.resize((WIDE, HIGH), Image.Resampling.LANCZOS).quantize(32)
    target = io.BytesIO()
    small.save(target, "PNG", optimize=True)
    return target.getvalue()
