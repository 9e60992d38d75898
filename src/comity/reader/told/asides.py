"""What sentences tell besides sessions and clauses, made ready for each finder: the page, its words, names and clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.endings import trimmed
from comity.reader.names.named import Named
from comity.reader.reading import Detail, Party, Person, Told
from comity.reader.text.at_hand import AtHand
from comity.reader.text.dates import Named as Day
from comity.reader.text.layout import BODY
from comity.reader.text.page import Page, Sentence
from comity.reader.words.gazetteer import BODY as BODY_LEVEL
from comity.reader.words.lexicon import Hit

ROLES = frozenset({"figures", "letters", "posts", "inside", "validity", "gatesides", "obstacles", "announcements"})
# How closely the last day of a span follows its first: "from 1 October to 3 October 2031".
_SPAN = 12
_STOP = re.compile(r"[;；。!?！？\n]|\.(?=\s|$)")
_CLAUSE_STOP = re.compile(r"[,;，；。!?！？\n]|\.(?=\s|$)")


# Clauses stand in order and hardly overlap: so many before a place may reach into it.
_NEIGHBOURS = 4


@dataclass(frozen=True, slots=True)
class Asides:
    """A page with all that was read in it so far."""

    page: Page
    words: AtHand
    named: tuple[tuple[Named, str], ...]
    people: tuple[Person, ...]
    parties: tuple[Party, ...]
    drafts: tuple[Draft, ...]
    published: str | None

    def body(self) -> Iterator[Sentence]:
        """The sentences of the body."""
        return (sentence for sentence in self.page.sentences if sentence.block.label == BODY)

    def draft_at(self, start: int, end: int) -> tuple[int, Draft] | None:
        """The number (from 1) and the draft of the clause that overlaps a stretch, or None."""
        return next(((n, one) for n, one in enumerate(self.drafts, 1) if one.start < end and start < one.end), None)

    def drafts_in(self, start: int, end: int) -> list[Draft]:
        """The clauses that overlap a stretch."""
        first = max(0, bisect_left(self.drafts, start, key=lambda one: one.start) - _NEIGHBOURS)
        after = bisect_left(self.drafts, end, key=lambda one: one.start)
        return [one for one in self.drafts[first:after] if start < one.end]

    def who_before(self, floor: int, at: int) -> tuple[tuple[int, int], str] | None:
        """Who is named last before a place: where, and the code of the party, their own or the person's."""
        return self._last([*self._named_in(floor, at), *self._places_in(floor, at)])

    def who_after(self, at: int, limit: int) -> tuple[tuple[int, int], str] | None:
        """Who is named first behind a place."""
        found = sorted([*self._named_in(at, limit), *self._places_in(at, limit)])
        return found[0] if found else None

    def people_in(self, start: int, end: int) -> list[tuple[Named, str]]:
        """The people named in a stretch, with their ids."""
        return [(one, id_) for one, id_ in self.named if start <= one.start and one.end <= end]

    def day_in(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The days named in a stretch as ISO 8601, a missing year by the document's day."""
        told = [(day, day.told_on(self.published)) for day in self.words.days(start, end)]
        year = int(self.published[:4]) if self.published else None
        ahead = [*(after for _, after in told[1:]), None][: len(told)]
        made = [
            (
                day.start,
                day.end,
                known.iso(year) if day.year or not _spans(day, after) else day.iso(after.year if after else year),
            )
            for (day, known), after in zip(told, ahead, strict=True)
        ]
        return [(first, after, iso) for first, after, iso in made if iso is not None]

    def detail(self, name: str, span: tuple[int, int], rule: str, sure: float, **more: str) -> Detail:
        """What the words of a span say; `value` is the words themselves where nothing else is given."""
        value = more.get("value") or self.folded(*span)
        return Detail(name, value, (self.page.quote(*span),), rule, round(sure, 2), more.get("code", ""))

    def folded(self, start: int, end: int) -> str:
        """The words of a span on one line."""
        return " ".join(self.page.text[start:end].split())

    def rest(self, at: int, limit: int, *, is_short: bool = False) -> tuple[int, int] | None:
        """From a place to the end of its sentence, or to its next mark; None where nothing stands there."""
        text = self.page.text
        while at < limit and text[at] in ' :：,，“"':
            at += 1
        found = (_CLAUSE_STOP if is_short else _STOP).search(text, at, limit)
        end = trimmed(text, at, found.start() if found else limit)
        return (at, end) if at < end else None

    def _named_in(self, start: int, end: int) -> list[tuple[tuple[int, int], str]]:
        party = {person.id: person.party or "" for person in self.people}
        return [((one.start, one.end), party.get(id_, "")) for one, id_ in self.people_in(start, end)]

    def _places_in(self, start: int, end: int) -> list[tuple[tuple[int, int], str]]:
        found = [one for one in self.page.places_in(start, end) if one.end <= end]
        return [((one.start, one.end), one.place.code) for one in found if one.place.level != BODY_LEVEL or one.place.code]

    def _last(self, found: list[tuple[tuple[int, int], str]]) -> tuple[tuple[int, int], str] | None:
        return max(found) if found else None


def _spans(first: Day, last: Day | None) -> bool:
    """Whether two days open and close one span, so that the year of the second is that of both."""
    return (
        last is not None
        and last.year > 0
        and last.start - first.end < _SPAN
        and (first.month, first.day) <= (last.month, last.day)
    )


def numbered(made: list[Told], letter: str) -> tuple[Told, ...]:
    """Things told, in order of the text, with ids that count from 1."""
    ordered = sorted(made, key=lambda one: one.evidence[0].start)
    return tuple(replace(one, id=f"{letter}{n}") for n, one in enumerate(ordered, 1))


def first_hit(hits: list[Hit], *values: str) -> Hit | None:
    """The first hit that has one of some values."""
    return next((hit for hit in hits if hit.value in values), None)
