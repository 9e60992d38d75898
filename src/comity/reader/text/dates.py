"""Days, months and half-years that a text names, in the languages the reader has words for.

- Only what is written counts: no "today", no weekday.
- A month or year that is not written comes from the caller, who knows the document's day.
- Both days of a span are inclusive.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from comity.reader.words.language_words import any_of, numbered, words_of

# The words of all languages, since a report may name a day in another than its own.
_MONTHS = numbered("month") | numbered("month-first")
_NAMED, _FIRST = any_of(tuple(_MONTHS)), any_of(tuple(numbered("month-first")))
# Behind "ngày 5 tháng" alone: elsewhere these words count.
_VIET_MONTHS = {
    "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11,
    "mười hai": 12, "chạp": 12,
}  # fmt: skip
_NTH = f"(?:{any_of(words_of('suffix'))})?"
# The words between the first and the last day of a span; the first is the one named.
_TO = rf"\s*(?:[-–—]|{any_of(words_of('until'))})\s*"
_TO_DAY = rf"{_TO}(?:ng[àa]y\s+)?"
# "March 3 to 5", "March 3 and 5, 2031": a number behind an "and" is a day only where the year follows.
_TO_SECOND = (
    rf"\s*[-–—]\s*(?P<e3>\d{{1,2}})\b|\s+(?:to|until|till|through)\s+(?P<ea>\d{{1,2}}){_NTH}\b"
    rf"|\s+and\s+(?P<eb>\d{{1,2}}){_NTH}(?=,?\s+\d{{4}})"
)
_TO_HAN = r"\s?[-–—~至到、]\s?"
# Every form begins with a digit or with a word: other places are passed over at once.
_DAY = re.compile(
    rf"""
    (?:(?=\d)|(?<!\w)(?=[^\W\d_]))(?:
    (?P<y1>\d{{4}})\s*年\s*(?P<m1>\d{{1,2}})\s*月\s*(?P<d1>\d{{1,2}})(?:{_TO_HAN}(?P<e1>\d{{1,2}}))?\s*[日号號]
  | (?<!\d)(?P<m2>\d{{1,2}})\s*月\s*(?P<d2>\d{{1,2}})(?:{_TO_HAN}(?P<e2>\d{{1,2}}))?\s*[日号號]
  | \b(?P<m3>{_FIRST})\.?\s+(?P<d3>\d{{1,2}}){_NTH}\b(?:{_TO_SECOND})?(?:,?\s+(?P<y3>\d{{4}}))?
  | \b(?P<d4>\d{{1,2}}){_NTH}(?:{_TO}(?P<e4>\d{{1,2}}){_NTH})?
      \s+(?:(?:of|de)\s+)?(?P<m4>{_NAMED})\b(?:,?\s+(?:del?\s+)?(?P<y4>\d{{4}}))?
  | \b(?:[Nn]g[àa]y\s+(?:m[ùồ]ng\s+)?|m[ùồ]ng\s+)(?P<d5>\d{{1,2}})(?:{_TO_DAY}(?P<e5>\d{{1,2}}))?
      \s+th[áa]ng\s+(?P<m5>\d{{1,2}}|{any_of(tuple(_VIET_MONTHS))})\b(?:\s+n[ăa]m\s+(?P<y5>\d{{4}}))?
  | \b(?:[Nn]g[àa]y|[Ss]áng|[Cc]hi[ềe]u|[Tt]ối|[Tt]rưa)
      \s+(?P<d0>\d{{1,2}})(?:{_TO_DAY}(?P<e0>\d{{1,2}}))?-(?P<m0>\d{{1,2}})(?:-(?P<y0>\d{{4}}))?\b(?![/.-]?\d|\s*th[áa]ng)
  | (?<![\d/.-])(?<!\d:)(?P<d6>\d{{1,2}})(?:(?:{_TO_DAY}|\s*,\s*)(?P<e6>\d{{1,2}}))?
      [/.](?P<m6>\d{{1,2}})(?:[/.](?P<y6>\d{{4}}))?\b(?!\s*[/.-]?(?-i:[A-Z]))
  | \b(?P<y7>\d{{4}})(?P<s7>[-./])(?P<m7>\d{{1,2}})(?P=s7)(?P<d7>\d{{1,2}})\b(?![./]?\d)
  | \b(?P<d8>\d{{1,2}})(?:{_TO_DAY}(?P<e8>\d{{1,2}}))?-(?P<m8>\d{{1,2}})-(?P<y8>\d{{4}})\b
  | (?:(?<![\d月至到–—~-])(?<!\d[、,，])|(?<=[本上]月))(?P<d9>\d{{1,2}})(?:{_TO_HAN}(?P<e9>\d{{1,2}}))?[)）]?\s?日(?!起|内|前|游)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "3/4" alone is a fraction or a number of something; with one of these before it, it is a day.
