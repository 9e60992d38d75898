"""The last count of visits, kept as a file of the bulletin, so that a build without a log neither loses nor renews it.

    visits.json    how often each page was read, over which time, and what was left out; nothing about who came

- It says from when until when it counted. What was read later is in no count, and nothing adds to it.
- A page that is no longer shown is in it no more, in no form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from pathlib import Path

from comity.bulletin.visits import Visits
from comity.procedures.bulletin_folder import manifest_of

COUNT = "visits.json"
FORM = "comity.visits/v1"
_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z)?")


def count_file(visits: Visits) -> bytes:
    """The count as it is kept. Inverse: `last_count`."""
    said = {
        "format": FORM,
        "pages": dict(visits.counts),
        "robots": visits.robots,
        "unreadable": visits.unreadable,
        "first": visits.first,
        "last": visits.last,
        "names_programs": visits.names_programs,
    }
    return (json.dumps(said, ensure_ascii=False, indent=0) + "\n").encode()


def last_count(folder: Path, pages: Collection[str]) -> Visits | None:
    """The count kept in a bulletin's folder, of the pages that are still there; None where there is none that can be read."""
    manifest = manifest_of(folder)
    if manifest is None or COUNT not in manifest.files:
        return None
    try:
        said = json.loads((folder / COUNT).read_bytes())
        counts = {str(page): int(times) for page, times in said["pages"].items() if page in pages}
        first, last = str(said["first"]), str(said["last"])
        left_out = int(said["robots"]), int(said["unreadable"])
        is_known = said["format"] == FORM and _INSTANT.fullmatch(first) and _INSTANT.fullmatch(last)
        names_programs = bool(said["names_programs"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    if not is_known or min((*counts.values(), *left_out), default=0) < 0:
        return None
    return Visits(counts, *left_out, first, last, names_programs)
