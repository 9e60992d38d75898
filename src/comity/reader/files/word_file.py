"""A Word document (DOCX) as paragraphs, each with its number and, in a table, its cell.

- What was deleted under tracked changes, field codes and the second copy of a text box are left out; what was inserted is read.
- Numbers that Word makes for a list are no characters of the document and are not read.
- Footnotes and text boxes follow the text; headers and footers come last, marked as furniture.
- Headers, footers, text boxes, comments and properties are also held, each by itself, against the marks of secrets.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from comity.reader.files.extract import Extract, Paragraph, Spot
from comity.reader.files.media import WORD
from comity.record.errors import BrokenDocument, ComityError

MENU, TITLE = "menu", "title"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_W}pPr", f"{_W}rPr", _FALLBACK})
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}ptab": " "}
_BOX = f"{_W}txbxContent"
_MARGINS = re.compile(r"^word/(header|footer)\d*\.xml$")
_NOTES = re.compile(r"^word/(footnotes|endnotes)\.xml$")
_ASIDE = re.compile(r"^(?:docProps/.*\.xml|word/comments\d*\.xml)$")
_MOST_DEEP = 100


def extract_of_word(raw: bytes, *, name: str) -> Extract:
    """The text of a Word document with the place of each paragraph. Raises: BrokenDocument."""
    try:
        return _extract(raw)
    except ComityError:
        raise
    except Exception as problem:
        raise BrokenDocument(name=name, form="DOCX") from problem


def _extract(raw: bytes) -> Extract:
    from docx import Document

    body = Document(io.BytesIO(raw)).element.body
    weaver = _Weaver()
    boxes: list[Any] = []
    for element, cell in _paragraphs(body, (0, 0, 0)):
        weaver.put(element, "body", cell=cell, title=_is_title(element))
        boxes += element.iter(_BOX)
    parts = _parts(raw)
    for root in (box for box in boxes if not any(above.tag == _FALLBACK for above in box.iterancestors())):
        weaver.put_all(root, "box")
    for file, root in parts:
        if _NOTES.match(file):
            weaver.put_all(root, "note")
    first = weaver.length
    for file, root in parts:
        found = _MARGINS.match(file)
        if found:
            weaver.put_all(root, found[1])
            for box in root.iter(_BOX):
                weaver.put_all(box, found[1])
    if weaver.length > first:
        weaver.marked.append((first, weaver.length, MENU))
    aside = [text for file, root in parts if _ASIDE.match(file) for text in _values(root)]
    return Extract(WORD, "".join(weaver.out), tuple(weaver.spots), tuple(weaver.marked), tuple(weaver.aside + aside))


class _Weaver:
    """Writes paragraphs as lines and notes where each stands."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.spots: list[Spot] = []
        self.marked: list[tuple[int, int, str]] = []
        self.aside: list[str] = []
        self.length = 0
        self._number: dict[str, int] = {}

    def put(self, element: Any, part: str, *, cell: tuple[int, int, int] = (0, 0, 0), title: bool = False) -> None:
        """Writes a paragraph that is not blank."""
        text = "\n".join(line.strip() for line in "".join(_characters(element)).split("\n") if line.strip())
        if not text:
            return
        self._number[part] = self._number.get(part, 0) + 1
        if self.length:
            self._write("\n\n")
        if title and not self.marked:
            self.marked.append((self.length, self.length + len(text), TITLE))
        place = Paragraph(self._number[part], *cell, part=part)
        self.spots.append(Spot(self.length, self.length + len(text), place))
        self._write(text)
        if part != "body":
            self.aside.append(text)

    def put_all(self, root: Any, part: str) -> None:
        """Writes every paragraph below an element, those in boxes left out."""
        for element, cell in _paragraphs(root, (0, 0, 0)):
            self.put(element, part, cell=cell)

    def _write(self, text: str) -> None:
        self.out.append(text)
        self.length += len(text)


def _paragraphs(root: Any, cell: tuple[int, int, int], *, depth: int = 0) -> Iterator[tuple[Any, tuple[int, int, int]]]:
    """The paragraphs below an element in order, with table, row and column (0 outside; of tables in tables the outer one)."""
    tables = 0
    for element in root.iterchildren() if depth < _MOST_DEEP else ():
        if element.tag == f"{_W}p":
            yield element, cell
        elif element.tag == f"{_W}tbl":
            tables += 1
            yield from _cells(element, cell, tables, depth)
        elif isinstance(element.tag, str) and element.tag not in _SKIPPED:
            yield from _paragraphs(element, cell, depth=depth + 1)


def _cells(table: Any, cell: tuple[int, int, int], number: int, depth: int) -> Iterator[tuple[Any, tuple[int, int, int]]]:
    for row, line in enumerate(table.iter(f"{_W}tr") if cell[0] == 0 else table.iterchildren(f"{_W}tr"), start=1):
        if cell[0] == 0 and next(line.iterancestors(f"{_W}tbl")) is not table:
            continue
        for column, inside in enumerate(line.iterchildren(f"{_W}tc"), start=1):
            yield from _paragraphs(inside, cell if cell[0] else (number, row, column), depth=depth + 1)


def _characters(element: Any, depth: int = 0) -> Iterator[str]:
    for child in element.iterchildren() if depth < _MOST_DEEP else ():
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED and child.tag != _BOX:
            yield from _characters(child, depth + 1)


def _is_title(element: Any) -> bool:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    return style is not None and str(style.get(f"{_W}val", "")).lower() == "title"


def _parts(raw: bytes) -> list[tuple[str, Any]]:
    """The parts beside the body that hold words, parsed, by name."""
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        names = [name for name in archive.namelist() if any(kind.match(name) for kind in (_MARGINS, _NOTES, _ASIDE))]
        return [(name, etree.fromstring(archive.read(name), parser)) for name in dict.fromkeys(sorted(names))]


def _values(root: Any) -> list[str]:
    """The words of each element that holds some, and of each paragraph of a comment as a whole."""
    whole = ["".join(_characters(element)) for element in root.iter(f"{_W}p")]
    return [text for text in [*whole, *(element.text or "" for element in root.iter())] if text.strip()]
