"""What travels inside a PDF: one embedded file by its name. Only that one is unpacked.

Source: ISO 32000-2, 7.11.4.
"""

from __future__ import annotations

import io

from comity.reader.files.pdf_sheets import as_damage, demand_open
from comity.record.errors import BrokenDocument, UnpacksTooLarge

MOST_FILES = 100


def file_inside(raw: bytes, wanted: str, *, most: int, name: str) -> bytes | None:
    """The bytes of the embedded file called `wanted`; None where there is none.

    Raises: LockedDocument, BrokenDocument, also where two files bear the name; TooManyPages, UnpacksTooLarge.
    """
    from pypdf import PdfReader

    with as_damage(name):
        demand_open(raw, name=name)
        found = []
        for count, one in enumerate(PdfReader(io.BytesIO(raw)).attachment_list):
            if count >= MOST_FILES:
                raise BrokenDocument(name=name, form="PDF")
            found += [one] if one.name == wanted else []
        if len(found) > 1:
            raise BrokenDocument(name=name, form="PDF")
        content = bytes(found[0].content) if found else None
    if content is not None and len(content) > most:
        raise UnpacksTooLarge(name=name, limit=most)
    return content
