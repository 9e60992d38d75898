"""Numbered fairs and forums that a report only mentions: those still to come, and what a guest is in town for.

- What is to be held well, prepared or joined later is no session of the past, nor one the text is about.
- A first one of its kind that is told with the year of its founding is history.
"""

from __future__ import annotations

import re

from comity.reader.reading import Session
from comity.reader.text.page import Page
from comity.reader.told.namings import OTHER, Naming

# Right before the name, in its own clause; compared with text in small letters and simple characters.
_COMING = re.compile(
    r"(?:办好|筹备|筹办|即将|将(?:于|在|组织|参加|出席|举办|举行|率)|拟|计划|欢迎|邀请|期待|支持|组织)[^,。;;]{0,24}$"
    r"|\b(?:upcoming|will (?:attend|hold|host|organi[sz]e|join|take part in)|prepar\w{1,5} for|invited? [^.;]{0,60} to"
    r"|to attend|to host)\b[^.,;]{0,60}$"
    r"|\b(?:sắp tới|sẽ (?:tham dự|tham gia|tổ chức|diễn ra)|chuẩn bị|mời [^.;]{0,60} (?:dự|tham gia|tham dự))\b[^.,;]{0,60}$"
)
_IS_COMING = re.compile(
    r"[^,。;]{0,12}(?:将[于在]|即将|筹备)|[^.,;]{0,30}\b(?:will be held|will take place|sẽ (?:được tổ chức|diễn ra))"
)
# "Here for the forum" says why somebody is in town.
_CAME_FOR = re.compile(r"(?:出席|参加|参会|列席)[^,。;]{0,30}$")
_WHO_CAME = re.compile(r"[^,。;:]{0,16}(?:期间|(?<!举行)(?<!召开)(?<!举办)(?<!今日)的)")
_FOUNDED = re.compile(r"(?:自|从)?\d{4}年[^,。;]{0,6}$")
_REACH = 70


def is_only_mentioned(page: Page, start: int, end: int, number: int) -> bool:
    """Whether the numbered sitting named at `start` to `end` is still to come, or only what somebody came for."""
    before, after = page.lowered[max(0, start - _REACH) : start], page.lowered[end : end + _REACH]
    before = re.split(r"[\n。]", before)[-1]
    if _COMING.search(before) or _IS_COMING.match(after):
        return True
    if page.lang != "zh":
        return False
    return bool(_CAME_FOR.search(before) and _WHO_CAME.match(after)) or (number == 1 and _FOUNDED.search(before) is not None)


def without_mentioned(page: Page, made: list[Session], namings: list[Naming]) -> list[Session]:
    """The sessions without those referred to that are only mentioned."""
    spans = {page.quote(one.hit.start, one.hit.end).start: (one.hit.start, one.hit.end) for one in namings}
    out = []
    for one in made:
        span = spans.get(one.evidence[0].start) if one.role != "main" and one.mechanism == OTHER and one.edition else None
        if span is None or one.date or not is_only_mentioned(page, *span, one.edition or 0):
            out.append(one)
    return out
