"""A clause as it was found, and as a reading carries it: with areas, deadline and whether it names things."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.reader.clauses.acts import AGREED, DONE, HOPED, LIMITATION, PROPOSED
from comity.reader.clauses.areas import areas_of
from comity.reader.clauses.speakers import Speaker
from comity.reader.reading import Clause
from comity.reader.text.dates import spans
from comity.reader.text.page import Page

_KINDS = {AGREED: "undertaking", PROPOSED: "proposal", HOPED: "proposal", DONE: "result", LIMITATION: "limitation"}
_CONCRETE = re.compile(r"\d|[A-ZĐ]\w+ - [A-ZĐ]\w+|《|“.{2,30}”口岸|RCEP")


@dataclass(frozen=True, slots=True)
class Draft:
    """A clause at `text[start:end]`; `act` is the span of the words that govern it."""

    start: int
    end: int
    status: str
    act: tuple[int, int]
    rule: str
    speaker: Speaker
    confidence: float


def as_clause(page: Page, draft: Draft, *, number: int, session: str | None, agents: tuple[str, ...]) -> Clause:
    """The draft as a clause with its areas, deadline and concreteness."""
    words = page.text[draft.start : draft.end]
    dated = list(spans(page.text, draft.start, draft.end))
    gates = any(hit.value == "smart" for hit in page.hits_of("gates", draft.start, draft.end))
    is_concrete = gates or _CONCRETE.search(words) is not None
    return Clause(
        id=f"C{number}",
        kind=_KINDS[draft.status],
        status=draft.status,
        areas=areas_of(page, draft.start, draft.end),
        session=session,
        agents=agents,
        speaker=draft.speaker.person,
        concreteness="concrete" if is_concrete else "general",
        deadline=dated[-1][3] if dated and draft.status != DONE else None,
        act=(page.quote(*draft.act),),
        evidence=(page.quote(draft.start, draft.end),),
        rule=draft.rule,
        confidence=round(max(0.1, draft.confidence - (0.1 if page.is_bare else 0.0)), 2),
    )
