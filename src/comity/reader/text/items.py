"""Lists: which lines stand under a heading, and where the words of a line or of an inner point begin.

- A line is a point when it opens with a mark of its own: 一、 （一） 1. 2) a) - + •.
- Without a mark a line is a point only between lines that end with a semicolon.
- A point may carry a label up to a colon ("On trade: …"); a point that is nothing but a label makes no clause.
- Inside a sentence 一是 … 二是 …, "một là … hai là …", "first, … second, …" and (1) … (2) … open points too.
"""

from __future__ import annotations

import re

from comity.reader.text.layout import BODY, Block
from comity.reader.text.marks_of_lists import MARK
from comity.reader.text.page import Page

_COLON = re.compile(r"[:：]\s*$")
_SEMICOLON = re.compile(r"[;；]\s*$")
_LABEL = re.compile(r"[^:：;；,，。.\n]{2,60}?[:：]\s*(?=\S)")
# "铁路升级 推进…建设": a heading of a few characters, parted from its words by a space.
_HEADING = re.compile(r"[\u4e00-\u9fff、]{2,14}[ \u3000]+(?=[\u4e00-\u9fff])")
_FIELD = re.compile(
    r"(?:关于|有关|在.{1,16}方面|Về\b|Trong lĩnh vực\b|On\b|Regarding\b|Concerning\b|In terms of\b)", re.IGNORECASE
)


def points_of(page: Page) -> dict[int, int]:
    """For each body line that may be a point of a list: its start, and where its words begin."""
    body = [block for block in page.blocks if block.label == BODY]
    out: dict[int, int] = {}
    for number, block in enumerate(body):
        mark = MARK.match(page.text, block.start, block.end)
        if mark is not None and mark.end() < block.end:
            out[block.start] = mark.end()
        elif _runs_on(page, body, number):
            out[block.start] = block.start
    return out


def _runs_on(page: Page, body: list[Block], number: int) -> bool:
    """Whether an unmarked line stands in a row of lines parted by semicolons."""
    before = page.text[body[number - 1].start : body[number - 1].end] if number else ""
    if _SEMICOLON.search(before):
        return True
    return bool(_COLON.search(before) and _SEMICOLON.search(page.text, body[number].start, body[number].end))


def ends_open(page: Page, start: int, end: int) -> bool:
    """Whether a sentence ends with a colon: what it says follows."""
    return _COLON.search(page.text[start:end]) is not None


def after_label(page: Page, start: int, end: int) -> int:
    """Where the words of a point begin, behind its label; `end` when it is nothing but a label."""
    text = page.text
    if _COLON.search(text[start:end]):
        return end
    label = _LABEL.match(text, start, end)
    if label is not None and not any(hit.role == "actions" and hit.value == "" for hit in page.hits_at(start)):
        return label.end()
    heading = _HEADING.match(text, start, end)
    if heading is not None and any(hit.role in ("actions", "leads") for hit in page.hits_at(heading.end())):
        return heading.end()
    if _FIELD.match(text, start, end) and not re.search(r"[,，;；。.]", text[start:end]):
        return end
    return start
