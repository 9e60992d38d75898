"""What the sides should compare: where their words differ. It stays at home until they have compared.

- About one owner: what it states itself, and what other books were told of it.
- Between owners: one reports an item done, another says that it is not there yet.
- About a difficulty: whether it is settled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.paper.row_parts import fields_in, ids_in, rows_in, view_of, words_in
from comity.record.canonical import Fields
from comity.review.found import Found, about
from comity.review.gathered import Gathered
from comity.review.owners_words import owners_words, said_for
from comity.review.thresholds import Thresholds


def to_compare(state: Gathered, _limits: Thresholds) -> Iterator[Found]:
    """Agreed items and obstacles of which the words held differ."""
    for row in state.things("undertaking"):
        yield from _about_owners(state, row)
        words = list(owners_words(row))
        states = {word.owner: word.state for word in words}
        if len(set(states.values())) > 1 and "done" in states.values():
            entries = [str(word.said["id"]) for word in words]
            yield _made(state, row, ("owners", entries), {"party": list(states), "states": list(states.values())})
    for row in state.things("obstacle"):
        said = rows_in(view_of(row), "words")
        states = {words_in(word, "stated_by"): words_in(word, "state") for word in said}
        if len(set(states.values())) > 1:
            entries = [words_in(word, "entry") for word in said]
            yield _made(state, row, ("obstacle", entries), {"party": list(states), "states": list(states.values())})


def _about_owners(state: Gathered, row: Fields) -> Iterator[Found]:
    for owner in ids_in(fields_in(row), "owners"):
        last = {str(said["party"]): said for said in said_for(row, owner)}
        states = {book: words_in(fields_in(said), "state") for book, said in sorted(last.items())}
        if len(set(states.values())) > 1:
            entries = [str(last[book]["id"]) for book in states]
            facts: Fields = {"party": [owner], "books": list(states), "states": list(states.values())}
            yield replace(_made(state, row, ("told", entries), facts), part=owner)


def _made(state: Gathered, row: Fields, found: tuple[str, list[str]], facts: Fields) -> Found:
    case, entries = found
    return replace(about(state, row, rule="to_compare", case=case, evidence=entries), facts=facts, home_only=True)
