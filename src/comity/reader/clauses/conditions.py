"""Under which condition something is to be done: "once the epidemic is under control", 待…后, khi điều kiện cho phép.

- What is done, or was found wanting, is under no condition.
- A condition that opens a sentence holds for all that its act governs there.
"""

from __future__ import annotations

from comity.reader.clauses.endings import trimmed
from comity.reader.clauses.surroundings import Around, stop_after
from comity.reader.reading import Detail
from comity.reader.words.lexicon import Hit

CONDITION = "condition"
_AT, _UNDER = "在", "下"
_LONGEST = 160
_LONGEST_HAN = 40


def condition_of(around: Around) -> Detail | None:
    """The condition of a clause, or None."""
    if not around.is_ahead:
        return None
    draft, sentence = around.draft, around.sentence
    lead_ends = draft.act[0] if sentence.start <= draft.act[0] < draft.start else sentence.start
    for start, end in ((draft.start, around.until), (around.since, draft.start), (sentence.start, lead_ends)):
        for hit in around.hits(CONDITION + "s", (start, end)):
            reach = _reach(around, hit, end)
            if reach is not None:
                return around.detail(CONDITION, (hit.start, reach), hit.line.rule, 0.85 if hit.value == "whole" else 0.75)
    return None


def _reach(around: Around, hit: Hit, limit: int) -> int | None:
    """Where the condition that a hit opens ends; None where it opens none."""
    if hit.value == "whole":
        return hit.end
    if not hit.value.startswith("opens"):
        return None
    page = around.page
    stop = stop_after(page, hit.end, limit)
    closing = next((one for one in around.hits("conditions", (hit.end, stop)) if one.value == "closes"), None)
    if closing is not None and hit.line.words == _AT and not closing.line.words.endswith(_UNDER):
        return None  # 在会见时: when something was said, not when it is to be done
    if closing is not None and closing.end - hit.start <= _LONGEST_HAN:
        return closing.end
    if hit.value == "opens closed" or (limit == around.draft.start and stop >= around.draft.act[0] > hit.start):
        return None
    end = trimmed(page.text, hit.end, stop)
    return end if hit.end < end <= hit.start + _LONGEST else None
