"""The public record: what anybody may see of the books of a home, thing by thing and statement by statement.

- Things are made by `kinds.showing.seen_by` and by nothing else. Statements are acts that open no thing of their own and are
  public themselves; a correction is there only where what it corrects is.
- Nothing of the home itself is in it: no short names, drafts, documents or keys.
- The order is that of the books by their ids, and of their entries; so two homes with the same books give the same.

Source: docs/decisions/0019-what-a-reader-may-see.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from comity.kinds.folding import judge, row
from comity.kinds.showing import ANYBODY, is_for, may_say_agreement, seen_by
from comity.record.act import EntryId
from comity.record.agreement import agreement_row
from comity.record.canonical import Fields, Value
from comity.record.field import PARTIES
from comity.record.finding import Finding
from comity.record.shelf import Entry, Shelf
from comity.record.state import Act, fields_of, finding_row
from comity.store.folding import item_of, opens, speaks_of
from comity.store.reading import Reading


@dataclass(frozen=True, slots=True)
class PublicRecord:
    """`things` are rows as the register keeps them, with `entries`, the ids they are made of; an item or text has `agreement`
    where it may be told. `statements` have the keys id, kind, party, at, zone, body, fields, findings, entries."""

    things: tuple[Fields, ...]
    statements: tuple[Fields, ...]


def public_record(reading: Reading) -> PublicRecord:
    """The public record of all books held here, as they stand in this transaction."""
    gathering = _Gathering(reading)
    things = tuple(gathering.things())
    shown = {str(thing["id"]) for thing in things}
    return PublicRecord(things, tuple(gathering.statements(shown)))


class _Gathering:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.shelf: Shelf = reading.shelf()
        self._agreed: dict[EntryId, Fields] = {}
        self._at_home = [entry for entry in self.shelf.entries() if entry.at_home and self.shelf.by_id[entry.id] is entry]

    def things(self) -> Iterator[Fields]:
        for entry in self._at_home:
            if entry.envelope is None or not opens(entry.envelope.kind):
                continue
            act = self._act(entry)
            thing = seen_by(ANYBODY, act, self._naming(entry))
            if thing is not None:
                corrections = [s.id for s in thing.stated("correction", "thing") if s.party == thing.party]
                yield row(thing) | {"entries": [thing.id, *corrections]} | self._agreement(act)

    def statements(self, shown: set[str]) -> Iterator[Fields]:
        for entry in self._at_home:
            envelope = entry.envelope
            if envelope is None or opens(envelope.kind) or not is_for(ANYBODY, entry):
                continue
            if envelope.kind == "correction" and not shown.issuperset(envelope.referred("thing")):
                continue
            act, findings = judge(self._act(entry))
            yield _statement(act, findings)

    def _act(self, entry: Entry) -> Act:
        act = self.reading.act(entry.id)
        if act is None:
            raise AssertionError("an entry on the shelf is held")
        return replace(act, entry=entry)

    def _naming(self, entry: Entry) -> list[Act]:
        party = entry.envelope is not None and entry.envelope.kind in PARTIES
        return [self._act(found) for found in self.shelf.naming(entry.id) if not party or speaks_of(found, entry.id)]

    def _agreement(self, act: Act) -> Fields:
        """The agreement on the item of an item or text, where all that was entered on it is public; nothing otherwise."""
        item = item_of(act)
        opening = self.shelf.by_id.get(item) if item is not None else None
        if item is None or opening is None:
            return {}
        naming = self.shelf.naming(item)
        texts = [found for found in naming if found.envelope is not None and found.envelope.kind == "text"]
        on_item = [opening, *naming, *(found for text in texts for found in self.shelf.naming(text.id))]
        binding = [entry for entry in on_item if entry.envelope is not None and entry.envelope.bind is not None]
        if not may_say_agreement(ANYBODY, binding):
            return {}
        if item not in self._agreed:
            self._agreed[item] = agreement_row(self.reading.agreement_of(item))
        return {"agreement": self._agreed[item]}


def _statement(act: Act, findings: list[Finding]) -> Fields:
    entry, envelope = act.entry, act.entry.envelope
    if envelope is None:
        raise AssertionError("a statement has an envelope")
    found: list[Value] = [finding_row(finding) for finding in findings]
    return {
        "id": entry.id,
        "kind": envelope.kind,
        "party": entry.book,
        "at": envelope.at,
        "zone": envelope.zone,
        "body": act.body_state.value,
        "fields": fields_of(act),
        "findings": found,
        "entries": [entry.id],
    }
