"""Asks a model at an address about one source, where its owner said so for that source, and keeps its labels as drafts.

1. Off until somebody allows it: a note of this home names the address for each source; nothing else is ever sent anywhere.
2. What would leave, where to and how many characters, is told before; what is sent is that or nothing.
3. Open clause drafts of the source that nobody corrected take the labels; what the model calls no clause stays, least sure; what
   it calls one and the grammar had dropped is added. Each such draft names the model in its rule; only a person enters it.
4. It is one deed and can be undone.

Source: docs/decisions/0010-the-reader-enters-nothing.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

import msgspec

from comity.procedures.clock import Moment
from comity.procedures.draft_deeds import note_deed
from comity.procedures.draft_keys import keep_keys
from comity.procedures.known_here import Known
from comity.procedures.model_endpoint import Endpoint, EndpointLabeller, Limits, endpoint, prepared
from comity.procedures.open_file import open_file
from comity.procedures.own_lexicon import own_lines
from comity.procedures.read_documents import as_fields, clause_drafts, known_places
from comity.reader.labelling.labels import Label, Labeller, Numbered, Refused, checked
from comity.reader.measuring.gold import to_gold
from comity.reader.read import read
from comity.reader.reading import Reading as Found
from comity.record.errors import ModelNotAllowed, MoreWouldLeave
from comity.store.home import Home
from comity.store.reading import DocumentRow, DraftRow, Reading
from comity.store.writing import Writing

NOTE = "model_addresses"
MARK = "model/"
_LEAST_SURE = 5


@dataclass(frozen=True, slots=True)
class WouldSend:
    """What asking would send: where to, in how many requests, how many segments and characters, instructions included."""

    address: str
    model: str
    requests: int
    segments: int
    characters: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking: drafts that took labels, were added, were called no clause; and what was refused, by reason."""

    labelled: int
    added: int
    doubted: int
    refused_ids: int
    refused_labels: int
    refused_quotes: int

    @property
    def refused(self) -> int:
        """How many labels were not taken in all."""
        return self.refused_ids + self.refused_labels + self.refused_quotes


def allowed(reading: Reading, digest: str) -> Endpoint | None:
    """Where a model may be asked about a source; None where nobody said so."""
    return _kept(reading).get(digest)


def allow_model(home: Home, source: str, address: str, model: str) -> Endpoint:
    """Says that a model at an address may be asked about a source; asks nobody yet.

    Raises: ModelAddressRefused, UnknownThing.
    """
    at = endpoint(address, model)
    with home.write(entering=False) as writing:
        _keep(writing, _kept(writing) | {writing.document_called(source).digest: at})
    return at


def forbid_model(home: Home, source: str) -> None:
    """Takes back that a model may be asked about a source. Raises: UnknownThing, ModelNotAllowed."""
    with home.write(entering=False) as writing:
        document, kept = writing.document_called(source), _kept(writing)
        if kept.pop(document.digest, None) is None:
            raise ModelNotAllowed(name=document.name)
        _keep(writing, kept)


def would_send(home: Home, source: str) -> WouldSend:
    """What asking about a source would send; sends nothing. Raises: UnknownThing, ModelNotAllowed, every ReaderError."""
    document, at = _asked_of(home, source)
    return _would_send(at, _segments(home, document))


def ask_model(home: Home, source: str, *, characters: int | None, moment: Moment, limits: Limits | None = None) -> Asked:
    """Asks the model about a source and keeps what stands of its answer; `characters` is what `would_send` told.

    Raises: UnknownThing, ModelNotAllowed, MoreWouldLeave, ModelSilent, ModelAnswerUnreadable, every ReaderError.
    """
    document, at = _asked_of(home, source)
    segments = _segments(home, document)
    planned = _would_send(at, segments)
    if characters is not None and characters != planned.characters:
        raise MoreWouldLeave(characters=planned.characters)
    labels = EndpointLabeller(at, limits=limits).label(segments)
    refused = checked(segments, labels).refused
    found = _read(home, document, _Said(at.name, labels))
    with home.write(entering=False) as writing:
        return _kept_labels(writing, document, found, refused, moment=moment)


