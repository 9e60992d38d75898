"""A Chinese gate that only seems to show what a clause is about: it is the way something goes."""

from __future__ import annotations

import re

from comity.reader.text.page import Page
from comity.reader.words.lexicon import Hit

_WAY = re.compile("(?:经由?|从|自|由|在|至|到|于|通过)(?:[\u4e00-\u9fff]|—|-){1,8}$")
_GATE = ("口岸", "通道")
_REACH = 12


def is_way(page: Page, hit: Hit) -> bool:
    """Whether a gate is only named as the way something goes: "经同登口岸的列车"."""
    if page.lang != "zh" or hit.line.words not in _GATE:
        return False
    before = page.lowered[max(0, hit.start - _REACH) : hit.start]
    return _WAY.search(before.split(",")[-1]) is not None and page.text[hit.end : hit.end + 1] in "的出入进進口通高公铁鐵"
