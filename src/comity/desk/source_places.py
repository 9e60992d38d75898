"""Where words of a source stand in the file it came as: on a page and in which box, or in which paragraph or cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comity.paper.translate import translate
from comity.reader.files.extract import Box, Paragraph, Spot, of_places, places_in
from comity.record.canonical import Fields
from comity.store.reading import DocumentRow

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class FilePlaces:
    """The places of a document that is no plain text; `sheets` are the sizes of its pages in tenths of a point."""

    spots: tuple[Spot, ...]
    sheets: tuple[tuple[int, int], ...]
    is_scan: bool

    def at(self, start: int, end: int) -> list[Box | Paragraph]:
        """Where the characters of the original stand."""
        return places_in(self.spots, start, end)


def places_of(document: DocumentRow) -> FilePlaces | None:
    """The places kept beside the reading; None for plain text and web pages, whose characters are the place."""
    kept = document.reading.get("places")
    if not isinstance(kept, Mapping):
        return None
    spots, sheets = of_places(kept)
    return FilePlaces(spots, sheets, is_scan=bool(kept.get("is_scan")))


def place_words(found: Sequence[Box | Paragraph], lang: str) -> str:
    """The places in words, each once, the first three of them."""
    words = dict.fromkeys(_words(place, lang) for place in found)
    return "; ".join(list(words)[:_MOST_NAMED])


def quoted_places(places: FilePlaces, evidence: Sequence[Fields]) -> list[Box | Paragraph]:
    """Where the quotations of a draft stand, in their order."""
    found = []
    for part in evidence:
        start, end = part.get("start"), part.get("end")
        if isinstance(start, int) and isinstance(end, int):
            found += places.at(start, end)
    return found


def linked_places(document: DocumentRow, evidence: Sequence[Fields], lang: str) -> list[tuple[str, str]]:
    """The places of a draft's words, each once, with the address of the page's picture ("" in a Word document)."""
    places = places_of(document)
    found: dict[str, str] = {}
    for place in quoted_places(places, evidence) if places else []:
        href = f"/sources/{document.digest}/pages/{place.page}" if isinstance(place, Box) else ""
        found.setdefault(_words(place, lang), href)
    return list(found.items())[:_MOST_NAMED]


def _words(place: Box | Paragraph, lang: str) -> str:
    _ = translate(lang)
    if isinstance(place, Box):
        return _("Page {number}", number=place.page)
    if place.table:
        return _("Table {table}, row {row}, column {column}", table=place.table, row=place.row, column=place.column)
    of_parts = {"header": _("Header"), "footer": _("Footer"), "box": _("Text box"), "note": _("Footnote")}
    return of_parts.get(place.part) or _("Paragraph {number}", number=place.number)
