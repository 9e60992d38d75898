"""Chinese words that only seem to show what a clause is about: whom it is done to, and by which gate the way goes."""

from __future__ import annotations

import re

from comity.reader.text.page import Page
from comity.reader.words import folding
from comity.reader.words.lexicon import Hit

PEOPLE = "people-to-people"
# People to whom something is done: it is about what is done, where that has an area of its own.
WHO = frozenset(
    {
        "边民",
        "民众",
        "群众",
        "居民",
        "村民",
        "人民",
        "边境居民",
        "边境人民",
        "边界人民",
        "两国人民",
        "青年",
        "妇女",
        "边境民众",
        "公民",
    }
)
_WAY = re.compile("(?:经由?|从|自|由|在|至|到|于|通过)(?:[\u4e00-\u9fff]|—|-){1,8}$")
_GATE = ("口岸", "通道")
_REACH = 12


def is_way(page: Page, hit: Hit) -> bool:
    """Whether a gate is only named as the way something goes: "经同登口岸的列车"."""
    if page.lang != "zh" or hit.line.words not in _GATE:
        return False
    before = folding.lower(page.text[max(0, hit.start - _REACH) : hit.start])
    return _WAY.search(before.split(",")[-1]) is not None and page.text[hit.end : hit.end + 1] in "的出入进進口通高公铁鐵"
