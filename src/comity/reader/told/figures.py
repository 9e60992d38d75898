"""Figures: a number with its unit, what it is of, where, and of which time.

- Money, shares, weights and lengths are of what the sentence names last before them, or straight behind them; what is counted
  is of itself.
- The time is the one named closest in the sentence; "the first nine months of 2031" ends in September.
- The scope is the places named with what the figure is of, in the same stretch between marks.
"""

from __future__ import annotations

import re

from comity.reader.reading import Detail, Told
from comity.reader.text.dates import spans
from comity.reader.text.numbers import han_number
from comity.reader.text.page import Sentence
from comity.reader.text.quantities import Quantity, quantities
from comity.reader.told.asides import Asides, numbered
from comity.reader.words.gazetteer import BODY, COUNTRY
from comity.reader.words.lexicon import Hit

FIGURE = "figure"
_FIRST_MONTHS = re.compile(
    r"first (?P<en>\d{1,2}|[a-z]{3,6}) months of (?P<y1>\d{4})|(?P<vi>\d{1,2}) tháng(?: đầu)? năm (?P<y2>\d{4})"
    r"|(?P<y3>\d{4})\s*年\s*前(?P<zh>\d{1,2}|[一二两三四五六七八九十]{1,2})个?月|(?P<y4>\d{4})\s*年\s*1\s*[-–—至]\s*(?P<z2>\d{1,2})\s*月"
    r"|(?P<y5>\d{4})\s*年\s*前(?P<zq>[一二三])季度"
)
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PART = re.compile(r"[,;，；：:]")
_UP_NEAR = 30
_COMPARED = 24


def figures_of(asides: Asides) -> tuple[Told, ...]:
    """The figures, in order of the text."""
    made: list[Told] = []
    for sentence in asides.body():
        for quantity in quantities(asides.page, asides.words, sentence.start, sentence.end):
            papers = asides.words.of("instruments", quantity.start, sentence.end)
            is_paper = any(hit.value.startswith("referenced") and hit.start < quantity.end for hit in papers)
            if quantity.unit != "days" and not is_paper:
                made.append(_figure(asides, sentence, quantity))
    return numbered(made, "F")


def _figure(asides: Asides, sentence: Sentence, quantity: Quantity) -> Told:
    of = _of(asides, sentence, quantity)
    more = [
        asides.detail("unit", (quantity.hit.start, quantity.hit.end), quantity.hit.line.rule, 0.85, value=quantity.unit),
        of,
        _change(asides, sentence, quantity),
        *_scope(asides, sentence, quantity),
        _period(asides, sentence, quantity),
    ]
    draft = asides.draft_at(quantity.start, quantity.end)
    evidence = (asides.page.quote(quantity.start, quantity.end),)
    sure = 0.8 if of is not None else 0.6
    return Told(
        "", FIGURE, quantity.value, evidence, quantity.hit.line.rule, sure, f"C{draft[0]}" if draft else None,
        tuple(one for one in more if one is not None),
    )  # fmt: skip


def _of(asides: Asides, sentence: Sentence, quantity: Quantity) -> Detail | None:
    if quantity.is_counted:
        number = re.match(r"[\d.,]+\s*", asides.page.text[quantity.start : quantity.end])
        start = quantity.start + (number.end() if number else 0)
        scales = [hit for hit in asides.words.of("figures", start, quantity.end) if hit.value.startswith("scale ")]
        start = scales[-1].end if scales else start
        start += len(asides.page.text[start : quantity.end]) - len(asides.page.text[start : quantity.end].lstrip())
        return asides.detail("of", (start, quantity.end), quantity.hit.line.rule, 0.8) if start < quantity.end else None
    hits = asides.words.valued("figures", "of", sentence.start, sentence.end)
    before = [hit for hit in hits if hit.end <= quantity.start]
    behind = [hit for hit in hits if 0 <= hit.start - quantity.end <= 12 and _is_beside(asides, quantity.end, hit.start)]
    chosen: Hit | None = behind[0] if behind and not before else (before[-1] if before else None)
    return asides.detail("of", (chosen.start, chosen.end), chosen.line.rule, 0.75) if chosen else None


