"""Drops drafts: they stay listed as dropped and are never entered."""

from __future__ import annotations

from collections.abc import Iterable

from comity.procedures.clock import Moment
from comity.procedures.draft_deeds import Shown, note_deed, open_draft
from comity.store.home import Home


def drop_drafts(home: Home, numbers: Iterable[int | Shown], *, moment: Moment | None = None) -> int:
    """Drops open drafts and returns how many.

    Raises: UnknownDraft, DraftSettled, DraftChanged (then none is dropped).
    """
    with home.write(entering=False) as writing:
        rows = [open_draft(writing, number) for number in dict.fromkeys(numbers)]
        for row in rows:
            writing.set_draft(row.number, state="dropped")
        if rows:
            note_deed(writing, "drop", rows, moment=moment)
    return len(rows)
