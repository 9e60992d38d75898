"""What a leader's brief is written from: one partner as one's own side knows it, cut to what fits two pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from comity.kinds.progress import due_of
from comity.paper.letters_view import letter_line
from comity.paper.names import Name
from comity.paper.row_parts import fields_in, ids_in, view_of, words_in
from comity.record.canonical import Fields
from comity.review.books_known import BooksKnown
from comity.review.found import Found
from comity.review.gathered import Gathered
from comity.review.owners_words import is_open

# A holder named before so many years stands behind all others.
YEARS_KNOWN = 5


@dataclass(frozen=True, slots=True)
class BriefMaterial:
    """`row` is that of the party, `about` an id or the code of an area the brief keeps to, "" for all.

    `holders`, `items` and `proposals` are rows that name the party, `found` what concerns it; `names` by id; `not_held`
    how many entries name it whose words are not held here, `known` how far its book goes beyond what is held of it.
    """

    state: Gathered
    row: Fields
    about: str
    holders: tuple[Fields, ...]
    items: tuple[Fields, ...]
    proposals: tuple[Fields, ...]
    letters: tuple[Fields, ...]
    found: tuple[Found, ...]
    names: Mapping[str, Name]
    not_held: int = 0
    known: BooksKnown = field(default_factory=BooksKnown)

    @property
    def party(self) -> str:
        """The id of the party."""
        return str(self.row["id"])

    def open_items(self) -> list[Fields]:
        """What has not ended, what is planned for a day first, the nearest leading, then the latest agreed."""
        still = [row for row in self.items if is_open(row)]
        late = sorted(still, key=lambda row: (words_in(fields_in(row), "agreed_on"), str(row["id"])), reverse=True)
        return sorted(late, key=lambda row: (not due_of(row), due_of(row)))

    def agreed_items(self) -> list[Fields]:
        """Everything agreed, the latest first."""
        return sorted(self.items, key=lambda row: (words_in(fields_in(row), "agreed_on"), str(row["id"])), reverse=True)

    def last_asked(self) -> list[Fields]:
        """What they put forward last: the proposals of the latest session, else of the latest day."""
        placed = sorted(((self._place(row), str(row["id"]), row) for row in self.proposals), key=lambda each: each[:2])
        return [row for place, _id, row in placed if place == placed[-1][0]] if placed else []

    def their_letters(self) -> list[Fields]:
        """Letters and calls of theirs that await our answer, the oldest first."""
        lines = [(letter_line(row, own=self.state.us, on=self.state.on), row) for row in self.letters]
        awaited = [(line.day, line.id, row) for line, row in lines if line.turn == "ours" and self.party in line.from_party]
        return [row for _day, _id, row in sorted(awaited, key=lambda each: each[:2])]

    def present_holders(self) -> list[Fields]:
        """Who holds a post on the day, who was named last leading; behind them who was named for the same post before, and
        last of all who was named years ago: a report that names a holder does not say who left."""
        now = [row for row in self.holders if not _is_over(row, self.state.on)]
        latest = sorted(now, key=lambda row: (self.known_on(row), str(row["id"])), reverse=True)
        old = f"{int(self.state.on[:4]) - YEARS_KNOWN:04}{self.state.on[4:]}"
        places: dict[str, int] = {}
        seen: set[str] = set()
        for row in latest:
            post = repr((fields_in(row).get("body"), fields_in(row).get("post")))
            places[str(row["id"])] = 2 if self.known_on(row) < old else 1 if post in seen else 0
            seen.add(post)
        return sorted(latest, key=lambda row: places[str(row["id"])])

    def known_on(self, row: Fields) -> str:
        """Since when a post is held, else the day of the latest source that names the holder so; "" where neither is known."""
        return words_in(fields_in(row), "from_on") or self.named_on(row)

    def named_on(self, row: Fields) -> str:
        """The day of the latest source that names a holder so, "" where none bears one."""
        sources = [self.state.called(each) for each in self.state.sources_of(ids_in(fields_in(row), "evidence"), row)]
        return max((words_in(fields_in(each), "dated_on") for each in sources if each), default="")

    def _place(self, row: Fields) -> tuple[str, str]:
        session = next(iter(ids_in(fields_in(row), "session")), "")
        known = self.state.called(session)
        day = words_in(fields_in(known), "starts_on") if known else ""
        return (day or words_in(fields_in(row), "proposed_on"), session)


def concerns(row: Fields, about: str) -> bool:
    """Whether a row is what the brief keeps to, or names it."""
    if not about or str(row["id"]) == about:
        return True
    fields = fields_in(row)
    named = ("areas", "session", "mechanism", "proposal", "about", "part_of", "undertaking", "evidence", "item", "answers")
    return any(about in ids_in(fields, name) for name in named)


def found_about(found: Collection[Found], party: str, about: str, things: Collection[str]) -> tuple[Found, ...]:
    """The findings that name the party and belong to what the brief keeps to; `things` are the rows that do."""
    return tuple(
        each
        for each in found
        if party in (*each.parties, *ids_in(each.facts, "party"), *ids_in(each.facts, "others"))
        and (not about or about in (each.thing, each.session, each.mechanism, *each.areas) or each.thing in things)
    )


def _is_over(row: Fields, on: str) -> bool:
    until = words_in(fields_in(row), "until_on")
    return bool(ids_in(view_of(row), "followed_by")) or (bool(until) and until < on[: len(until)])
