"""Numbers as texts write them: 20.8 and 20,8, 1,200 and 1.200, 三十, "twelve", each as a decimal string.

- Which mark parts the thousands is the language's to say; three digits behind a lone mark are thousands only where they may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reader.text.at_hand import AtHand
from comity.reader.text.page import Page

_COMMA_DECIMAL = ("vi", "fr", "sv", "es")
NUMBER = re.compile(r"(?<![\w.,/])\d{1,3}(?:[ .,]\d{3})+(?:[.,]\d{1,3})?(?![\d])|(?<![\d.,/])\d+(?:[.,]\d+)?(?![\d])")
_HAN = re.compile(r"[一二两三四五六七八九十百零〇]{1,6}$")
_DIGITS = re.compile(r"(?<!\d)\d{1,4}$")
_HAN_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}


def numbers_in(page: Page, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Start, end and plain decimal of each number in digits of `text[start:end]`."""
    for found in NUMBER.finditer(page.text, start, end):
        yield found.start(), found.end(), plain(found.group(), page.lang)


def plain(written: str, lang: str) -> str:
    """A number in digits as data writes it: no mark but a decimal point."""
    thousands, point = (".", ",") if lang in _COMMA_DECIMAL else (",", ".")
    written = written.replace(" ", "")
    groups = re.split(f"[{re.escape(thousands)}]", written.partition(point)[0])
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
        written = "".join(groups) + written[written.find(point) :] if point in written else "".join(groups)
    return written.replace(",", ".")


def count_before(page: Page, words: AtHand, at: int) -> tuple[int, int] | None:
    """Where a whole number right before a place begins, and the number: in digits, in words, or in Han numerals."""
    text, gap = page.text, at
    while gap > 0 and text[gap - 1] == " ":
        gap -= 1
    digits = _DIGITS.search(text, max(0, gap - 5), gap)
    if digits is not None:
        return digits.start(), int(digits.group())
    han = _HAN.search(text, max(0, gap - 6), gap)
    if han is not None:
        return han.start(), han_number(han.group())
    worded = [hit for hit in words.of("figures", max(0, gap - 12), gap) if hit.end == gap and hit.value.startswith("number ")]
    return (worded[-1].start, int(worded[-1].value.rpartition(" ")[2])) if worded else None


def han_number(written: str) -> int:
    """A whole number below a thousand in Han numerals."""
    total, digit = 0, 0
    for character in written:
        if character in ("十", "百"):
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _HAN_DIGITS[character]
    return total + digit
