"""The list of every time the held-back reports were scored: they measure only as long as nobody tunes by them.

- A line is written before a figure is shown, beside the annotations: `held_back_log.tsv`.
- It names the reader by what it is made of, so that a later reader is known as another one, and likewise the reports: when others
  are held back instead, the count begins anew for them, and the lines of those before stay.

Source: annotations/README.md.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from comity.reader.edition import digest_of_reader
from comity.reader.measuring.score import Record
from comity.reader.read import READER_VERSION
from comity.record.errors import DiskFailed

FILE = "held_back_log.tsv"
MOST = 3
SHOWN = ("clauses_50", "clauses_50_status", "people", "sessions", "session_dates", "areas", "agents")
_HEADING = ("day", "reader", "digest", "set", "documents", *(f"{field} F1" for field in SHOWN))


def set_of(digests: Iterable[str]) -> str:
    """What a set of held-back reports is called: 12 hex digits over the SHA-256 of each text, in their order."""
    return hashlib.sha256("".join(sorted(digests)).encode()).hexdigest()[:12]


def times_scored(annotations: Path, name: str) -> int:
    """How often this set of held-back reports was scored."""
    path = annotations / FILE
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()] if path.is_file() else []
    return sum(row[_HEADING.index("set")] == name for row in rows)


def log_scoring(annotations: Path, name: str, report: Record, *, day: str) -> None:
    """Adds a line about a set to the list, on disk when this returns. Raises: DiskFailed."""
    path = annotations / FILE
    figures = [f"{report['micro'][field]['f1']:.3f}" for field in SHOWN]
    line = (day, READER_VERSION, digest_of_reader(), name, str(report["documents"]), *figures)
    lines = [line] if path.is_file() else [_HEADING, line]
    try:
        with path.open("a", encoding="utf-8") as file:
            file.writelines("\t".join(cells) + "\n" for cells in lines)
            file.flush()
            os.fsync(file.fileno())
    except OSError as problem:
        raise DiskFailed(path=str(path), problem=problem.strerror or "input or output") from problem
