"""The rows the store hands out: values, made from the database and kept nowhere else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from comity.record.act import Digest, EntryId, PartyId
from comity.record.canonical import Fields, Value
from comity.record.finding import Finding


@dataclass(frozen=True, slots=True)
class BookRow:
    """A book held. `vkey` checks `checkpoint`, the text of the signed note; `root` in hex; `own`: it is written here."""

    party: PartyId
    origin: str
    vkey: str
    own: bool
    size: int
    root: str
    checkpoint: str
    opened_order: int


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document that was read. `raw` as given; `original` the characters its positions count in; `entry` its `source`, or ""."""

    digest: str
    name: str
    media: str
    lang: str
    raw: bytes
    original: str
    reading: Fields
    read_at: str
    entry: str


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """What the home notes of a file it keeps: its digest, what it was called, its bytes and when it was last given.

    `state`: "waiting" for the entry it was given for, "held" by one that names it, "loose" once such an entry was erased.
    """

    digest: Digest
    name: str
    size: int
    kept_at: str
    state: str


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """What lists show of a document; `title` its own or its name, `lang` as the reader names it, `entry` its `source`, or ""."""

    digest: str
    name: str
    title: str
    lang: str
    read_at: str
    entry: str


@dataclass(frozen=True, slots=True)
class DocumentCounts:
    """How many documents were read, how many of them are described by a `source`, and how many drafts wait."""

    all: int
    entered: int
    open: int


@dataclass(frozen=True, slots=True)
class DraftRow:
    """Something read that waits for a person.

    `source` the digest of the document; `evidence` rows of {quote, start, end}; `confidence` in percent;
    `state` open, accepted, dropped, split or joined; `entry` what it was accepted as, or "". `number` is 0 before it is kept.
    """

    number: int
    source: str
    type: str
    value: Fields
    evidence: list[Value]
    rule: str
    confidence: int
    state: str
    corrected: bool
    entry: str


@dataclass(frozen=True, slots=True)
class DeedPart:
    """What a deed made of one draft: its fields before and after, None where there was no such draft.

    For an answer about names both hold {one, other, answer} instead, `before` None where nothing was answered;
    `draft` is 0 where the answer is about items of the register.
    """

    draft: int
    source: str
    before: Fields | None
    after: Fields | None


@dataclass(frozen=True, slots=True)
class DeedRow:
    """What a person did at the desk: accept, correct, drop, split, join, same, differ, merge, or of two items thread or
    apart; `undone` when, or ""."""

    number: int
    at: str
    what: str
    undone: str
    parts: tuple[DeedPart, ...]


@dataclass(frozen=True, slots=True)
class RebuildReport:
    """The register made anew from the entries and bodies, against the one kept.

    `things` how many there are; `differing` the ids whose rows are not the same, are missing or should not be
    there; `damaged` the books whose entries do not lead to the root kept or whose checkpoint does not open.
    """

    things: int
    differing: tuple[EntryId, ...]
    damaged: tuple[PartyId, ...]
    state_digest: str
    consent_digest: str
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each code."""
        return dict(sorted(Counter(finding.code for finding in self.findings).items()))


@dataclass(frozen=True, slots=True)
class HomeNote:
    """What a person of this home noted of a thing: `number` is never used again for it while another stands, `written_at` UTC."""

    number: int
    text: str
    written_at: str


def likeness_of(one: str, other: str, answer: str) -> dict[str, str]:
    """An answer about two names as it is kept: in alphabetical order."""
    first, second = sorted((one, other))
    return {"one": first, "other": second, "answer": answer}
