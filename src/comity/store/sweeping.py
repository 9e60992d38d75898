"""Taking away attachments that no entry names any more.

- After an erasure: the files the erased entry named, unless a body that is held names them too.
- When another file is kept: those given for an entry that never came, a day later, and what killed writers left behind.
- Each is looked at in a transaction of its own, so that nobody enters meanwhile what names it.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from comity.store.attachments import FOLDER, AttachmentFolder
from comity.store.reading import Reading
from comity.store.writing import Writing

WAITING_HOURS = 24
_SECONDS = "%Y-%m-%dT%H:%M:%SZ"


def sweep(db: sqlite3.Connection, path: Path) -> None:
    """Takes away what an erasure left loose; what the disk does not let go of now is tried again with the next writing."""
    if Reading(db, path).about_home("sweep") != "1":
        return
    folder = AttachmentFolder(path / FOLDER)
    db.execute("BEGIN IMMEDIATE")
    try:
        writing = Writing(db, path, entering=False)
        for row in writing.attachments().values():
            if row.state == "loose" and writing.entries_attaching(row.digest):
                writing.put_attachment(replace(row, state="held"))
            elif row.state == "loose":
                folder.take_away(row.digest)
                writing.drop_attachment(row.digest)
        writing.swept()
        db.execute("COMMIT")
    except OSError:
        db.execute("ROLLBACK")


def clear(writing: Writing, folder: AttachmentFolder, *, at: str) -> None:
    """Takes away what was given more than a day before `at` and is named by nothing, and what was never noted."""
    folder.clear_halves()
    noted = writing.attachments()
    latest = (datetime.strptime(at, _SECONDS) - timedelta(hours=WAITING_HOURS)).strftime(_SECONDS)
    for row in [row for row in noted.values() if row.state == "waiting" and row.kept_at < latest]:
        if writing.entries_attaching(row.digest):
            writing.put_attachment(replace(row, state="held"))
        else:
            folder.take_away(row.digest)
            writing.drop_attachment(row.digest)
    for digest in folder.digests():
        if digest not in noted and not writing.entries_attaching(digest):
            folder.take_away(digest)
