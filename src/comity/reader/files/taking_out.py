"""A file that is no plain text becomes an extract, whatever kind of file it is.

- Nothing here trusts the file; whoever opens files of strangers does so in a process that can be ended
  (`comity.procedures.apart`).
- Characters that text may not hold become spaces, so that they count and are seen by nobody.
"""

from __future__ import annotations

import re
from dataclasses import replace

from comity.reader.files.extract import Extract
from comity.reader.files.made_on import made_on
from comity.reader.files.media import PDF, PICTURES, WORD
from comity.reader.files.paragraphs import extract_of
from comity.reader.files.pdf_sheets import page_png, sheets_of_pdf
from comity.reader.files.pictures import picture_png, sheets_of_picture
from comity.reader.files.sheet import Scanner
from comity.reader.files.word_file import extract_of_word
from comity.record.errors import BrokenDocument, ComityError

MOST_CHARACTERS = 5_000_000
# Control characters and halves of characters, which no text in UTF-8 can hold.
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
_SHOWN_WIDTH = 900
_POINTS_WIDE = 600


def take_out(raw: bytes, media: str, *, name: str, scanner: Scanner | None = None) -> Extract:
    """The extract of a PDF, a Word document or a picture.

    Raises: LockedDocument, BrokenDocument, TooManyPages, TooManyScans, PictureTooLarge, ScansNotRead.
    """
    if media == WORD:
        found = extract_of_word(raw, name=name)
    elif media == PDF:
        found = extract_of(sheets_of_pdf(raw, name=name, scanner=scanner), media=media)
    else:
        found = extract_of(sheets_of_picture(raw, media, name=name, scanner=scanner), media=media)
    if len(found.text) > MOST_CHARACTERS:
        raise BrokenDocument(name=name, form=media.rsplit("/", 1)[-1].rsplit(".", 1)[0].upper())
    aside = tuple(_NO_TEXT.sub(" ", words) for words in found.aside)
    return replace(found, text=_NO_TEXT.sub(" ", found.text), aside=aside, made_on=made_on(raw, media))


def draw_page(raw: bytes, media: str, number: int, *, name: str) -> bytes:
    """A page or picture, counted from 1, as a PNG in shades of grey, some 900 pixels wide. Raises: BrokenDocument."""
    try:
        if media in PICTURES:
            return picture_png(raw, media, number, name=name, width=_SHOWN_WIDTH)
        return page_png(raw, number, scale=_SHOWN_WIDTH / _POINTS_WIDE)
    except ComityError:
        raise
    except Exception as problem:
        raise BrokenDocument(name=name, form="PDF") from problem
