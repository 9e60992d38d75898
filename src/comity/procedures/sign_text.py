"""Signs a text for a party, or states that there is no agreement on it yet."""

from __future__ import annotations

from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand
from comity.record.act import EntryId
from comity.record.canonical import Fields
from comity.store.home import Home


def sign_text(home: Home, text: str, *, by: Hand) -> EntryId:
    """Enters the signature of a party on a text and returns the entry's id; refused where it would have no effect.

    Raises: as `enter_act`; NotNamedInText, SignedAlready, SignedRival, TextNotOpen, SignatureWithoutEffect.
    """
    return enter_act(home, "signature", {"text": text}, by=by)


def refuse_text(home: Home, text: str, *, by: Hand, why: str = "") -> EntryId:
    """Enters that a party does not agree to a text yet; after its own signature this undoes nothing.

    Raises: as `enter_act`; NotNamedInText.
    """
    given: Fields = {"text": text, "why": why} if why else {"text": text}
    return enter_act(home, "refusal", given, by=by)
