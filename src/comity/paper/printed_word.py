"""A printed document as a Word file that a clerk edits: real styles, the language of every run, letters for each script.

- Its properties hold a title and a language, and nothing of who made it, with what or when; the same input gives the same bytes.
- Pictures are PNG with their words, and their table follows.
- Several languages stand side by side in one table, or one after another, each a section of its own.

Source: Decree 30/2020/ND-CP, appendix I; GB/T 9704-2012; ISO/IEC 29500-1.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document
from docx.document import Document as Opened

from comity.paper.printed import Printed
from comity.paper.printed_head import Frame, frame_of
from comity.paper.printed_page import Order, is_beside, title_of
from comity.paper.rendering import show_marks
from comity.paper.word_beside import beside_of
from comity.paper.word_elements import cell_of, element, of_mm, row_of, table_of, tag_of
from comity.paper.word_layouts import layout_of
from comity.paper.word_sheets import sheet_of
from comity.paper.word_styles import fonts_table, lists_of, styles_of
from comity.paper.word_writer import Anchors, Writer, keys_linked


def word_of(printed: Sequence[Printed], order: Order = Order.BESIDE) -> bytes:
    """The file. 1,000 rows of a table take about a second."""
    opened: Any = Document()
    beside = is_beside(printed, order)
    anchors = Anchors(opened, keys_linked(printed))
    writers = [
        Writer(one, layout_of(one.lang, is_beside=beside, has_head=one.head is not None), anchors, one.lang if at else "")
        for at, one in enumerate(printed)
    ]
    frames = [frame_of(one) for one in printed]
    _dress(opened, writers, frames)
    body = opened.element.body
    for child in list(body):
        body.remove(child)
    if beside:
        body.extend(beside_of(writers, frames))
        _end_low(body, writers[0])
        body.append(sheet_of(opened, writers[0]))
    else:
        for at, (writer, frame) in enumerate(zip(writers, frames, strict=True)):
            body.extend(_whole(writer, frame))
            _end_low(body, writer)
            sheet = sheet_of(opened, writer)
            is_last = at == len(writers) - 1
            body.append(sheet if is_last else element("p", None, element("pPr", None, sheet)))
    _number(opened, anchors)
    _undress(opened, printed[0])
    return _packed(opened)


def _whole(writer: Writer, frame: Frame) -> Iterable[Any]:
    """One document: its head, its blocks, its foot."""
    if frame.left and frame.right:
        yield _two_columns(writer, writer.frame(frame.left), writer.frame(frame.right), overhang=writer.layout.overhang)
        yield writer.room()
    else:
        yield from writer.frame(frame.left)
    yield from writer.frame(frame.middle)
    closing = list(_closing(writer, frame))
    yield from writer.blocks(closing)
    yield from () if writer.printed.has_annexes else closing
    yield from writer.mark()


def _end_low(body: Any, writer: Writer) -> None:
    """Makes the room behind a last table, which Word asks for, too low to need a page of its own."""
    if len(body) > 1 and body[-2].tag.endswith("}tbl"):
        body[-1].getparent().replace(body[-1], writer.end())


def _closing(writer: Writer, frame: Frame) -> Iterable[Any]:
    """Who signs, and who receives it."""
    if writer.lang == "vi" and frame.signed and frame.copies:
        yield writer.room()
        yield _two_columns(writer, writer.frame(frame.copies), writer.frame(frame.signed))
        yield writer.room()
    else:
        yield from (*writer.frame(frame.signed), *writer.frame(frame.copies))


def _two_columns(writer: Writer, left: list[Any], right: list[Any], *, overhang: int = 0) -> Any:
    """What stands at the left and at the right above or below a paper: the one table that holds no table."""
    widths = [round(of_mm(writer.layout.room + overhang) * share / 100) for share in writer.layout.columns]
    cells = [cell_of(width, lines or [writer.room()]) for width, lines in zip(widths, (left, right), strict=True)]
    return table_of("PaperFrame", widths, [row_of(cells, is_whole=True)], left=-of_mm(overhang / 2))


def _dress(opened: Any, writers: Sequence[Writer], frames: Sequence[Frame]) -> None:
    """Styles, settings and letters of this file in the place of those that came with it."""
    styles = opened.styles.element
    styles[:] = styles_of([writer.layout for writer in writers], [frame.is_national for frame in frames])
    settings = opened.settings.element
    mode = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": "15"}
    tag = tag_of(writers[0].lang) or "en-GB"
    settings[:] = [
        element("zoom", {"percent": 100}),
        element("defaultTabStop", {"val": 720}),
        element("characterSpacingControl", {"val": "compressPunctuation"}),
        element("compat", None, element("compatSetting", mode)),
        element("themeFontLang", {"val": tag, "eastAsia": tag if tag.startswith("zh") else "zh-CN"}),
    ]


def _number(opened: Opened, anchors: Anchors) -> None:
    numbering: Any = opened.part.numbering_part.element
    numbering[:] = lists_of(anchors.numbered)


def _undress(opened: Any, printed: Printed) -> None:
    """Takes away what the file says of its making, and says title and language."""
    from docx.oxml.parser import parse_xml

    for part, kept in ((opened.part.package, ("officeDocument", "core-properties")), (opened.part, _KEPT)):
        for name, relation in list(part.rels.items()):
            if not relation.reltype.endswith(kept):
                part.rels.pop(name)
            elif relation.reltype.endswith("/fontTable"):
                relation.target_part._blob = fonts_table()
    title, tag = show_marks(title_of(printed)), tag_of(printed.lang)
    made = parse_xml(f'<x xmlns:dc="{_DC}"><dc:title/><dc:language/></x>')
    made[0].text, made[1].text = title, tag
    core: Any = opened.core_properties._element
    core[:] = list(made)


_DC = "http://purl.org/dc/elements/1.1/"
_KEPT = ("/styles", "/settings", "/numbering", "/fontTable", "/image", "/hyperlink", "/header", "/footer")


def _packed(opened: Any) -> bytes:
    """The file without the hour of its packing."""
    loose, target = io.BytesIO(), io.BytesIO()
    opened.save(loose)
    with zipfile.ZipFile(loose) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return target.getvalue()
