"""Reading: everything a home holds, as it stood at one moment."""

from __future__ import annotations

from comity.store.drafts import Chosen, Drafts
from comity.store.rebuild import rebuild
from comity.store.rows import AttachmentRow, BookRow, DeedPart, DeedRow, DocumentRow, DraftRow, RebuildReport
from comity.store.searching import Searching

__all__ = ["AttachmentRow", "BookRow", "Chosen", "DeedPart", "DeedRow", "DocumentRow", "DraftRow", "Reading", "RebuildReport"]


class Reading(Searching, Drafts):
    """One consistent view of a home; later writing by others does not show in it. Got from `Home.read`."""

    def rebuild(self) -> RebuildReport:
        """Makes the register anew from the entries and bodies alone and compares it with the one kept; changes nothing."""
        kept = dict(self._ask("every_thing").fetchall())
        return rebuild(self, kept)
