"""The marks that open the points of a list, at the start of a line and inside a sentence."""

from __future__ import annotations

import re

_HAN = "[一二三四五六七八九十]{1,3}"
MARK = re.compile(
    rf"(?:[（(]\s*(?:{_HAN}|\d{{1,2}}|[a-zđ])\s*[)）]|{_HAN}[、.．]|第{_HAN}[，,、：:]"
    r"|\d{1,2}(?:\.\d{1,2})*\s*[.)．、](?!\d)|[a-zđ]\)|[IVX]{1,4}[.)]\s|[①-⑳]|[-–—+•·●▪◦*✓]\s*(?=[^\W\d_]))\s*"
)
_VI = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_POINT = (
    rf"(?:{_HAN}是(?!否)[，,]?|第{_HAN}[，,、]|(?:{_VI}) là,?\s|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám)(?: là\s|,\s?)"
    r"|(?:first|second|third|fourth|fifth|sixth|finally|lastly)(?:ly)?,\s|[（(]\d{1,2}[)）]\s*|[①-⑳]\s*)"
)
# A mark inside a sentence stands after a break; one that opens the words is matched on its own.
INNER = re.compile(
    rf"(?<=[,，;；:：。.])\s*(?:and\s|và\s)?{_POINT}|(?<=[\u4e00-\u9fff])\s+\d{{1,2}}[.．、]\s*(?=[\u4e00-\u9fff])", re.IGNORECASE
)
OPENING = re.compile(rf"\s*{_POINT}", re.IGNORECASE)
