"""Sittings that somebody is only told to have come for: "who is here for the forum", 来华出席论坛的林安和, "bên lề diễn đàn".

- The report is about whom that person met, and refers to the sitting.
"""

from __future__ import annotations

import re

from comity.reader.text.page import Page, Sentence
from comity.reader.words.lexicon import Hit

_REACH = 90
# Who came to attend something, which is why the report tells of it.
_COME_TO = re.compile(
    r"(?:出席|参加|參加|参会|與會|列席|观摩|觀摩)(?!会议|會議)[^,，。;；]{0,40}$|(?:来|來|赴|在)[^,，。;；]{1,8}(?:出席|参加|參加)[^,，。;；]{0,40}$"
)
_WHO = re.compile(
    r"(?:开幕式|開幕式|活动|活動|系列活动)?(?:期间)?的(?!是|有|还|還|领导|領導|嘉宾|嘉賓|代表(?!团|團)|人)[^,，。;；]{2}"
)
_WHO_ATTENDS = re.compile(
    r"\b(?:who|which) (?:is|was|are|were|has|had|have|came|arrived|visited|attended|attends)\b[^,.;]{0,80}$"
    r"|\bon (?:his|her|their|the) way (?:to|from) [^,.;]{0,50}$"
    r"|\b(?:on the (?:sidelines|margins)|in the margins) of [^,.;]{0,60}$"
    r"|\b(?:đang|sang|đến|qua) (?:có mặt|ở|tham dự|tham gia|dự|thăm|Việt Nam)[^,.;]{0,60}$"
    r"|\bnhân (?:dịp|chuyến)[^,.;]{0,30}(?:dự|tham gia)[^,.;]{0,40}$|\bbên lề [^,.;]{0,40}$",
    re.IGNORECASE,
)


def is_attended(page: Page, hit: Hit, sentence: Sentence) -> bool:
    """Whether the sitting that `hit` names is told only as what somebody came for."""
    before = page.text[max(sentence.start, hit.start - _REACH) : hit.start]
    if page.lang == "zh":
        return _COME_TO.search(before) is not None and _WHO.match(page.text, hit.end, sentence.end) is not None
    return _WHO_ATTENDS.search(before) is not None
