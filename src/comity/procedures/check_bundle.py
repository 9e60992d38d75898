"""What a bundle says, everything in it checked by itself: the things, the books they stand in, and who has signed.

- A bundle that opened holds: every entry stands in its book, every body is the one its entry was made with.
- Consent is read from what came along, as if the books held no others that matter; whoever shows the result says so.
- Held against a home: a book that is known there in another version has two histories.

Source: docs/format.md section 14; design promises P3 and P4.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from comity.exchange.bundle import Bundle
from comity.kinds.folding import fold_thing, judge, row
from comity.paper.names import Name
from comity.paper.thing_view import title_parts
from comity.procedures.signed_times import last_of, signed_at
from comity.record.act import EntryId, PartyId
from comity.record.agreement import Agreement, Agreements, agreement_row
from comity.record.book import root_of
from comity.record.canonical import Fields, Value
from comity.record.code import code_of
from comity.record.field import PARTIES
from comity.record.shelf import Entry
from comity.record.state import Act, fields_of, finding_row
from comity.store.folding import item_of, open_act, opens, speaks_of
from comity.store.reading import Reading


class Acquaintance(StrEnum):
    """How a book stands to a home; a namesake is unknown, and its party bears a name known here under another charter."""

    OWN = "own"
    KNOWN = "known"
    UNKNOWN = "unknown"
    NAMESAKE = "namesake"
    TWO_HISTORIES = "two_histories"


@dataclass(frozen=True, slots=True)
class ShownBook:
    """A book as a bundle shows it: how many entries its signed head states, and the code of its charter, to be compared."""

    party: PartyId
    origin: str
    size: int
    charter_code: str
    acquaintance: Acquaintance = Acquaintance.UNKNOWN


@dataclass(frozen=True, slots=True)
class Checked:
    """One entry with all that was checked. `rows` are things by id, as the register keeps them; `names` what they are called.

    `signed` are the parties whose signatures stand on the text in force, or on the text it is, with when they were entered;
    `since` the last of these where it is in force, by what came along; "" where it is not, or a time is not known.
    """

    row: Fields
    rows: Mapping[str, Fields]
    names: Mapping[str, Name]
    books: tuple[ShownBook, ...]
    entries: int
    bodies: int
    agreement: Fields
    signed: tuple[tuple[str, str], ...]
    since: str

    @property
    def id(self) -> str:
        return str(self.row["id"])

    @property
    def code(self) -> str:
        return code_of(self.id)


def check_bundle(bundle: Bundle) -> Checked:
    """What the bundle says of the first thing it is about."""
    acts = _acts(bundle)
    rows = {str(found["id"]): found for act in acts.values() if (found := _thing_row(act, acts)) is not None}
    about = bundle.about[0]
    item = item_of(acts[about])
    agreements = Agreements(bundle.shelf())
    agreement = agreements.read(item) if item is not None and item in acts else None
    text = _text_meant(about, acts[about], agreement)
    signed = signed_at(agreements, agreement, text) if agreement and text else ()
    in_force = agreement is not None and text is not None and agreement.in_force == text
    return Checked(
        row=rows.get(about) or _statement(acts[about]),
        rows=rows,
        names={thing: Name(thing, str(found["kind"]), tuple(title_parts(found)), "", True) for thing, found in rows.items()},
        books=tuple(ShownBook(party, head.origin, head.size, code_of(party)) for party, head in sorted(bundle.heads.items())),
        entries=len(bundle.packed),
        bodies=sum(each.kept is not None for each in bundle.packed),
        agreement=agreement_row(agreement) if agreement else {},
        signed=signed,
        since=last_of(signed) if in_force else "",
    )


def acquainted(reading: Reading, bundle: Bundle) -> dict[PartyId, Acquaintance]:
    """How each book of a bundle stands to a home: one shown otherwise than it is held there has two histories."""
    found = {}
    for party, head in bundle.heads.items():
        book = reading.book(party)
        if book is None:
            found[party] = Acquaintance.UNKNOWN
            continue
        ids = reading.entry_ids(party)
        parts = [each.entry for each in bundle.packed if each.entry.book == party and each.entry.index < len(ids)]
        same = all(bytes.fromhex(entry.id) == ids[entry.index] for entry in parts)
        if head.size <= len(ids):
            same = same and root_of(ids[: head.size]) == head.root
        elif book.own:
            # Nobody but this home adds to its own book, so a longer one is another.
            same = False
        known = Acquaintance.OWN if book.own else Acquaintance.KNOWN
        found[party] = known if same else Acquaintance.TWO_HISTORIES
    return found


def with_acquaintance(checked: Checked, known: Mapping[PartyId, Acquaintance]) -> Checked:
    """The same, with how its books stand to a home."""
    return replace(checked, books=tuple(replace(book, acquaintance=known[book.party]) for book in checked.books))


def for_anybody(checked: Checked) -> Checked:
    """The same for whoever asks a home that is not his own: its book is known there, and still to be compared by himself."""
    known = {
        book.party: Acquaintance.KNOWN if book.acquaintance is Acquaintance.OWN else book.acquaintance for book in checked.books
    }
    return with_acquaintance(checked, known)


def checked_values(checked: Checked) -> Fields:
    """The result as values."""
    books: list[Value] = [
        {
            "party": book.party,
            "origin": book.origin,
            "size": book.size,
            "charter_code": book.charter_code,
            "acquaintance": book.acquaintance.value,
        }
        for book in checked.books
    ]
    signed: list[Value] = [{"party": party, "at": at} for party, at in checked.signed]
    kept = ("id", "kind", "party", "at", "zone", "label", "body", "fields", "findings")
    return {
        "code": checked.code,
        **{name: checked.row[name] for name in kept},
        "books": books,
        "entries": checked.entries,
        "bodies": checked.bodies,
        "agreement": checked.agreement,
        "signed": signed,
        "since": checked.since,
    }


def _acts(bundle: Bundle) -> dict[EntryId, Act]:
    erased = {
        target
        for each in bundle.packed
        if each.entry.envelope is not None and each.entry.envelope.kind == "erasure"
        for target in each.entry.envelope.referred("entry")
        if (gone := bundle.called(target)) is not None and gone.entry.book == each.entry.book
    }
    return {each.entry.id: open_act(each.entry, each.kept, erased=each.entry.id in erased) for each in bundle.packed}


def _thing_row(act: Act, acts: Mapping[EntryId, Act]) -> Fields | None:
    envelope = act.entry.envelope
    if envelope is None or not opens(envelope.kind):
        return None
    naming = [other for other in acts.values() if _names(other.entry, act.entry.id)]
    if envelope.kind in PARTIES:
        naming = [other for other in naming if speaks_of(other.entry, act.entry.id)]
    thing = fold_thing(act, naming)
    return None if thing is None else row(thing)


def _names(entry: Entry, thing: EntryId) -> bool:
    return entry.envelope is not None and any(ref.id == thing for ref in entry.envelope.refs)


def _statement(act: Act) -> Fields:
    """A row made of an act that opens nothing."""
    judged, findings = judge(act)
    envelope = act.entry.envelope
    return {
        "id": act.entry.id,
        "kind": envelope.kind if envelope else "",
        "party": act.entry.book,
        "at": envelope.at if envelope else "",
        "zone": envelope.zone if envelope else "",
        "label": envelope.label.value if envelope else "",
        "audience": list[Value](envelope.audience) if envelope else [],
        "body": act.body_state.value,
        "fields": fields_of(judged),
        "statements": [],
        "view": {},
        "findings": list[Value](finding_row(found) for found in findings),
    }


def _text_meant(about: EntryId, act: Act, agreement: Agreement | None) -> EntryId | None:
    """The text whose signatories are told: the one asked about, else the one in force."""
    if agreement is None or act.entry.envelope is None:
        return None
    return about if act.entry.envelope.kind == "text" else agreement.in_force
