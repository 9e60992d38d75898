"""The sheet of a section of a Word file: size, margins, and what stands above and below every page."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.hdrftr import FooterPart, HeaderPart

from comity.paper.printed import Printed
from comity.paper.printed_sheets import PAGE_OF
from comity.paper.translate import translate
from comity.paper.word_elements import element, field_of, of_mm, paragraph_of, run_of
from comity.paper.word_writer import Writer


def sheet_of(opened: Any, writer: Writer) -> Any:
    """The properties of a section; its header and footer are parts of the file."""
    layout = writer.layout
    width, height = layout.sheet
    top, right, bottom, left = layout.margins
    size: dict[str, str | int] = {"w": of_mm(width), "h": of_mm(height)}
    if layout.is_on_its_side:
        size["orient"] = "landscape"
    margins = {"top": of_mm(top), "right": of_mm(right), "bottom": of_mm(bottom), "left": of_mm(left)}
    is_letter = writer.printed.head is not None and writer.printed.head.is_letter and not layout.is_on_its_side
    above = _numbered_above(writer) if is_letter and writer.lang == "vi" else _labelled(writer)
    below = None if is_letter and writer.lang == "vi" else _numbered(writer, is_letter)
    return element(
        "sectPr",
        None,
        _part(opened, "header", [above]),
        _part(opened, "footer", [below] if below is not None else [paragraph_of(writer.style("Footer"))]),
        element("type", {"val": "nextPage"}),
        element("pgSz", size),
        element("pgMar", margins | {"header": of_mm(12), "footer": of_mm(12 if bottom < 30 else 26), "gutter": 0}),
        # The first page of a Vietnamese letter bears no number.
        element("titlePg") if is_letter and writer.lang == "vi" else None,
    )


def _part(opened: Any, kind: str, paragraphs: list[Any]) -> Any:
    """A header or footer as a part of the file, and the reference to it."""
    part_type, relation = (HeaderPart, RELATIONSHIP_TYPE.HEADER) if kind == "header" else (FooterPart, RELATIONSHIP_TYPE.FOOTER)
    part: Any = part_type.new(opened.part.package)
    part.element[:] = paragraphs
    return element(f"{kind}Reference", {"type": "default", "r:id": opened.part.relate_to(part, relation)})


def _labelled(writer: Writer) -> Any:
    """For whom it is at the left, the edition at the right."""
    printed: Printed = writer.printed
    tab = element("r", None, element("tab"))
    return paragraph_of(writer.style("Header"), run_of(printed.label, printed.lang), tab, run_of(printed.edition, printed.lang))


def _numbered(writer: Writer, is_letter: bool) -> Any:
    """Which page of how many; a Chinese letter has the number between dashes at the outer side."""
    lang = writer.lang
    if is_letter and lang == "zh-Hans":
        return paragraph_of(writer.style("Letter Number"), run_of("— ", lang), field_of("PAGE", lang), run_of(" —", lang))
    parts: list[Any] = []
    words = translate(lang)(PAGE_OF, page="\x00PAGE\x00", pages="\x00NUMPAGES\x00")
    for at, piece in enumerate(words.split("\x00")):
        parts += [field_of(piece, lang)] if at % 2 else [run_of(piece, lang)] if piece else []
    return paragraph_of(writer.style("Footer"), *parts)


def _numbered_above(writer: Writer) -> Any:
    middle = (element("jc", {"val": "center"}),)
    return paragraph_of(writer.style("Header"), field_of("PAGE", writer.lang), set_by=middle)
