"""Authority: which persons may bind a party, and whether an entry was signed by one of them.

- Keys are reached from the charter: its officer key has every power; an authorization signed by a key with
  the power to authorise adds a key with the powers it names, for the days it names; a key change takes a key
  out and may put another in its place. Everything is read in the order of the party's own book.
- The node's key (the book key) reaches nothing: whoever steals the server can enter, never sign.
- Signed kinds are void without a proof by a key that has the power at that place in the book, on the day the
  entry names. Recovery keys, `recovery_threshold` of them together, may sign a key change and nothing else; where no
  granted key is left to replace, the officer key they name gets every power.
- What was signed counts once: the same signed content entered again has no effect, whatever proofs it bears.
- A proof by passkey is kept and not yet checked: where it would decide, nobody can say. After such an entry
  that would change keys or close the book, nothing signed in that book can be said to stand.
- A charter that is not signed by its own officer key gives nobody any power; nothing counts after the book's
  own closing entry.

Source: docs/format.md section 6; docs/decisions/0006-entering-is-not-signing.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from comity.record.act import EntryId, Envelope, signed_bytes
from comity.record.canonical import Fields, Value
from comity.record.finding import Finding, Severity
from comity.record.note import verify
from comity.record.shelf import Entry, HeldBook


class Power(StrEnum):
    SIGN = "sign"
    INITIAL = "initial"
    WITHDRAW = "withdraw"
    AUTHORISE = "authorise"


# The power each signed kind asks for; kinds not listed need no person's signature.
NEEDED: dict[str, Power] = {
    "charter": Power.AUTHORISE,
    "authorization": Power.AUTHORISE,
    "key_change": Power.AUTHORISE,
    "close": Power.AUTHORISE,
    "succession": Power.AUTHORISE,
    "initialling": Power.INITIAL,
    "signature": Power.SIGN,
    "refusal": Power.SIGN,
    "paper_attestation": Power.SIGN,
    "withdrawal": Power.WITHDRAW,
    "publication_consent": Power.SIGN,
}

# The signed kinds on which later standings in the same book rest.
_TURNING = ("charter", "authorization", "key_change", "close")

_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})?")
_HEX = re.compile(r"([0-9a-f]{2})+")


class Standing(StrEnum):
    """Whether a signed entry stands: it does, it does not, or this version cannot check the form."""

    STANDS = "stands"
    VOID = "void"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Grant:
    """One key's powers, from and until a day (both included, ISO dates; "" for open)."""

    key: str
    powers: frozenset[Power]
    from_on: str = ""
    until_on: str = ""

    def covers(self, power: Power, day: str) -> bool:
        """Whether the key has `power` on `day`."""
        return power in self.powers and self.from_on <= day and (not self.until_on or day <= self.until_on)


@dataclass(frozen=True)
class Authority:
    """What a book's run of entries says: who may sign at its end, and how each signed entry stands.

    `standing` is by id (of the first place the entry has), `places` by index. `closed_at` is the index of the
    closing entry; from `unsettled_at` on nothing signed can be said to stand.
    """

    grants: Mapping[str, Grant]
    book_key: str
    recovery_keys: tuple[str, ...]
    recovery_threshold: int
    standing: Mapping[EntryId, Standing]
    places: Mapping[int, Standing]
    closed_at: int | None
    unsettled_at: int | None
    findings: tuple[Finding, ...]

    def may_sign(self, key: str, power: Power, day: str) -> bool:
        """Whether the person with this public key (hex) may use `power` for the party on `day` (ISO date)."""
        grant = self.grants.get(key)
        return self.closed_at is None and key != self.book_key and grant is not None and grant.covers(power, day)


NOBODY = Authority({}, "", (), 0, {}, {}, None, None, ())


def read_authority(held: HeldBook) -> Authority:
    """Reads a book's run from the charter on. A book whose charter does not stand gives nobody any power."""
    charter = held.run[0] if held.run else None
    if charter is None or charter.envelope is None or not charter.at_home:
        return NOBODY
    reading = _Reading(charter.envelope)
    for entry in held.run:
        reading.take(entry)
    return Authority(
        reading.grants,
        reading.book_key,
        reading.recovery,
        reading.threshold,
        reading.standing,
        reading.places,
        reading.closed_at,
        reading.unsettled_at,
        tuple(reading.findings),
    )


