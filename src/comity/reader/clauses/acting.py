"""Who acts in a draft: whom its words name, or whoever spoke last where a proposal or hope names both sides or nobody.

- A sentence that begins with somebody, or in which somebody speaks, changes who spoke last; others leave it.
- What "we" shall do is the own side's of whoever spoke last.
- What is done or agreed is of the one place that its sentence names shortly before it, if it names no other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from comity.reader.clauses.acts import AGREED, HOPED, PROPOSED
from comity.reader.clauses.agents import Sides, agents_of
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.speakers import Speaker, begun_by
from comity.reader.names.named import Named
from comity.reader.names.sides import code_of
from comity.reader.reading import Person
from comity.reader.text.layout import TITLE
from comity.reader.text.page import Page

# How much of a sentence may stand before a clause so that a place named there is its subject.
_SHORTLY, _SHORTLY_HAN = 80, 30
# What somebody promises for the own side.
_OF_US = re.compile(r"我们(?![双两])|我(?:省|市|县|州|方)|\bchúng tôi\b|\bphía mình\b|\bwe (?:will|shall|are)\b")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody who speaks, and the party served."""

    speaker: Speaker
    party: str


class Acting:
    """Who acts on a page; of every sentence it knows who spoke last, up to and with it."""

    def __init__(self, page: Page, named: tuple[tuple[Named, str], ...], people: tuple[Person, ...], sides: Sides) -> None:
        self._page, self._people, self._sides = page, people, sides
        served = {person.id: person.party for person in people}
        self._starts: list[int] = []
        self._spoken: list[Spoken | None] = []
        last: Spoken | None = None
        for sentence in page.sentences:
            if sentence.block.label == TITLE:
                continue
            found = begun_by(page, named, sentence)
            party = (served.get(found.person) if found.person else found.party) if found is not None else None
            last = Spoken(found, party) if found is not None and party else last
            self._starts.append(sentence.start)
            self._spoken.append(last)

    def told(self, draft: Draft) -> tuple[Draft, tuple[str, ...]]:
        """The draft and who acts in it; what several would propose or hope together is whoever spoke last's."""
        agents = agents_of(self._page, draft, self._people, self._sides)
        number = bisect_right(self._starts, draft.start) - 1
        if len(agents) < 2 or number < 0:
            return draft, agents
        if draft.status in (PROPOSED, HOPED):
            last = self._spoken[number]
            return (draft, agents) if last is None else (replace(draft, speaker=last.speaker), (last.party,))
        speaks = self._spoken[number] if draft.status == AGREED else None
        if speaks is not None and _OF_US.search(self._page.lowered, self._starts[number], draft.start):
            return draft, (speaks.party,)
        alone = self._alone(self._starts[number], draft.start)
        return draft, agents if alone is None else (alone,)

    def _alone(self, start: int, end: int) -> str | None:
        """The one place that a sentence names shortly before a clause; None where it speaks of both sides."""
        page = self._page
        places = {code_of(one) for one in page.places_in(start, end)}
        if len(places) != 1 or end - start >= (_SHORTLY_HAN if page.lang == "zh" else _SHORTLY):
            return None
        is_both = any(hit.role == "subjects" and hit.value == "both" for hit in page.hits_in(start, end))
        return None if is_both else places.pop()
