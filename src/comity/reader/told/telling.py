"""A reading looked at more closely: what else is said of its drafts, and what is told besides them."""

from __future__ import annotations

from dataclasses import replace

from comity.reader.clauses.clause_details import ROLES as CLAUSE_ROLES
from comity.reader.clauses.clause_details import Known, with_details
from comity.reader.clauses.drafts import Draft
from comity.reader.names.named import Named
from comity.reader.reading import Reading, Session, Told
from comity.reader.text.at_hand import at_hand
from comity.reader.text.page import Page
from comity.reader.told.announcements import announcements_of
from comity.reader.told.asides import ROLES, Asides
from comity.reader.told.figures import figures_of
from comity.reader.told.gate_sides import with_sides
from comity.reader.told.instrument_terms import with_terms
from comity.reader.told.letters import letters_of
from comity.reader.told.obstacles import obstacles_of
from comity.reader.told.posts import post_changes_of, stand_ins_of
from comity.reader.told.session_parts import with_parts


def read_closely(page: Page, reading: Reading, *, drafts: tuple[Draft, ...], named: tuple[tuple[Named, str], ...]) -> Reading:
    """The reading with the details of its drafts and all it tells besides; its clauses pair with `drafts` one to one."""
    words = at_hand(page, CLAUSE_ROLES | ROLES)
    day = reading.date or _day_of(reading.sessions)
    asides = Asides(page, words, named, reading.people, reading.parties, drafts, day)
    gates = with_sides(asides, reading.gates)
    known = Known(reading.parties, reading.people, named, gates, day)
    return replace(
        reading,
        sessions=with_parts(asides, reading.sessions),
        clauses=with_details(page, words, (drafts, reading.clauses), known),
        instruments=with_terms(asides, reading.instruments),
        gates=gates,
        told=_told_of(asides),
    )


def _day_of(sessions: tuple[Session, ...]) -> str | None:
    """The day or year of the session a document is about, for one that does not say its own day."""
    main = next((session for session in sessions if session.role == "main"), None)
    return (main.date or (str(main.year) if main.year else None)) if main is not None else None


def _told_of(asides: Asides) -> tuple[Told, ...]:
    """Figures, letters and calls, stand-ins, changed posts, obstacles and announcements, each in order of the text."""
    return (
        *figures_of(asides),
        *letters_of(asides),
        *stand_ins_of(asides),
        *post_changes_of(asides),
        *obstacles_of(asides),
        *announcements_of(asides),
    )
