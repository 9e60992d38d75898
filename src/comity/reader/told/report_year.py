"""The year of a report whose day nobody knows, and which years of a text say nothing of it.

- An anniversary is kept in its last year: "(4/6/1961 - 4/6/2031)".
- Else the first year of the headline counts, or of the first paragraph; a year further down may be anything's.
- The ends of a span, the aim of a plan and the year whose results are told are none.
"""

from __future__ import annotations

import re

from comity.reader.text.dates import years
from comity.reader.text.layout import BODY, TITLE, Block
from comity.reader.text.page import Page

_ANNIVERSARY = re.compile(
    r"[(（](?:\d{1,2}[-/.]\d{1,2}[-/.]|\w{3,9} \d{1,2}, )?(?P<first>(?:19|20)\d{2})年?\s?[-–—]\s?"
    r"(?:\d{1,2}[-/.]\d{1,2}[-/.]|\w{3,9} \d{1,2}, )?(?P<last>(?:19|20)\d{2})年?[)）]"
)
# Anniversaries that are kept are of so many years or many times as many; shorter spans are terms and plans.
_KEPT = 5
_PERIOD_AFTER = re.compile(
    r"\s?[-–—~]\s?(?:\d{1,2}/\d{1,2}/)?\d{4}|\s?(?:至|到)\d{4}|\s(?:to|đến)\s\d{4}|年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:前|底前|以来|以來)"
)
_PERIOD_BEFORE = re.compile(
    r"(?:\d{4}年?\s?[-–—~至到]\s?|\d{4}\s(?:to|đến)\s|\b(?:by|until|since)\s"
    r"|\b(?:đến|trước|từ|giai đoạn|kế hoạch|tháng đầu)\s(?:năm\s)?|[到自从從])$",
    re.IGNORECASE,
)
_RESULTS = re.compile(
    r"(?:results? (?:of|in)|compared (?:to|with)|kết quả|báo cáo|so với|同比|相比)[^.,;。，；]{0,24}$", re.IGNORECASE
)
# What is only planned tells no year of the report.
_PLANNED = re.compile(
    r"(?:\b(?:will|shall|plan|plans|planned|expected|scheduled|sẽ|dự kiến|phấn đấu)\b"
    r"|[将將拟擬]|计划|計劃|力争|力爭|确保|確保|争取|爭取)[^.,;。，；]{0,60}$",
    re.IGNORECASE,
)
_BEFORE, _REACH = 40, 70


def report_year(page: Page) -> str | None:
    """The year of the report, by an anniversary it tells of, or the first year of its headline or first paragraph."""
    for kept in _ANNIVERSARY.finditer(page.text):
        if int(kept["last"]) - int(kept["first"]) > _KEPT and (int(kept["last"]) - int(kept["first"])) % _KEPT == 0:
            return kept["last"]
    for label in (TITLE, BODY):
        block = next((one for one in page.blocks if one.label == label), None)
        told = _years_in(page, block) if block is not None else []
        if told:
            return str(told[0])
    return None


def _years_in(page: Page, block: Block) -> list[int]:
    """The years of a paragraph that are no end of a span and not those whose results are told."""
    return [
        year
        for start, end, year in years(page.text, block.start, block.end)
        if not is_of_period(page.text, start, end)
        and _PLANNED.search(page.text, max(block.start, start - _REACH), start) is None
        and _RESULTS.search(page.text[max(block.start, start - _BEFORE) : start]) is None
    ]


def is_of_period(text: str, start: int, end: int) -> bool:
    """Whether the year at `text[start:end]` is one end of a span or the aim of a plan: "2031-2035", "by 2035"."""
    return _PERIOD_AFTER.match(text, end) is not None or _PERIOD_BEFORE.search(text[max(0, start - 14) : start]) is not None
