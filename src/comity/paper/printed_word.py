"""A printed document as a Word file that a clerk edits: real styles, the language of every run, fonts for each script.

- Its properties hold a title and a language, and nothing of who made it or when.
- Pictures are PNG with their words, and their table follows.

Source: Decree 30/2020/ND-CP, appendix I; GB/T 9704-2012.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.document import Document as Opened
from docx.shared import Emu
from docx.text.paragraph import Paragraph as WordParagraph

from comity.paper.picture_png import picture_png
from comity.paper.printed import Bullets, Heading, Line, NewPage, Paragraph, Picture, Printed, Run, Table
from comity.paper.printed_head import HeadLine, frame_of
from comity.paper.printed_markup import language_of
from comity.paper.printed_numbers import numbers_of


def word_of(printed: Sequence[Printed]) -> bytes:
    """The file: one document, or several languages of it side by side."""
    first = printed[0]
    opened = Document()
    frame = frame_of(first)
    for lines in (frame.left, frame.right, frame.middle):
        _lines(opened, lines)
    numbers = numbers_of(first)
    for block in first.blocks:
        match block:
            case Heading():
                _write(opened.add_heading(numbers.get(block.key, ""), block.level), block.line, first.lang)
            case Paragraph():
                _paragraph(opened.add_paragraph(), block, first.lang)
            case Bullets():
                for item in block.items:
                    _paragraph(
                        opened.add_paragraph(style="List Number" if block.is_numbered else "List Bullet"), item, first.lang
                    )
            case Table():
                _table(opened, block, first.lang)
            case Picture():
                opened.add_picture(io.BytesIO(picture_png(block.svg)), width=Emu(5_400_000))
                _table(opened, block.table, first.lang)
            case NewPage():
                opened.add_paragraph().paragraph_format.page_break_before = True
    for lines in (frame.signed, frame.copies):
        _lines(opened, lines)
    target = io.BytesIO()
    opened.save(target)
    return target.getvalue()


def _lines(opened: Opened, lines: Sequence[HeadLine]) -> None:
    for line in lines:
        opened.add_paragraph(line.text)


def _paragraph(into: WordParagraph, paragraph: Paragraph, lang: str) -> None:
    _write(into, paragraph.line, lang)
    behind = [*paragraph.sources, *([Run(paragraph.code)] if paragraph.code else [])]
    for run in behind:
        _write(into, (Run(" "), run), lang)


def _write(into: WordParagraph, line: Line, lang: str) -> None:
    for run in line:
        language_of(run, lang)
        into.add_run(run.text).bold = run.is_strong or None


def _table(opened: Opened, table: Table, lang: str) -> None:
    made: Any = opened.add_table(rows=1, cols=len(table.heads))
    for cell, head in zip(made.rows[0].cells, table.heads, strict=True):
        _write(cell.paragraphs[0], head, lang)
    for row in table.rows:
        for cell, given in zip(made.add_row().cells, row, strict=True):
            for at, paragraph in enumerate(given.paragraphs):
                _paragraph(cell.paragraphs[0] if at == 0 else cell.add_paragraph(), paragraph, lang)
