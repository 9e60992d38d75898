"""Folding with the kinds known: each act is held against its kind before it counts.

An act whose fields do not fit its kind, whose references do not, or whose kind is not known, stays on the
record with a finding and shows no fields. So pages and effects see well-formed values only.

Source: docs/decisions/0005-findings-are-data.md; design section 3 (unknown kinds).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.kinds import every_kind
from comity.record.act import text_digest
from comity.record.canonical import Fields, Value
from comity.record.errors import ComityError
from comity.record.field import Field, Place
from comity.record.finding import Finding, Severity, sorted_findings
from comity.record.kind import Kind
from comity.record.state import Act, BodyState, Thing, fields_of, fold, row_of


def fold_thing(opening: Act, naming: Sequence[Act]) -> Thing | None:
    """The thing `opening` opens, from acts held against their kinds; None where it holds no envelope."""
    judged = [judge(act) for act in (opening, *naming)]
    acts = [act for act, _ in judged]
    thing = fold(acts[0], acts[1:])
    if thing is None:
        return None
    findings = [finding for _, found in judged for finding in found]
    return _checked(replace(thing, findings=sorted_findings([*thing.findings, *findings])), opening)


def row(thing: Thing) -> Fields:
    """The register row of a thing, with what its kind's effect shows."""
    kind = every_kind().get(thing.kind)
    return row_of(thing, {**kind.effect(thing), **_same_as(thing)} if kind else {})


def judge(act: Act) -> tuple[Act, list[Finding]]:
    """The act as it may count, and what was found. Without fitting fields it counts by its envelope alone."""
    envelope = act.entry.envelope
    if envelope is None:
        return act, []
    kind = every_kind().get(envelope.kind)
    if kind is None:
        return replace(act, body=None), [Finding("kind_not_known", act.entry.id, Severity.NOTE)]
    misplaced = min(_enveloped(kind) & (act.body or {}).keys(), default="")
    if misplaced:
        return replace(act, body=None), [Finding("field_wrong", act.entry.id, Severity.WRONG, misplaced)]
    places = (Place.BODY, Place.REFS, Place.BIND) if act.body is not None else (Place.REFS, Place.BIND)
    try:
        _check(kind.name, [field for field in kind.fields if field.place in places], fields_of(act))
        if act.body is not None:
            kind.check(fields_of(act))
    except ComityError as problem:
        place = str(problem.values.get("field", ""))
        return replace(act, body=None), [Finding("field_wrong", act.entry.id, Severity.WRONG, place)]
    return act, []


def text_findings(act: Act, salt: bytes | None) -> list[Finding]:
    """Whether the wording held is the one whose digest a text names; none where the body is not held."""
    envelope = act.entry.envelope
    if envelope is None or envelope.kind != "text" or act.body is None or salt is None:
        return []
    clauses = act.body.get("clauses")
    named = (envelope.bind or {}).get("digest")
    fits = isinstance(clauses, list) and text_digest(salt, clauses) == named
    return [] if fits else [Finding("text_digest_differs", act.entry.id, Severity.GRAVE, "digest")]


def _check(kind: str, fields: Sequence[Field], given: Fields) -> None:
    every_kind()[kind].check_part(fields, {name: value for name, value in given.items() if _belongs(name, fields)})


def _same_as(thing: Thing) -> Fields:
    """What others a merge says to be one with this thing, and in whose book it says so; nothing where none does."""
    rows: list[Value] = []
    for merge in thing.stated("merge", "things"):
        named = merge.fields.get("things", [])
        others = [other for other in named if other != thing.id] if isinstance(named, list) else []
        rows += [{"thing": other, "party": merge.party, "entry": merge.id} for other in others]
    return {"same_as": rows} if rows else {}


def _belongs(name: str, fields: Sequence[Field]) -> bool:
    return any(field.name == name for field in fields)


def _checked(thing: Thing, opening: Act) -> Thing:
    """Puts back the first fields where corrections left some that do not fit the kind.

    References and the binding part stand in the envelope, so no correction adds to them.
    """
    kind = every_kind().get(thing.kind)
    if kind is None or thing.body_state is not BodyState.HELD:
        return thing
    original: Fields = fields_of(judge(opening)[0])
    added = sorted(name for name in _enveloped(kind) & thing.fields.keys() if name not in original)
    fields: Fields = {name: value for name, value in thing.fields.items() if name not in added}
    findings = [Finding("field_wrong", thing.id, Severity.WRONG, name) for name in added]
    try:
        kind.check_fields(fields)
    except ComityError as problem:
        fields = original
        findings.append(Finding("field_wrong", thing.id, Severity.WRONG, str(problem.values.get("field", ""))))
    return replace(thing, fields=fields, findings=sorted_findings([*thing.findings, *findings])) if findings else thing


def _enveloped(kind: Kind) -> set[str]:
    """The names of the fields that stand in the envelope."""
    return {field.name for field in kind.fields if field.place is not Place.BODY}
