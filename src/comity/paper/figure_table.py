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
    made = [
        tuple(
            Cell((Paragraph(f"{key}/{at}.{column}", _line(given)),), isinstance(given, int)) for column, given in enumerate(row)
        )
        for at, row in enumerate(rows)
    ]
    return Table(f"{key}/table", (Run(caption),), tuple((Run(head),) for head in heads), tuple(made))


def _line(given: Given) -> Line:
    return (given if isinstance(given, Run) else Run(str(given)),)
