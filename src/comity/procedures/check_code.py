"""What stands under a code, as those who ask may see it, with what it takes to check that without believing anybody.

- Who asks is anybody (`PUBLIC`) or the home itself (`OWN`). To anybody a code that is not known and one whose thing may not be
  shown are the same: nothing that may be shown.
- The answer is a bundle, and what is told is read out of that bundle and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from comity.exchange.bundle import OTHER_FORM, open_bundle
from comity.kinds.showing import ANYBODY
from comity.procedures.carried import Carrying
from comity.procedures.check_bundle import Checked, acquainted, check_bundle, checked_values, for_anybody, with_acquaintance
from comity.record import canonical
from comity.record.act import EntryId, PartyId
from comity.record.canonical import Fields
from comity.record.code import code_of, digits_of, parse_code
from comity.record.errors import BundleDoesNotHold, NothingToShow, RecordError, UnknownThing
from comity.record.field import PARTIES
from comity.record.shelf import Entry
from comity.store.reading import Reading

Readers = Collection[PartyId | None]
PUBLIC: Readers = (ANYBODY,)
OWN: Readers = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What stands under a code, and the bundle it was read from."""

    checked: Checked
    inside: bytes


def check_code(reading: Reading, typed: str, *, readers: Readers) -> Found:
    """What stands under a code. Raises: CodeMistyped, NothingToShow, AmbiguousName where two entries bear it, TooLong."""
    code = parse_code(typed)
    entry = entry_coded(reading, code)
    found = _found(Carrying(reading, readers), entry) if entry is not None else None
    if found is None:
        raise NothingToShow(code=code)
    return found


def answer_values(found: Found) -> Fields:
    """The answer to a program: what was checked, and the bundle it can check itself."""
    return {**checked_values(check_bundle(open_bundle(found.inside))), "bundle": canonical.decode(found.inside)}


class PublicAnswers:
    """The answers under the codes of things, for public pages made as plain files: they belong at check/CODE.json, where
    `ask_elsewhere` looks for them. Nobody is acquainted with a plain file, so a book is not held against a home in them.
    """

    def __init__(self, reading: Reading) -> None:
        self.carrying = Carrying(reading, PUBLIC)
        # Everything names the same few parties, and what names a party is much.
        self._parties: dict[EntryId, list[Entry]] = {}
        self._things: dict[str, list[Entry]] = {}

    def entries_of(self, thing: str) -> list[Entry]:
        """All an answer is made of, those that prove the others included; none where not everybody may see it."""
        if thing not in self._things:
            entries = self.carrying.entries_of(EntryId(thing))
            named = [part for party in _named(entries[:1]) for part in self._party(party)]
            self._things[thing] = self.carrying.with_keys([*entries, *named]) if entries else []
        return self._things[thing]

    def answer(self, thing: str) -> Fields:
        """The answer about a thing that has entries."""
        inside = self.carrying.pack([EntryId(thing)], self.entries_of(thing))
        return {**checked_values(check_bundle(open_bundle(inside))), "bundle": canonical.decode(inside)}

    def _party(self, thing: EntryId) -> list[Entry]:
        """The entries of what is named, where that is a party."""
        if thing not in self._parties:
            act = self.carrying.reading.act(thing)
            is_party = act is not None and act.entry.envelope is not None and act.entry.envelope.kind in PARTIES
            self._parties[thing] = self.carrying.entries_of(thing) if is_party else []
        return self._parties[thing]


def bundle_of(answer: bytes) -> bytes:
    """The bundle in an answer as it came. Raises: BundleDoesNotHold."""
    try:
        return canonical.encode(json.loads(answer)["bundle"])
    except (RecordError, ValueError, KeyError, TypeError, RecursionError) as problem:
        raise BundleDoesNotHold(problem=OTHER_FORM) from problem


def _found(carrying: Carrying, entry: EntryId) -> Found | None:
    entries = carrying.entries_of(entry)
    if not entries:
        return None
    inside = carrying.pack([entry], [*entries, *_parties(carrying, entries[0])])
    bundle = open_bundle(inside)
    checked = with_acquaintance(check_bundle(bundle), acquainted(carrying.reading, bundle))
    return Found(for_anybody(checked) if carrying.readers else checked, inside)


def entry_coded(reading: Reading, code: str) -> EntryId | None:
    """The entry a code, as `parse_code` gives it, stands for; None where none is held. Raises: AmbiguousName."""
    try:
        entry = reading.resolve(digits_of(code))
    except UnknownThing:
        return None
    return entry if code_of(entry) == code else None


def may_show(reading: Reading, codes: Iterable[str], *, readers: Readers) -> dict[str, EntryId]:
    """Those of some codes under which something stands that may be shown, with its entry."""
    carrying = Carrying(reading, readers)
    found = {code: entry_coded(reading, code) for code in codes}
    return {code: entry for code, entry in found.items() if entry is not None and carrying.entries_of(entry)}


def _parties(carrying: Carrying, entry: Entry) -> list[Entry]:
    """The parties an entry names, so that they can be called by name."""
    rows = carrying.reading.things_called(_named([entry]))
    return [part for thing, row in rows.items() if row["kind"] in PARTIES for part in carrying.entries_of(EntryId(thing))]


def _named(entries: Iterable[Entry]) -> list[EntryId]:
    return [ref.id for entry in entries if entry.envelope is not None for ref in entry.envelope.refs]
