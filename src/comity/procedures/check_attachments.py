"""Checks the files a home keeps: each is there and has the bytes of its digest, else it is found at the entries that name it."""

from __future__ import annotations

from collections.abc import Iterator

from comity.record.errors import AttachmentDamaged, AttachmentNotHere
from comity.record.finding import Finding, Severity
from comity.store.home import Home
from comity.store.reading import Reading


def check_attachments(home: Home, reading: Reading) -> tuple[Finding, ...]:
    """What is found of the files that were kept here; a digest of which no file ever was here is no finding."""
    return tuple(
        Finding(code, entry, Severity.NOTE, digest)
        for digest, code in _faults(home, reading)
        for entry in reading.entries_attaching(digest)
    )


def _faults(home: Home, reading: Reading) -> Iterator[tuple[str, str]]:
    for digest in reading.attachments():
        try:
            whole = home.attachments.is_whole(digest)
        except AttachmentNotHere:
            yield digest, "attachment_missing"
        except AttachmentDamaged:
            yield digest, "attachment_damaged"
        else:
            if not whole:
                yield digest, "attachment_damaged"
