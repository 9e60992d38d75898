"""What stands under a code, as those who ask may see it, with what it takes to check that without believing anybody.

- Who asks is anybody (`PUBLIC`) or the home itself (`OWN`). To anybody a code that is not known and one whose thing may not be
  shown are the same: nothing that may be shown.
- The answer is a bundle, and what is told is read out of that bundle and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from comity.exchange.bundle import open_bundle
from comity.kinds.showing import ANYBODY
from comity.procedures.carried import Carrying
from comity.procedures.check_bundle import Checked, acquainted, check_bundle, checked_values, for_anybody, with_acquaintance
from comity.record import canonical
from comity.record.act import EntryId, PartyId
from comity.record.canonical import Fields
from comity.record.code import code_of, digits_of, parse_code
from comity.record.errors import NothingToShow, UnknownThing
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


def public_answers(reading: Reading, things: Iterable[str]) -> Iterator[tuple[str, Fields]]:
    """The answers under the codes of some things, as (code, values), in their order; what not everybody may see is left out.

    For public pages made as plain files: the values belong at check/CODE.json, where `ask_elsewhere` looks for them.
    """
    carrying = Carrying(reading, PUBLIC)
    for thing in things:
        found = _found(carrying, EntryId(thing))
        if found is not None:
            yield found.checked.code, answer_values(found)


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
    refs = entry.envelope.refs if entry.envelope is not None else ()
    rows = carrying.reading.things_called(ref.id for ref in refs)
    return [part for thing, row in rows.items() if row["kind"] in PARTIES for part in carrying.entries_of(EntryId(thing))]
