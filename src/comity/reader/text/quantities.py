"""Quantities: a number with its scale and unit, "20.8 billion USD", "79 joint patrols", 200辆次.

- Numbers of days, editions, markers, roads and papers are none; nor is a number without a unit.
- Between an English number and what it counts at most two words may stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from comity.reader.text.at_hand import AtHand
from comity.reader.text.dates import spans
from comity.reader.text.numbers import numbers_in
from comity.reader.text.page import Page
from comity.reader.words.lexicon import Hit

_BETWEEN = re.compile(r"(?:\s*-?\s*[a-zà-ỹ-]{3,14}){0,2}\s+")
_NOT_BETWEEN = re.compile(r"\b(?:and|for|from|with|the|that|was|were|between|into|per|och|med|och|et|pour|avec|y|con)\b")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|ème|e|:e|:a|º|ª)\b|\s*[年月日号號届屆]|\s*/|\s*[-–—]\s*\d{4}\b")
_BEFORE = re.compile(r"(?:第|lần thứ|thứ|lần|khóa|số|[A-Z]{1,6}-?|\+)\s*$")
_COUNTED = frozenset({"people", "vehicles", "missions", "cases", "projects", "days"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at `text[start:end]`: `value` a plain decimal, `unit` how data writes it, `hit` the unit's line."""

    start: int
    end: int
    value: str
    unit: str
    hit: Hit
    is_counted: bool


def quantities(page: Page, words: AtHand, start: int, end: int) -> Iterator[Quantity]:
    """Each quantity of `text[start:end]`, in order."""
    numbers = list(numbers_in(page, start, end))
    if not numbers:
        return
    taken = [(day.start, day.end) for day in words.days(start, end)]
    taken += [(first, after) for first, after, _, _ in spans(page.text, start, end)]
    for first, after, value in numbers:
        is_free = not any(one < after and first < stop for one, stop in taken)
        is_range = page.text[first - 1 : first] in ("-", "–") and page.text[max(0, first - 2) : first - 1].isdigit()
        if is_free and not is_range and not _ORDINAL.match(page.text, after) and not _is_name(page, words, first):
            made = _quantity(page, words, (first, after), value)
            if made is not None and made.end <= end:
                yield made


def _is_name(page: Page, words: AtHand, at: int) -> bool:
    """Whether a number is part of a name: a marker's, a road's, an edition's."""
    before = page.text[max(0, at - 12) : at]
    hit = next(
        (one for one in words.valued("figures", "not", max(0, at - 16), at) if page.text[one.end : at].strip() == ""), None
    )
    return hit is not None or (_BEFORE.search(before) is not None and before[-3:] != "US$")


def _quantity(page: Page, words: AtHand, span: tuple[int, int], value: str) -> Quantity | None:
    first, at = span
    scaled = Decimal(value)
    for _ in range(2):
        scale = _next(page, words, at, "scale ", at)
        if scale is None:
            break
        scaled, at = scaled * int(scale.value.partition(" ")[2]), scale.end
    plain = f"{scaled.normalize():f}"
    ahead = next((hit for hit in words.of("figures", max(0, first - 5), first) if hit.value.startswith("unit ")), None)
    gap = _BETWEEN.match(page.text, at)
    reach = gap.end() if gap and page.lang not in ("vi", "zh") and not _NOT_BETWEEN.search(gap.group()) else at
    unit = _next(page, words, at, "unit ", max(reach, at + 1))
    if (
        unit is None
        and ahead is not None
        and ahead.value.partition(" ")[2] not in _COUNTED
        and page.text[ahead.end : first].strip() == ""
    ):
        return Quantity(ahead.start, at, plain, ahead.value.partition(" ")[2], ahead, False)
    if unit is None:
        return None
    name = unit.value.partition(" ")[2]
    if page.text[at : unit.start].strip() and name not in _COUNTED and scaled == Decimal(value):
        return None
    return Quantity(first, unit.end, plain, name, unit, name in _COUNTED)


def _next(page: Page, words: AtHand, at: int, kind: str, reach: int) -> Hit | None:
    """The first hit of a kind that begins from `at` to `reach`, white space aside."""
    while page.text[at : at + 1] == " ":
        at += 1
    found = words.of("figures", at, max(reach, at) + 26)
    return next((hit for hit in found if at <= hit.start <= max(reach, at) and hit.value.startswith(kind)), None)
