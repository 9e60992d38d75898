"""Phrases with 为 and 以 in Chinese: what is done for somebody, what it is good for, and what frames it.

- 为…创造条件 does something for somebody and is a clause; 为…作出贡献 only says what it is good for.
- 以…为契机 frames what follows and ends what stands before it.
"""

from __future__ import annotations

import re

from comity.reader.text.page import Page
from comity.reader.words import folding

_PROVIDES = re.compile(
    r"为[^,;。]{2,60}?(?:创造|提供|搭建|营造|开辟|搭起|架起)[^,;。]{0,10}?"
    r"(?:条件|便利|平台|环境|支持|保障|服务|机会|渠道|通道|桥梁|培训|帮助|舞台)"
)
_FRAME = re.compile(
    r",以[^,;。]{1,40}?为(?:契机|切入点|重点|抓手|目标|主线|导向|基础|引领|指导|依托|突破口|核心|载体|平台|纽带|主题|前提)"
)
_GOOD_FOR = re.compile(
    r",?为[^,;。]{2,60}?(?:作出|做出|注入|奠定|增添|贡献|谱写|带来|提供[^,;。]{0,6}(?:动力|支撑|生机|活力|机遇|契机|空间|保证))"
)
_COMMA_GOOD_FOR = re.compile(rf"(?=,){_GOOD_FOR.pattern}")
_REACH = 90


def provides(page: Page, at: int) -> bool:
    """Whether words that look like a purpose do something for somebody."""
    return page.lang == "zh" and _PROVIDES.match(folding.lower(page.text[at : at + _REACH])) is not None


def is_good_for(page: Page, at: int) -> bool:
    """Whether the words at `at` say what something is good for."""
    return page.lang == "zh" and _GOOD_FOR.match(folding.lower(page.text[at : at + _REACH])) is not None


def frame_in(page: Page, start: int, end: int) -> int | None:
    """Where in a Chinese clause a frame or what it is good for begins, its comma included."""
    lowered = folding.lower(page.text[start:end])
    found = (shape.search(lowered) for shape in (_FRAME, _COMMA_GOOD_FOR))
    return min((start + one.start() for one in found if one), default=None)
