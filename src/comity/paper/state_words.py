"""The states of agreed items as pictures count them: each item once, by what its owners' words come to.

An item whose owners state different things is in none of the five states alone; it is counted as "at different stages".
"""

from __future__ import annotations

from collections.abc import Sequence

from comity.paper.agreed_view import SHAPES
from comity.paper.translate import N_, Msgid, translate

MIXED = "mixed"
_MIXED_WORDS: Msgid = N_("owners at different stages")
STATE_ORDER = ("done", "way", "wait", "not", MIXED, "none", "never")
# What nobody says to be over.
OPEN = ("way", "wait", "not", MIXED, "none")


def state_of(shapes: Sequence[str]) -> str:
    """The one state an item is counted in, from the shapes of its owners' states."""
    return shapes[0] if len(shapes) == 1 else MIXED


def state_of_items(lang: str) -> dict[str, str]:
    """Each state in words."""
    return {state: translate(lang)(SHAPES.get(state, _MIXED_WORDS)) for state in STATE_ORDER}
