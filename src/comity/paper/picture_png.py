"""A drawing as a PNG, for Word files and chats: through the same hands as the PDF, so that its letters are the same."""

from __future__ import annotations

import base64
import io
import re

from markupsafe import Markup

from comity.paper.printed_fonts import engine

# Wide enough to be sharp across a sheet of A4, small enough for a chat.
PIXELS = 1600
_LETTERS = "Noto Sans,Noto Sans CJK SC"
_FONTS = re.compile(r"""font-family=("[^"]*"|'[^']*')""")
_NUMBER = re.compile(r"\s*([\d.]+)\s*(?:px)?\s*")


def picture_png(svg: str, *, pixels: int = PIXELS) -> bytes:
    """The drawing on white, `pixels` wide; the same input gives the same bytes. Raises: PaperPartsMissing."""
    import pypdfium2  # type: ignore[import-untyped]

    width, height = size_of(svg)
    source = "data:image/svg+xml;base64," + base64.b64encode(in_paper_letters(svg).encode()).decode()
    page = Markup(
        "<style>@page {{ margin: 0; size: {0}px {1}px }} html, body {{ margin: 0 }}"
        ' img {{ display: block; width: {0}px; height: {1}px }}</style><img alt="" src="{2}">'
    ).format(f"{width:g}", f"{height:g}", source)
    raw = engine().HTML(string=page).write_pdf(pdf_identifier=b"picture")
    document = pypdfium2.PdfDocument(raw)
    try:
        bitmap = document[0].render(scale=pixels / (width * 0.75))
        target = io.BytesIO()
        bitmap.to_pil().convert("RGB").save(target, "PNG", optimize=True)
    finally:
        document.close()
    return target.getvalue()


def in_paper_letters(svg: str) -> str:
    """The drawing with the letters that papers are printed in, whatever it names: a name in quotes behind a space is not found,

    and the letters of another country would stand in its place.
    """
    drawn, named = _FONTS.subn(f'font-family="{_LETTERS}"', svg)
    return drawn if named else svg.replace("<svg ", f'<svg font-family="{_LETTERS}" ', 1)


def size_of(svg: str) -> tuple[float, float]:
    """Width and height of a drawing in its own units, from its view box or its two sizes; 600 by 400 where it has neither."""
    from lxml import etree  # type: ignore[import-untyped]

    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    given = box[2:] if len(box) == 4 else [root.get("width", ""), root.get("height", "")]
    numbers = [float(found.group(1)) for text in given if (found := _NUMBER.fullmatch(text))]
    return (numbers[0], numbers[1]) if len(numbers) == 2 and all(numbers) else (600.0, 400.0)
