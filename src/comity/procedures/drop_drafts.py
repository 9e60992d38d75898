"""Drops drafts: they stay listed as dropped and are never entered."""

from __future__ import annotations

from collections.abc import Iterable

from comity.record.errors import DraftSettled
from comity.store.home import Home


def drop_drafts(home: Home, numbers: Iterable[int]) -> int:
    """Drops open drafts and returns how many. Raises: UnknownDraft, DraftSettled (then none is dropped)."""
    dropped = 0
    with home.write(entering=False) as writing:
        for number in dict.fromkeys(numbers):
            draft = writing.draft(number)
            if draft.state != "open":
                raise DraftSettled(number=number, state=draft.state)
            writing.set_draft(number, state="dropped")
            dropped += 1
    return dropped
