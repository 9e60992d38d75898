"""Languages side by side in a Word file: one table with a column each; pictures stand between, as wide as the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docx.oxml.ns import qn

from comity.paper.printed import SHORT, Bullets, Heading, Paragraph, Picture
from comity.paper.printed_head import Frame
from comity.paper.printed_numbers import numbers_of
from comity.paper.printed_sides import Piece, SideRow, sides_of
from comity.paper.translate import LANGUAGE_NAMES
from comity.paper.word_elements import cell_of, of_mm, paragraph_of, row_of, run_of, table_of
from comity.paper.word_writer import Writer


def beside_of(writers: Sequence[Writer], frames: Sequence[Frame]) -> Iterable[Any]:
    """Head, rows and foot of all languages."""
    numbers = [numbers_of(writer.printed) for writer in writers]
    opening = [writer.frame((*frame.left, *frame.right, *frame.middle)) for writer, frame in zip(writers, frames, strict=True)]
    rows = [_row(writers, opening)]
    for row in sides_of([writer.printed for writer in writers]):
        if not row.is_picture:
            rows.append(_row(writers, _pieces(writers, row, numbers), is_kept=row.is_heading))
            continue
        yield from _table(writers, rows)
        rows = []
        for writer, side in zip(writers, row.sides, strict=True):
            for piece in side:
                if isinstance(piece, Picture):
                    yield from writer.picture(piece)
    both = zip(writers, frames, strict=True)
    closing = [[*writer.frame((*frame.signed, *frame.copies)), *writer.mark()] for writer, frame in both]
    yield from _table(writers, [*rows, _row(writers, closing)])


def _table(writers: Sequence[Writer], rows: list[Any]) -> list[Any]:
    """The rows under the names of the languages; nothing where there are none."""
    if not rows:
        return []
    widths = _widths(writers)
    heads = [
        cell_of(
            width, [paragraph_of(writer.style("Table Text"), run_of(LANGUAGE_NAMES.get(writer.lang, writer.lang), writer.lang))]
        )
        for width, writer in zip(widths, writers, strict=True)
    ]
    return [table_of("PaperTable", widths, [row_of(heads, is_head=True), *rows]), writers[0].room()]


def _widths(writers: Sequence[Writer]) -> list[int]:
    return [of_mm(writers[0].layout.room) // len(writers)] * len(writers)


def _row(writers: Sequence[Writer], sides: Sequence[list[Any]], *, is_kept: bool = False) -> Any:
    cells = []
    for width, writer, side in zip(_widths(writers), writers, sides, strict=True):
        paragraphs = side or [writer.room()]
        if is_kept:
            for paragraph in paragraphs:
                paragraph.get_or_add_pPr().get_or_add_keepNext()
        cells.append(cell_of(width, paragraphs))
    length = sum(len(text.text) for cell in cells for text in cell.iter(qn("w:t")))
    return row_of(cells, is_whole=length < SHORT)


def _pieces(writers: Sequence[Writer], row: SideRow, numbers: Sequence[dict[str, str]]) -> list[list[Any]]:
    return [
        [made for piece in side for made in _piece(writer, piece, known)]
        for writer, side, known in zip(writers, row.sides, numbers, strict=True)
    ]


def _piece(writer: Writer, piece: Piece, numbers: dict[str, str]) -> list[Any]:
    match piece:
        case Heading():
            return [writer.heading(piece, numbers)]
        case Bullets():
            return writer.bullets(piece)
        case Paragraph():
            return [writer.paragraph(piece, "Table Text")]
        case Picture():
            return []
