"""Opens a document of any kind that is read: text right here, everything else in a process that can be ended."""

from __future__ import annotations

from comity.procedures.apart import extract_apart
from comity.reader.files.document import MAX_BYTES, Document, open_document
from comity.reader.files.media import TEXT, media_of
from comity.reader.files.sheet import MOST_SCANS


def open_file(raw: bytes, *, name: str, scans: int = MOST_SCANS) -> Document:
    """The document in `raw`, ready to be read; of its scanned pages the first `scans` are read.

    Raises: every ReaderError.
    """
    media = media_of(raw, name=name) if len(raw) <= MAX_BYTES else TEXT
    if media == TEXT:
        return open_document(raw, name=name)
    return open_document(raw, name=name, extract=extract_apart(raw, media, name=name, scans=scans))
