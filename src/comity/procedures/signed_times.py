"""When each party signed a text, by the entries of its own book, and since when the text is in force."""

from __future__ import annotations

from collections.abc import Sequence

from comity.record.act import EntryId
from comity.record.agreement import SIGNING, Agreement, Agreements
from comity.record.authority import Standing


def signed_at(agreements: Agreements, agreement: Agreement, text: EntryId) -> tuple[tuple[str, str], ...]:
    """Each party that signed with the instant at which it did, the earliest first; "" where a successor signed for it."""
    state = next((each for each in agreement.texts if each.id == text), None)
    found: dict[str, str] = {}
    for entry in agreements.shelf.naming(text):
        envelope = entry.envelope
        if envelope is None or envelope.kind not in SIGNING or state is None or entry.book not in state.signed_by:
            continue
        if agreements.authority(entry.book).standing.get(entry.id) is Standing.STANDS:
            found[entry.book] = min(envelope.at, found.get(entry.book, envelope.at))
    # Where a successor signed for a party, its entry stands in another book: the party is told without a time.
    signed = {str(party): found.get(party, "") for party in (state.signed_by if state else ())}
    return tuple(sorted(signed.items(), key=lambda pair: (pair[1], pair[0])))


def last_of(signed: Sequence[tuple[str, str]]) -> str:
    """The last of these instants, "" where one is not known."""
    return max((at for _party, at in signed), default="") if all(at for _party, at in signed) else ""
