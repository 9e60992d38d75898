"""The pictures of pages, drawn from what the page has read anyway; a page asked for as JSON draws none.

A picture of a part of the record says so: what was not read is in no picture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from comity.desk.asking import Ask
from comity.kinds.session import STAGES
from comity.paper.agreed_view import AgreedLine
from comity.paper.flow_by_year import draw_flow_by_year
from comity.paper.instruments_view import InstrumentLine
from comity.paper.open_ageing import draw_open_ageing
from comity.paper.party_ties import draw_party_ties
from comity.paper.pictures_view import ages_of, area_states, flow_of, lanes_of, strip_map_of, ties_of
from comity.paper.places_view import GateLine
from comity.paper.printed import Picture
from comity.paper.row_parts import fields_in, ids_in
from comity.paper.session_lanes import draw_session_lanes
from comity.paper.sessions_view import SessionLine, stage_words
from comity.paper.state_by_area import draw_state_by_area
from comity.paper.translate import translate
from comity.record.canonical import Fields

Figures = Callable[[], list[Picture]]


def no_figures() -> list[Picture]:
    """For pages that have nothing to draw."""
    return []


def read_of(read: int, count: int, lang: str) -> list[str]:
    """That only a part was read, where that is so."""
    return [translate(lang)("Drawn from the {read} entered last, of {count}.", read=read, count=count)] if read < count else []


def agreed_figures(ask: Ask, lines: Sequence[AgreedLine], count: int) -> Figures:
    """By year, and what became of them."""
    return lambda: (
        [draw_flow_by_year(flow_of(lines), ask.lang, remarks=read_of(len(lines), count, ask.lang))] if len(lines) > 1 else []
    )


def standing_figures(ask: Ask, lines: Sequence[AgreedLine], count: int, *, on: str) -> Figures:
    """State by area, and how long ago what is open was agreed."""

    def drawn() -> list[Picture]:
        ages, standing = ages_of(lines, on=on)
        remarks = read_of(len(lines), count, ask.lang)
        return [
            draw_state_by_area(area_states(lines, ask.lang), ask.lang, remarks=remarks),
            draw_open_ageing(ages, ask.lang, standing=standing, remarks=remarks),
        ]

    return drawn if len(lines) > 1 else no_figures


def session_figures(ask: Ask, lines: Sequence[SessionLine], count: int) -> Figures:
    """The sessions on one time line. Names of mechanisms and hosts are asked for at once."""
    ask.names.learn({thing for line in lines for thing in (line.mechanism, *line.host)})
    stages = {code: stage_words(code, ask.lang) for code in STAGES}
    lanes = lanes_of(lines, ask.names, ask.lang)
    return lambda: (
        [draw_session_lanes(lanes, stages, ask.lang, remarks=read_of(len(lines), count, ask.lang))] if len(lines) > 1 else []
    )


def instrument_figures(ask: Ask, lines: Sequence[InstrumentLine], count: int, *, on: str) -> Figures:
    """Parties and the instruments that bind them; the rows of the parties are asked for at once."""
    wanted = {party for line in lines for party in line.parties}
    ask.names.learn(wanted)
    rows = ask.reading.things_called(wanted) if wanted else {}
    above = {party for row in rows.values() for party in ids_in(fields_in(row), "part_of")} - rows.keys()
    rows |= ask.reading.things_called(above) if above else {}
    parties, papers = ties_of(lines, rows, ask.names, ask.lang, on=on)
    return lambda: [draw_party_ties(parties, papers, ask.lang, remarks=read_of(len(lines), count, ask.lang))] if papers else []


def gate_figures(ask: Ask, lines: Sequence[GateLine], corridors: Sequence[Fields], count: int, *, on: str) -> Figures:
    """The strip map of these pairs, of `count`, with the corridors that pass them."""
    said = translate(ask.lang)("Drawn are the {read} of this page, of {count}.", read=len(lines), count=count)
    remarks = [said] if len(lines) < count else []
    return lambda: [strip_map_of(lines, corridors, ask.lang, on=on, remarks=remarks)] if len(lines) > 1 else []
