"""Attachments: files kept beside the record, each once, under the SHA-256 digest of its bytes.

    attachments/<digest>       the bytes, readable by the owner of the home only
    attachments/.<half>.new    being written; locked as long as its writer lives

- A file gets its name when it is whole on disk, so what bears a digest is what it says or was damaged later.
- What is taken away is overwritten first, as SQLite does with what it deletes here.
- What a file was called when it was given, and whether an entry names it, are home notes (`rows.AttachmentRow`).
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from comity.record.act import Digest
from comity.record.errors import AttachmentDamaged, AttachmentNotHere
from comity.store.disk import sync_folder

MOST_BYTES = 50_000_000
FOLDER = "attachments"

_DIGEST = re.compile(r"[0-9a-f]{64}")
_HALF = re.compile(r"\.[0-9a-f]{16}\.new")
_CHUNK = 1 << 20


class AttachmentFolder:
    """The files of one home. The folder itself is made with the first of them."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def digests(self) -> list[Digest]:
        """The digests of the files that are here, in order; whether they are whole is for `is_whole`."""
        found = self.path.iterdir() if self.path.is_dir() else ()
        return sorted(Digest(path.name) for path in found if _DIGEST.fullmatch(path.name))

    def holds(self, digest: str) -> bool:
        """Whether a file with this name is here."""
        return bool(_DIGEST.fullmatch(digest)) and (self.path / digest).is_file()

    def is_whole(self, digest: str) -> bool:
        """Whether the file here has the bytes of its digest. Raises: AttachmentNotHere, AttachmentDamaged if unreadable."""
        try:
            with self._opened(digest) as file:
                return _digest_of(file) == digest
        except OSError as problem:
            raise AttachmentDamaged(name=digest[:12]) from problem

    def open(self, digest: str) -> BinaryIO:
        """The file, checked and set to its beginning; the caller closes it. Raises: AttachmentNotHere, AttachmentDamaged."""
        if not self.is_whole(digest):
            raise AttachmentDamaged(name=digest[:12])
        file = self._opened(digest)
        file.seek(0)
        return file

    @contextmanager
    def half(self, content: bytes) -> Iterator[Path]:
        """Writes a file that has no name yet, durably; taken away again unless it was put in its place. Raises: OSError."""
        if not self.path.is_dir():
            self.path.mkdir(mode=0o700, exist_ok=True)
            sync_folder(self.path.parent)
        path = self.path / f".{secrets.token_hex(8)}.new"
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(number, "wb") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
                yield path
        finally:
            path.unlink(missing_ok=True)

    def put(self, half: Path, digest: Digest) -> None:
        """Gives a whole file its name, in place of one that may be here under it, durably. Raises: OSError."""
        half.replace(self.path / digest)
        sync_folder(self.path)

    def take_away(self, digest: Digest) -> None:
        """Overwrites and removes a file, if it is here. Raises: OSError."""
        path = self.path / digest
        if path.is_file():
            with path.open("r+b") as file:
                file.write(b"\0" * path.stat().st_size)
                file.flush()
                os.fsync(file.fileno())
            path.unlink()
            sync_folder(self.path)

    def clear_halves(self) -> None:
        """Removes what writers that no longer live left half written. Raises: OSError."""
        for path in self.path.iterdir() if self.path.is_dir() else ():
            if _HALF.fullmatch(path.name) and not _is_locked(path):
                path.unlink(missing_ok=True)

    def _opened(self, digest: str) -> BinaryIO:
        if not _DIGEST.fullmatch(digest):
            raise AttachmentNotHere(name=digest[:12])
        try:
            return (self.path / digest).open("rb")
        except FileNotFoundError as problem:
            raise AttachmentNotHere(name=digest[:12]) from problem


def _digest_of(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def _is_locked(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        pass
    return False
