"""What is held against a text before and after a party speaks on it: nobody enters what could have no effect.

A signature that the rule of consent would not count is refused instead of entered. Entries of other books are not judged
here: they can be neither deleted nor ignored, and get findings.

Source: design promise P2; docs/decisions/0007-consent-rests-on-envelopes.md.
"""

from __future__ import annotations

from comity.record.act import EntryId, PartyId
from comity.record.agreement import SIGNING, Agreement, Agreements, TextState
from comity.record.errors import NotNamedInText, SignatureWithoutEffect, SignedAlready, SignedRival, TextNotOpen
from comity.record.succession import voices
from comity.store.reading import Reading


class OnText:
    """One party before one text, as things stand in the transaction of `reading`."""

    def __init__(self, reading: Reading, text: EntryId, signer: PartyId) -> None:
        self.reading, self.text, self.signer = reading, text, signer
        self.name = reading.short_name_of(signer) or signer
        self.speaks_for: set[PartyId] = set()

    def demand_open(self, kind: str, *, day: str) -> None:
        """Refuses an act of `kind` for a party the text does not name, and a signature that comes twice or too late.

        Raises: NotNamedInText, SignedAlready, TextNotOpen.
        """
        agreements, agreement, state = self._read()
        parties = state.parties if state is not None else ()
        opened_by = frozenset(agreement.parties)
        heard = {p: voices(p, opened_by, agreements.shelf, agreements.authority) for p in parties}
        self.speaks_for = {party for party, line in heard.items() if self.signer in {voice.book for voice in line}}
        if state is None or not self.speaks_for:
            raise NotNamedInText(party=self.name)
        if kind == "signature" and self.speaks_for <= set(state.signed_by):
            raise SignedAlready(party=self.name)
        if kind in SIGNING and state.open_until and day > state.open_until:
            raise TextNotOpen(day=state.open_until)

    def demand_effect(self, kind: str) -> None:
        """Refuses a signature just entered, after `demand_open`, that does not count.

        Raises: SignedRival, SignatureWithoutEffect.
        """
        if kind not in SIGNING:
            return
        _, agreement, state = self._read()
        rivals = {found.place for found in agreement.findings if (found.code, found.entry) == ("rival_signed_before", self.text)}
        if self.speaks_for & rivals:
            raise SignedRival(party=self.name)
        if state is None or not self.speaks_for & set(state.signed_by):
            raise SignatureWithoutEffect(party=self.name)

    def _read(self) -> tuple[Agreements, Agreement, TextState | None]:
        entry = self.reading.entry(self.text)
        items = entry.envelope.referred("item") if entry is not None and entry.envelope is not None else ()
        item = items[0] if items else self.text
        agreements = Agreements(self.reading.shelf(item))
        agreement = agreements.read(item)
        return agreements, agreement, next((state for state in agreement.texts if state.id == self.text), None)