def _is_beside(asides: Asides, start: int, end: int) -> bool:
    return _PART.search(asides.page.text, start, end) is None


def _change(asides: Asides, sentence: Sentence, quantity: Quantity) -> Detail | None:
    floor = max(sentence.start, quantity.start - _UP_NEAR)
    hits = [hit for hit in asides.words.of("figures", floor, quantity.start) if hit.value in ("up", "down")]
    ends = hits[-1].end if hits else 0
    if (
        not hits
        or _PART.search(asides.page.text, ends, quantity.start)
        or re.search(r"\d", asides.page.text[ends : quantity.start])
    ):
        return None
    return asides.detail("change", (hits[-1].start, ends), hits[-1].line.rule, 0.75, value=hits[-1].value)


def _scope(asides: Asides, sentence: Sentence, quantity: Quantity) -> list[Detail]:
    """The places of the stretch between marks; without any there, those of the stretch before it."""
    text = asides.page.text
    edges = [sentence.start, *(found.end() for found in _PART.finditer(text, sentence.start, quantity.start))]
    after = _PART.search(text, quantity.end, sentence.end)
    end = after.start() if after else sentence.end
    if asides.draft_at(quantity.start, quantity.end) is not None:
        edges = edges[-1:]  # who asks or agrees stands before it
    for start in reversed(edges):
        named = [one for one in asides.page.places_in(start, end) if one.place.level != BODY]
        places = [one for one in named if one.place.level != COUNTRY] or named
        if places:
            codes = dict.fromkeys(one.place.code for one in places)
            found = {code: next(one for one in places if one.place.code == code) for code in codes}
            return [asides.detail("scope", (one.start, one.end), "grammar/scope", 0.65, code=code) for code, one in found.items()]
    return []


def _period(asides: Asides, sentence: Sentence, quantity: Quantity) -> Detail | None:
    text = asides.page.text
    parts = list(_FIRST_MONTHS.finditer(text, sentence.start, sentence.end))
    if parts:
        found = min(parts, key=lambda one: abs(one.start() - quantity.start))
        value = _months(found)
        return asides.detail("period", found.span(), "grammar/period", 0.75, value=value) if value else None
    times = [
        (first, after, f"{begins[:4]}" if begins[5:] == "01-01" and last[5:] == "12-31" else f"{begins}/{last}")
        for first, after, begins, last in spans(text, sentence.start, sentence.end)
    ]
    times += [(first, after, iso) for first, after, iso in asides.day_in(sentence.start, sentence.end)]
    times = [one for one in times if not _is_compared(asides, one[0])]
    if not times:
        return None
    first, after, value = min(times, key=lambda one: (abs(one[0] - quantity.start), one[0] > quantity.start))
    return asides.detail("period", (first, after), "grammar/period", 0.65, value=value)


def _is_compared(asides: Asides, at: int) -> bool:
    """Whether a time is what the figure is compared with: "than in 2030"."""
    before = asides.words.valued("deadlines", "not", max(0, at - _COMPARED), at)
    return any(len(asides.page.text[hit.end : at].strip()) <= len("năm") for hit in before)


def _months(found: re.Match[str]) -> str | None:
    parts = {name: value for name, value in found.groupdict().items() if value}
    year = next(value for name, value in parts.items() if name.startswith("y"))
    if "zq" in parts:
        last = 3 * han_number(parts["zq"])
    else:
        written = parts.get("en") or parts.get("vi") or parts.get("zh") or parts["z2"]
        last = int(written) if written.isdigit() else _WORDS.index(written) if written in _WORDS else 0
        last = last or (han_number(written) if "zh" in parts else 0)
    return f"{year}-01/{year}-{last:02d}" if 1 <= last <= 12 else None
