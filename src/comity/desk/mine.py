"""Mine, this week: what waits for the parties whose books are kept here, on top of the first page.

Letters that await an answer both ways; agreed items of our own that are planned for the next 30 days or were planned
for a day gone by (definite ones, once or periodic: a standing duty has no day); texts that bear no signature of ours
yet. Of others nothing is said but the day they were asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from comity.desk.asking import Ask
from comity.desk.letters_page import letter_lines
from comity.kinds.progress import due_of
from comity.paper.letters_view import LetterLine, has_passed
from comity.paper.row_parts import fields_in, ids_in, rows_in, view_of, words_in
from comity.procedures.clock import now
from comity.record.canonical import Fields
from comity.record.status import Status, status_of
from comity.store.ordering import Values
from comity.store.rows import BookRow

DAYS = 30
SHOWN = 8
# How many letters and calls, agreed items of a party, and matters with texts are looked through.
MOST_READ = 100
MOST_BOOKS = 6
_ENDED = ("done", "replaced", "conditions_not_there")
_OPEN = (Status.BEING_DISCUSSED, Status.INITIALLED, Status.SIGNED)


@dataclass(frozen=True, slots=True)
class Due:
    """An agreed item of a party of our own: the day it is planned for, and whether that day has passed."""

    id: str
    owner: str
    day: str
    passed: bool


@dataclass(frozen=True, slots=True)
class Mine:
    """What waits; pages show the first of each. `cut`: not everything that is held was looked through."""

    ours: tuple[LetterLine, ...]
    theirs: tuple[LetterLine, ...]
    due: tuple[Due, ...]
    texts: tuple[tuple[str, str], ...]
    cut: bool

    def __bool__(self) -> bool:
        return bool(self.ours or self.theirs or self.due or self.texts)


def mine(ask: Ask, books: Sequence[BookRow], items: Sequence[Fields]) -> Mine:
    """What waits today for the parties with a book of their own here, given the books and the items held."""
    own = [str(book.party) for book in books if book.own][:MOST_BOOKS]
    letters = letter_lines(ask, {str(book.party) for book in books if book.own}, most=MOST_READ) if own else []
    planned = {party: _planned(ask, party) for party in own}
    due = sorted((line for party in own for line in _due(planned[party], party)), key=lambda line: (line.day, line.id))
    found = Mine(
        ours=tuple(line for line in letters if line.turn == "ours"),
        theirs=tuple(line for line in letters if line.turn == "theirs"),
        due=tuple(due),
        texts=tuple(_texts(items[:MOST_READ], own)),
        cut=max(map(len, (letters, items, *planned.values()))) >= MOST_READ,
    )
    shown = [*found.ours[:SHOWN], *found.theirs[:SHOWN]]
    ask.names.learn(
        {line.id for line in shown}
        | {name for line in shown for name in line.named()}
        | {name for line in found.due[:SHOWN] for name in (line.id, line.owner)}
        | {name for pair in found.texts[:SHOWN] for name in pair}
    )
    return found


def _planned(ask: Ask, party: str) -> list[Fields]:
    """Agreed items of the party that have a day and have not ended, up to the year in which the next days lie."""
    return ask.reading.by_value(
        ["undertaking"], Values("ahead", last=_until()[:4] + "~"), facets={"owners": party}, limit=MOST_READ
    )


def _due(rows: Sequence[Fields], party: str) -> list[Due]:
    today, until = now().day, _until()
    definite = [row for row in rows if fields_in(row).get("detail") == "concrete"]
    days = [(row, due_of(row)) for row in definite if fields_in(row).get("nature") in ("once", "periodic")]
    return [
        Due(str(row["id"]), party, day, has_passed(day, today))
        for row, day in days
        if day and day <= until[: len(day)] and _state(row, party) not in _ENDED
    ]


def _until() -> str:
    return (date.fromisoformat(now().day) + timedelta(days=DAYS)).isoformat()


def _state(row: Fields, party: str) -> str:
    return next((words_in(part, "state") for part in rows_in(view_of(row), "progress") if part.get("owner") == party), "")


def _texts(items: Sequence[Fields], own: list[str]) -> list[tuple[str, str]]:
    """Texts that wait for a signature of ours, with the party whose it is; none that another text has taken the place of."""
    found = []
    for row in items:
        agreement = row.get("agreement")
        texts = rows_in(agreement, "texts") if isinstance(agreement, dict) else ()
        below = {lower for text in texts for lower in ids_in(text, "supersedes")}
        for text in texts:
            if text["id"] not in below and status_of(text, on=now().day) in _OPEN:
                found += [(str(text["id"]), party) for party in ids_in(text, "missing") if party in own]
    return found
