"""By when something is to be done: a day, a month, a quarter, the end of a year, "this year" by the document's day.

- A time with a word of "by", "before" or "within" beside it is a deadline; Chinese needs none.
- What lies before the document's day is none.
- A time since which something holds, and the years of a plan's name, are none.
- The value is the last day it leaves, in ISO 8601.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from comity.reader.clauses.acts import DONE
from comity.reader.clauses.surroundings import Around
from comity.reader.reading import Detail
from comity.reader.text.dates import spans
from comity.reader.words.lexicon import Hit

DEADLINE = "deadline"
_NEAR = 14
_GAP = re.compile(r"\s*(?:(?:the|of|ngày|tháng|năm|quý|le|la|de|den|el|les)\s+)*$", re.IGNORECASE)
_PERIOD = re.compile(r"\d{4}\s*[-–—~至到]\s*$|giai đoạn\s+\d{0,4}\s*[-–—]?\s*$")
# 2031年底前: the year is named, so it is not this year's.
_RELATIVE = re.compile(r"(?:year|month|quarter) \d")
_Time = tuple[int, int, str]


def deadline_of(around: Around, published: str | None) -> Detail | None:
    """The deadline of a clause, or None; `published` is the document's day, month or year."""
    if around.draft.status == DONE:
        return None
    stretches = [(around.draft.start, around.until), (around.since, around.draft.start)]
    for number, (start, end) in enumerate(stretches):
        told = _told(around, start, end, published)
        if told is not None and (number == 0 or told[1].startswith(_SURE)):
            return around.detail(DEADLINE, told[2], told[1], 0.85 if told[1].startswith(_SURE) else 0.6, value=told[0])
    return None


_BEHIND = ("before", "end behind", "year 0", "month 0")
_SURE = ("en/", "vi/", "zh/", "fr/", "sv/", "es/")
_Told = tuple[str, str, tuple[int, int]]


def _told(around: Around, start: int, end: int, published: str | None) -> _Told | None:
    hits = around.hits("deadlines", (start, end))
    times = sorted(_times(around, start, end, published))
    bare: _Told | None = None
    for first, after, last in times:
        if published is not None and last < published[: len(last)]:
            continue
        if any(hit.value == "not" and _touches(around, hit, first) for hit in hits):
            continue
        said = next((hit for hit in reversed(hits) if _says_by(around, hit, first, after)), None)
        if said is not None:
            edges = (min(said.start, first), max(said.end, after))
            return last, said.line.rule, _widened(around, hits, edges)
        if around.page.lang == "zh" and _PERIOD.search(around.page.text, max(start, first - 12), first) is None:
            bare = (last, "grammar/deadline", (first, after))
    return _relative(hits, published) or bare


def _times(around: Around, start: int, end: int, published: str | None) -> Iterator[_Time]:
    text = around.page.text
    named = around.words.days(start, end)
    for day in named:
        year = int(published[:4]) if published else None
        told = day.iso(year)
        if told is not None and published is not None and not day.year and told < published[: len(told)] and len(published) == 10:
            told = day.iso((year or 0) + 1)
        if told is not None:
            yield day.start, day.end, told
    inside = [(day.start, day.end) for day in named]
    for first, after, _begins, last in spans(text, start, end):
        if not any(one < after and first < stop for one, stop in inside):
            yield first, after, last


def _touches(around: Around, hit: Hit, at: int) -> bool:
    gap = around.page.text[hit.end : at] if hit.end <= at <= hit.end + _NEAR else None
    return gap is not None and _GAP.fullmatch(gap) is not None


def _says_by(around: Around, hit: Hit, first: int, after: int) -> bool:
    if hit.value in ("before", "end behind") or (hit.start == after and _RELATIVE.match(hit.value)):
        return after - 1 <= hit.start <= after + 1 or (after - 1 <= hit.start and hit.start - after <= 1)
    if hit.value in ("by", "in", "end", "middle", "beginning"):
        return _touches(around, hit, first) or (hit.start <= first < hit.end)
    return False


def _widened(around: Around, hits: list[Hit], edges: tuple[int, int]) -> tuple[int, int]:
    """The span with the words beside it: "by" before "the end of 2031"."""
    first, after = edges
    for hit in reversed(hits):
        if hit.value in ("by", "in", "end") and _touches(around, hit, first):
            first = hit.start
    behind = next((hit for hit in hits if hit.start == after and hit.value in _BEHIND), None)
    return first, behind.end if behind else after


def _relative(hits: list[Hit], published: str | None) -> _Told | None:
    """ "This year", "next month": counted from the document's day, where it is known so far."""
    for hit in hits:
        kind, _, ahead = hit.value.partition(" ")
        if kind not in ("year", "quarter", "month") or not published or (kind != "year" and len(published) < 7):
            continue
        year, month = int(published[:4]), int(published[5:7] or "1")
        if kind == "year":
            return f"{year + int(ahead):04d}-12-31", hit.line.rule, (hit.start, hit.end)
        months = (month - 1) // 3 * 3 + 3 + 3 * int(ahead) if kind == "quarter" else month + int(ahead)
        year, month = year + (months - 1) // 12, (months - 1) % 12 + 1
        last = calendar.monthrange(year, month)[1]
        return f"{year:04d}-{month:02d}-{last:02d}", hit.line.rule, (hit.start, hit.end)
    return None
