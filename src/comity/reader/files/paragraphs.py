"""Lines of sheets put together to paragraphs, as they were before they were broken at the width of a column.

- A break is one of the width where the next line's first word would not have fitted any more.
- An indent, a wider gap, another size of type or a word that would have fitted begins a paragraph.
- A paragraph may go on in the next column or on the next page, headers and footers between them left out.
- Hyphens of a broken word go; those of a compound stay.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from statistics import median

from comity.reader.files.extract import TENTHS, Box, Extract, Spot
from comity.reader.files.page_margins import margin_lines
from comity.reader.files.reading_order import Flow, Line, flows_of
from comity.reader.files.sheet import BoxedWord, Sheet

MENU = "menu"
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_FIRST = re.compile(r"[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+|.")
_ENDED = re.compile(r"[.!?。！？…:：;；][\"”』」)）\]]*$")
_ITEM = re.compile(r"^(?:[•●▪◦‣·*+–—-]|\(?(?:\d{1,2}|[a-zđ])[.)]|[（(]?[一二三四五六七八九十]{1,3}[、)）.])")
_COMPOUND = re.compile(
    r"(?:^|[\s(])(?:cross|people|long|short|mid|high|low|well|non|co|vice|self|multi|two|three|four|ex|hot|so)-$"
)
_BROKEN = re.compile("[^\\W\\d_][-\u2010\u00ad]$")
_HYPHENS = "-\u2010\u00ad"


@dataclass(frozen=True, slots=True)
class _Setting:
    """How far apart the lines of a flow stand, in sizes of type, and the size of most type of the document."""

    pitch: float
    body: float
    is_scan: bool


def extract_of(sheets: list[Sheet], *, media: str) -> Extract:
    """The text of the sheets with the place of each word; what stands at the margins comes last and is marked as furniture."""
    flows = [flows_of(sheet) for sheet in sheets]
    margins = margin_lines(sheets, flows)
    aside = [line for of_sheet in flows for flow in of_sheet for line in flow.lines if line in margins]
    flows = [_without(of_sheet, margins) for of_sheet in flows]
    is_scan = any(sheet.is_scan for sheet in sheets)
    body, usual = _body_size(flows), _steps([flow for of_sheet in flows for flow in of_sheet])
    paragraphs: list[list[Line]] = []
    last: tuple[Flow, Line] | None = None
    for flow in (flow for of_sheet in flows for flow in of_sheet):
        setting = _Setting(_pitch(flow, usual), body, is_scan)
        for line in flow.lines:
            if last is not None and _goes_on(last, (flow, line), setting):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
            last = (flow, line)
    sizes = tuple((round(sheet.width * TENTHS), round(sheet.height * TENTHS)) for sheet in sheets)
    weaver = _Weaver(_vocabulary(paragraphs))
    for lines in paragraphs:
        weaver.put(lines)
    first = weaver.length
    for line in aside:
        weaver.put([line])
    marked = ((first, weaver.length, MENU),) if aside else ()
    notes = tuple(note for sheet in sheets for note in sheet.aside)
    return Extract(media, "".join(weaver.out), tuple(weaver.spots), marked, notes, sheets=sizes, is_scan=is_scan)


def _without(flows: list[Flow], margins: set[Line]) -> list[Flow]:
    """The flows of a sheet without its margins, which are no measure of how far the text reaches."""
    kept = [(flow, tuple(line for line in flow.lines if line not in margins)) for flow in flows]
    reach: dict[tuple[float, float], list[Line]] = {}
    for flow, lines in kept:
        reach.setdefault((flow.left, flow.right), []).extend(lines)
    found = []
    for flow, lines in kept:
        beside = reach[flow.left, flow.right]
        if lines:
            found.append(Flow(min(line.left for line in beside), max(line.right for line in beside), lines))
    return found


def _body_size(flows: list[list[Flow]]) -> float:
    sizes: Counter[int] = Counter()
    for line in (line for of_sheet in flows for flow in of_sheet for line in flow.lines):
        sizes[round(line.size * 2)] += sum(len(word.text) for word in line.words)
    return max(sizes, key=lambda size: (sizes[size], size)) / 2 if sizes else 0.0


def _pitch(flow: Flow, usual: float) -> float:
    """How far a line of the flow stands below the one before, in sizes of type: never much more than is usual elsewhere."""
    own = _steps([flow])
    return min(own, 1.2 * usual) if own else usual


def _steps(flows: list[Flow]) -> float:
    """The usual distance between lines in sizes of type, those of paragraphs left out; 0 where no two lines stand close."""
    steps = []
    for flow in flows:
        for line, after in zip(flow.lines, flow.lines[1:], strict=False):
            step = (_middle(after) - _middle(line)) / line.size
            steps += [step] if 0.5 < step < 2.4 else []
    return sorted(steps)[len(steps) // 6] if steps else 0.0


def _middle(line: Line) -> float:
    return median((word.top + word.bottom) / 2 for word in line.words)


def _goes_on(before: tuple[Flow, Line], now: tuple[Flow, Line], setting: _Setting) -> bool:
    """Whether a line continues the paragraph of the line before it."""
    (flow, last), (here, line) = before, now
    if last.is_part or line.is_part:
        return False
    larger, smaller = max(last.size, line.size), min(last.size, line.size)
    if larger > (1.35 if setting.is_scan else 1.15) * smaller:
        return False
    if flow is not here:
        return not _ENDED.search(last.text) and _is_full(flow, last, line, setting) and not _is_indented(here, line)
    step = (_middle(line) - _middle(last)) / larger
    if step < 0.5 or step > (1.4 if setting.is_scan else 1.25) * (setting.pitch or 1.7):
        return False
    is_heading = not setting.is_scan and smaller > 1.15 * setting.body
    if is_heading:
        return not _ENDED.search(last.text)
    if _BROKEN.search(last.text) and line.text[0].islower():
        return True
    if _is_indented(here, line) and not _hangs(here, last, line):
        return False
    return _is_full(flow, last, line, setting)


def _is_full(flow: Flow, last: Line, line: Line, setting: _Setting) -> bool:
    """Whether the first word of `line` would not have fitted behind `last`."""
    word = line.words[0]
    first = _FIRST.match(word.text)
    share = _width(first.group()) / _width(word.text) if first else 1.0
    is_wide = bool(_WIDE.match(word.text) or _WIDE.match(last.words[-1].text[-1]))
    # Marks that may not begin or end a line take up to two characters over to the next one.
    slack = (2.3 if is_wide else 0.2) * line.size + (0.8 * line.size if setting.is_scan else 0.0)
    return last.right + share * (word.right - word.left) + slack + (0 if is_wide else 0.2 * line.size) > flow.right


def _width(text: str) -> float:
    return sum(1.0 if _WIDE.match(character) else 0.55 for character in text)


def _is_indented(flow: Flow, line: Line) -> bool:
    return line.left > flow.left + 0.8 * line.size


def _hangs(flow: Flow, last: Line, line: Line) -> bool:
    """Whether an indented line belongs to the one before: both stand alike, or it hangs under an item."""
    if abs(last.left - line.left) < 0.5 * line.size:
        return not _ITEM.match(line.text) and not _opens_indented(flow)
    return last.left < line.left and bool(_ITEM.match(last.text)) and not _ITEM.match(line.text)


def _opens_indented(flow: Flow) -> bool:
    """Whether the flow's paragraphs begin with an indent: full indented lines go on at the left edge."""
    pairs = zip(flow.lines, flow.lines[1:], strict=False)
    return any(
        _is_indented(flow, line) and not _is_indented(flow, after) and line.right > flow.right - 4 * line.size
        for line, after in pairs
    )


