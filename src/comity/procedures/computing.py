"""Computed fields: what nobody types because it follows from what stands in the books."""

from __future__ import annotations

from typing import cast

from comity.kinds.publication_consent import WITHDRAWS
from comity.kinds.publishing import named_parties
from comity.procedures.published_content import content_now
from comity.record.act import EntryId, Envelope, PartyId, text_digest
from comity.record.canonical import Fields, Value
from comity.record.errors import BodyNotHere, MissingField, UnknownThing, WrongValue
from comity.record.kind import Kind
from comity.store.writing import Writing

# Kinds that speak of a text and carry its item and, but for a reservation, the digest that is signed.
ON_A_TEXT = frozenset({"initialling", "signature", "refusal", "reservation", "paper_attestation", "withdrawal"})


def compute_fields(kind: Kind, fields: Fields, party: PartyId, *, salt: bytes, writing: Writing) -> Fields:
    """The computed fields of an act, given the others. Raises: MissingField, UnknownThing, WrongValue."""
    if kind.name == "text":
        return _of_text(fields, salt, writing)
    if kind.name in ON_A_TEXT:
        declared = {field.name for field in kind.fields}
        return {name: value for name, value in _on_text(fields, writing).items() if name in declared}
    if kind.name == "close":
        return _of_closing(fields, party)
    if kind.name == "succession":
        return _of_succession(fields, writing)
    if kind.name == "publication_consent":
        return _of_publication(fields, writing)
    return {}


def _of_text(fields: Fields, salt: bytes, writing: Writing) -> Fields:
    clauses = fields.get("clauses")
    computed: Fields = {"digest": text_digest(salt, clauses)} if isinstance(clauses, list) and _are_wordings(clauses) else {}
    below = [*_only(fields, "item"), *_ids(fields.get("supersedes"))]
    named = {party for entry in below for party in _parties_of(entry, writing)}
    if "parties" not in fields:
        return computed | {"parties": list[Value](sorted(named))}
    if not named <= set(_ids(fields["parties"])):
        raise WrongValue(field="parties", value="fewer", expected="every party of the item and of the texts it supersedes")
    return computed


def _are_wordings(clauses: list[Value]) -> bool:
    parts = [part for clause in clauses if isinstance(clause, list) for part in clause]
    return bool(parts) and all(isinstance(part, dict) and {"lang", "text", "standing"} <= part.keys() for part in parts)


def _on_text(fields: Fields, writing: Writing) -> Fields:
    (text,) = _only(fields, "text")
    envelope = _envelope(text, writing)
    return {"item": list[Value](envelope.referred("item")), "digest": (envelope.bind or {}).get("digest", "")}


def _of_closing(fields: Fields, party: PartyId) -> Fields:
    if _ids(fields.get("book")) not in ((), (party,)):
        raise WrongValue(field="book", value="another party", expected="one's own book")
    return {"book": [party]}


def _of_succession(fields: Fields, writing: Writing) -> Fields:
    (old,) = _only(fields, "old")
    book = writing.book(PartyId(old))
    if book is None:
        raise UnknownThing(name=old)
    return {"size": book.size, "root": book.root}


def _of_publication(fields: Fields, writing: Writing) -> Fields:
    """The parties a thing names, the language versions meant, and the digest of the thing as it stands now."""
    (thing,) = _only(fields, "publishes")
    writing.fold_touched()
    entry, content = writing.entry(thing), content_now(writing, thing)
    if entry is None or entry.envelope is None:
        raise UnknownThing(name=thing)
    named = list[Value](sorted(named_parties(entry, writing.entry)))
    if content is None and fields.get("stance") == WITHDRAWS:  # what was erased can still be taken back
        return {"parties": named, "digest": entry.envelope.body}
    if content is None:
        raise BodyNotHere(name=writing.short_name_of(thing) or thing[:12])
    languages = [str(each) for each in cast("list[Value]", fields.get("versions") or [])] or content.languages
    return {"parties": named, "versions": list[Value](sorted(languages)), "digest": content.digest(languages)}


def _only(fields: Fields, name: str) -> tuple[EntryId, ...]:
    ids = _ids(fields.get(name))
    if not ids:
        raise MissingField(field=name)
    if len(ids) > 1:
        raise WrongValue(field=name, value=f"{len(ids)} ids", expected="one id")
    return ids


def _ids(value: Value | None) -> tuple[EntryId, ...]:
    return tuple(EntryId(str(row)) for row in value) if isinstance(value, list) else ()


def _envelope(entry: EntryId, writing: Writing) -> Envelope:
    found = writing.entry(entry)
    if found is None or found.envelope is None:
        raise UnknownThing(name=entry)
    return found.envelope


def _parties_of(entry: EntryId, writing: Writing) -> list[str]:
    named = (_envelope(entry, writing).bind or {}).get("parties", [])
    return [str(party) for party in named] if isinstance(named, list) else []
