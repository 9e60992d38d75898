"""Folds a book that came as files: the register it makes by itself, with the bodies that came along."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from comity.procedures.check_book import CheckedBook, open_body
from comity.record.act import EntryId
from comity.record.shelf import Shelf
from comity.store.rebuild import rebuild
from comity.store.rows import BookRow, RebuildReport


def fold_book(folder: Path, checked: CheckedBook) -> RebuildReport:
    """What the book makes: how many things, both digests, all findings. The state digest covers the bodies that came.

    Raises: BookDoesNotHold.
    """
    return rebuild(_Files(folder, checked), {})


@dataclass(frozen=True)
class _Files:
    """A checked book in a folder, as what is held."""

    folder: Path
    checked: CheckedBook

    def books(self) -> tuple[BookRow, ...]:
        return ()

    def shelf(self) -> Shelf:
        return self.checked.shelf

    def body(self, entry: EntryId) -> tuple[bytes, bytes] | None:
        envelope = self.checked.shelf.by_id[entry].envelope
        return open_body(self.folder, envelope.body) if envelope else None
