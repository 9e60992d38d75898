"""What kept letters showed of other parties' books, as notes of this home: heads and entries, and the names of their parties."""

from __future__ import annotations

import json
from typing import Any

from comity.record.act import PartyId
from comity.store.reading import Reading

SENDERS = "senders of letters"


def key_of(party: PartyId) -> str:
    """The key of the note on a party's book."""
    return f"shown:{party}"


def noted(reading: Reading, party: PartyId) -> dict[str, Any]:
    """What letters showed of a book: {"heads": root by size, "entries": id by index}, both as text; {} for nothing."""
    text = reading.about_home(key_of(party))
    found: dict[str, Any] = json.loads(text) if text else {}
    return found


def senders(reading: Reading) -> dict[str, list[str]]:
    """The names, in small letters, of every party of whose book a kept letter showed something, by its charter."""
    told: dict[str, list[str]] = json.loads(reading.about_home(SENDERS) or "{}")
    return told


def size_shown(reading: Reading, party: PartyId) -> int:
    """The largest size of a book that a signed head in a kept letter showed; 0 where none did."""
    return max((int(size) for size in noted(reading, party).get("heads", ())), default=0)
