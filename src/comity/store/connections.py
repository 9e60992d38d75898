"""Connections to record.sqlite: how each is set up, and a small stock of idle ones.

- WAL, and every commit waits until the log is on disk (synchronous FULL).
- What is deleted is overwritten (secure_delete); references and triggers hold on every connection.
- A connection is used by one thread at a time and never taken along into a forked process.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from comity.store.disk import PATIENCE_SECONDS

FORMAT = 4
APPLICATION = 0x436F6D69
FILE = "record.sqlite"

_SETTINGS = """
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON;
PRAGMA temp_store = MEMORY;
"""


def connect(file: Path) -> sqlite3.Connection:
    """A connection to a home's file, which must be there; for reading only where the disk takes no writing."""
    try:
        return _connect(file, "mode=rw")
    except sqlite3.OperationalError:
        log = file.with_name(file.name + "-wal")
        empty = not log.exists() or log.stat().st_size == 0
        return _connect(file, "mode=ro&immutable=1" if empty else "mode=ro")


def make(file: Path, schema: str) -> None:
    """Makes the file of an empty home and leaves it whole on disk, with no log beside it."""
    db = sqlite3.connect(file, isolation_level=None)
    try:
        db.executescript(
            f"PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; {_SETTINGS}"
            f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT}; BEGIN; {schema} COMMIT;"
        )
    finally:
        db.close()


def bring_up(db: sqlite3.Connection, found: int, additions: str) -> None:
    """Brings the file of a home of an earlier format up to this one, wholly or not at all; what it holds stays as it is."""
    if found < FORMAT:
        db.executescript(f"BEGIN IMMEDIATE; {additions} PRAGMA user_version = {FORMAT}; COMMIT;")


def _connect(file: Path, how: str) -> sqlite3.Connection:
    db = sqlite3.connect(
        f"file:{quote(str(file))}?{how}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
        timeout=PATIENCE_SECONDS,
    )
    try:
        db.executescript(_SETTINGS)
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error:
        db.close()
        raise
    return db


class Connections:
    """The connections of one home in one process."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._idle: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._process = os.getpid()

    @contextmanager
    def one(self) -> Iterator[sqlite3.Connection]:
        """A connection outside any transaction; one that failed is not used again."""
        db = self._take() or connect(self.file)
        try:
            yield db
        except sqlite3.Error:
            db.close()
            raise
        except BaseException:
            self._give_back(db)
            raise
        self._give_back(db)

    def close(self) -> None:
        """Closes the idle connections; the last one to go empties the log into the file."""
        while (db := self._take()) is not None:
            db.close()

    def _take(self) -> sqlite3.Connection | None:
        with self._lock:
            if self._process != os.getpid():
                # Locks held by the parent must not be dropped by closing its files here: the objects are left alone.
                _left_behind.extend(self._idle)
                self._idle, self._process = [], os.getpid()
            return self._idle.pop() if self._idle else None

    def _give_back(self, db: sqlite3.Connection) -> None:
        if db.in_transaction:
            db.rollback()
        with self._lock:
            self._idle.append(db)


_left_behind: list[sqlite3.Connection] = []
