"""Whether something is to be done once, again and again, or all the time.

- Words of a period make it periodic, with how often; "three times a year" is counted.
- Without them a verb of keeping up makes it standing, and a verb whose end one sees makes it once where it bears a deadline.
"""

from __future__ import annotations

import re

from comity.reader.clauses.surroundings import Around
from comity.reader.reading import Detail
from comity.reader.text.numbers import count_before
from comity.reader.words.lexicon import Hit

RHYTHM = "rhythm"
_NEAR, _NEAR_HAN = 12, 4
PERIODIC, STANDING, ONCE = "periodic", "standing", "once"


def rhythm_of(around: Around, *, is_dated: bool) -> Detail | None:
    """The rhythm of a clause: `periodic N/unit`, `periodic`, `standing` or `once`; None where nothing tells."""
    if not around.is_ahead:
        return None
    lead = around.hits("rhythms", (around.since, around.draft.start))
    near = around.draft.start - (_NEAR_HAN if around.page.lang == "zh" else _NEAR)
    hits = around.hits("rhythms") + [hit for hit in lead if hit.end >= near or hit.value.startswith(f"{PERIODIC} ")]
    return _counted(around, hits) or _worded(around, hits) or (_at_once(around) if is_dated else None)


def _counted(around: Around, hits: list[Hit]) -> Detail | None:
    """A number of times beside a period, in either order."""
    units = [hit for hit in hits if hit.value.startswith("per ") or hit.value.startswith("periodic 1/")]
    for times in (hit for hit in hits if hit.value == "times"):
        number = count_before(around.page, around.words, times.start)
        unit = next((hit for hit in units if -30 <= hit.start - times.end <= 4), None)
        if number is not None and unit is not None:
            span = (min(number[0], unit.start), max(times.end, unit.end))
            name = unit.value.rpartition(" ")[2].removeprefix("1/")
            return around.detail(RHYTHM, span, times.line.rule, 0.8, value=f"{PERIODIC} {number[1]}/{name}")
    return None


_ORDER = (re.compile(r"periodic \d"), re.compile(r"periodic$"), re.compile(r"once$"), re.compile(r"standing$"))


def _worded(around: Around, hits: list[Hit]) -> Detail | None:
    for shape in _ORDER:
        for hit in hits:
            is_rate = around.page.text[hit.end : hit.end + 1].isdigit()  # 每日500车次
            if shape.match(hit.value) and not is_rate:
                sure = 0.85 if hit.value.startswith("periodic ") else 0.7
                return around.detail(RHYTHM, (hit.start, hit.end), hit.line.rule, sure, value=hit.value)
    return None


def _at_once(around: Around) -> Detail | None:
    head = next((hit for hit in around.hits("asks") if hit.value == "result"), None)
    if head is None or head.start - around.draft.start > 20:
        return None
    return around.detail(RHYTHM, (head.start, head.end), head.line.rule, 0.55, value=ONCE)
