"""A document to a reading: the one way in.

- Pure: the same document and places give the same reading, to the byte.
- Order of all drafts is that of the text; ids count from 1 in that order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from comity.reader.clauses.acting import Acting
from comity.reader.clauses.area_context import in_context, title_area
from comity.reader.clauses.clauses import clauses_of
from comity.reader.clauses.drafts import as_clause
from comity.reader.clauses.holders import field_of_holders
from comity.reader.clauses.themes import with_themes
from comity.reader.files.document import Document
from comity.reader.files.marks import has_internal_mark
from comity.reader.files.published import BY_PERSON, IN_TEXT, PUBLISHED, stated_by_file, stated_by_name, stated_by_page
from comity.reader.labelling.deciders import GRAMMAR_ALONE, Deciders
from comity.reader.labelling.labelled import Labelled
from comity.reader.most_sure import at_most
from comity.reader.names.parties import as_of, parties_of
from comity.reader.names.parties_of_people import with_served
from comity.reader.names.people import people_of
from comity.reader.reading import Clause, Detail, Quote, Reading, Session
from comity.reader.text.dates import days
from comity.reader.text.layout import BODY, DATE, MENU, TITLE
from comity.reader.text.page import Page, prepare
from comity.reader.told.coming import next_sessions_of
from comity.reader.told.gates import gates_of
from comity.reader.told.instruments import instruments_of, referenced
from comity.reader.told.report_year import report_year
from comity.reader.told.sessions import session_for, sessions_of
from comity.reader.told.telling import read_closely
from comity.reader.words.gazetteer import Place
from comity.reader.words.lexicon import Lexicon, lexicon_of

READER_VERSION = "comity-reader/0.1"
_SHORT_LINE = 80
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_DATED = re.compile(r"^\W*(?:date\s+)?(?P<date>\d{4}-\d{2}-\d{2})\s+", re.IGNORECASE)


def read(
    document: Document,
    *,
    gazetteer: tuple[Place, ...] = (),
    published: str | None = None,
    lexicons: Callable[[str], Lexicon] = lexicon_of,
    by: Deciders = GRAMMAR_ALONE,
) -> Reading:
    """The drafts that `document` gives; `gazetteer` adds places of the caller to the known ones.

    `published` (YYYY, YYYY-MM or YYYY-MM-DD) is what the caller knows of the document's day where its text does not say.
    `lexicons` gives the lexicon of a language; `by` decides which stretches are clauses, their areas, and whether states act.
    """
    page = prepare(document, gazetteer, lexicons=lexicons)
    date, dated = _dated(page, published)
    parties = as_of(parties_of(page, gazetteer), date)
    people, named = people_of(page, parties)
    sessions = sessions_of(page, parties, date or report_year(page))
    drafts, statements = clauses_of(page, named)
    told = by.decided(page, drafts)
    reading = Reading(
        document_name=document.name,
        digest=document.digest,
        lang=page.lang,
        title=_title_of(page),
        date=date,
        furniture=_furniture_of(page),
        parties=with_served(page, parties, people),
        people=people,
        sessions=sessions,
        clauses=_clauses(page, by, told, Acting(page, named, people, by.sides(page, parties, sessions, people)), sessions),
        instruments=instruments_of(page, sessions, parties),
        gates=gates_of(page, told.drafts),
        next_sessions=next_sessions_of(page, told.drafts, sessions),
        statements=statements,
        referenced_instruments=referenced(page),
        notices=("internal_mark",) if has_internal_mark(page.text) else (),
        dated_by=dated,
    )
    return at_most(read_closely(page, reading, drafts=told.drafts, named=named), document.original)


def _clauses(page: Page, by: Deciders, told: Labelled, acting: Acting, sessions: tuple[Session, ...]) -> tuple[Clause, ...]:
    out = []
    field, headline = field_of_holders(page), title_area(page)
    about = tuple(area for area in (field, headline) if area is not None)
    for number, kept in enumerate(told.drafts, 1):
        session = session_for(sessions, page.quote(kept.start, kept.end).start)
        draft, agents = acting.told(kept)
        clause = as_clause(page, draft, number=number, session=session, agents=agents)
        labelled = told.areas.get((draft.start, draft.end))
        areas = labelled or by.areas(page, draft, in_context(page, draft, clause.areas, field, headline), about)
        out.append(clause if areas == clause.areas else replace(clause, areas=areas))
    return with_themes(page, tuple(out), tuple(draft.start for draft in told.drafts))


def _title_of(page: Page) -> Quote | None:
    title = page.title
    if title is None:
        return None
    dated = _DATED.match(page.text[title.start : title.end])
    return page.quote(title.start + (dated.end() if dated else 0), title.end)


def _dated(page: Page, published: str | None) -> tuple[str | None, Detail | None]:
    """The document's day, and where it comes from.

    What a page's head states counts first, then a line of the text, then what the caller knows, then the file's name, and when
    the file was made only where the text names no year.
    """
    said = stated_by_page(page.document) or _date_of(page)
    if said is None and published:
        said = Detail(PUBLISHED, published, (), BY_PERSON, 1.0)
    said = said or stated_by_name(page.document.name)
    said = said or (stated_by_file(page.document) if not _names_year(page) else None)
    return (said.value, said) if said is not None else (None, None)


def _date_of(page: Page) -> Detail | None:
    """The day the document bears: beside its title or on a line of its own."""
    for block in page.blocks:
        if block.label == TITLE:
            dated = _DATED.match(page.text[block.start : block.end])
            if dated:
                start = block.start + dated.start("date")
                quote = page.quote(start, block.start + dated.end("date"))
                return Detail(PUBLISHED, dated.group("date"), (quote,), IN_TEXT, 0.9)
        if block.label in (DATE, MENU) and block.end - block.start < _SHORT_LINE:
            first = next(days(page.text, start=block.start, end=block.end), None)
            dated_on = first.iso(None) if first is not None else None
            if first is not None and dated_on is not None:
                return Detail(PUBLISHED, dated_on, (page.quote(first.start, first.end),), IN_TEXT, 0.85)
    return None


def _names_year(page: Page) -> bool:
    return any(block.label in (TITLE, BODY) and _ANY_YEAR.search(page.text, block.start, block.end) for block in page.blocks)


def _furniture_of(page: Page) -> tuple[Quote, ...]:
    return tuple(page.quote(block.start, block.end) for block in page.blocks if block.label not in (BODY, TITLE, DATE))
