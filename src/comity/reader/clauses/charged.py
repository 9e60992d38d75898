"""The bodies charged with the work of a clause: "assign the customs of both sides to", 由双方外事办牵头, giao Sở Công Thương.

- A body counts behind a word that charges or joins bodies, before one that says who leads, or as the subject of the clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reader.clauses.surroundings import Around
from comity.reader.reading import Detail
from comity.reader.text.capitals import CAPITAL
from comity.reader.words.lexicon import Hit

BODIES = "bodies"
_CAPITALS = re.compile(rf"\s+(?:the\s+)?{CAPITAL}[\w’']*(?:(?:,\s|\s+)(?:(?:and|of|và(?! Chính)|et|och|y)\s+)?{CAPITAL}[\w’']*)*")
_LIST = re.compile(r"\s*(?:,|、|và|and|与|和|及|以及|och|et|y)\s*(?:the\s+|các\s+|相关|双方|两地)?$")
_ABOVE = re.compile(r"\s*(?:the|các|all|relevant|of|双方|两地|两省|两国|各自|各|有关|hai|both sides'|both)?\s*$")
_NEAR, _NEAR_HAN = 24, 8


def bodies_of(around: Around) -> tuple[Detail, ...]:
    """Each body charged with the work, in order of the text."""
    if not around.is_ahead:
        return ()
    start = max(around.since, min(around.draft.act[0], around.draft.start))
    hits = around.hits("charges", (start, around.until))
    out: list[Detail] = []
    last = -1
    for hit, end in _named(around, hits):
        charging = _charging(around, hits, hit, end) or (hit.line.rule if _is_listed(around, last, hit.start) else None)
        if charging is None:
            continue
        last = end
        out.append(around.detail(BODIES, (hit.start, end), charging, 0.7))
    return tuple(out)


def _named(around: Around, hits: list[Hit]) -> Iterator[tuple[Hit, int]]:
    text = around.page.text
    for hit in hits:
        if hit.value == "body":
            yield hit, hit.end
        elif hit.value == "opens":
            name = _CAPITALS.match(text, hit.end, around.until)
            if name is not None:
                yield hit, name.end()


def _charging(around: Around, hits: list[Hit], body: Hit, end: int) -> str | None:
    """The rule of what charges a body, or None."""
    text, reach = around.page.text, _NEAR_HAN if around.page.lang == "zh" else _NEAR
    for hit in hits:
        if hit.value == "charge" and 0 <= body.start - hit.end <= reach and "," not in text[hit.end : body.start]:
            return hit.line.rule
        if hit.value == "behind" and 0 <= hit.start - end <= reach:
            return hit.line.rule
    if end <= around.draft.start and _ABOVE.fullmatch(text[max(around.since, end) : end]) is not None:
        return body.line.rule
    return None


def _is_listed(around: Around, last: int, at: int) -> bool:
    return 0 <= last < at <= last + 20 and _LIST.fullmatch(around.page.text[last:at]) is not None
