"""Gives a person's key the power to sign for a party, by the hand of somebody who already may."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand
from comity.procedures.keys import public_hex
from comity.record.act import EntryId
from comity.record.canonical import Fields, Value
from comity.store.home import Home


@dataclass(frozen=True, slots=True)
class Powers:
    """What a person may do for a party, from the first to the last day; "" where a day is open."""

    may: Sequence[str] = ("sign", "initial", "withdraw")
    from_on: str = ""
    until_on: str = ""


def authorise_person(home: Home, person: str, key: Ed25519PrivateKey, *, by: Hand, powers: Powers | None = None) -> EntryId:
    """Enters the authorization of a person's key.

    Raises: NotAuthorised, NoKeyHere where nobody's key with the power to authorise is at hand, and as `enter_act`.
    """
    powers = powers or Powers()
    given: Fields = {"person": person, "key": public_hex(key), "may": list[Value](powers.may)}
    given |= {name: day for name, day in (("from_on", powers.from_on), ("until_on", powers.until_on)) if day}
    return enter_act(home, "authorization", given, by=by)
