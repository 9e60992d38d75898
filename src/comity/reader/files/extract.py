"""What is taken out of a file that is no plain text: its words as paragraphs, and where each of them stood.

- `text` is a paragraph a line, in the order of reading; offsets of all evidence in such a file count its characters.
- `spots` ascend and never overlap; each covers a word of a page or a paragraph of a Word document.
- It is a value that can be written as JSON, so that a file nobody trusts can be opened in a process of its own.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.record.canonical import Fields

TENTHS = 10


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle on a page counted from 1, in tenths of a point from its upper left corner."""

    page: int
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True, order=True)
class Paragraph:
    """A paragraph of a Word document, counted from 1; `table`, `row`, `column` are 0 outside a table.

    `part` is body, header, footer, box, note or property.
    """

    number: int
    table: int = 0
    row: int = 0
    column: int = 0
    part: str = "body"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the characters `start` to `end` (excluded) of the text stand."""

    start: int
    end: int
    place: Box | Paragraph


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a file with its places; `marked` spans are furniture, a title or a caption, `sheets` the pages' sizes.

    `aside` are words that are no text but may be marks (stamps, headers, properties).
    """

    media: str
    text: str
    spots: tuple[Spot, ...]
    marked: tuple[tuple[int, int, str], ...] = ()
    aside: tuple[str, ...] = ()
    sheets: tuple[tuple[int, int], ...] = ()
    is_scan: bool = False
    made_on: str = ""


def places_in(spots: Sequence[Spot], start: int, end: int) -> list[Box | Paragraph]:
    """Where the characters `start` to `end` of the text stand, in order: boxes joined along their line.

    Of a word in part only that part of its box, as if all its characters were of one width.
    """
    found: list[Box | Paragraph] = []
    at = max(0, bisect_right(spots, start, key=lambda spot: spot.start) - 1)
    for spot in spots[at:]:
        if spot.start >= end:
            break
        if spot.end <= start:
            continue
        place = _part(spot, max(start, spot.start), min(end, spot.end))
        last = found[-1] if found else None
        if isinstance(place, Box) and isinstance(last, Box) and _continues(last, place):
            top, bottom = min(last.top, place.top), max(last.bottom, place.bottom)
            found[-1] = Box(last.page, last.left, top, max(last.right, place.right), bottom)
        elif place != last:
            found.append(place)
    return found


def _part(spot: Spot, start: int, end: int) -> Box | Paragraph:
    box, size = spot.place, spot.end - spot.start
    if not isinstance(box, Box) or (start, end) == (spot.start, spot.end):
        return box
    width = box.right - box.left
    left, right = box.left + width * (start - spot.start) // size, box.left + width * (end - spot.start) // size
    return Box(box.page, left, box.top, right, box.bottom)


def _continues(last: Box, box: Box) -> bool:
    height = min(last.bottom - last.top, box.bottom - box.top)
    overlap = min(last.bottom, box.bottom) - max(last.top, box.top)
    return last.page == box.page and overlap * 2 > height and last.left <= box.left <= last.right + 3 * max(height, 1)


def as_places(extract: Extract) -> Fields:
    """The spots and sheets as lists of whole numbers, short enough to be kept beside a reading."""
    boxes: list[int] = []
    paragraphs: list[int] = []
    parts = [spot.place.part for spot in extract.spots if isinstance(spot.place, Paragraph)]
    names = list(dict.fromkeys(parts))
    for spot in extract.spots:
        place = spot.place
        if isinstance(place, Box):
            boxes += [spot.start, spot.end, place.page, place.left, place.top, place.right, place.bottom]
        else:
            found = [place.number, place.table, place.row, place.column, names.index(place.part)]
            paragraphs += [spot.start, spot.end, *found]
    sheets = [length for sheet in extract.sheets for length in sheet]
    return {"boxes": [*boxes], "paragraphs": [*paragraphs], "parts": [*names], "sheets": [*sheets], "is_scan": extract.is_scan}


def of_places(kept: Mapping[str, Any]) -> tuple[tuple[Spot, ...], tuple[tuple[int, int], ...]]:
    """The spots and the sheets' sizes that `as_places` wrote."""
    boxes, paragraphs, sheets = kept.get("boxes") or [], kept.get("paragraphs") or [], kept.get("sheets") or []
    names = kept.get("parts") or []
    spots = [Spot(boxes[i], boxes[i + 1], Box(*boxes[i + 2 : i + 7])) for i in range(0, len(boxes), 7)]
    for i in range(0, len(paragraphs), 7):
        number, table, row, column, part = paragraphs[i + 2 : i + 7]
        spots.append(Spot(paragraphs[i], paragraphs[i + 1], Paragraph(number, table, row, column, names[part])))
    return tuple(spots), tuple(zip(sheets[::2], sheets[1::2], strict=True))


def as_json(extract: Extract) -> str:
    """The extract as JSON, its spots as whole numbers."""
    kept = as_places(extract)
    plain = {"media": extract.media, "text": extract.text, "marked": extract.marked, "aside": extract.aside}
    plain |= {"made_on": extract.made_on}
    return json.dumps({**plain, "scan": extract.is_scan, "places": kept}, ensure_ascii=True)


def of_json(written: str | bytes) -> Extract:
    """The extract that `as_json` wrote."""
    found = json.loads(written)
    spots, sheets = of_places(found["places"])
    marked = tuple((start, end, label) for start, end, label in found["marked"])
    return Extract(
        found["media"],
        found["text"],
        spots,
        marked,
        tuple(found["aside"]),
        sheets=sheets,
        is_scan=found["scan"],
        made_on=found["made_on"],
    )
