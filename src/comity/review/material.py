"""What a review book is written from: the findings of a session, its agreed items, and whom the book is for.

Everything in it may be seen by its readers; who gathers it sees to that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from comity.paper.names import Name
from comity.paper.row_parts import fields_in, ids_in, statements_in, words_in
from comity.record.canonical import Fields
from comity.review.books_known import BooksKnown
from comity.review.changed import Changes
from comity.review.found import Found, about
from comity.review.gathered import Gathered
from comity.review.owners_words import owners_words
from comity.review.scope import Scope


class Edition(StrEnum):
    """home: for one's own side. joint: for all parties of the session together."""

    HOME = "home"
    JOINT = "joint"


@dataclass(frozen=True, slots=True)
class Item:
    """An agreed item of the book: its row, and where it belongs."""

    row: Fields
    placed: Found


@dataclass(frozen=True, slots=True)
class BookHead:
    """A book that the review rests on, as its signed checkpoint has it."""

    party: str
    size: int
    root: str


@dataclass(frozen=True, slots=True)
class Noted:
    """What was noted of an agreed item at home: `number` is its own among them, `day` ISO."""

    number: int
    text: str
    day: str


@dataclass(frozen=True, slots=True)
class Material:
    """`row` is that of the session; `not_held` agreed items of it without their words here, by why ("erased", "withheld").

    `isos` the codes of parties that have one; `changes` since the last book, where one was given; `link` what stands before an id
    in the address of a thing, "" where there are no such pages; `cut` how many things of a kind were looked through, 0 for all;
    `notes` by agreed item, and what is `known` of the books' ends: of a home edition only.
    """

    edition: Edition
    state: Gathered
    scope: Scope
    row: Fields
    found: tuple[Found, ...]
    items: tuple[Item, ...]
    not_held: Mapping[str, int]
    names: Mapping[str, Name]
    isos: Mapping[str, str]
    books: tuple[BookHead, ...] = ()
    changes: Changes | None = None
    link: str = ""
    cut: int = 0
    entries: Mapping[str, Fields] = field(default_factory=dict)
    notes: Mapping[str, tuple[Noted, ...]] = field(default_factory=dict)
    known: BooksKnown = field(default_factory=BooksKnown)

    def by_rule(self, *rules: str) -> list[Found]:
        """The findings of some rules, in their order."""
        return [each for each in self.found if each.rule in rules]


def agreed_items(state: Gathered, scope: Scope) -> tuple[Item, ...]:
    """The agreed items a book of the session holds, the latest first; those without their words here are left out."""
    placed = [Item(row, about(state, row, rule="agreed", case="")) for row in state.things("undertaking")]
    held = [item for item in placed if scope.holds(item.placed)]
    by_id = sorted(held, key=lambda item: str(item.row["id"]))
    return tuple(sorted(by_id, key=lambda item: words_in(fields_in(item.row), "agreed_on"), reverse=True))


def items_not_held(state: Gathered, scope: Scope) -> dict[str, int]:
    """How many agreed items belong here of which the words are erased or were never received; their references say so."""
    counts: dict[str, int] = {}
    for row in state.rows.get("undertaking", ()):
        why = str(row.get("body"))
        if why != "held" and scope.holds(about(state, row, rule="agreed", case="")):
            counts[why] = counts.get(why, 0) + 1
    return counts


def named_in(items: tuple[Item, ...], state: Gathered) -> set[str]:
    """Everything whose name the agreed items' table says."""
    named: set[str] = set()
    for item in items:
        named |= {*ids_in(fields_in(item.row), "owners"), *item.placed.sources, item.placed.session, str(item.row["id"])}
        named |= {source for word in owners_words(item.row) for source in state.sources_of([str(word.said["id"])], item.row)}
    return named - {""}


def entries_known(state: Gathered) -> dict[str, Fields]:
    """Every entry gathered, by id: things, and what was stated of them."""
    known: dict[str, Fields] = {}
    for row in _rows(state):
        known |= {str(said["id"]): said for said in statements_in(row)}
    return known | {str(row["id"]): row for row in _rows(state)}


def _rows(state: Gathered) -> Iterator[Fields]:
    yield from state.beside.values()
    for rows in state.rows.values():
        yield from rows
