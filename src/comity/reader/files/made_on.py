"""The day on which a PDF or Word file says that it was made; "" where it says none."""

from __future__ import annotations

import io
import re
import zipfile

from comity.reader.files.media import PDF, WORD

_CORE = "docProps/core.xml"
_MOST = 100_000
_WORD_DAY = re.compile(rb"<dcterms:created[^<>]{0,200}>(\d{4}-\d{2}-\d{2})")
_PDF_DAY = re.compile(rb"/CreationDate\s{0,3}\((?:D:)?(\d{4})(\d{2})(\d{2})")
_EDGE = 200_000


def made_on(raw: bytes, media: str) -> str:
    """The day in ISO 8601; it may be none of the calendar."""
    if media == WORD:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if _CORE not in archive.namelist() or archive.getinfo(_CORE).file_size > _MOST:
                return ""
            found = _WORD_DAY.search(archive.read(_CORE))
        return found.group(1).decode() if found else ""
    if media != PDF:
        return ""
    # The dictionary of a file's properties stands near its beginning or its end.
    found = _PDF_DAY.search(raw, 0, _EDGE) or _PDF_DAY.search(raw, max(0, len(raw) - _EDGE))
    return b"-".join(found.groups()).decode() if found else ""
