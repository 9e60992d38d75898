"""Reading: everything a home holds, as it stood at one moment."""

from __future__ import annotations

from comity.store.drafts import Chosen
from comity.store.ordering import Ordering
from comity.store.rebuild import rebuild
from comity.store.rows import AttachmentRow, BookRow, DeedPart, DeedRow, DocumentRow, DraftRow, HomeNote, RebuildReport
from comity.store.searching import Searching
from comity.store.threads import DerivedRow, ThreadRow, Threads

__all__ = [
    "AttachmentRow",
    "BookRow",
    "Chosen",
    "DeedPart",
    "DeedRow",
    "DerivedRow",
    "DocumentRow",
    "DraftRow",
    "HomeNote",
    "Reading",
    "RebuildReport",
    "ThreadRow",
]


class Reading(Searching, Ordering, Threads):
    """One consistent view of a home; later writing by others does not show in it. Got from `Home.read`."""

    def rebuild(self) -> RebuildReport:
        """Makes the register anew from the entries and bodies alone and compares it with the one kept; changes nothing."""
        kept = dict(self._ask("every_thing").fetchall())
        return rebuild(self, kept)
