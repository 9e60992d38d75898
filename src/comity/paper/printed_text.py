"""A printed document as plain text, for a message or a terminal: the same words in the same order."""

from __future__ import annotations

from collections.abc import Iterable

from comity.paper.printed import (
    NOTHING,
    Block,
    Bullets,
    Heading,
    NewPage,
    Paragraph,
    Picture,
    Printed,
    Table,
    plain,
    rows_of,
    table_behind,
)
from comity.paper.printed_head import HeadLine, frame_of
from comity.paper.printed_numbers import numbers_of
from comity.paper.rendering import show_marks


def text_of(printed: Printed) -> str:
    """The document as lines of text; parts are set apart by an empty line."""
    frame = frame_of(printed)
    numbers = numbers_of(printed)
    parts = [_frame_lines(frame.left), _frame_lines(frame.right), _frame_lines(frame.middle)]
    parts += [_block(block, numbers) for block in printed.blocks]
    parts += [_frame_lines(frame.signed), _frame_lines(frame.copies)]
    parts += ["\n".join(plain(line) for line in printed.mark.lines)] if printed.mark else []
    return show_marks("\n\n".join(part for part in parts if part) + "\n")


def _frame_lines(lines: Iterable[HeadLine]) -> str:
    return "\n".join(line.text for line in lines)


def _block(block: Block, numbers: dict[str, str]) -> str:
    match block:
        case Heading():
            return numbers.get(block.key, "") + plain(block.line)
        case Paragraph():
            return _paragraph(block)
        case Bullets():
            signs = (f"{count}. " if block.is_numbered else "- " for count in range(1, len(block.items) + 1))
            return "\n".join(sign + _paragraph(item) for sign, item in zip(signs, block.items, strict=True))
        case Table():
            return _table(block)
        case Picture():
            return f"[{plain(block.caption)}]\n{block.alt}\n\n{_table(table_behind(block))}"
        case NewPage():
            return ""


def _paragraph(paragraph: Paragraph) -> str:
    behind = [plain((source,)) for source in paragraph.sources] + [paragraph.code] * bool(paragraph.code)
    text = plain(paragraph.line) + (f" ({' · '.join(behind)})" if behind else "")
    return text + (f" [{paragraph.remark}]" if paragraph.remark else "")


def _table(table: Table) -> str:
    """Each row under its name, its cells as "head: words": columns do not hold in a message."""
    heads = [plain(head) for head in table.heads]
    lines = [plain(table.caption)] if table.caption else []
    for row in rows_of(table) if table.heads else ():
        cells = [" / ".join(_paragraph(part) for part in cell.paragraphs) or NOTHING for cell in row]
        lines.append("\n".join([cells[0], *(f"  {head}: {words}" for head, words in zip(heads[1:], cells[1:], strict=False))]))
    return "\n".join(lines)
