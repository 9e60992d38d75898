"""The last heads of a home's books, kept outside it, so that a home that went back in time is found out.

A home that was copied, moved or restored could enter other entries at places already shown to others: two
histories of one book. So one small file outside the home, `<state folder>/<home id>.json`, keeps

- `path`: where the home was when it last entered something;
- `copy`: the token of the restore it was last resumed after;
- `heads`: size and root of each of its books; `lost`: heads that stood once and are no longer reached.

It is written whole beside the old one and synced before the entries are committed, and takes its place after.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import msgspec

from comity.record.act import PartyId
from comity.record.errors import HeadsNotKept
from comity.store.disk import plain_refusals, sync_folder


class Head(NamedTuple):
    """How far a book goes: its number of entries and the root over them, in hex."""

    party: PartyId
    size: int
    root: str


@dataclass(frozen=True)
class Kept:
    """What the file says; see the module."""

    path: str
    copy: str = ""
    heads: Mapping[PartyId, Head] = field(default_factory=dict)
    lost: tuple[Head, ...] = ()


class HeadsOutside:
    """The file of one home in the state folder. Two programs never write it at a time."""

    def __init__(self, state_dir: Path, home_id: str) -> None:
        self.folder = state_dir
        self.file = state_dir / f"{home_id}.json"

    def read(self) -> Kept | None:
        """What is kept; None where there is no file, or none that can be read."""
        try:
            kept: Kept = msgspec.json.decode(self.file.read_bytes(), type=Kept)
        except (OSError, msgspec.DecodeError):
            return None
        return kept

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Waits for its turn to write the file. Raises: DiskFull, DiskReadOnly, DiskFailed."""
        with plain_refusals(self.folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            number = os.open(self.file.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(number, fcntl.LOCK_EX)
            yield
        finally:
            os.close(number)

    def prepare(self, kept: Kept) -> None:
        """Writes what is to be kept beside the file and syncs it: only a change of name is left to do.

        Raises: DiskFull, DiskReadOnly, DiskFailed.
        """
        with plain_refusals(self.folder):
            number = os.open(self._next, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(number, "wb") as file:
                file.write(msgspec.json.encode(kept))
                file.flush()
                os.fsync(file.fileno())

    def publish(self) -> None:
        """Puts what was prepared in the place of the file. Raises: HeadsNotKept."""
        try:
            self._next.replace(self.file)
            sync_folder(self.folder)
        except OSError as problem:
            raise HeadsNotKept(path=str(self.folder), problem=problem.strerror or str(problem)) from problem

    @property
    def _next(self) -> Path:
        return self.file.with_suffix(".new")


def grown(kept: Kept | None, path: str, copy: str, heads: Mapping[PartyId, Head]) -> Kept:
    """What to keep after `heads` were reached: for each book the larger one; what was lost stays known."""
    before = kept or Kept(path)
    larger = {party: head for party, head in before.heads.items() if party not in heads or head.size > heads[party].size}
    return Kept(path, copy, {**heads, **larger}, before.lost)
