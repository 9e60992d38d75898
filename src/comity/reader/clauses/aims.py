"""A measurable aim in a clause: "to reach 200 lorries a day", 力争…达到, phấn đấu đạt.

- An aim is a number that an opening word leads to, with its unit and period, or a word that holds a number ("double").
"""

from __future__ import annotations

import re

from comity.reader.clauses.surroundings import STOP, Around
from comity.reader.reading import Detail
from comity.reader.text.quantities import Quantity, quantities

TARGET = "target"
_REACH, _REACH_HAN, _SHORT = 45, 14, 3
_PER = re.compile(
    r"\s*(?:/\s*|(?:a|per|each|every|mỗi|một|par|om|al|por)\s+)(?:day|week|month|quarter|year|ngày|tuần|tháng|quý|năm|jour|mois|an|dag|månad|år|día|mes|año)\b"
)


def target_of(around: Around) -> Detail | None:
    """The aim of a clause that is still to be reached, or None."""
    if not around.is_ahead:
        return None
    hits = around.hits("aims")
    if not hits:
        return None
    whole = next((hit for hit in hits if hit.value == "whole"), None)
    for quantity in quantities(around.page, around.words, around.draft.start, around.until):
        for hit in hits:
            if hit.value == "opens" and _leads_to(around, hit.end, quantity, is_short=hit.end - hit.start <= _SHORT):
                after = _PER.match(around.page.text, quantity.end, around.until)
                span = (hit.start, after.end() if after else quantity.end)
                return around.detail(TARGET, span, hit.line.rule, 0.75)
    return around.detail(TARGET, (whole.start, whole.end), whole.line.rule, 0.6) if whole else None


def _leads_to(around: Around, at: int, quantity: Quantity, *, is_short: bool) -> bool:
    """Whether nothing but a few words stands between an opening word and a quantity."""
    if not at <= quantity.start:
        return False
    between = around.page.text[at : quantity.start]
    reach = _REACH_HAN if around.page.lang == "zh" else _REACH
    if is_short and around.page.lang not in ("zh", "vi"):
        reach = 12
    return len(between) <= reach and STOP.search(between) is None
