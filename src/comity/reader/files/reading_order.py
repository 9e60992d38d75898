"""The lines of a sheet in the order people read them: column by column, each from top to bottom.

- Columns are told by an empty strip that runs through at least three lines on either side of it, a narrow one through six.
- What stands far apart on one line (the two halves of a letterhead, a mark in the corner) makes lines of its own.
- Only boxes count, never the order in which a file happens to hold its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from comity.reader.files.sheet import BoxedWord, Sheet

_LEAST_LINES = 3
_STRIP = 1.5
_NARROW = 0.65
_MORE_LINES = 6
_APART = 3.0
_LEAST_WIDTH = 0.2
_FILLED = 0.72
_SHRUNK = 0.22
_DEEPEST = 4
_Gaps = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side, left to right, at least one; `size` is the height of most of its type.

    `is_part` where others stand far apart on the same line.
    """

    page: int
    words: tuple[BoxedWord, ...]
    left: float
    top: float
    right: float
    bottom: float
    size: float
    is_part: bool = False

    @property
    def text(self) -> str:
        """The words with a space between them."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines of one column from top to bottom, and how far the column reaches."""

    left: float
    right: float
    lines: tuple[Line, ...]


def flows_of(sheet: Sheet) -> list[Flow]:
    """The sheet's columns in the order of reading; stretches of full width are columns too."""
    words = [word for word in sheet.words if word.text.strip() and word.bottom > word.top]
    return _flows(words, sheet.number, 0) if words else []


def _flows(words: Sequence[BoxedWord], page: int, depth: int) -> list[Flow]:
    bands = _bands(words)
    edges = (min(word.left for word in words), max(word.right for word in words))
    found: list[Flow] = []
    plain: list[BoxedWord] = []
    at = 0
    while at < len(bands):
        run = _columns(bands, at, edges) if depth < _DEEPEST else None
        if run is None:
            plain += bands[at]
            at += 1
            continue
        after, strip = run
        if plain:
            found.append(_flow(plain, page, edges))
            plain = []
        inside = [word for band in bands[at:after] for word in band]
        for side in ([w for w in inside if w.right <= strip], [w for w in inside if w.right > strip]):
            found += _flows(side, page, depth + 1)
        at = after
    return [*found, _flow(plain, page, edges)] if plain else found


def _bands(words: Sequence[BoxedWord]) -> list[list[BoxedWord]]:
    """The words in groups between which nothing stands, from top to bottom; type that touches the next line counts as apart."""
    bands: list[list[BoxedWord]] = []
    floor = float("-inf")
    for word in sorted(words, key=lambda word: (word.top, word.left)):
        shrunk = (word.bottom - word.top) * _SHRUNK
        if word.top + shrunk >= floor:
            bands.append([])
        bands[-1].append(word)
        floor = max(floor, word.bottom - shrunk)
    return bands


def _columns(bands: list[list[BoxedWord]], at: int, edges: tuple[float, float]) -> tuple[int, float] | None:
    """Where the columns that begin with band `at` end, and where the strip between them stands; None if none begin."""
    size = median(word.size for word in bands[at])
    inner = (edges[0] + _LEAST_WIDTH * (edges[1] - edges[0]), edges[1] - _LEAST_WIDTH * (edges[1] - edges[0]))
    gaps: _Gaps = [edges]
    after = at
    last: _Gaps = []
    for number in range(at, len(bands)):
        gaps = _narrowed(gaps, bands[number], _NARROW * size)
        gaps = [gap for gap in gaps if gap[1] > inner[0] and gap[0] < inner[1]]
        if not gaps:
            break
        after, last = number + 1, gaps
    for left, right in sorted(last, key=lambda gap: gap[0] - gap[1]):
        strip = (left + right) / 2
        end = _trimmed(bands, at, after, strip)
        least = _LEAST_LINES if right - left >= _STRIP * size else _MORE_LINES
        if _are_columns([word for band in bands[at:end] for word in band], strip, least):
            return end, strip
    return None


def _narrowed(gaps: _Gaps, band: list[BoxedWord], least: float) -> _Gaps:
    """What stays empty of the gaps, where it is wide enough."""
    for word in band:
        cut: _Gaps = []
        for left, right in gaps:
            if word.right <= left or word.left >= right:
                cut.append((left, right))
                continue
            cut += [part for part in ((left, word.left), (word.right, right)) if part[1] - part[0] >= least]
        gaps = cut
    return gaps


def _trimmed(bands: list[list[BoxedWord]], at: int, after: int, strip: float) -> int:
    """The end of the run without what stands alone and apart under the columns."""
    while after - at > 1:
        last, before = bands[after - 1], bands[after - 2]
        is_one_sided = all(word.right <= strip for word in last) or all(word.left >= strip for word in last)
        room = min(word.top for word in last) - max(word.bottom for word in before)
        if not is_one_sided or room < 1.2 * median(word.size for word in last):
            break
        after -= 1
    return after


def _are_columns(words: list[BoxedWord], strip: float, least: int) -> bool:
    """Whether text runs on both sides: lines enough, and most of them as wide as their column (cells of a table are not)."""
    for side in ([word for word in words if word.right <= strip], [word for word in words if word.left >= strip]):
        if not side:
            return False
        lines = _lines(side, 0)
        left, right = min(line.left for line in lines), max(line.right for line in lines)
        full = sum(1 for line in lines if line.right - line.left >= _FILLED * (right - left))
        if len(lines) < least or 2 * full < len(lines) or right - left < 6 * lines[0].size:
            return False
    return True


def _flow(words: Sequence[BoxedWord], page: int, edges: tuple[float, float]) -> Flow:
    return Flow(edges[0], edges[1], tuple(part for line in _lines(words, page) for part in _parts(line)))


def _lines(words: Sequence[BoxedWord], page: int) -> list[Line]:
    lines: list[list[BoxedWord]] = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.left)):
        if lines and _is_beside(lines[-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_line(line, page) for line in lines]


def _is_beside(line: list[BoxedWord], word: BoxedWord) -> bool:
    top, bottom = median(each.top for each in line[-5:]), median(each.bottom for each in line[-5:])
    overlap = min(bottom, word.bottom) - max(top, word.top)
    return 2 * overlap >= min(bottom - top, word.bottom - word.top)


def _line(words: Sequence[BoxedWord], page: int) -> Line:
    ordered = tuple(sorted(words, key=lambda word: (word.left, word.top)))
    size = median(word.size for word in ordered)
    top, bottom = min(word.top for word in ordered), max(word.bottom for word in ordered)
    return Line(page, ordered, ordered[0].left, top, max(word.right for word in ordered), bottom, size)


def _parts(line: Line) -> list[Line]:
    """The line cut where its words stand far apart."""
    parts: list[list[BoxedWord]] = [[line.words[0]]]
    reach = line.words[0].right
    for word in line.words[1:]:
        if word.left - reach > _APART * line.size:
            parts.append([])
        parts[-1].append(word)
        reach = max(reach, word.right)
    return [line] if len(parts) == 1 else [replace(_line(part, line.page), is_part=True) for part in parts]
