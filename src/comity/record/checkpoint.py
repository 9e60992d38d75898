"""Checkpoints: the signed statement "this book has so many entries, and this is its root".

    <origin>
    <size, decimal, no leading zero>
    <base64 of the root hash>

as the text of a signed note. Lines behind the third are allowed by the format and refused here: nothing
covers them. The checkpoint is signed by the node's key: it says "this stands in our book", never "we agree".

Source: c2sp.org/tlog-checkpoint v1.0.0; docs/decisions/0006-entering-is-not-signing.md.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass

from comity.record import note
from comity.record.book import EMPTY_ROOT
from comity.record.errors import BadCheckpoint
from comity.record.note import VerifierKey

_SIZE = re.compile(r"0|[1-9][0-9]{0,15}")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The head of a book: its origin, number of entries and root hash (32 bytes)."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The lines that are signed; the inverse of `parse_checkpoint`."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def parse_checkpoint(text: str) -> Checkpoint:
    """The head stated by the text of a note. Raises: BadCheckpoint."""
    lines = text.split("\n")
    if len(lines) != 4 or lines[3] or not lines[0] or not _SIZE.fullmatch(lines[1]):
        raise BadCheckpoint(problem="it does not have an origin, a size and a root, and nothing else")
    try:
        root = base64.b64decode(lines[2], validate=True)
    except ValueError as problem:
        raise BadCheckpoint(problem="its root is not base64") from problem
    if len(root) != 32 or base64.b64encode(root).decode() != lines[2]:
        raise BadCheckpoint(problem="its root is not 32 bytes in base64")
    if lines[1] == "0" and root != EMPTY_ROOT:
        raise BadCheckpoint(problem="an empty book has another root")
    return Checkpoint(lines[0], int(lines[1]), root)


def open_checkpoint(signed: str, keys: Iterable[VerifierKey], *, origin: str) -> Checkpoint:
    """The head in a signed checkpoint of the book called `origin`.

    Raises: BadNote, BadSignature; BadCheckpoint, also for the checkpoint of another book.
    """
    text, _ = note.open_note(signed, keys)
    head = parse_checkpoint(text)
    if head.origin != origin:
        raise BadCheckpoint(problem=f"it belongs to the book {head.origin}")
    return head
