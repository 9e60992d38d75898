"""By whose hand something is entered."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from comity.procedures.clock import Moment


@dataclass(frozen=True, slots=True)
class Hand:
    """Who enters: for which party (short name or id) and when.

    `key` signs what must be signed; without it a key with the power is looked for in the home. `lang` is the language of
    wordings given as a bare string.
    """

    party: str
    moment: Moment
    key: Ed25519PrivateKey | None = None
    lang: str = "en"
