"""The first page: the whole record at one glance, and on whose word. An office's own week stands first."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse

from comity.desk.agreed_page import STATES
from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.figures import standing_figures
from comity.desk.instruments_page import instrument_lines
from comity.desk.listing import MOST_IN_PART
from comity.desk.mine import MOST_READ as MOST_MINE
from comity.desk.mine import mine
from comity.desk.places_page import gate_lines
from comity.desk.rows import KindRow, kind_rows, thing_rows
from comity.desk.source_lines import source_lines
from comity.paper.agreed_view import SILENT, Read, agreed_line, no_mention, shape_sectors
from comity.paper.areas import area_words
from comity.paper.instruments_view import InstrumentLine
from comity.paper.overview_view import Coming, Series, Year, by_year, coming_items, coming_sessions, series, years
from comity.paper.places_view import Told, change_words
from comity.procedures.clock import now
from comity.procedures.kept_addresses import kept_addresses
from comity.record.canonical import Fields
from comity.store.ordering import Values

LATEST = 8
MOST_AREAS = 8
MOST_SERIES = 50
MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Glance:
    """What the record says at one glance; every list is cut to what the page shows."""

    on: str
    session_count: int
    years: list[Year]
    series: list[Series]
    agreed_count: int
    shapes: dict[str, int]
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
    on, books, items = now().day, ask.reading.books(), ask.reading.things("item", limit=MOST_IN_PART)
    kinds, latest = kind_rows(ask, held_only=True), ask.reading.things(limit=MOST_SHOWN)
    glance = _glance(ask, {kind.name: kind.count for kind in kinds}, items, on)
    agreed = [agreed_line(row) for row in ask.reading.things("undertaking", limit=MOST_IN_PART)] if glance.agreed_count else []
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
        figures=standing_figures(ask, agreed, glance.agreed_count, on=on),
        key=shape_sectors(ask.lang),
        no_mention=no_mention(read, ask.lang),
        area_words=lambda code: area_words(code, ask.lang),
        change_words=lambda code: change_words(code, ask.lang),
        most_read=MOST_IN_PART,
        most_series=MOST_SERIES,
        most_mine=MOST_MINE,
    )


def _glance(ask: Ask, counts: dict[str, int], items: list[Fields], on: str) -> Glance:
    """Sessions and agreed items as they are counted; instruments and gates read, at most `MOST_IN_PART` of each kind."""
    reported = ask.reading.by_value(["reading"], Values("instrument"), limit=MOST_IN_PART)
    instruments = instrument_lines(ask, items, reported, on=on)
    gates = gate_lines(ask, ask.reading.things("gate", limit=MOST_IN_PART), sourced=False)
    changes = [(told, line.id) for line in gates for told in line.changes if told.change and told.day and told.day <= on]
    agreed = ask.reading.values_of("undertaking", ("year", "state", "mentioned", "areas"))
    shapes = {shape: dict(agreed[name]).get(value, 0) for shape, (name, value) in STATES.items()}
    held, mechanisms, planned = _sessions(ask, on)
    columns = [held, dict(agreed["year"]), by_year(line.day for line in instruments), by_year(told.day for told, _id in changes)]
    return Glance(
        on=on,
        session_count=counts.get("session", 0),
        years=years(columns),
        series=mechanisms,
        agreed_count=counts.get("undertaking", 0),
        shapes=shapes,
        silent=shapes[SILENT],
        areas=agreed["areas"][:MOST_AREAS],
        gate_count=sum(not line.within for line in gates),
        differing=sum(line.differs for line in gates),
        changes=sorted(changes, key=lambda pair: (pair[0].day, pair[0].reading), reverse=True)[:MOST_SHOWN],
        instrument_count=len(instruments),
        soon=[line for line in instruments if line.ends == "soon"][:MOST_SHOWN],
        coming=planned[:MOST_SHOWN],
        due=coming_items(_due(ask, on), on=on)[:MOST_SHOWN],
        capped=max(len(items), len(reported), counts.get("gate", 0)) >= MOST_IN_PART or len(mechanisms) >= MOST_SERIES,
    )


def _sessions(ask: Ask, on: str) -> tuple[dict[str, int], list[Series], list[Coming]]:
    """How many sessions were held in each year, the line of each mechanism, and what is planned."""
    held_in, series_of = ask.reading.values_of("session", ("held_in", "series")).values()
    spans = {
        mechanism: (count, first, last)
        for mechanism, count, first, last in ask.reading.spans("session", "held", limit=MOST_SERIES)
    }
    ahead = ask.reading.by_value(["session"], Values("ahead", first=on), limit=MOST_IN_PART)
    lines = series([mechanism for mechanism, _count in series_of[:MOST_SERIES]], spans, ahead, on=on)
    return dict(held_in), lines, coming_sessions(ahead, on=on)


def _due(ask: Ask, on: str) -> dict[str, str]:
    """The agreed items planned for a day from `on` that nobody says to be done or ended otherwise, with their days."""
    rows = ask.reading.by_value(["undertaking"], Values("ahead", first=on), limit=MOST_IN_PART)
    lines = [agreed_line(row) for row in rows]
    return {line.id: line.due_on for line in lines if not {"done", "never"} & set(line.shapes)}


def _read(ask: Ask, kinds: list[KindRow]) -> Read:
    """How many sources stand in the books, and of how many only a part was read."""
    count = sum(kind.count for kind in kinds if kind.name == "source")
    return Read(count, count - ask.reading.count("source", {"coverage": "full_text"}) if count else 0)