_CUE = re.compile(r"(?:ng[àa]y|m[ùồ]ng|s[áa]ng|chi[ềe]u|t[ốo]i|tr[ưu]a|\(|h[ôo]m|t[ừu]|[đd][ếe]n|nay)[\s(]*$", re.IGNORECASE)
# 三月五日, 二〇三一年三月五日, and 十六日 in the month of the report.
_HAN_DAY = re.compile(
    r"(?:(?P<y>[一二三四五六七八九○〇零]{4})年)?(?P<m>十[一二]?|[一二三四五六七八九])月"
    r"(?P<d>[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)日"
    r"|(?<![第每近几幾数數多月年十百一二三四五六七八九\d])(?P<alone>[二三]?十[一二三四五六七八九]?|[一二三四五六七八九](?=日[在上下晚早於于]))日"
    r"(?![内內游遊之间間后後起前千行])"
)
_HAN_DIGITS = dict(zip("○〇零一二三四五六七八九", (0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_HALVES, _QUARTERS = numbered("half"), numbered("quarter")
_HALF = re.compile(
    rf"\b(?P<half>{any_of(tuple(_HALVES))})\s*(?P<y1>\d{{4}})"
    rf"|\b(?P<quarter>{any_of(tuple(_QUARTERS))})\s*(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})\s*年\s*(?P<zh>上半年|下半年)"
    r"|quý\s*(?P<qv>I{1,3}V?|IV|[1-4])[/ ]+(?:năm\s*)?(?P<y5>\d{4})"
    r"|(?P<y6>\d{4})\s*年\s*第?(?P<qz>[一二三四])季度",
    re.IGNORECASE,
)
_MONTH = re.compile(
    rf"\b(?P<m1>{_NAMED})\s+(?:del?\s+)?(?P<y1>\d{{4}})\b|(?P<y2>\d{{4}})\s*年\s*(?P<m2>\d{{1,2}})\s*月(?!\s*\d)"
    r"|\bth[áa]ng\s+(?P<m3>\d{1,2})(?:\s*[/.-]\s*|\s+n[ăa]m\s+)(?P<y3>\d{4})|(?<![\d/.-])(?P<m4>\d{1,2})/(?P<y4>(?:19|20)\d{2})\b(?![/.-]\d)",
    re.IGNORECASE,
)
# Every day has a number and every span its year: where none stands, nothing is looked for.
_ANY_DIGIT = re.compile(r"\d")
_FOUR_DIGITS = re.compile(r"\d{4}")
_YEAR = re.compile(r"(?<![\d/.-])(?P<y>(?:19|20)\d{2})(?![\d])")
_NUMERALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "一": 1, "二": 2, "三": 3, "四": 4}


@dataclass(frozen=True, slots=True)
class Named:
    """A time named at `text[start:end]`; `year` and `month` are 0 where not written; precision is day, month, half or year.

    `until` is the last day where the text names several of one month, else 0.
    """

    start: int
    end: int
    year: int
    month: int
    day: int
    precision: str
    until: int = 0

    def told_on(self, published: str | None) -> Named:
        """This day with the month and year that are not written, as a report of `published` (YYYY, YYYY-MM or a day) means them.

        A day without a month is the last such day; a day without a year lies at most a month ahead.
        """
        if published is None or self.precision != "day" or self.year:
            return self
        year, month, day = (int(part) for part in (*published.split("-"), "0", "0")[:3])
        if not self.month:
            if not month or (self.day > day > 0 and month == 1):
                return replace(self, year=year - 1, month=12) if month else self
            return replace(self, year=year, month=month - 1 if self.day > day > 0 else month)
        return replace(self, year=year - 1 if month and self.month > month + 1 else year)

    def iso(self, year: int | None) -> str | None:
        """The day, month or year in ISO 8601, `year` standing in for one not written; None without a year."""
        known = self.year or year
        if not known or (self.precision == "day" and not self.month):
            return None
        if self.precision == "day":
            return f"{known:04d}-{self.month:02d}-{self.day:02d}"
        return f"{known:04d}-{self.month:02d}" if self.precision == "month" else f"{known:04d}"


def days(text: str, *, start: int = 0, end: int | None = None) -> Iterator[Named]:
    """Every day named in `text[start:end]`, with or without its year, in order."""
    until = len(text) if end is None else end
    han = _han_days(text, start, until) if text.find("日", start, until) >= 0 else []
    digits = _digit_days(text, start, until)
    return iter(sorted((*digits, *han), key=lambda named: named.start)) if han else digits


def _han_days(text: str, start: int, end: int) -> list[Named]:
    """The days written in Han numerals."""
    out: list[Named] = []
    for found in _HAN_DAY.finditer(text, start, end):
        year = int("".join(str(_HAN_DIGITS[one]) for one in found.group("y") or "〇"))
        month, day = _under_hundred(found["m"] or "〇"), _under_hundred(found["d"] or found["alone"])
        if day <= calendar.monthrange(year or 2024, month or 1)[1]:
            out.append(Named(found.start(), found.end(), year, month, day, "day"))
    return out


def _under_hundred(written: str) -> int:
    tens, ten, ones = written.replace("廿", "二十").rpartition("十")
    return (10 * (_HAN_DIGITS[tens] if tens else 1) if ten else 0) + (_HAN_DIGITS[ones] if ones else 0)


def _digit_days(text: str, start: int, end: int) -> Iterator[Named]:
    """The days written in digits, with or without words."""
    if _ANY_DIGIT.search(text, start, end) is None:
        return
    for found in _DAY.finditer(text, start, end):
        parts = {key[0]: value for key, value in found.groupdict().items() if value is not None}
        written = parts.get("m", "0")
        month = int(written) if written.isdigit() else _VIET_MONTHS.get(written.lower()) or _MONTHS[written.lower()]
        day, year = int(parts["d"]), int(parts.get("y", 0))
        if found.group("d6") and not year and not _CUE.search(text, max(0, found.start() - 12), found.start()):
            continue
        if found.group("d9") or (1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or 2024, month)[1]):
            yield Named(found.start(), found.end(), year, month, day, "day", int(parts.get("e", 0)))


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, first and last day of each half-year, quarter, month and year named in `text[start:end]`."""
    if _FOUR_DIGITS.search(text, start, end) is None:
        return
    taken = -1
    for found in _HALF.finditer(text, start, end):
        parts = found.groupdict()
        year = int(next(value for key, value in parts.items() if key.startswith("y") and value))
        first, last = _months_of(parts)
        taken = found.end()
        yield found.start(), found.end(), _first(year, first), _last(year, last)
    for named in months(text, start, end):
        taken = named.end
        yield named.start, named.end, _first(named.year, named.month), _last(named.year, named.month)
    if taken < 0:
        for found in _YEAR.finditer(text, start, end):
            year = int(found.group("y"))
            yield found.start(), found.end(), _first(year, 1), _last(year, 12)


def months(text: str, start: int, end: int) -> Iterator[Named]:
    """Every month named with its year in `text[start:end]`, in order."""
    for found in _MONTH.finditer(text, start, end):
        parts = {key[0]: value for key, value in found.groupdict().items() if value}
        month = int(parts["m"]) if parts["m"].isdigit() else _MONTHS[parts["m"].lower()]
        if 1 <= month <= 12:
            yield Named(found.start(), found.end(), int(parts["y"]), month, 0, "month")


def years(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Start, end and number of each year of this age written in `text[start:end]`."""
    for found in _YEAR.finditer(text, start, end):
        yield found.start(), found.end(), int(found.group("y"))


def _months_of(parts: dict[str, str | None]) -> tuple[int, int]:
    quarter = _QUARTERS.get((parts["quarter"] or "").lower()) or _NUMERALS.get((parts["qv"] or parts["qz"] or "").lower())
    if quarter:
        return 3 * quarter - 2, 3 * quarter
    return (1, 6) if _HALVES.get((parts["half"] or "").lower()) == 1 or parts["zh"] == "上半年" else (7, 12)


def _first(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}-01"


def _last(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"
