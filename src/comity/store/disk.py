"""The disk: writing a file so that it is there after a power cut, and saying plainly when it cannot be written.

- A file is durable when its bytes and the folder that names it were both synced.
- Whatever the operating system or SQLite reports becomes one of a handful of refusals.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from comity.record.errors import DiskFailed, DiskFull, DiskReadOnly, HomeBusy, HomeDamaged, StoreError

PATIENCE_SECONDS = 60

_FULL = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


def sync_folder(path: Path) -> None:
    """Makes the names in a folder durable."""
    number = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def write_new(path: Path, content: bytes) -> None:
    """Writes a file that is not there yet, for its owner's eyes only, and syncs it and its folder.

    Raises: FileExistsError and other OSError; a half-written file is taken away again.
    """
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


@contextmanager
def plain_refusals(path: Path) -> Iterator[None]:
    """Turns what SQLite and the disk report about `path` into refusals. Raises: StoreError."""
    try:
        with sqlite_refusals(path):
            yield
    except OSError as problem:
        raise _of_system(problem, path) from problem


@contextmanager
def sqlite_refusals(path: Path) -> Iterator[None]:
    """As `plain_refusals`, for what SQLite reports alone; a wrong statement is no refusal and goes on. Raises: StoreError."""
    try:
        yield
    except sqlite3.Error as problem:
        refusal = _of_sqlite(problem, path)
        if refusal is None:
            raise
        raise refusal from problem


def _of_system(problem: OSError, path: Path) -> StoreError:
    if problem.errno in _FULL:
        return DiskFull(path=str(path))
    if problem.errno in _READ_ONLY:
        return DiskReadOnly(path=str(path))
    return DiskFailed(path=str(path), problem=problem.strerror or str(problem))


def _of_sqlite(problem: sqlite3.Error, path: Path) -> StoreError | None:
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_BUSY:
        return HomeBusy(path=str(path), seconds=PATIENCE_SECONDS)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return DiskReadOnly(path=str(path))
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(path=str(path))
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        return _of_disk(problem, path)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT):
        return HomeDamaged(path=str(path), problem=str(problem))
    return None


def _of_disk(problem: sqlite3.Error, path: Path) -> StoreError:
    """SQLite says only that reading or writing failed: asks the disk why."""
    try:
        disk = os.statvfs(path)
    except OSError as gone:
        return DiskFailed(path=str(path), problem=gone.strerror or str(gone))
    if disk.f_flag & os.ST_RDONLY or not os.access(path, os.W_OK):
        return DiskReadOnly(path=str(path))
    if disk.f_blocks and disk.f_bavail == 0:
        return DiskFull(path=str(path))
    return DiskFailed(path=str(path), problem=str(problem))
