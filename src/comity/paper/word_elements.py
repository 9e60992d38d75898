"""The elements a Word file is made of, by name: elements in, elements out; nothing here knows a document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from comity.paper.rendering import show_marks

Attributes = Mapping[str, str | int]

# Source: ISO/IEC 29500-1, 17.3.1.26 and 17.3.2.28: properties stand in this order.
_ORDERS = {
    "pPr": [
        "pStyle",
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "numPr",
        "pBdr",
        "tabs",
        "spacing",
        "ind",
        "jc",
        "outlineLvl",
        "sectPr",
    ],
    "rPr": ["rStyle", "rFonts", "b", "bCs", "i", "noProof", "color", "sz", "szCs", "u", "lang"],
}
_PLACES = {name: {qn(f"w:{each}"): at for at, each in enumerate(order)} for name, order in _ORDERS.items()}
# Word takes no more in the name of a table that is read out; the caption itself stands above it whole.
_CAPTION = 250
_NAMES = {"w": nsmap["w"]}
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_TAGS = {"vi": "vi-VN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "en-GB"}


def element(name: str, attributes: Attributes | None = None, *within: Any) -> Any:
    """An element of the `w` names; attributes without a prefix are of those names too. `within` None is left out."""
    given = {_called(key): str(value) for key, value in attributes.items()} if attributes else None
    made: Any = oxml_parser.makeelement(_called(name), attrib=given, nsmap=_NAMES)
    made.extend(part for part in within if part is not None)
    return made


@cache
def _called(name: str) -> str:
    """A name as the file has it; looked up once, for a long file has hundreds of thousands of elements."""
    return qn(name if ":" in name else f"w:{name}")


def properties(name: str, *within: Any) -> Any:
    """The properties of a paragraph (pPr) or a run (rPr): what is given, in the order Word asks for."""
    places = _PLACES[name]
    given = [part for part in within if part is not None]
    return element(name, None, *sorted(given, key=lambda part: places[part.tag]))


def twips(points: float) -> int:
    """Points as twentieths of them, in which Word measures."""
    return round(points * 20)


def of_mm(millimetres: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def tag_of(lang: str) -> str:
    """A language as Word writes it; "" where it is not known which."""
    return _TAGS.get(lang, lang if lang != "und" and _TAG.fullmatch(lang) else "")


def run_of(text: str, lang: str, *, style: str = "", is_strong: bool = False, is_whole: bool = False) -> Any:
    """Text in one language; Chinese takes the Chinese font for the signs both scripts have. A whole one keeps its hyphens."""
    tag = tag_of(lang)
    is_han = tag.startswith("zh")
    language = {"val": tag, "eastAsia": tag} if is_han else {"val": tag}
    set_by = properties(
        "rPr",
        element("rStyle", {"val": style}) if style else None,
        element("rFonts", {"hint": "eastAsia"}) if is_han else None,
        element("b") if is_strong else None,
        element("lang", language) if tag else element("noProof"),
    )
    return element("r", None, set_by, *_texts(show_marks(text), "noBreakHyphen" if is_whole else ""))


def _texts(text: str, hyphen: str) -> list[Any]:
    """The text with its line breaks and tabs as Word has them, and with this element for a hyphen where one is named."""
    signs = {"\n": "br", "\t": "tab"} | ({"-": hyphen} if hyphen else {})
    parts: list[Any] = []
    for piece in re.split(f"([{''.join(map(re.escape, signs))}])", text.replace("\r\n", "\n").replace("\r", "\n")):
        if piece in signs:
            parts.append(element(signs[piece]))
        elif piece:
            made = element("t", {"xml:space": "preserve"})
            made.text = piece
            parts.append(made)
    return parts


def paragraph_of(style: str, *within: Any, set_by: tuple[Any, ...] = ()) -> Any:
    """A paragraph in a style, by its id; `set_by` are properties of its own."""
    return element("p", None, properties("pPr", element("pStyle", {"val": style}), *set_by), *within)


def field_of(instruction: str, lang: str) -> Any:
    """A place Word fills in, such as the number of the page."""
    return element("fldSimple", {"instr": instruction}, run_of("1", lang))


def row_of(cells: list[Any], *, is_head: bool = False, is_whole: bool = False) -> Any:
    """A row of a table; a head is said again on every page, a whole one is not broken across two."""
    kept = element("cantSplit") if is_whole or is_head else None
    set_by = element("trPr", None, kept, element("tblHeader") if is_head else None)
    return element("tr", None, set_by if len(set_by) else None, *cells)


def cell_of(width: int, paragraphs: list[Any]) -> Any:
    """A cell `width` twips wide; Word asks for a paragraph in each."""
    return element("tc", None, element("tcPr", None, element("tcW", {"w": width, "type": "dxa"})), *paragraphs)


def table_of(style: str, widths: list[int], rows: list[Any], *, about: str = "", left: int = 0) -> Any:
    """A table whose columns stay as wide as they are given, in twips; it begins `left` of the text where that is below nought."""
    has_head = "1" if style == "PaperTable" else "0"
    look = {"firstRow": has_head, "lastRow": "0", "firstColumn": has_head, "lastColumn": "0", "noHBand": "1", "noVBand": "1"}
    set_by = element(
        "tblPr",
        None,
        element("tblStyle", {"val": style}),
        element("tblW", {"w": sum(widths), "type": "dxa"}),
        element("tblInd", {"w": left, "type": "dxa"}) if left else None,
        element("tblLayout", {"type": "fixed"}),
        element("tblLook", {"val": "06A0" if has_head == "1" else "0600"} | look),
        element("tblCaption", {"val": show_marks(about[:_CAPTION])}) if about else None,
    )
    grid = element("tblGrid", None, *(element("gridCol", {"w": width}) for width in widths))
    return element("tbl", None, set_by, grid, *rows)
