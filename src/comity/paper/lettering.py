"""How wide text is drawn, reckoned without a font: by script, on the wide side, so that nothing overlaps.

- A character of Chinese is as wide as it is high; Latin letters go by their form, marks above and below add nothing.
- Lines break at spaces, and between any two characters of Chinese but before a closing mark; a longer word is broken.
- What does not fit ends with "…". Marks that turn the direction of writing are shown by their code, unprintable ones not at all.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NARROW, _WIDE = "iljtfrI.,:;'|!()[]·- /", "mwMW%@…—"
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_CLOSING = frozenset("，。、；：！？）》」』”’…—")
# A word with the spaces behind it; a character of Chinese stands alone.
_PIECES = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+|\s+")
# What is longer than any line is cut before it is measured.
_MOST = 400


def clean(text: str) -> str:
    """The text on one line, with turning marks as codes and without what no file may hold."""
    seen = _TURNING.sub(lambda mark: f"[U+{ord(mark.group()):04X}]", _UNPRINTABLE.sub("", text[: 4 * _MOST]))
    return " ".join(seen.split())


def width_of(text: str, size: float) -> float:
    """About how wide the text stands at this size, rather too wide than too narrow."""
    return size * sum(map(_em, text))


def wrapped(text: str, size: float, width: float, *, most: int = 2) -> list[str]:
    """The text in at most so many lines of this width."""
    lines, line = [], ""
    for piece in _PIECES.findall(clean(text)[:_MOST]):
        if width_of((line + piece).rstrip(), size) <= width or piece in _CLOSING:
            line += piece
            continue
        if line.strip():
            lines.append(line.strip())
        line = piece.lstrip()
        while width_of(line, size) > width and len(line) > 1:
            lines.append(_fitting(line, size, width))
            line = line[len(lines[-1]) :]
    lines += [line.strip()] if line.strip() else []
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], fit(" ".join(lines[most - 1 :]), size, width)]


def fit(text: str, size: float, width: float) -> str:
    """The text on one line of this width, its end left out where it is longer."""
    whole = clean(text)
    if len(whole) <= _MOST and width_of(whole, size) <= width:
        return whole
    return _fitting(whole[:_MOST], size, width - width_of("…", size)).rstrip() + "…"


def _fitting(text: str, size: float, width: float) -> str:
    """The longest beginning within this width, one character at least."""
    room = 0.0
    for at, letter in enumerate(text):
        room += size * _em(letter)
        if room > width:
            return text[: max(1, at)]
    return text


@lru_cache(maxsize=4096)
def _em(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return 1.0
    plain = unicodedata.normalize("NFD", letter)[0]
    if plain in _NARROW:
        return 0.38
    if plain in _WIDE:
        return 0.96
    return 0.72 if plain.isupper() else 0.6