class _Reading:
    """The state while a book is read entry by entry."""

    def __init__(self, charter: Envelope) -> None:
        bind = charter.bind or {}
        officer = _word(bind, "officer_key")
        self.grants = {officer: Grant(officer, frozenset(Power))} if officer else {}
        self.book_key = _word(bind, "book_key")
        self.recovery = tuple(sorted({key for key in _list(bind, "recovery_keys") if isinstance(key, str)}))
        self.threshold = max(1, _whole(bind, "recovery_threshold"))
        self.standing: dict[EntryId, Standing] = {}
        self.places: dict[int, Standing] = {}
        self.findings: list[Finding] = []
        self.closed_at: int | None = None
        self.unsettled_at: int | None = None
        self._first: dict[EntryId, int] = {}
        self._counted: set[bytes] = set()

    def take(self, entry: Entry) -> None:
        envelope = entry.envelope
        if envelope is None or not entry.at_home:
            return
        if self._first.setdefault(entry.id, entry.index) != entry.index:
            self._find("entered_again", entry, Severity.NOTE, place=str(entry.index))
        elif self.closed_at is not None:
            self._judge(entry, Standing.VOID)
            self._find("entered_after_close", entry, Severity.WRONG)
        elif envelope.kind in NEEDED:
            self._weigh(entry, envelope)

    def _weigh(self, entry: Entry, envelope: Envelope) -> None:
        message = signed_bytes(envelope)
        if message in self._counted:
            self._judge(entry, Standing.VOID)
            self._find("entered_again", entry, Severity.WRONG)
            return
        standing = self._stands(envelope, message)
        self._judge(entry, standing)
        if standing is Standing.VOID:
            self._find("not_signed", entry, Severity.WRONG)
            self.grants = self.grants if envelope.kind != "charter" else {}
            return
        self._counted.add(message)
        if standing is Standing.STANDS:
            self._effect(entry, envelope)
            return
        self._find("form_not_checked", entry, Severity.NOTE)
        if envelope.kind in _TURNING and self.unsettled_at is None:
            self.unsettled_at = entry.index

    def _judge(self, entry: Entry, standing: Standing) -> None:
        self.standing[entry.id] = standing
        self.places[entry.index] = standing

    def _find(self, code: str, entry: Entry, severity: Severity, *, place: str = "") -> None:
        self.findings.append(Finding(code, entry.id, severity, place))

    def _stands(self, envelope: Envelope, message: bytes) -> Standing:
        proofs = [proof for proof in _list(envelope.bind or {}, "proofs") if isinstance(proof, dict)]
        spare = set(self.recovery) if envelope.kind == "key_change" else set()
        settled = self.unsettled_at is None
        able = {key for key in (_word(proof, "key") for proof in proofs) if self._may(key, envelope)}
        weighed = [proof for proof in proofs if not settled or _word(proof, "key") in able | spare]
        signers = {_word(proof, "key") for proof in weighed if _holds(proof, message)}
        if settled and (signers & able or len(signers & spare) >= self.threshold):
            return Standing.STANDS
        unchecked = any(proof.get("way") == "webauthn" for proof in weighed) or (signers and not settled)
        return Standing.UNCHECKED if unchecked else Standing.VOID

    def _may(self, key: str, envelope: Envelope) -> bool:
        grant = self.grants.get(key)
        return key != self.book_key and grant is not None and grant.covers(NEEDED[envelope.kind], envelope.at[:10])

    def _effect(self, entry: Entry, envelope: Envelope) -> None:
        bind = envelope.bind or {}
        if envelope.kind == "authorization":
            self._authorise(entry, bind)
        elif envelope.kind == "key_change":
            self._change(_word(bind, "what"), _word(bind, "old"), _word(bind, "new"))
            self._restore(envelope, _word(bind, "what"), _word(bind, "new"))
        elif envelope.kind == "close":
            self.closed_at = entry.index

    def _authorise(self, entry: Entry, bind: Fields) -> None:
        key, days = _word(bind, "key"), [bind.get("from_on", ""), bind.get("until_on", "")]
        powers = frozenset(power for power in Power if power.value in _list(bind, "may"))
        if not all(isinstance(day, str) and _DAY.fullmatch(day) for day in days):
            self._find("field_wrong", entry, Severity.WRONG, place="from_on, until_on")
            powers = frozenset()
        self.grants = self.grants | {key: Grant(key, powers, _word(bind, "from_on"), _word(bind, "until_on"))}

    def _change(self, what: str, old: str, new: str) -> None:
        if what == "book" and old == self.book_key and new:
            self.book_key = new
        elif what == "recovery":
            kept = [key for key in self.recovery if key != old]
            self.recovery = tuple(sorted({*kept, new} - {""}))
        elif what == "officer" and old in self.grants:
            gone = self.grants[old]
            self.grants = {key: grant for key, grant in self.grants.items() if key != old}
            if new:
                self.grants[new] = Grant(new, gone.powers, gone.from_on, gone.until_on)

    def _restore(self, envelope: Envelope, what: str, new: str) -> None:
        """Gives every power to the officer key that the recovery keys name where no granted key is left to replace."""
        proofs = [proof for proof in _list(envelope.bind or {}, "proofs") if isinstance(proof, dict)]
        signers = {_word(proof, "key") for proof in proofs if _holds(proof, signed_bytes(envelope))}
        recovering = len(signers & set(self.recovery)) >= self.threshold
        if what == "officer" and new and new not in self.grants and recovering:
            self.grants = self.grants | {new: Grant(new, frozenset(Power))}


def _holds(proof: Fields, message: bytes) -> bool:
    """Whether a proof is an Ed25519 signature of `message`; each key and signature has one spelling."""
    key, signature = _word(proof, "key"), _word(proof, "sig")
    if proof.get("way") != "ed25519" or not _HEX.fullmatch(key) or not _HEX.fullmatch(signature):
        return False
    return verify(bytes.fromhex(key), bytes.fromhex(signature), message)


def _word(fields: Fields, key: str) -> str:
    value = fields.get(key)
    return value if isinstance(value, str) else ""


def _whole(fields: Fields, key: str) -> int:
    value = fields.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _list(fields: Fields, key: str) -> list[Value]:
    value = fields.get(key)
    return value if isinstance(value, list) else []
