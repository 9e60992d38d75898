"""The table behind a picture, and the line under it: whoever cannot see the drawing has every figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from comity.paper.printed import Cell, Line, Paragraph, Picture, Run, Table

# A cell: its words, or a number, or words with their language.
Given = str | int | Run


def picture(key: str, svg: str, said: tuple[str, str, Sequence[str]], table: Table) -> Picture:
    """The picture; `said` is its caption, what it shows in words, and remarks on what it leaves out or goes by."""
    caption, alt, remarks = said
    words = " ".join([caption, *remarks])
    return Picture(key, svg, (Run(words),), alt, table)


def figure_table(key: str, caption: str, heads: Iterable[str], rows: Iterable[Sequence[Given]]) -> Table:
    """The table; the first cell of a row names it, numbers stand to the right."""
    given, named = [list(row) for row in rows], tuple((Run(head),) for head in heads)
    made = tuple(
        tuple(Cell((Paragraph(f"{key}/{at}.{column}", _line(each)),), isinstance(each, int)) for column, each in enumerate(row))
        for at, row in enumerate(given)
    )
    return Table(f"{key}/table", (Run(caption),), named, made, _widths(given, len(named)))


def _widths(rows: Sequence[Sequence[Given]], count: int) -> tuple[int, ...]:
    """Columns of numbers narrow, the others sharing the rest; they sum to 100."""
    is_number = [bool(rows) and isinstance(rows[0][column], int) for column in range(count)]
    narrow = min(12, 72 // max(1, sum(is_number)))
    wide = (100 - narrow * sum(is_number)) // max(1, count - sum(is_number))
    widths = [narrow if number else wide for number in is_number]
    return (100 - sum(widths[1:]), *widths[1:])


def _line(given: Given) -> Line:
    return (given if isinstance(given, Run) else Run(str(given)),)
