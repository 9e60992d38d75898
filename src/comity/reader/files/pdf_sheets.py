"""PDF as sheets: the words of each page with their boxes; of a page that is only a picture, what a scanner reads there.

- A PDF that only restricts printing or copying opens without a password and is read.
- Words whose characters the file does not tell ("(cid:7)") count as no text: such a page is read as a picture.
- Turned words and the words of notes and stamps stand aside.
- Numbers of pages, scans and pixels have limits.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from comity.reader.files.sheet import MOST_PAGES, MOST_PIXELS, MOST_SCANS, BoxedWord, Scanner, Sheet
from comity.record.errors import BrokenDocument, ComityError, LockedDocument, ScansNotRead, TooManyPages, TooManyScans

SCAN_LANGUAGES = ("vie", "chi_sim", "eng")
_DOTS = 300
_POINTS = 72
_PICTURED = 0.3
_CLOSE = 0.18


def sheets_of_pdf(raw: bytes, *, name: str, scanner: Scanner | None = None) -> list[Sheet]:
    """The pages of a PDF, in order.

    Raises: LockedDocument, BrokenDocument, TooManyPages, TooManyScans, ScansNotRead, and what the scanner raises.
    """
    with as_damage(name):
        demand_open(raw, name=name)
        sheets = list(_sheets(raw, name=name))
    unread = [sheet.number for sheet in sheets if sheet.is_scan]
    if unread and scanner is None:
        raise ScansNotRead(name=name, languages=", ".join(SCAN_LANGUAGES))
    if len(unread) > MOST_SCANS:
        raise TooManyScans(name=name, pages=len(unread), limit=MOST_SCANS)
    with as_damage(name):
        return [_scanned(raw, sheet, scanner) if sheet.is_scan and scanner else sheet for sheet in sheets]


@contextmanager
def as_damage(name: str) -> Iterator[None]:
    """What the libraries raise on a wrong file is of any type, their own limits and assertions included."""
    try:
        yield
    except ComityError:
        raise
    except Exception as problem:
        raise BrokenDocument(name=name, form="PDF") from problem


def demand_open(raw: bytes, *, name: str) -> None:
    """Refuses what opens only with a password, and what has no page or too many."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(raw))
    if reader.is_encrypted and not reader.decrypt(""):
        raise LockedDocument(name=name)
    pages = len(reader.pages)
    if pages > MOST_PAGES:
        raise TooManyPages(name=name, pages=pages, limit=MOST_PAGES)
    if pages == 0:
        raise BrokenDocument(name=name, form="PDF")


def _sheets(raw: bytes, *, name: str) -> Iterator[Sheet]:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(raw)) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            if number > MOST_PAGES:
                raise TooManyPages(name=name, pages=len(pdf.pages), limit=MOST_PAGES)
            yield _sheet(number, page)
            page.close()


def _sheet(number: int, page: Any) -> Sheet:
    single = page.dedupe_chars() if _is_doubled(page.chars) else page
    words = single.extract_words(x_tolerance_ratio=_CLOSE, extra_attrs=["size"])
    left, top = float(page.bbox[0]), float(page.bbox[1])
    spaces = _spaces(page.chars)
    upright = []
    for word in words:
        if word["upright"]:
            x0, y0, x1, y1, size = (float(word[edge]) for edge in ("x0", "top", "x1", "bottom", "size"))
            spaced = any(0 < x0 - at < 0.9 * size for at in spaces.get(round(y1 / 2), ()))
            upright.append(BoxedWord(word["text"], x0 - left, y0 - top, x1 - left, y1 - top, size=size, is_spaced=spaced))
    turned = "".join(char["text"] for char in page.chars if not char["upright"])
    notes = [str(note.get("contents") or "") for note in page.annots]
    aside = [words for words in (turned, *notes) if words.strip()]
    wild = sum(word.text.count("(cid:") for word in upright)
    is_scan = (not upright and _is_pictured(page)) or wild * 4 > sum(len(word.text) for word in upright)
    width, height = float(page.width), float(page.height)
    return Sheet(number, width, height, () if is_scan else tuple(upright), tuple(aside), is_scan=is_scan)


def _spaces(characters: list[dict[str, Any]]) -> dict[int, list[float]]:
    """The middles of the spaces a page holds, by the height of their line."""
    found: dict[int, list[float]] = {}
    for character in characters:
        if character["text"].isspace():
            found.setdefault(round(character["bottom"] / 2), []).append((character["x0"] + character["x1"]) / 2)
    return found


def _is_doubled(characters: list[dict[str, Any]]) -> bool:
    """Whether many characters are set twice in one place, as some programs make bold type."""
    cells = {(char["text"], char["x0"] // 2, char["top"] // 2) for char in characters}
    return len(cells) < 0.95 * len(characters)


def _is_pictured(page: Any) -> bool:
    area = sum(float(image["width"]) * float(image["height"]) for image in page.images)
    return area > _PICTURED * float(page.width) * float(page.height) or len(page.curves) > 200


def _scanned(raw: bytes, sheet: Sheet, scanner: Scanner) -> Sheet:
    scale = min(_DOTS / _POINTS, (MOST_PIXELS / max(1.0, sheet.width * sheet.height)) ** 0.5)
    return on_sheet(page_png(raw, sheet.number, scale=scale), sheet, scanner, scale=scale)


def on_sheet(png: bytes, sheet: Sheet, scanner: Scanner, *, scale: float) -> Sheet:
    """The sheet with the words of its picture, whose pixels are `scale` to a point."""
    words = scanner.words_on(png)
    heads = scanner.head_lines(png) if sheet.number == 1 else []
    placed = tuple(
        BoxedWord(w.text, w.left / scale, w.top / scale, w.right / scale, w.bottom / scale, size=w.size / scale) for w in words
    )
    return Sheet(sheet.number, sheet.width, sheet.height, placed, (*sheet.aside, *heads), is_scan=True)


def page_png(raw: bytes, number: int, *, scale: float) -> bytes:
    """The page, counted from 1, drawn in shades of grey with `scale` pixels to a point."""
    import pypdfium2  # type: ignore[import-untyped]

    pdf = pypdfium2.PdfDocument(raw)
    try:
        page = pdf[number - 1]
        width, height = page.get_size()
        scale = min(scale, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        out = io.BytesIO()
        page.render(scale=scale, grayscale=True).to_pil().save(out, "PNG")
        return out.getvalue()
    finally:
        pdf.close()
