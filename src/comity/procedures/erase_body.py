"""Erases the body of an entry of one's own: the entry stays, and every proof over it holds as before."""

from __future__ import annotations

from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand
from comity.record.act import EntryId
from comity.store.home import Home


def erase_body(home: Home, name: str, *, by: Hand, why: str) -> EntryId:
    """Enters the erasure and removes what it erases; see `erasing.erase`.

    Raises: NotItsOwn for an entry of another book, BodyNotHere where nothing is left to erase, and as `enter_act`.
    """
    return enter_act(home, "erasure", {"entry": name, "why": why}, by=by)
