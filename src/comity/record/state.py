"""State: a thing is the fold of the entries that name it.

- A thing's id is the id of the entry that opened it. Its fields are those of that entry, with the corrections
  its own party entered since, in the order of that book; a text is never corrected.
- Every other entry that refers to it stands beside it as a statement of the party in whose book it is.
  Statements are ordered within a book by index; nothing depends on an order across books, so arrival order
  leaves no trace. Nobody's statement changes another's.
- Its label is the strictest of that entry and of its own party's corrections, and it is addressed to those whom all of
  them are addressed to. Envelopes alone decide this, so whoever lacks a body knows no laxer label.
- Without its body a thing or statement is known by its envelope alone; what erased it is known by reference.

Source: design section 4 (State); docs/decisions/0011-no-order-across-books.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from comity.record import canonical
from comity.record.act import EntryId, Envelope, PartyId
from comity.record.canonical import Fields, Value
from comity.record.finding import Finding, Severity, sorted_findings
from comity.record.label import Label, strictest
from comity.record.shelf import Entry


class BodyState(StrEnum):
    """held: here. withheld: this node never had it. erased: its party had it erased."""

    HELD = "held"
    WITHHELD = "withheld"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Act:
    """An entry together with its body, where that is held and fits."""

    entry: Entry
    body: Fields | None
    body_state: BodyState


@dataclass(frozen=True, slots=True)
class Statement:
    """What one entry says of a thing: as what (`roles`), in whose book, with which fields."""

    id: EntryId
    kind: str
    roles: tuple[str, ...]
    party: PartyId
    index: int
    at: str
    label: Label
    fields: Fields
    body_state: BodyState


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing as its entries make it. `fields` hold body, references (role: list of ids) and binding part."""

    id: EntryId
    kind: str
    party: PartyId
    at: str
    zone: str
    label: Label
    audience: tuple[PartyId, ...]
    fields: Fields
    statements: tuple[Statement, ...]
    body_state: BodyState
    findings: tuple[Finding, ...]

    def stated(self, kind: str, role: str) -> tuple[Statement, ...]:
        """The statements of one kind that name the thing in one role, by book and index."""
        return tuple(s for s in self.statements if s.kind == kind and role in s.roles)


def fold(opening: Act, naming: Sequence[Act]) -> Thing | None:
    """The thing that `opening` opens; `naming` are the other acts, in any order, repeats allowed; those that do
    not refer to it are passed over.

    None where the opening entry holds no envelope. Never raises on the content of an entry.
    """
    envelope = opening.entry.envelope
    if envelope is None:
        return None
    unique = {(act.entry.book, act.entry.index, act.entry.id): act for act in naming}
    statements = [_statement(unique[place], opening.entry.id) for place in sorted(unique)]
    present = tuple(s for s in statements if s is not None and s.id != opening.entry.id)
    fields, findings = _corrected(opening, envelope, present)
    label, audience = _reach(opening, envelope, unique.values())
    return Thing(
        id=opening.entry.id,
        kind=envelope.kind,
        party=opening.entry.book,
        at=envelope.at,
        zone=envelope.zone,
        label=label,
        audience=audience,
        fields=fields,
        statements=present,
        body_state=_state(opening, present),
        findings=sorted_findings(findings),
    )


def fields_of(act: Act) -> Fields:
    """Body, references by role and binding part of an act in one; proofs are left out.

    Where two of them use one name the frozen part wins: binding part before references before body.
    """
    return (act.body or {}) | _frozen(act.entry.envelope) if act.entry.envelope is not None else {}


def _frozen(envelope: Envelope) -> Fields:
    """What an act says in its envelope, which no correction can reach."""
    refs: Fields = {role: list(envelope.referred(role)) for role in {ref.role for ref in envelope.refs}}
    return refs | {key: value for key, value in (envelope.bind or {}).items() if key != "proofs"}


