"""Who acts in a draft: whom its words name, or whoever spoke last where a proposal or hope names both sides or nobody.

- A sentence that begins with somebody, or in which somebody speaks, changes who spoke last; others leave it.
- It holds in the same paragraph and a few sentences beyond.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from comity.reader.clauses.acts import HOPED, PROPOSED
from comity.reader.clauses.agents import Sides, agents_of
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.speakers import Speaker, begun_by
from comity.reader.names.named import Named
from comity.reader.reading import Person
from comity.reader.text.layout import TITLE
from comity.reader.text.page import Page

# So many sentences a speech goes on beyond its paragraph.
_BEYOND = 3


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody who speaks in the sentence `number`, counted from 0, of the paragraph at `block`, and the party served."""

    number: int
    block: int
    speaker: Speaker
    party: str


class Acting:
    """Who acts on a page; of every sentence it knows who spoke last, up to and with it."""

    def __init__(self, page: Page, named: tuple[tuple[Named, str], ...], people: tuple[Person, ...], sides: Sides) -> None:
        self._page, self._people, self._sides = page, people, sides
        served = {person.id: person.party for person in people}
        self._sentences = [one for one in page.sentences if one.block.label != TITLE]
        self._starts = [one.start for one in self._sentences]
        self._spoken: list[Spoken | None] = []
        last: Spoken | None = None
        for number, sentence in enumerate(self._sentences):
            found = begun_by(page, named, sentence)
            party = (served.get(found.person) if found.person else found.party) if found is not None else None
            last = Spoken(number, sentence.block.start, found, party) if found is not None and party else last
            self._spoken.append(last)

    def told(self, draft: Draft) -> tuple[Draft, tuple[str, ...]]:
        """The draft and who acts in it; what several would propose or hope together is whoever spoke last's."""
        agents = agents_of(self._page, draft, self._people, self._sides)
        last = self._last(draft.start) if len(agents) > 1 and draft.status in (PROPOSED, HOPED) else None
        return (draft, agents) if last is None else (replace(draft, speaker=last.speaker), (last.party,))

    def _last(self, place: int) -> Spoken | None:
        """Who spoke last at a place of the text, if that still holds there."""
        number = bisect_right(self._starts, place) - 1
        found = self._spoken[number] if number >= 0 else None
        if found is None or (number - found.number > _BEYOND and self._sentences[number].block.start != found.block):
            return None
        return found
