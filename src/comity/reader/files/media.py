"""What a file is, told by its first bytes and never by its name alone.

- Text, pages of HTML, PDF, Word (DOCX) and pictures (PNG, JPEG, TIFF) are read; everything else is refused here.
- Files with macros, locked files and older forms of Word have a sentence of their own: their owner can mend them.
- An archive is measured before anything of it is unpacked.
"""

from __future__ import annotations

import io
import zipfile

from comity.record.errors import BrokenDocument, DocumentWithMacros, LockedDocument, NotADocument, OldWordForm, UnpacksTooLarge

TEXT, PAGE, PDF = "text/plain", "text/html", "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PICTURES = {"image/png": "PNG", "image/jpeg": "JPEG", "image/tiff": "TIFF"}
MOST_UNPACKED = 200_000_000
MOST_PARTS = 5_000
_HEADS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_OTHERS = (b"GIF8", b"RIFF", b"BM", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
_PDF_WITHIN = 1024
_MACRO_MARKS = ("vbaproject.bin", "vbadata.xml")


def media_of(raw: bytes, *, name: str) -> str:
    """The media type of a file that is read here; `text/plain` for whatever may be text, HTML included.

    Raises: NotADocument, OldWordForm, LockedDocument, DocumentWithMacros, UnpacksTooLarge, BrokenDocument.
    """
    for head, media in _HEADS:
        if raw.startswith(head):
            return media
    if raw.startswith(b"PK\x03\x04"):
        return _archive(raw, name=name)
    if raw.startswith(b"%PDF-") or (b"%PDF-" in raw[:_PDF_WITHIN] and name.lower().endswith(".pdf")):
        return PDF
    if raw.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        # A locked DOCX is wrapped in the old container, with a stream of this name (UTF-16).
        if "EncryptedPackage".encode("utf-16-le") in raw:
            raise LockedDocument(name=name)
        raise OldWordForm(name=name) if "WordDocument".encode("utf-16-le") in raw else NotADocument(name=name)
    if raw.startswith(b"{\\rtf"):
        raise OldWordForm(name=name)
    if raw.startswith(_OTHERS[:1]) or (raw.startswith(_OTHERS[1:]) and b"\x00" in raw[:512]):
        raise NotADocument(name=name)
    return TEXT


def _archive(raw: bytes, *, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, IndexError) as problem:
        if name.lower().endswith((".docx", ".docm")):
            raise BrokenDocument(name=name, form="DOCX") from problem
        raise NotADocument(name=name) from problem
    names = [part.filename.lower() for part in parts]
    if "word/document.xml" not in names and "word/document2.xml" not in names:
        raise NotADocument(name=name)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise UnpacksTooLarge(name=name, limit=MOST_UNPACKED)
    if any(part.endswith(_MACRO_MARKS) for part in names) or name.lower().endswith((".docm", ".dotm")):
        raise DocumentWithMacros(name=name)
    return WORD
