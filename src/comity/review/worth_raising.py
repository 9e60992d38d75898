"""What a leader might raise with a partner: three findings at most, chosen by a rule that is printed beside them.

- First what one's own side owes, then what can move, then what nobody has spoken of; one of each kind before a second of any.
- Of what awaits somebody the longest waiting stands first, of all else the latest; what bears no day follows.
- Thanks and results are said, not raised.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.paper.translate import N_, Msgid
from comity.review.found import Found

MOST = 3
AWAITING = ("letters", "half_signed", "waiting")
# Kinds of findings in the order in which they are worth raising, each with why.
WHY: dict[str, Msgid] = {
    "letters/ours": N_("they asked us, and our answer is awaited"),
    "condition": N_("what stood in the way is gone, so work can go on"),
    "half_signed": N_("a signature is awaited"),
    "due": N_("a planned day is near or over, and both can say the next step"),
    "waiting": N_("it waits, and a word between leaders may move it"),
    "letters/theirs": N_("we asked, and the answer is open"),
    "ending": N_("the term ends soon, and both need time to decide"),
    "difficulties": N_("a difficulty was stated, and another level may clear it"),
    "recurring": N_("it was agreed more than once, so ask what would let it be done"),
    "meetings": N_("the time of the meeting has come"),
    "to_compare": N_("the words of the sides differ and can be compared without haste"),
    "moved": N_("the planned day has moved, and a new one can be agreed"),
    "no_mention": N_("no later word was found, so ask how it stands"),
}
RULE = N_(
    "Chosen by rule: first what we owe, then what waits or can move, then what nobody has spoken of since; one of each kind, "
    "of what waits the oldest, else the latest."
)


@dataclass(frozen=True, slots=True)
class Worth:
    """A finding to raise, and why it was chosen."""

    found: Found
    why: Msgid


def worth_raising(found: Iterable[Found], *, most: int = MOST) -> list[Worth]:
    """So many findings by the rule, in the order in which they would be raised."""
    every = list(found)
    kinds = [(why, _of(every, kind)) for kind, why in WHY.items()]
    chosen: list[Worth] = []
    seen: set[str] = set()
    for turn in range(max((len(each) for _why, each in kinds), default=0)):
        for why, each in kinds:
            if len(chosen) < most and turn < len(each) and each[turn].thing not in seen:
                seen.add(each[turn].thing)
                chosen.append(Worth(each[turn], why))
    return chosen


def _of(found: Sequence[Found], kind: str) -> list[Found]:
    rule, _slash, case = kind.partition("/")
    same = [each for each in found if each.rule == rule and each.case.startswith(case)]
    by_day = sorted((each for each in same if each.day), key=lambda each: each.day, reverse=rule not in AWAITING)
    return [*by_day, *(each for each in same if not each.day)]