def _vocabulary(paragraphs: list[list[Line]]) -> frozenset[str]:
    words = (word.text.strip('.,;:()"“”').lower() for lines in paragraphs for line in lines for word in line.words)
    return frozenset(words)


class _Weaver:
    """Writes paragraphs as text and notes where each word stands."""

    def __init__(self, vocabulary: frozenset[str]) -> None:
        self.out: list[str] = []
        self.spots: list[Spot] = []
        self.length = 0
        self._vocabulary = vocabulary

    def put(self, lines: list[Line]) -> None:
        """Writes one paragraph; an empty line parts it from the one before."""
        if self.length:
            self._write("\n\n")
        words = [(word, line, place == 0) for line in lines for place, word in enumerate(line.words)]
        for number, (word, line, _opens) in enumerate(words):
            after = words[number + 1] if number + 1 < len(words) else None
            text, space = (word.text, "") if after is None else self._joined(word, after[0], breaks=after[2])
            if text:
                box = (round(edge * TENTHS) for edge in (word.left, word.top, word.right, word.bottom))
                self.spots.append(Spot(self.length, self.length + len(text), Box(line.page, *box)))
            self._write(text + space)

    def _write(self, text: str) -> None:
        self.out.append(text)
        self.length += len(text)

    def _joined(self, word: BoxedWord, after: BoxedWord, *, breaks: bool) -> tuple[str, str]:
        """The word as it is written before `after`, and what stands between them; `breaks` where a line ends between."""
        text = word.text
        if breaks and len(text) > 1 and text[-1] in _HYPHENS and text[-2].isalpha() and after.text[0].islower():
            return (text, "") if self._is_compound(text, after.text) else (text[:-1], "")
        if not (_WIDE.match(text[-1]) or _WIDE.match(after.text[0])):
            return text, " "
        if breaks:
            return text, ""
        # Between characters of Chinese only a space that is written counts, or room for a whole character.
        return text, " " if after.is_spaced or after.left - word.right >= word.size else ""

    def _is_compound(self, text: str, after: str) -> bool:
        if text[-1] == "\u00ad":
            return False
        rest = after.strip('.,;:()"“”').lower()
        stem = text.lstrip('("“').lower()
        if stem[:-1] + rest in self._vocabulary:
            return False
        return stem + rest in self._vocabulary or bool(_COMPOUND.search(stem))
