"""A document to a reading: the one way in.

- Pure: the same document and places give the same reading, to the byte.
- Order of all drafts is that of the text; ids count from 1 in that order.
"""

from __future__ import annotations

import re

from comity.reader.clauses import clauses_of
from comity.reader.coming import next_sessions_of
from comity.reader.dates import days, years
from comity.reader.document import Document
from comity.reader.drafts import Draft, as_clause
from comity.reader.gates import gates_of
from comity.reader.gazetteer import Place
from comity.reader.instruments import instruments_of, referenced
from comity.reader.layout import BODY, DATE, MENU, TITLE
from comity.reader.marks import has_internal_mark
from comity.reader.page import Page, prepare
from comity.reader.parties import parties_of
from comity.reader.people import people_of
from comity.reader.reading import Party, Person, Quote, Reading, Session
from comity.reader.sessions import session_for, sessions_of

READER_VERSION = "comity-reader/0.1"
_SHORT_LINE = 80
_DATED = re.compile(r"^\W*(?:date\s+)?(?P<date>\d{4}-\d{2}-\d{2})\s+", re.IGNORECASE)


def read(document: Document, *, gazetteer: tuple[Place, ...] = ()) -> Reading:
    """The drafts that `document` gives; `gazetteer` adds places of the caller to the known ones."""
    page = prepare(document, gazetteer)
    date = _date_of(page)
    parties = parties_of(page, gazetteer)
    people, named = people_of(page)
    sessions = sessions_of(page, parties, _year_of(page, date))
    drafts, statements = clauses_of(page, named)
    clauses = tuple(
        as_clause(
            page,
            draft,
            number=n,
            session=session_for(sessions, page.quote(draft.start, draft.end).start),
            agents=_agents(draft, people, parties, sessions),
        )
        for n, draft in enumerate(drafts, 1)
    )
    return Reading(
        document_name=document.name,
        digest=document.digest,
        lang=page.lang,
        title=_title_of(page),
        date=date,
        furniture=_furniture_of(page),
        parties=parties,
        people=people,
        sessions=sessions,
        clauses=clauses,
        instruments=instruments_of(page, sessions, parties),
        gates=gates_of(page, drafts),
        next_sessions=next_sessions_of(page, drafts, sessions),
        statements=statements,
        referenced_instruments=referenced(page),
        notices=("internal_mark",) if has_internal_mark(page.text) else (),
    )


def _title_of(page: Page) -> Quote | None:
    title = page.title
    if title is None:
        return None
    dated = _DATED.match(page.text[title.start : title.end])
    return page.quote(title.start + (dated.end() if dated else 0), title.end)


def _date_of(page: Page) -> str | None:
    """The day the document bears: beside its title or on a line of its own."""
    for block in page.blocks:
        if block.label == TITLE:
            dated = _DATED.match(page.text[block.start : block.end])
            if dated:
                return dated.group("date")
        if block.label in (DATE, MENU) and block.end - block.start < _SHORT_LINE:
            dated_on = next((day.iso(None) for day in days(page.text, start=block.start, end=block.end)), None)
            if dated_on is not None:
                return dated_on
    return None


def _year_of(page: Page, date: str | None) -> int | None:
    if date is not None:
        return int(date[:4])
    for label in (TITLE, BODY):
        for block in page.blocks:
            if block.label == label:
                for _, _, year in years(page.text, block.start, block.end):
                    return year
                break  # a year further down may be a deadline's
    return None


def _furniture_of(page: Page) -> tuple[Quote, ...]:
    return tuple(page.quote(block.start, block.end) for block in page.blocks if block.label not in (BODY, TITLE, DATE))


def _agents(
    draft: Draft, people: tuple[Person, ...], parties: tuple[Party, ...], sessions: tuple[Session, ...]
) -> tuple[str, ...]:
    if draft.speaker.person is not None:
        party = next((person.party for person in people if person.id == draft.speaker.person), None)
        return (party,) if party else ()
    if draft.speaker.party is not None:
        return (draft.speaker.party,)
    main = next((session for session in sessions if session.role == "main" and session.parties), None)
    return main.parties if main else tuple(party.code for party in parties if party.role is None)
