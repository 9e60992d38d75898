"""Who has done what a Chinese sentence tells: the one side named before the verb, else all parties."""

from __future__ import annotations

import re

from comity.reader.clauses.speakers import Speaker
from comity.reader.text.page import Page

_JOINT = Speaker(None, None, True)
_TOGETHER = ("双", "两", "各", "三", "四", "五", "中越", "越中", "会", "我们", "他们")
# Behind these words stands to whom or with whom something is done, or where.
_TOWARDS = re.compile("向|给|为|对|在|于|赴|从|经")


def doer(page: Page, start: int, end: int) -> Speaker:
    """The one province of which a place is named from `start` to a verb at `end`; all parties where there are several or none."""
    if any(hit.value == "both" and hit.line.words.startswith(_TOGETHER) for hit in page.hits_of("subjects", start, end)):
        return _JOINT
    named = [one for one in page.places_in(start, end) if one.place.level in ("province", "city")]
    if any(_in_route(page, one.start, one.end) for one in named):
        return _JOINT
    opens = max(page.lowered.rfind(",", start, end) + 1, start)
    towards = _TOWARDS.search(page.lowered, opens, end)
    first = [one for one in named if towards is None or one.end <= towards.start()]
    codes = {one.place.within or one.place.code for one in first or named}
    return Speaker(None, codes.pop(), False) if len(codes) == 1 else _JOINT


def _in_route(page: Page, start: int, end: int) -> bool:
    return page.text[end : end + 1] in "-—–至" or page.text[max(0, start - 1) : start] in ("-", "—", "–", "至")
