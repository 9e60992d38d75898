"""A page of a PDF or scan as a picture, with a numbered frame around the words of each statement."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.draft_lines import DraftLine, draft_line, evidence_of
from comity.desk.source_lines import draft_counts, source_line
from comity.desk.source_places import FilePlaces, places_of, quoted_places
from comity.procedures.apart import draw_apart
from comity.reader.files.extract import Box
from comity.record.errors import UnknownThing
from comity.store.reading import DocumentRow, DraftRow

_EDGE = 15


@dataclass(frozen=True, slots=True)
class Framed:
    """A draft with its number on the page and the frames of its words there: left, top, width, height."""

    number: int
    line: DraftLine
    frames: tuple[tuple[int, int, int, int], ...]


@page
def page_picture(ask: Ask, digest: str, number: int) -> HttpResponse:
    """The page, counted from 1, its statements framed and listed."""
    document, places = _found(ask, digest, number)
    width, height = places.sheets[number - 1]
    drafts = [draft for draft in ask.reading.drafts(source=digest) if draft.state not in ("split", "joined")]
    return show(
        ask,
        "page_picture.html",
        source=source_line(document, draft_counts(ask.reading, digest)),
        number=number,
        pages=len(places.sheets),
        width=width,
        height=height,
        framed=_framed(drafts, places, number, ask.lang),
        is_scan=places.is_scan,
    )


@page
def page_png(ask: Ask, digest: str, number: int) -> HttpResponse:
    """The picture alone."""
    document, _places = _found(ask, digest, number)
    response = HttpResponse(draw_apart(document.raw, document.media, number, name=document.name), content_type="image/png")
    response.headers["Cache-Control"] = "private, max-age=600"
    return response


def _found(ask: Ask, digest: str, number: int) -> tuple[DocumentRow, FilePlaces]:
    document = ask.reading.document(digest)
    places = places_of(document) if document is not None else None
    if document is None or places is None or not 1 <= number <= len(places.sheets):
        raise UnknownThing(name=digest[:12])
    return document, places


def _framed(drafts: list[DraftRow], places: FilePlaces, number: int, lang: str) -> list[Framed]:
    """The drafts whose words stand on the page, from top to bottom."""
    found = []
    for draft in drafts:
        quoted = quoted_places(places, evidence_of(draft))
        boxes = [box for box in quoted if isinstance(box, Box) and box.page == number]
        if boxes:
            found.append((min((box.top, box.left) for box in boxes), draft, boxes))
    found.sort(key=lambda row: (row[0], row[1].number))
    return [
        Framed(at, draft_line(draft, lang), tuple(_frame(box) for box in boxes))
        for at, (_place, draft, boxes) in enumerate(found, start=1)
    ]


def _frame(box: Box) -> tuple[int, int, int, int]:
    return box.left - _EDGE, box.top - _EDGE, box.right - box.left + 2 * _EDGE, box.bottom - box.top + 2 * _EDGE
