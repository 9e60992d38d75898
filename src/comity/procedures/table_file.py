"""A table out of the bytes of a file: headings and rows of text, whatever program wrote it.

- CSV in UTF-8, UTF-16, GB18030 or windows-1258, set apart by commas, semicolons or tabs; or an XLSX workbook, one sheet.
- The first row is the headings. Rows keep the numbers a spreadsheet shows; blank rows are passed over.
- Cells come as NFC text without space around. A leading ' that a spreadsheet needs before = + - @ is dropped.
- A file is bounded in bytes, rows and columns, so that no file can stop the machine.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from comity.paper.table import FORMULA_SIGNS
from comity.reader.files.encoding import decode
from comity.reader.files.marks import secret_mark
from comity.record.errors import NoHeadings, NoSuchSheet, NotATable, SecretMark, TableTooLarge

MAX_BYTES = 20_000_000
MAX_ROWS = 10_000
MAX_COLUMNS = 100

SEPARATORS = ",;\t"

_WORKBOOK, _OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAID_SEPARATOR = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it: its number, its cells, and the places of cells that hold no value of their own (formulas)."""

    number: int
    cells: tuple[str, ...]
    formulas: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the name of its file, the SHA-256 of the file's bytes, its headings and rows; each row as wide as the headings."""

    name: str
    digest: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(raw: bytes, *, name: str, sheet: str = "") -> Table:
    """The table in a file; of a workbook the sheet called `sheet`, else the first one that is not hidden.

    Raises: NotATable, TableTooLarge, NoHeadings, NoSuchSheet; SecretMark where a line of it is a state-secret mark.
    """
    if len(raw) > MAX_BYTES:
        raise TableTooLarge(name=name, limit=f"{MAX_BYTES} bytes")
    if raw.startswith(_OLD_WORKBOOK):
        locked = _ENCRYPTED in raw
        problem = "it is locked with a password" if locked else "it is a workbook of the old kind, to be saved as .xlsx or .csv"
        raise NotATable(name=name, problem=problem)
    if raw.startswith(_WORKBOOK):
        from comity.procedures.workbook import rows_of_sheet

        rows = _filled(rows_of_sheet(raw, name=name, sheet=sheet, most=MAX_ROWS + 2), name)
    elif sheet:
        raise NoSuchSheet(name=name, sheet=sheet, sheets="-")
    else:
        rows = _filled(_rows_of_text(raw, name), name)
    return _table(rows, name, hashlib.sha256(raw).hexdigest())


def cell_text(text: str) -> str:
    """Text as the record takes it: NFC, lines ended by line feeds, no space around."""
    cleaned = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return cleaned[1:] if cleaned.startswith("'") and cleaned[1:].startswith(FORMULA_SIGNS) else cleaned


def _rows_of_text(raw: bytes, name: str) -> Iterator[Row]:
    text = decode(raw)
    if text is None:
        raise NotATable(name=name, problem="it is neither a workbook nor text in an encoding that can be told; save it as UTF-8")
    text = text.removeprefix("\ufeff")
    said = _SAID_SEPARATOR.match(text)
    separator = said[1] if said else _separator(text)
    lines = csv.reader(io.StringIO(text[said.end() if said else 0 :], newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(lines, start=2 if said else 1):
            yield Row(number, tuple(cell_text(cell) for cell in cells))
    except csv.Error as problem:
        raise NotATable(name=name, problem=f"its quotation marks do not close after row {number}") from problem


def _separator(text: str) -> str:
    """What sets the headings apart: of the signs, the one that makes most of them; the comma before the others."""
    counts = {sign: _cells_at_head(text, sign) for sign in SEPARATORS}
    return max(SEPARATORS, key=lambda sign: counts[sign])


def _cells_at_head(text: str, sign: str) -> int:
    try:
        first = next((cells for cells in csv.reader(io.StringIO(text, newline=""), delimiter=sign) if any(cells)), [])
    except csv.Error:
        return 0
    return len(first)


def _filled(rows: Iterable[Row], name: str) -> Iterator[Row]:
    """The rows in which anything stands, without blank cells at their end."""
    count = 0
    for row in rows:
        width = max((place + 1 for place, cell in enumerate(row.cells) if cell or place in row.formulas), default=0)
        if not width:
            continue
        count += 1
        if width > MAX_COLUMNS:
            raise TableTooLarge(name=name, limit=f"{MAX_COLUMNS} columns")
        if count > MAX_ROWS + 1:
            raise TableTooLarge(name=name, limit=f"{MAX_ROWS} rows")
        yield Row(row.number, row.cells[:width], row.formulas)


def _table(rows: Iterator[Row], name: str, digest: str) -> Table:
    head = next(rows, None)
    if head is None or head.formulas:
        raise NoHeadings(name=name)
    beneath = tuple(rows)
    if not beneath:
        raise NoHeadings(name=name)
    width = max(len(row.cells) for row in (head, *beneath))
    found = Table(
        name,
        digest,
        head.cells + ("",) * (width - len(head.cells)),
        tuple(Row(row.number, row.cells + ("",) * (width - len(row.cells)), row.formulas) for row in beneath),
    )
    mark = secret_mark("\n".join(cell for row in (head, *beneath) for cell in row.cells if cell))
    if mark is not None:
        raise SecretMark(name=name, mark=mark)
    return found
