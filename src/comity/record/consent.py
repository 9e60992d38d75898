"""Consent: a text is in force when every party named in it has signed that same text.

The rule, for one item whose texts name the texts they supersede:
1. S(T), the parties of a text, hold the item's parties and those of every text it supersedes.
2. A party's signature on T is valid if and only if each earlier valid signature of that party on this item
   is on an ancestor of T (a text T supersedes, or one which that supersedes, and so on).
3. T is complete when every party of S(T) has a valid signature on it.
4. In force is the complete text that no complete text has above it.
Then the complete texts of an item form one chain: any two share a party, and that party signed one before
the other. Supersession is by hash, so it cannot go in circles. No clock and no messages are needed.

This module is the bare rule over names; `agreement.py` reads its input out of books.

Source: design section 4; docs/format.md section 7; docs/decisions/0007-consent-rests-on-envelopes.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

T = TypeVar("T", bound=str)
P = TypeVar("P", bound=str)


class Ancestry(Generic[T]):
    """Which texts stand below which: a bit a text, so that thousands in one line cost little."""

    def __init__(self, supersedes: Mapping[T, frozenset[T]]) -> None:
        """`supersedes` must name known texts only and have no circle."""
        self._bit = {text: 1 << place for place, text in enumerate(supersedes)}
        self._below: dict[T, int] = {}
        waiting = list(supersedes)
        while waiting:
            text = waiting[-1]
            unread = [lower for lower in supersedes[text] if lower not in self._below]
            if unread:
                waiting += unread
                continue
            below = 0
            for lower in supersedes[text]:
                below |= self._bit[lower] | self._below[lower]
            self._below[text] = below
            waiting.pop()

    def are_below(self, lowers: Iterable[T], text: T) -> bool:
        """Whether each of `lowers` is an ancestor of `text`."""
        return all(self._bit[lower] & self._below[text] for lower in lowers)


def ancestors(supersedes: Mapping[T, frozenset[T]]) -> Ancestry[T]:
    """For each text, every text below it. `supersedes` must name known texts only and have no circle."""
    return Ancestry(supersedes)


def valid_signatures(signed: Sequence[T], below: Ancestry[T]) -> tuple[T, ...]:
    """Those of one party's signatures, in the order of its book, that are valid (rule 2).

    Signing a text again adds nothing. The valid ones stand in one line, so the last stands for all before it.
    """
    valid: dict[T, None] = {}
    last: tuple[T, ...] = ()
    for text in signed:
        if text not in valid and below.are_below(last, text):
            valid[text] = None
            last = (text,)
    return tuple(valid)


def complete_texts(parties: Mapping[T, frozenset[P]], valid: Mapping[P, Sequence[T]]) -> frozenset[T]:
    """The texts that every one of their parties has validly signed (rule 3). A text without parties never is."""
    signed = {party: frozenset(texts) for party, texts in valid.items()}
    none: frozenset[T] = frozenset()
    return frozenset(text for text, named in parties.items() if named and all(text in signed.get(party, none) for party in named))


def in_force(complete: frozenset[T], below: Ancestry[T]) -> T | None:
    """The complete text with no complete text above it (rule 4); None where there is none.

    Raises: ValueError where two are topmost, which the rule excludes for well-formed texts.
    """
    top = [text for text in complete if below.are_below(complete - {text}, text)]
    if complete and not top:
        raise ValueError("two complete texts of one item stand side by side")
    return top[0] if top else None
