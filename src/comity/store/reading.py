"""Reading: everything a home holds, as it stood at one moment."""

from __future__ import annotations

from comity.store.notes import Notes
from comity.store.rebuild import rebuild
from comity.store.register import Register
from comity.store.rows import BookRow, DocumentRow, DraftRow, RebuildReport

__all__ = ["BookRow", "DocumentRow", "DraftRow", "Reading", "RebuildReport"]


class Reading(Register, Notes):
    """One consistent view of a home; later writing by others does not show in it. Got from `Home.read`."""

    def rebuild(self) -> RebuildReport:
        """Makes the register anew from the entries and bodies alone and compares it with the one kept; changes nothing."""
        kept = dict(self._ask("every_thing").fetchall())
        return rebuild(self, kept)