class _Said:
    """Gives labels that were had before; without any it only notes the segments it is shown."""

    def __init__(self, name: str, labels: Sequence[Label]) -> None:
        self.name, self._labels = name, labels
        self.segments: tuple[Numbered, ...] = ()

    def label(self, segments: Sequence[Numbered]) -> Sequence[Label]:
        self.segments = tuple(segments)
        return self._labels


def _asked_of(home: Home, source: str) -> tuple[DocumentRow, Endpoint]:
    with home.read() as reading:
        document = reading.document_called(source)
        at = allowed(reading, document.digest)
    if at is None:
        raise ModelNotAllowed(name=document.name)
    return document, at


def _would_send(at: Endpoint, segments: Sequence[Numbered]) -> WouldSend:
    requests = prepared(at, segments)
    return WouldSend(at.address, at.model, len(requests), len(segments), sum(map(len, requests)))


def _segments(home: Home, document: DocumentRow) -> tuple[Numbered, ...]:
    asked = _Said("", ())
    _read(home, document, asked)
    return asked.segments


def _read(home: Home, document: DocumentRow, labeller: Labeller) -> Found:
    with home.read() as kept:
        places = known_places(kept)
    opened, known = open_file(document.raw, name=document.name), Known(places, own_lines(home))
    return read(opened, gazetteer=known.places, lexicons=known.lexicons, by=replace(known.deciders, labeller=labeller))


def _kept_labels(writing: Writing, document: DocumentRow, found: Found, refused: Refused, *, moment: Moment) -> Asked:
    """Puts a labelled reading beside the drafts that stand; one deed."""
    standing = [row for row in writing.drafts(source=document.digest, type="clause") if row.state not in ("split", "joined")]
    read_now = {_span(row): row for row in clause_drafts(as_fields(to_gold(found)), document.digest)}
    free = [row for row in standing if row.state == "open" and not row.corrected]
    changed = [row for row in (_relabelled(row, read_now.get(_span(row))) for row in free) if row is not None]
    before = {row.number: row for row in free}
    touched = [before[row.number] for row in changed]
    for row in changed:
        writing.put_back(row)
    new = [row for row in read_now.values() if MARK in row.rule and not any(_meet(row, other) for other in standing)]
    made = writing.add_drafts(new)
    keep_keys(writing, [writing.draft(number) for number in (*before, *made)])
    if touched or made:
        note_deed(writing, "label", touched, moment=moment, made=made)
    doubted = sum(1 for row in changed if row.confidence == _LEAST_SURE)
    return Asked(len(changed) - doubted, len(made), doubted, refused.ids, refused.labels, refused.quotes)


def _relabelled(row: DraftRow, now: DraftRow | None) -> DraftRow | None:
    """A standing draft with the labels of the new reading; None where nothing of it changes."""
    if now is None:
        return replace(row, confidence=_LEAST_SURE)
    if MARK not in now.rule:
        return None
    labels = {name: now.value[name] for name in ("status", "kind", "areas") if name in now.value}
    return replace(row, value=row.value | labels, rule=now.rule, confidence=now.confidence)


def _span(row: DraftRow) -> tuple[int, int]:
    first = row.evidence[0]
    return (int(str(first["start"])), int(str(first["end"]))) if isinstance(first, dict) else (0, 0)


def _meet(one: DraftRow, other: DraftRow) -> bool:
    (start, end), (first, last) = _span(one), _span(other)
    return max(start, first) < min(end, last)


def _kept(reading: Reading) -> dict[str, Endpoint]:
    note = reading.about_home(NOTE)
    return msgspec.json.decode(note, type=dict[str, Endpoint]) if note else {}


def _keep(writing: Writing, kept: dict[str, Endpoint]) -> None:
    writing.say_about_home(NOTE, msgspec.json.encode({digest: asdict(at) for digest, at in kept.items()}).decode())
