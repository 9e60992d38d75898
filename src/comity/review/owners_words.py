"""What the owners of an agreed item have said: the word that counts for each, and the words before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comity.kinds.progress import ENDED
from comity.paper.row_parts import fields_in, ids_in, rows_in, statements_in, view_of, words_in
from comity.record.canonical import Fields


@dataclass(frozen=True, slots=True)
class OwnersWord:
    """The statement that counts for one owner; `word` is on whose word it stands, `owner` the party."""

    owner: str
    state: str
    word: str
    said: Fields


def owners_words(row: Fields) -> Iterator[OwnersWord]:
    """The word that counts for each owner who has one, in the order of the owners."""
    said = {str(each["id"]): each for each in statements_in(row, "progress")}
    for part in rows_in(view_of(row), "progress"):
        entry = words_in(part, "entry")
        if entry in said:
            yield OwnersWord(words_in(part, "owner"), words_in(part, "state"), words_in(part, "word"), said[entry])


def said_for(row: Fields, owner: str) -> list[Fields]:
    """Everything stated for one owner that is held, in the order of books and entries."""
    return [
        each
        for each in statements_in(row, "progress")
        if ids_in(fields_in(each), "owner") == (owner,) and "state" in fields_in(each)
    ]


def is_open(row: Fields) -> bool:
    """Whether an agreed item has not ended for every owner; one of whom nothing is said has not."""
    states = [words_in(part, "state") for part in rows_in(view_of(row), "progress")]
    return not states or any(state not in ("done", *ENDED) for state in states)
