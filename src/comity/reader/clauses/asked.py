"""What a clause asks for: conduct (to report to or ask a higher body) or a result one can see afterwards."""

from __future__ import annotations

from comity.reader.clauses.surroundings import Around
from comity.reader.reading import Detail

ASKS = "asks"
_HEAD, _HEAD_HAN = 40, 14


def asks_of(around: Around, *, is_definite: bool) -> Detail | None:
    """`conduct`, or `result` where the clause opens with such a verb and has an aim, a deadline or a name; else None."""
    if not around.is_ahead:
        return None
    start = around.draft.start
    reach = _HEAD_HAN if around.page.lang == "zh" else _HEAD
    from_act = max(around.since, min(start, around.draft.act[0]))
    for hit in around.hits("asks", (from_act, around.until)):
        if hit.value == "conduct" and hit.start - start <= reach and hit.end > around.draft.act[1]:
            return around.detail(ASKS, (hit.start, hit.end), hit.line.rule, 0.75, value="conduct")
    first = next((hit for hit in around.hits("asks") if hit.value == "result"), None)
    if first is None or not is_definite or first.start - start > reach // 4:
        return None
    return around.detail(ASKS, (first.start, first.end), first.line.rule, 0.65, value="result")
