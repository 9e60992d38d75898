"""Saves the calendar as a file, in the place of an earlier calendar but of nothing else."""

from __future__ import annotations

import os
from pathlib import Path

from comity.procedures.write_calendar import Wanted, write_calendar
from comity.record.errors import DiskFailed, FileThere
from comity.store.home import Home

_OPENING = b"BEGIN:VCALENDAR"


def save_calendar(home: Home, wanted: Wanted, to: Path) -> int:
    """Writes the calendar whole or not at all and returns how many events it holds.

    Raises: FileThere where `to` is something other than a calendar; DiskFailed, UnknownParty, AmbiguousName.
    """
    with home.read() as reading:
        content = write_calendar(reading, wanted)
    half = to.with_name(f".{to.name}.new")
    try:
        if to.exists() and not _is_calendar(to):
            raise FileThere(path=str(to))
        with half.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(to)
    except OSError as problem:
        raise DiskFailed(path=str(to), problem=problem.strerror or str(problem)) from problem
    return content.count(b"\r\nBEGIN:VEVENT\r\n")


def _is_calendar(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_OPENING)) == _OPENING
