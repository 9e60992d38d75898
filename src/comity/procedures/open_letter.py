"""Opens a letter PDF that somebody sent: its entries, and whether they are those of what is printed.

1. It comes through the reader's door: too large, locked, broken or marked secret is refused, and it is unpacked apart.
2. The bundle inside must hold, and be about one letter of the book it stands in.
3. The code printed must be that of the letter, and in each language the pages must say what its entry says: number, days, subject
   and the parties. What else is printed is not checked, and whoever shows the result says so.

Source: docs/decisions/0030-the-letter-is-the-record.md; docs/decisions/0024-files-are-opened-apart.md.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from comity.exchange.bundle import Bundle, open_bundle
from comity.paper.row_parts import fields_in, ids_in
from comity.procedures.apart import inside_apart
from comity.procedures.check_bundle import Checked, check_bundle
from comity.procedures.letter_facts import lacking
from comity.procedures.open_file import open_file
from comity.procedures.write_letter import INSIDE
from comity.reader.files.document import MAX_BYTES
from comity.reader.files.media import PDF, media_of
from comity.record.code import parse_code
from comity.record.errors import (
    BodyNotHere,
    CodeMistyped,
    DocumentTooLarge,
    FileMissing,
    NoCodePrinted,
    NotALetter,
    NothingInside,
    NotWhatIsPrinted,
    PagesSayOtherwise,
)

# Whoever reads a picture sees strokes beside letters, a J as "]J" most of all; the code's last sign says whether it is one.
_STROKE = re.compile(r"[\[\]|]")
_CODE = re.compile(r"(?<![0-9A-Za-z-])(?:[\[\]|]?[0-9A-Z]){4}(?:-(?:[\[\]|]?[0-9A-Z]){4}){3}(?![0-9A-Za-z-])")


@dataclass(frozen=True, slots=True)
class OpenedLetter:
    """A letter whose entries are those of its pages; `digest` (SHA-256) is that of the whole file."""

    name: str
    raw: bytes
    digest: str
    bundle: Bundle
    checked: Checked


def load_file(path: Path, *, most: int = MAX_BYTES) -> bytes:
    """The bytes of a file somebody gave. Raises: FileMissing, DocumentTooLarge before anything is read."""
    try:
        size = path.stat().st_size
        if size > most:
            raise DocumentTooLarge(name=path.name, size=size, limit=most)
        return path.read_bytes()
    except OSError as problem:
        raise FileMissing(path=str(path)) from problem


def open_letter(raw: bytes, *, name: str) -> OpenedLetter:
    """The letter in a PDF, checked.

    Raises: NotALetter, NothingInside, BundleDoesNotHold, BodyNotHere, NotWhatIsPrinted, NoCodePrinted, PagesSayOtherwise, and
    what `open_file` and `inside_apart` raise.
    """
    inside = bundle_inside(raw, name=name)
    if inside is None:
        raise NothingInside(name=name)
    bundle = open_bundle(inside)
    checked = check_bundle(bundle)
    if checked.row["kind"] != "letter" or str(checked.row["party"]) not in ids_in(fields_in(checked.row), "from_party"):
        raise NotALetter(name=name)
    if checked.row["body"] != "held" or not fields_in(checked.row).get("subject"):
        raise BodyNotHere(name=checked.code)
    text = open_file(raw, name=name).original
    _demand_same(text, checked, name=name)
    return OpenedLetter(name, raw, hashlib.sha256(raw).hexdigest(), bundle, checked)


def bundle_inside(raw: bytes, *, name: str) -> bytes | None:
    """The bundle that travels in a PDF, unopened; None for none.

    Raises: DocumentTooLarge, NotALetter, and what `inside_apart` raises.
    """
    if len(raw) > MAX_BYTES:
        raise DocumentTooLarge(name=name, size=len(raw), limit=MAX_BYTES)
    if media_of(raw, name=name) != PDF:
        raise NotALetter(name=name)
    return inside_apart(raw, PDF, INSIDE, name=name)


def codes_in(text: str) -> list[str]:
    """The codes printed in a text, each once, in their order."""
    found = []
    for match in _CODE.finditer(unicodedata.normalize("NFKC", text)):
        try:
            found.append(parse_code(_STROKE.sub("", match.group())))
        except CodeMistyped:
            continue
    return list(dict.fromkeys(found))


def _demand_same(text: str, checked: Checked, *, name: str) -> None:
    """Refuses pages that are not those of the entries. Raises: NotWhatIsPrinted, NoCodePrinted, PagesSayOtherwise."""
    printed = codes_in(text)
    if checked.code not in printed:
        if printed:
            raise NotWhatIsPrinted(name=name, inside=checked.code, printed=printed[0])
        raise NoCodePrinted(name=name, inside=checked.code)
    if field := lacking(checked.row, checked.names, text):
        raise PagesSayOtherwise(name=name, kind="letter", field=field)
