"""Checks a home: every book against its signed head, every body, every kept file, and the register against a rebuild."""

from __future__ import annotations

from dataclasses import dataclass

from comity.procedures.check_attachments import check_attachments
from comity.record.checkpoint import open_checkpoint
from comity.record.errors import BookDoesNotHold
from comity.record.finding import Finding, sorted_findings
from comity.record.note import parse_vkey
from comity.store.home import Home
from comity.store.reading import BookRow, Reading


@dataclass(frozen=True, slots=True)
class CheckedHome:
    """What came of it. `lost` are heads that stood once and are no longer reached: (party, size, root)."""

    heads: tuple[BookRow, ...]
    things: int
    differing: tuple[str, ...]
    consent_digest: str
    state_digest: str
    findings: tuple[Finding, ...]
    lost: tuple[tuple[str, int, str], ...]

    @property
    def holds(self) -> bool:
        """Whether the register is what the books make it."""
        return not self.differing


def check_home(home: Home) -> CheckedHome:
    """Checks everything in a home. Raises: BadNote, BadSignature, BadCheckpoint, BookDoesNotHold."""
    with home.read() as reading:
        for book in reading.books():
            _check_book(reading, book)
        report = reading.rebuild()
        if report.damaged:
            raise BookDoesNotHold(problem=f"the entries of {report.damaged[0][:12]} lead to another head than the one signed")
        return CheckedHome(
            heads=reading.books(),
            things=report.things,
            differing=tuple(report.differing),
            consent_digest=report.consent_digest,
            state_digest=report.state_digest,
            findings=sorted_findings([*report.findings, *check_attachments(home, reading)]),
            lost=tuple(home.lost_heads()),
        )


def _check_book(reading: Reading, book: BookRow) -> None:
    """Whether the head is signed and every entry bears the id of its own bytes, which the rebuild does not rest on."""
    open_checkpoint(book.checkpoint, [parse_vkey(book.vkey)], origin=book.origin)
    for kept, entry in zip(reading.entry_ids(book.party), reading.entries(book.party), strict=True):
        if kept.hex() != entry.id:
            raise BookDoesNotHold(problem=f"entry {entry.index} of {book.party[:12]} is not the one that was entered")
