"""Days, months and half-years that a text names, in four languages.

- Only what is written counts: no "today", no weekday, no guess at a missing month.
- A year that is not written comes from the caller, who knows the document's.
- Both days of a span are inclusive.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

_EN = "January|February|March|April|May|June|July|August|September|October|November|December"
_EN_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_SV = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_MONTHS = {name.lower(): i for i, name in enumerate(_EN.split("|"), 1)}
_MONTHS |= {name: i for i, name in enumerate(_SV.split("|"), 1)}
_MONTHS |= {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10}
_MONTHS |= {"nov": 11, "dec": 12}
_DAY = re.compile(
    rf"""
    (?P<y1>\d{{4}})\s*年\s*(?P<m1>\d{{1,2}})\s*月\s*(?P<d1>\d{{1,2}})\s*日
  | (?<!\d)(?P<m2>\d{{1,2}})\s*月\s*(?P<d2>\d{{1,2}})\s*日
  | \b(?P<m3>{_EN}|{_EN_SHORT})\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\b(?:\s*[-–]\s*\d{{1,2}}\b)?(?:,?\s+(?P<y3>\d{{4}}))?
  | \b(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m4>{_EN}|{_SV})\b(?:,?\s+(?P<y4>\d{{4}}))?
  | \b[Nn]g[àa]y\s+(?P<d5>\d{{1,2}})\s+th[áa]ng\s+(?P<m5>\d{{1,2}})(?:\s+n[ăa]m\s+(?P<y5>\d{{4}}))?
  | (?<![\d/.])(?P<d6>\d{{1,2}})[/.](?P<m6>\d{{1,2}})(?:[/.](?P<y6>\d{{4}}))?\b(?!\s*[/.-]?[A-Z])
  | \b(?P<y7>\d{{4}})-(?P<m7>\d{{1,2}})-(?P<d7>\d{{1,2}})\b
  | \b(?P<d8>\d{{1,2}})-(?P<m8>\d{{1,2}})-(?P<y8>\d{{4}})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "3/4" alone is a fraction or a number of something; with one of these before it, it is a day.
_CUE = re.compile(r"(?:ng[àa]y|s[áa]ng|chi[ềe]u|t[ốo]i|tr[ưu]a|\(|h[ôo]m|t[ừu]|[đd][ếe]n|nay)[\s(]*$", re.IGNORECASE)
_HALF = re.compile(
    r"(?P<first>first half of|6 tháng đầu năm|sáu tháng đầu năm|nửa đầu năm|första halvåret)\s*(?P<y1>\d{4})"
    r"|(?P<second>second half of|6 tháng cuối năm|sáu tháng cuối năm|nửa cuối năm|andra halvåret)\s*(?P<y2>\d{4})"
    r"|(?P<y3>\d{4})\s*年\s*(?P<zh>上半年|下半年)"
    r"|(?P<q>first|second|third|fourth) quarter of (?P<y4>\d{4})|quý\s*(?P<qv>I{1,3}V?|IV|[1-4])[/ ]+(?:năm\s*)?(?P<y5>\d{4})"
    r"|(?P<y6>\d{4})\s*年\s*第?(?P<qz>[一二三四])季度",
    re.IGNORECASE,
)
_MONTH = re.compile(
    rf"\b(?P<m1>{_EN}|{_SV})\s+(?P<y1>\d{{4}})\b|(?P<y2>\d{{4}})\s*年\s*(?P<m2>\d{{1,2}})\s*月(?!\s*\d)"
    r"|\bth[áa]ng\s+(?P<m3>\d{1,2})(?:\s*/\s*|\s+n[ăa]m\s+)(?P<y3>\d{4})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d/.-])(?P<y>(?:19|20)\d{2})(?![\d])")
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_QUARTERS |= {"1": 1, "2": 2, "3": 3, "4": 4, "一": 1, "二": 2, "三": 3, "四": 4}


@dataclass(frozen=True, slots=True)
class Named:
    """A time named at `text[start:end]`; `year` is 0 where none is written; precision is day, month, half or year."""

    start: int
    end: int
    year: int
    month: int
    day: int
    precision: str

    def iso(self, year: int | None) -> str | None:
        """The day, month or year in ISO 8601, `year` standing in for one not written; None without a year."""
        known = self.year or year
        if not known:
            return None
        if self.precision == "day":
            return f"{known:04d}-{self.month:02d}-{self.day:02d}"
        return f"{known:04d}-{self.month:02d}" if self.precision == "month" else f"{known:04d}"


def days(text: str, *, start: int = 0, end: int | None = None) -> Iterator[Named]:
    """Every day named in `text[start:end]`, with or without its year, in order."""
    for found in _DAY.finditer(text, start, len(text) if end is None else end):
        parts = {key[0]: value for key, value in found.groupdict().items() if value is not None}
        month = int(parts["m"]) if parts["m"].isdigit() else _MONTHS[parts["m"].lower()]
        day, year = int(parts["d"]), int(parts.get("y", 0))
        if found.group("d6") and not year and not _CUE.search(text, max(0, found.start() - 12), found.start()):
            continue
        if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or 2024, month)[1]:
            yield Named(found.start(), found.end(), year, month, day, "day")


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, first and last day of each half-year, quarter, month and year named in `text[start:end]`."""
    taken = -1
    for found in _HALF.finditer(text, start, end):
        parts = found.groupdict()
        year = int(next(value for key, value in parts.items() if key.startswith("y") and value))
        first, last = _months_of(parts)
        taken = found.end()
        yield found.start(), found.end(), _first(year, first), _last(year, last)
    for found in _MONTH.finditer(text, start, end):
        parts = {key[0]: value for key, value in found.groupdict().items() if value}
        month = int(parts["m"]) if parts["m"].isdigit() else _MONTHS[parts["m"].lower()]
        if 1 <= month <= 12:
            taken = found.end()
            yield found.start(), found.end(), _first(int(parts["y"]), month), _last(int(parts["y"]), month)
    if taken < 0:
        for found in _YEAR.finditer(text, start, end):
            year = int(found.group("y"))
            yield found.start(), found.end(), _first(year, 1), _last(year, 12)


def years(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Start, end and number of each year of this age written in `text[start:end]`."""
    for found in _YEAR.finditer(text, start, end):
        yield found.start(), found.end(), int(found.group("y"))


def _months_of(parts: dict[str, str | None]) -> tuple[int, int]:
    quarter = parts["q"] or parts["qv"] or parts["qz"]
    if quarter:
        number = _QUARTERS[quarter.lower()]
        return 3 * number - 2, 3 * number
    return (1, 6) if parts["first"] or parts["zh"] == "上半年" else (7, 12)


def _first(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}-01"


def _last(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"
