"""Whose talks they are: between border posts, police or customs a clause that names no field is of theirs.

- Told by the headline and the first sentences; talks that leaders of a province lead are of no one field.
"""

from __future__ import annotations

import re

from comity.reader.text.layout import BODY, TITLE
from comity.reader.text.page import Page
from comity.reader.words import folding

BORDER, CRIME, CUSTOMS = "border management & security", "crime & law enforcement", "customs & clearance"
# In this order: the border police of one side are called police.
_HOLDERS = (
    (
        BORDER,
        re.compile(
            r"biên phòng|quản lý biên giới|quân sự|边防|边境管理|边检|移民管理|border guard"
            r"|border defen[cs]e|border force|military"
        ),
    ),
    (CRIME, re.compile(r"công an|cảnh sát|公安|警察|police|public security|law and order")),
    (CUSTOMS, re.compile(r"hải quan|海关|customs")),
)
_LEADERS = re.compile(
    r"chủ tịch|bí thư|ubnd|ủy ban nhân dân|uỷ ban nhân dân|sở ngoại vụ|书记|主席|省长|市长|外事"
    r"|政府|人民委员会|chairman|secretary of|governor|minister"
    r"|people's committee"
)
_FIRST = 2
_REACH = 400


def field_of_holders(page: Page) -> str | None:
    """The area of the bodies that hold the talks, or None."""
    body = [sentence for sentence in page.sentences if sentence.block.label == BODY][:_FIRST]
    opening = [sentence for sentence in page.sentences if sentence.block.label == TITLE] + body
    words = folding.lower(" ".join(page.text[one.start : min(one.end, one.start + _REACH)] for one in opening))
    if _LEADERS.search(words):
        return None
    return next((area for area, shape in _HOLDERS if shape.search(words)), None)
