"""The first page: the whole record at one glance, and on whose word. An office's own week stands first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.instruments_page import instrument_lines
from comity.desk.listing import MOST_READ
from comity.desk.mine import mine
from comity.desk.places_page import gate_lines
from comity.desk.rows import KindRow, kind_rows, thing_rows
from comity.desk.source_lines import source_lines
from comity.paper.agreed_view import AgreedLine, Read, agreed_line, no_mention, shape_sectors
from comity.paper.areas import area_words
from comity.paper.instruments_view import InstrumentLine
from comity.paper.overview_view import Coming, Series, Year, coming_items, coming_sessions, series, years
from comity.paper.places_view import GateLine, Told, change_words
from comity.paper.row_parts import fields_in, words_in
from comity.procedures.clock import now
from comity.procedures.kept_addresses import kept_addresses
from comity.record.canonical import Fields

LATEST = 8
MOST_AREAS = 8
MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Held:
    """What the overview is made of: the latest of each kind, at most `MOST_READ`."""

    sessions: list[Fields]
    agreed: list[AgreedLine]
    instruments: list[InstrumentLine]
    gates: list[GateLine]


@dataclass(frozen=True, slots=True)
class Glance:
    """What the record says at one glance; every list is cut to what the page shows."""

    on: str
    session_count: int
    years: list[Year]
    series: list[Series]
    agreed_count: int
    shapes: Counter[str]
    silent: int
    areas: list[tuple[str, int]]
    gate_count: int
    differing: int
    changes: list[tuple[Told, str]]
    instrument_count: int
    soon: list[InstrumentLine]
    coming: list[Coming]
    due: list[Coming]
    capped: bool

    def __bool__(self) -> bool:
        return bool(self.session_count or self.agreed_count or self.gate_count or self.instrument_count)

    def named(self) -> set[str]:
        """Everything whose name the glance shows."""
        found = {thing for line in self.series for thing in (line.mechanism, line.coming)}
        found |= {line.id for line in self.soon} | {line.id for line in (*self.coming, *self.due)}
        return (found | {thing for told, gate in self.changes for thing in (gate, told.source)}) - {""}


@page
def overview(ask: Ask) -> HttpResponse:
    """Years, mechanisms, agreed items, gates and what comes next; then sources with their drafts, kinds and books."""
    on, books, items = now().day, ask.reading.books(), ask.reading.things("item", limit=MOST_READ)
    glance = _glance(
        Held(
            sessions=ask.reading.things("session", limit=MOST_READ),
            agreed=[agreed_line(row) for row in ask.reading.things("undertaking", limit=MOST_READ)],
            instruments=instrument_lines(ask, items, on=on),
            gates=gate_lines(ask, sourced=False),
        ),
        on,
    )
    kinds, latest = kind_rows(ask, held_only=True), ask.reading.things(limit=MOST_SHOWN)
    read, documents = _read(ask, kinds), ask.reading.document_counts()
    sources = source_lines(ask, limit=LATEST) if documents.all else []
    ask.names.learn(glance.named() | {str(row["id"]) for row in latest} | {str(book.party) for book in books})
    return show(
        ask,
        "overview.html",
        glance=glance,
        mine=mine(ask, books, items),
        kept=kept_addresses(ask.reading),
        sources=sources,
        documents=documents,
        read=read,
        alone=max(read.sources - documents.entered, 0),
        kinds=kinds,
        things=sum(kind.count for kind in kinds),
        books=sorted(books, key=lambda book: (not book.own, book.opened_order)),
        latest=thing_rows(ask, latest),
        key=shape_sectors(ask.lang),
        no_mention=no_mention(read, ask.lang),
        area_words=lambda code: area_words(code, ask.lang),
        change_words=lambda code: change_words(code, ask.lang),
        most_read=MOST_READ,
    )


def _glance(held: Held, on: str) -> Glance:
    days = [words_in(fields_in(row), "starts_on") for row in held.sessions if words_in(fields_in(row), "stage") in ("held", "")]
    changes = [(told, line.id) for line in held.gates for told in line.changes if told.change and told.day and told.day <= on]
    due = {line.id: line.due_on for line in held.agreed if not {"done", "never"} & set(line.shapes)}
    return Glance(
        on=on,
        session_count=len(held.sessions),
        years=years(
            [
                days,
                [line.agreed_on for line in held.agreed],
                [line.day for line in held.instruments],
                [t.day for t, _id in changes],
            ]
        ),
        series=series(held.sessions, on=on),
        agreed_count=len(held.agreed),
        shapes=Counter(shape for line in held.agreed for shape in line.shapes),
        silent=sum(line.silent for line in held.agreed),
        areas=Counter(area for line in held.agreed for area in line.areas).most_common(MOST_AREAS),
        gate_count=sum(not line.within for line in held.gates),
        differing=sum(line.differs for line in held.gates),
        changes=sorted(changes, key=lambda pair: (pair[0].day, pair[0].reading), reverse=True)[:MOST_SHOWN],
        instrument_count=len(held.instruments),
        soon=[line for line in held.instruments if line.ends == "soon"][:MOST_SHOWN],
        coming=coming_sessions(held.sessions, on=on)[:MOST_SHOWN],
        due=coming_items(due, on=on)[:MOST_SHOWN],
        capped=max(len(held.sessions), len(held.agreed)) >= MOST_READ,
    )


def _read(ask: Ask, kinds: list[KindRow]) -> Read:
    """How many sources stand in the books, and of how many only a part was read."""
    count = sum(kind.count for kind in kinds if kind.name == "source")
    return Read(count, count - ask.reading.count("source", {"coverage": "full_text"}) if count else 0)
