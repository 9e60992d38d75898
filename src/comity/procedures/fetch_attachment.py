"""Brings a file that is kept here back as a file of its own."""

from __future__ import annotations

import re
from pathlib import Path

from comity.record.errors import AmbiguousName, AttachmentNotHere, FileThere
from comity.store.disk import plain_refusals, write_new
from comity.store.home import Home

_BEGINNING = re.compile(r"[0-9a-f]{6,64}")


def fetch_attachment(home: Home, digest: str, to: Path) -> tuple[str, int]:
    """Writes the file with this digest, or the beginning of it, to the new file `to`; its name and its bytes.

    Raises: AttachmentNotHere, AmbiguousName, AttachmentDamaged, FileThere, DiskFull, DiskReadOnly, DiskFailed.
    """
    beginning = digest.strip().lower()
    kept = home.attachments.digests() if _BEGINNING.fullmatch(beginning) else []
    found = [one for one in kept if one.startswith(beginning)]
    if not found:
        raise AttachmentNotHere(name=digest[:12])
    if len(found) > 1:
        raise AmbiguousName(name=digest[:12])
    with home.read() as reading:
        known = reading.attachments(found).get(found[0])
    with home.attachments.open(found[0]) as file:
        content = file.read()
    with plain_refusals(to.parent):
        try:
            write_new(to, content)
        except FileExistsError as problem:
            raise FileThere(path=str(to)) from problem
    return known.name if known else found[0][:12], len(content)
