"""What a paper of all sides may say: facts that the sides have stated, and nothing one side alone wonders about.

- Left out: what stays at home until the sides have compared; that no later mention was found; whose answer is awaited; days that
  are over; what one side was told of another and thanks it for; who left; which wordings are still to be made here.
- Whose side one stands on plays no part: every side is thanked.
"""

from __future__ import annotations

from collections.abc import Iterable

from comity.review.found import Found

SAID = ("thanks", "results", "difficulties", "waiting", "condition", "due", "moved", "half_signed", "ending", "recurring")
_UNSAID = {("thanks", "kept_told"), ("due", "passed")}


def for_all(found: Iterable[Found]) -> list[Found]:
    """The findings that a joint paper may hold, in the order given."""
    return [each for each in found if each.rule in SAID and (each.rule, each.case) not in _UNSAID and not each.home_only]
