"""Texts: which texts of an item stand, and which cannot be read yet.

- A text of an item is entered by a party the text names, names at least the parties of the item and of every
  text it supersedes, and supersedes texts of the same item only.
- Whether a text stands may rest on entries that are missing: what came before it in its book, or a text it
  supersedes. Then it is unread: it may turn out to stand or not, and so may all above it.
- A text held only as a copy in another's book stands nowhere; it may still stand in its own party's book.

Source: docs/format.md section 7; docs/decisions/0007-consent-rests-on-envelopes.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from comity.record.act import EntryId, Envelope, PartyId
from comity.record.finding import Finding, Severity
from comity.record.shelf import Entry, Shelf
from comity.record.succession import AuthorityOf

_ID = re.compile(r"[0-9a-f]{64}")


def named_parties(envelope: Envelope) -> tuple[PartyId, ...]:
    """The parties an item or text names, ascending; none where what it names is not a list of ids."""
    named = (envelope.bind or {}).get("parties")
    if not isinstance(named, list) or not all(isinstance(name, str) and _ID.fullmatch(name) for name in named):
        return ()
    return tuple(sorted({PartyId(EntryId(str(name))) for name in named}))


class Texts:
    """The texts of the item `opening` opens: `standing` and `unread`, by id, with what was found."""

    def __init__(self, opening: Entry, opened_by: frozenset[PartyId], shelf: Shelf, authority_of: AuthorityOf) -> None:
        self.item, self.opened_by, self.shelf, self.authority_of = opening.id, opened_by, shelf, authority_of
        self.standing: dict[EntryId, Envelope] = {}
        self.unread: dict[EntryId, Envelope] = {}
        self.findings: list[Finding] = []
        self._judge(self._offered())

    def is_late(self, entry: Entry) -> bool:
        """Whether an entry came after the closing entry of its book."""
        closed_at = self.authority_of(entry.book).closed_at
        return closed_at is not None and entry.index > closed_at

    def is_unsettled(self, entry: Entry) -> bool:
        """Whether something missing, forked or unchecked before an entry could mean that it came too late."""
        unsettled_at = self.authority_of(entry.book).unsettled_at
        cut = unsettled_at is not None and entry.index > unsettled_at
        return cut or entry.index >= self.shelf.book_of(entry.book).run_length

    def may_stand(self, text: EntryId) -> bool:
        """Whether an id that is not among `standing` may still turn out to be a text of the item."""
        entry = self.shelf.by_id.get(text)
        if entry is None or text in self.unread:
            return True
        if entry.envelope is None or entry.at_home:
            return False
        return not self.shelf.book_of(entry.envelope.party).is_whole

    def _offered(self) -> dict[EntryId, Envelope]:
        offered: dict[EntryId, Envelope] = {}
        for entry in self.shelf.naming(self.item):
            envelope = entry.envelope
            if envelope is None or not entry.at_home or envelope.kind != "text":
                continue
            if envelope.referred("item") != (self.item,):
                continue
            if entry.book not in named_parties(envelope):
                self.findings.append(Finding("from_outside", entry.id, Severity.WRONG))
            elif self.is_unsettled(entry):
                self.unread.setdefault(entry.id, envelope)
            elif not self.is_late(entry):
                offered[entry.id] = envelope
        self.unread = {text: envelope for text, envelope in self.unread.items() if text not in offered}
        return offered

    def _judge(self, offered: Mapping[EntryId, Envelope]) -> None:
        """Judges each text after those it supersedes, a row at a time upward."""
        waiting = {text: set(envelope.referred("supersedes")) & offered.keys() for text, envelope in offered.items()}
        above: dict[EntryId, list[EntryId]] = {}
        for text, lowers in waiting.items():
            for lower in lowers:
                above.setdefault(lower, []).append(text)
        ready = [text for text, lowers in waiting.items() if not lowers]
        while ready:
            text = ready.pop()
            self._admit(text, offered[text])
            for upper in above.get(text, ()):
                waiting[upper].discard(text)
                if not waiting[upper]:
                    ready.append(upper)

    def _admit(self, text: EntryId, envelope: Envelope) -> None:
        lowers = envelope.referred("supersedes")
        missing = [lower for lower in lowers if lower not in self.standing]
        if not all(self.may_stand(lower) for lower in missing):
            self.findings.append(Finding("not_of_this_item", text, Severity.WRONG))
        elif missing:
            self.unread[text] = envelope
        elif self.opened_by.union(*(named_parties(self.standing[lower]) for lower in lowers)) <= {*named_parties(envelope)}:
            self.standing[text] = envelope
        else:
            self.findings.append(Finding("parties_missing", text, Severity.WRONG))
