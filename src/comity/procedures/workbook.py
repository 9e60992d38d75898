"""The rows of one sheet of an XLSX workbook, as text. Loaded only when a workbook comes.

- A workbook is looked at before it is opened: how much it unpacks to, and that it holds no document type, in which
  entities could swell it.
- Days become ISO dates, whole numbers lose their fraction; formulas and faults of the sheet are marked and given no value.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import islice
from typing import IO, Protocol, cast

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from comity.procedures.table_file import Row, cell_text
from comity.record.errors import ComityError, NoSuchSheet, NotATable, TableTooLarge

MAX_UNPACKED = 200_000_000
MAX_PARTS = 2_000
# A sheet has no more rows and columns; what a file claims beyond is not walked.
LAST_ROW = 1_048_576
WIDEST = 2_000

_CHUNK = 1 << 20
_DOCTYPE = re.compile(b"<!(?:DOCTYPE|ENTITY)|<\x00!\x00[DE]\x00|\x00<\x00!\x00[DE]")


class _Cell(Protocol):
    value: object
    data_type: str


class _Sheet(Protocol):
    title: str
    sheet_state: str

    def reset_dimensions(self) -> None: ...

    def iter_rows(self) -> Iterable[tuple[_Cell, ...]]: ...


def rows_of_sheet(raw: bytes, *, name: str, sheet: str = "", most: int) -> list[Row]:
    """The first `most` rows in which anything stands, of the sheet called `sheet`, else of the first that is not hidden.

    Raises: NotATable, TableTooLarge, NoSuchSheet.
    """
    with _plain_refusals(name):
        _demand_harmless(raw, name)
        workbook = load_workbook(io.BytesIO(raw), read_only=True, data_only=False, keep_links=False)
        try:
            chosen = _sheet(workbook, name, sheet)
            chosen.reset_dimensions()
            return list(islice(_rows(chosen, name), most))
        finally:
            workbook.close()


def _rows(sheet: _Sheet, name: str) -> Iterator[Row]:
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if number > LAST_ROW or len(cells) > WIDEST:
            raise TableTooLarge(name=name, limit=f"{LAST_ROW} rows" if number > LAST_ROW else f"{WIDEST} columns")
        formulas = frozenset(place for place, cell in enumerate(cells) if cell.data_type in ("f", "e"))
        texts = tuple("" if place in formulas else _text(cell.value) for place, cell in enumerate(cells))
        if formulas or any(texts):
            yield Row(number, texts, formulas)


def _sheet(workbook: Workbook, name: str, wanted: str) -> _Sheet:
    sheets = [cast(_Sheet, sheet) for sheet in workbook.worksheets]
    if not sheets:
        raise NotATable(name=name, problem="it is broken, or no workbook")
    if wanted:
        named = next((sheet for sheet in sheets if sheet.title == wanted), None)
        if named is None:
            raise NoSuchSheet(name=name, sheet=wanted, sheets=", ".join(sheet.title for sheet in sheets[:20]))
        return named
    return next((sheet for sheet in sheets if sheet.sheet_state == "visible"), sheets[0])


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return cell_text(str(value).replace("_x000D_", ""))


def _demand_harmless(raw: bytes, name: str) -> None:
    """Refuses what unpacks to too much or holds a document type. The sizes told are kept to when it is read."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        parts = packed.infolist()
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise TableTooLarge(name=name, limit=f"{MAX_UNPACKED} bytes unpacked")
        for part in parts:
            if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                with packed.open(part) as content:
                    if _has_doctype(content):
                        raise NotATable(name=name, problem="it holds a document type, which no workbook does")


def _has_doctype(content: IO[bytes]) -> bool:
    before = b""
    while chunk := content.read(_CHUNK):
        if _DOCTYPE.search(before + chunk):
            return True
        before = chunk[-20:]
    return False


@contextmanager
def _plain_refusals(name: str) -> Iterator[None]:
    """What goes wrong inside a file nobody here wrote is one refusal, whatever the libraries call it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except ComityError:
            raise
        except RuntimeError as problem:
            locked = "encrypted" in str(problem) or "password" in str(problem)
            said = "it is locked with a password" if locked else "it is broken, or no workbook"
            raise NotATable(name=name, problem=said) from problem
        except Exception as problem:
            raise NotATable(name=name, problem="it is broken, or no workbook") from problem
