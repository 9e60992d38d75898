"""Tables for spreadsheets and programs: CSV in UTF-8, with every cell kept as text.

A cell that begins with what a spreadsheet takes for a formula, full-width signs included, bears an apostrophe before it; take one
leading apostrophe before such a sign away to have the words of the record.

Source: RFC 4180 (form); OWASP, CSV Injection (signs).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"


def as_text(cell: str) -> str:
    """The cell so that no spreadsheet reckons it out."""
    return "'" + cell if cell.startswith(FORMULA_SIGNS) else cell


def table(rows: Iterable[Sequence[str]], *, line_end: str = "\r\n") -> str:
    """The rows as CSV without a byte order mark, the heading being the first of them."""
    out = io.StringIO()
    csv.writer(out, lineterminator=line_end).writerows([as_text(cell) for cell in row] for row in rows)
    return out.getvalue()


def table_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as a CSV file: UTF-8 with a byte order mark, lines ended by CR LF."""
    return (BYTE_ORDER_MARK + table(rows)).encode()
