"""Previews that wait for a person's word: held in memory, for an hour, and only the last few.

A form of the desk is void once the desk is started again; what a preview holds lasts no longer, and no copy of a table is
left on a disk.
"""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from pathlib import Path
from threading import Lock

from comity.procedures.import_table import Report
from comity.record.errors import PreviewGone

MOST = 4
SECONDS = 3600

_held: OrderedDict[tuple[Path, str], tuple[float, Report]] = OrderedDict()
_turn = Lock()


def hold(home: Path, report: Report) -> str:
    """Holds a preview and returns the key under which it is found."""
    key = secrets.token_urlsafe(16)
    with _turn:
        _held[home, key] = (time.monotonic(), report)
        while len(_held) > MOST:
            _held.popitem(last=False)
    return key


def held(home: Path, key: str) -> Report:
    """The preview held under this key. Raises: PreviewGone."""
    with _turn:
        since, report = _held.get((home, key), (0.0, None))
        if report is None or time.monotonic() - since > SECONDS:
            _held.pop((home, key), None)
            raise PreviewGone
        return report