def state_digest(rows: Mapping[EntryId, Fields]) -> str:
    """The digest over all things by id, each as canonical bytes: equal on nodes that hold the same bodies."""
    digest = hashlib.sha256(b"comity.state/v1\n")
    for thing in sorted(rows):
        digest.update(hashlib.sha256(canonical.encode(rows[thing])).digest())
    return digest.hexdigest()


def row_of(thing: Thing, view: Fields) -> Fields:
    """The thing as values of the canonical form: what the register keeps and the state digest covers."""
    return {
        "id": thing.id,
        "kind": thing.kind,
        "party": thing.party,
        "at": thing.at,
        "zone": thing.zone,
        "label": thing.label.value,
        "audience": list(thing.audience),
        "body": thing.body_state.value,
        "fields": thing.fields,
        "statements": [_statement_row(statement) for statement in thing.statements],
        "view": view,
        "findings": [finding_row(finding) for finding in thing.findings],
    }


def finding_row(finding: Finding) -> Fields:
    """A finding as values."""
    return {"code": finding.code, "entry": finding.entry, "severity": finding.severity.value, "place": finding.place}


def _statement_row(statement: Statement) -> Fields:
    return {
        "id": statement.id,
        "kind": statement.kind,
        "roles": list(statement.roles),
        "party": statement.party,
        "at": statement.at,
        "label": statement.label.value,
        "body": statement.body_state.value,
        "fields": statement.fields,
    }


def _statement(act: Act, thing: EntryId) -> Statement | None:
    envelope = act.entry.envelope
    if envelope is None or not act.entry.at_home:
        return None
    roles = tuple(ref.role for ref in envelope.refs if ref.id == thing)
    if not roles:
        return None
    return Statement(
        id=act.entry.id,
        kind=envelope.kind,
        roles=roles,
        party=act.entry.book,
        index=act.entry.index,
        at=envelope.at,
        label=envelope.label,
        fields=fields_of(act),
        body_state=act.body_state,
    )


def _reach(opening: Act, envelope: Envelope, naming: Iterable[Act]) -> tuple[Label, tuple[PartyId, ...]]:
    """The label of what it says now, and to whom that is addressed; corrections held or not count alike, none reach a text."""
    corrections = [
        act.entry.envelope
        for act in naming
        if act.entry.envelope is not None
        and (act.entry.envelope.kind, act.entry.book, act.entry.at_home) == ("correction", opening.entry.book, True)
        and opening.entry.id in act.entry.envelope.referred("thing")
    ]
    closed = [made for made in corrections if made.label is not Label.CLEAR] if envelope.kind != "text" else []
    if not closed:
        return envelope.label, envelope.audience
    labels = [envelope.label, *(made.label for made in closed)]
    addressed = [made.audience for made in closed] + ([envelope.audience] if envelope.label is not Label.CLEAR else [])
    return strictest(labels), tuple(sorted(set(addressed[0]).intersection(*addressed[1:])))


def _state(opening: Act, statements: Iterable[Statement]) -> BodyState:
    erased = any(s.kind == "erasure" and s.party == opening.entry.book and "entry" in s.roles for s in statements)
    return BodyState.ERASED if erased and opening.body_state is not BodyState.HELD else opening.body_state


def _corrected(opening: Act, envelope: Envelope, statements: Sequence[Statement]) -> tuple[Fields, list[Finding]]:
    fields, frozen, findings = fields_of(opening), _frozen(envelope), []
    for statement in statements:
        if statement.kind != "correction" or "thing" not in statement.roles:
            continue
        changes: Value = statement.fields.get("changes")  # type: ignore[assignment]
        if statement.party != opening.entry.book:
            findings.append(Finding("from_outside", statement.id, Severity.WRONG))
        elif envelope.kind == "text" or (statement.body_state is BodyState.HELD and not isinstance(changes, dict)):
            findings.append(Finding("reference_wrong", statement.id, Severity.WRONG, place="changes"))
        elif opening.body is not None and isinstance(changes, dict):  # what is not held here is not wrong
            fields |= {name: value for name, value in changes.items() if name not in frozen}
    return fields, findings
