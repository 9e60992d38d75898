"""Photos and scans as sheets, through a scanner.

- The size of a picture is asked before anything of it is unpacked.
- A picture that does not say how many dots it has to an inch is taken as one of 200; a small one of so few is made larger.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from comity.reader.files.media import PICTURES
from comity.reader.files.pdf_sheets import SCAN_LANGUAGES, on_sheet
from comity.reader.files.sheet import MOST_PIXELS, MOST_SCANS, Scanner, Sheet
from comity.record.errors import BrokenDocument, ComityError, PictureTooLarge, ScansNotRead, TooManyScans

if TYPE_CHECKING:
    from PIL.Image import Image

_POINTS = 72
_USUAL_DOTS = 200
_SMALL = 1800


def sheets_of_picture(raw: bytes, media: str, *, name: str, scanner: Scanner | None = None) -> list[Sheet]:
    """One sheet a picture; a TIFF may hold several.

    Raises: BrokenDocument, PictureTooLarge, TooManyScans, ScansNotRead, and what the scanner raises.
    """
    sheets = []
    for number, (image, scale) in enumerate(_images(raw, media, name=name), start=1):
        if scanner is None:
            raise ScansNotRead(name=name, languages=", ".join(SCAN_LANGUAGES))
        sheet = Sheet(number, image.width / scale, image.height / scale, (), is_scan=True)
        sheets.append(on_sheet(_png(image), sheet, scanner, scale=scale))
    return sheets


def picture_png(raw: bytes, media: str, number: int, *, name: str, width: int) -> bytes:
    """The picture, counted from 1, in shades of grey and at most `width` pixels wide. Raises as `sheets_of_picture` does."""
    image, _scale = _images(raw, media, name=name)[number - 1]
    image.thumbnail((width, width * 3))
    return _png(image)


def _images(raw: bytes, media: str, *, name: str) -> list[tuple[Image, float]]:
    """The upright grey pictures of a file with their pixels to a point."""
    from PIL import Image as images
    from PIL import ImageOps, ImageSequence

    form, pixels = PICTURES[media], 0
    found: list[tuple[Image, float]] = []
    try:
        with warnings.catch_warnings():
            # Our own limit, below, comes before that of the library.
            warnings.simplefilter("ignore", images.DecompressionBombWarning)
            with images.open(io.BytesIO(raw), formats=(form,)) as opened:
                for frame in ImageSequence.Iterator(opened):
                    if len(found) == MOST_SCANS:
                        raise TooManyScans(name=name, pages=getattr(opened, "n_frames", MOST_SCANS + 1), limit=MOST_SCANS)
                    pixels += frame.width * frame.height
                    if frame.width * frame.height > MOST_PIXELS or pixels > 4 * MOST_PIXELS:
                        raise PictureTooLarge(name=name, pixels=pixels, limit=MOST_PIXELS)
                    dots = _dots(frame.info.get("dpi"))
                    found.append(_sized(ImageOps.exif_transpose(frame).convert("L"), dots))
    except images.DecompressionBombError as problem:
        raise PictureTooLarge(name=name, pixels=f"{MOST_PIXELS}+", limit=MOST_PIXELS) from problem
    except ComityError:
        raise
    except Exception as problem:
        raise BrokenDocument(name=name, form=form) from problem
    return found


def _dots(said: object) -> float:
    dots = float(said[0]) if isinstance(said, tuple) and said else 0.0
    return dots if _POINTS < dots <= 1200 else _USUAL_DOTS


def _sized(image: Image, dots: float) -> tuple[Image, float]:
    larger = 2 if max(image.size) < _SMALL and dots <= _USUAL_DOTS else 1
    return image.resize((image.width * larger, image.height * larger)) if larger > 1 else image, dots * larger / _POINTS


def _png(image: Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
