"""Several languages of one document side by side: rows by block key, one column a language.

- The order is that of the first; what only another has stands behind what it follows there.
- A table becomes a row for each of its rows, in which every cell is a line "head: words": columns within columns are not read.
- What a language lacks is an empty place, never the words of another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from comity.paper.printed import (
    NOTHING,
    Block,
    Bullets,
    Cell,
    Ending,
    Heading,
    Line,
    NewPage,
    Paragraph,
    Picture,
    Printed,
    Run,
    Table,
    rows_of,
    table_behind,
)

Piece = Heading | Paragraph | Bullets | Picture


@dataclass(frozen=True, slots=True)
class SideRow:
    """What stands beside each other: for each language its pieces, in the order of the documents."""

    sides: tuple[tuple[Piece, ...], ...]
    names_table: bool = False

    @property
    def is_heading(self) -> bool:
        return self.names_table or any(isinstance(piece, Heading) for side in self.sides for piece in side)

    @property
    def is_picture(self) -> bool:
        return any(isinstance(piece, Picture) for side in self.sides for piece in side)


def sides_of(printed: Sequence[Printed]) -> list[SideRow]:
    """The rows of the documents side by side."""
    blocks = [{block.key: block for block in one.blocks if not isinstance(block, NewPage | Ending)} for one in printed]
    rows: list[SideRow] = []
    for key in merged([list(side) for side in blocks]):
        rows += _rows([side.get(key) for side in blocks])
    return rows


def merged(orders: Sequence[Sequence[str]]) -> list[str]:
    """Every key once, in the first order; those it lacks behind the one they follow elsewhere. Linear in the keys."""
    after: dict[str, list[str]] = {}
    known = set(orders[0])
    for order in orders[1:]:
        before = ""
        for key in order:
            if key not in known:
                known.add(key)
                after.setdefault(before, []).append(key)
            before = key
    result: list[str] = []
    waiting = [*after.get("", []), *orders[0]][::-1]
    while waiting:
        key = waiting.pop()
        result.append(key)
        waiting += after.get(key, [])[::-1]
    return result


def _rows(blocks: Sequence[Block | None]) -> list[SideRow]:
    pieces = _each(blocks, lambda block: (block,) if isinstance(block, Heading | Paragraph | Bullets | Picture) else ())
    rows = [SideRow(pieces)] if any(pieces) else []
    tables = [_table_in(block) for block in blocks]
    return rows + _table_rows(tables) if any(tables) else rows


def _each(blocks: Sequence[Block | None], made: Callable[[Block], tuple[Piece, ...]]) -> tuple[tuple[Piece, ...], ...]:
    return tuple(() if block is None else made(block) for block in blocks)


def _table_in(block: Block | None) -> Table | None:
    return table_behind(block) if isinstance(block, Picture) else block if isinstance(block, Table) else None


def _table_rows(tables: Sequence[Table | None]) -> list[SideRow]:
    rows = [SideRow(tuple((Paragraph(table.key, _strong(_called(table))),) if table else () for table in tables), True)]
    by_name = [_by_name(table) for table in tables]
    return rows + [SideRow(tuple(side.get(name, ()) for side in by_name)) for name in merged([list(side) for side in by_name])]


def _called(table: Table) -> Line:
    """What a table is called: by its caption, else by its heads."""
    return table.caption or tuple(run for head in table.heads for run in (*head, Run(" ")))[:-1]


def _by_name(table: Table | None) -> dict[str, tuple[Piece, ...]]:
    """The rows of a table as pieces, by the key of their first paragraph, else by their place."""
    if table is None:
        return {}
    found: dict[str, tuple[Piece, ...]] = {}
    for at, row in enumerate(rows_of(table)):
        first = next((part.key for cell in row for part in cell.paragraphs), "")
        found[first or f"row {at}"] = _row_pieces(table, row)
    return found


def _row_pieces(table: Table, row: Sequence[Cell]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for at, (head, cell) in enumerate(zip(table.heads, row, strict=True)):
        parts = cell.paragraphs or (Paragraph("", (Run(NOTHING),)),)
        label = () if at == 0 or not head else (*head, Run(": "))
        first = parts[0].line if at else _strong(parts[0].line)
        pieces.append(replace(parts[0], line=(*label, *first)))
        pieces += parts[1:]
    return tuple(pieces)


def _strong(line: Line) -> Line:
    return tuple(replace(run, is_strong=True) for run in line)
