"""Weights: numbers that are data, and how likely they make a candidate a clause of each status, by its words and its facts.

- Each gram and each fact has a weight for each status; their sum is the log of the odds of that status against no clause at all.
  Nothing else is reckoned.
- That the grammar kept a candidate is no fact but a bonus: weights learn from reports the grammar was written with, and would
  trust it too well. Of candidates that share words the set with the greatest sum of what is above the threshold stays.
- They are learnt by scripts/train_weights.py from the annotations that may be read; the file holds no word of a text.
"""

from __future__ import annotations

import json
import math
from array import array
from base64 import b64decode
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import islice, takewhile
from operator import mul
from typing import Any

from comity.reader.labelling.facts import STATUSES
from comity.reader.labelling.grams import SIZE

FILE = "weights.json"
# What the grammar keeps overlaps seldom: so many before a place may reach into it.
_NEIGHBOURS = 3
# More than all that a trusted candidate may share words with can gain.
_TRUST = 10.0
# A gram's weights of all statuses stand in one number, so that one sum adds them all: so many bits each, none below zero.
_BITS, _ZERO = 24, 128
_MASK = (1 << _BITS) - 1
# Beyond this a likelihood is 0 or 1.
_FAR = 40.0
Span = tuple[int, int]
Odds = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """Of each status, in the order of STATUSES, a bias and a weight a fact; how sure a candidate must be; the grammar's bonus.

    `of_grams` has the weights of each gram as one number, in steps of `step`; `states` are those of states.py, a bias first. What
    lines of the lexicon that are `trusted` (by rule) found always stays: an office's own lines.
    """

    bias: tuple[float, ...]
    of_facts: tuple[tuple[float, ...], ...]
    step: float
    of_grams: Sequence[int]
    threshold: float
    bonus: float
    states: tuple[float, ...]
    trusted: frozenset[str] = frozenset()

    def odds(self, facts: Sequence[float], grams: Sequence[int]) -> Odds:
        """The log of the odds of each status against no clause. Raises: ValueError where the weights are for other facts."""
        if any(len(facts) != len(row) for row in self.of_facts):
            raise ValueError(f"{len(facts)} facts, not {len(self.of_facts[0])}")
        every, zero = sum(map(self.of_grams.__getitem__, grams)), _ZERO * len(grams)
        return tuple(
            bias + sum(map(mul, row, facts)) + self.step * ((every >> place & _MASK) - zero)
            for place, bias, row in zip(range(0, _BITS * len(STATUSES), _BITS), self.bias, self.of_facts, strict=True)
        )

    def chosen(self, places: Sequence[Span], sure: Sequence[float], kept_by: Sequence[str]) -> frozenset[int]:
        """Which candidates are clauses: by place, likelihood, and the rule by which the grammar kept it ("" if it did not)."""
        kept = sorted(place for place, rule in zip(places, kept_by, strict=True) if rule)
        gains = [
            one + self._bonus(rule) - self.threshold if rule or not _is_another_cut(place, kept) else -1.0
            for place, one, rule in zip(places, sure, kept_by, strict=True)
        ]
        return best_apart(places, gains)

    def _bonus(self, rule: str) -> float:
        is_trusted = any(line in rule for line in self.trusted) if rule else False
        return _TRUST if is_trusted else self.bonus if rule else 0.0


def _is_another_cut(place: Span, kept: Sequence[Span]) -> bool:
    """Whether a candidate is one of those the grammar kept, in order, cut otherwise: its bounds are the better ones."""
    at = bisect_left(kept, place)
    return any(
        2 * (min(place[1], other[1]) - max(place[0], other[0])) >= max(place[1], other[1]) - min(place[0], other[0])
        for other in (*kept[max(0, at - _NEIGHBOURS) : at], *takewhile(lambda one: one[0] < place[1], islice(kept, at, None)))
    )


def likeliest(odds: Odds) -> tuple[float, str]:
    """How likely a candidate is a clause at all, between 0 and 1, and its likeliest status."""
    shares = [math.exp(max(-_FAR, min(_FAR, one))) for one in odds]
    every = sum(shares)
    return every / (1 + every), STATUSES[max(range(len(odds)), key=odds.__getitem__)]


def best_apart(places: Sequence[Span], gains: Sequence[float]) -> frozenset[int]:
    """The numbers, from 0, of the places that share no characters and have the greatest sum of gains; none adds a loss."""
    order = sorted((n for n, gain in enumerate(gains) if gain > 0), key=lambda n: (places[n][1], places[n][0]))
    ends = [places[n][1] for n in order]
    best: list[tuple[float, int]] = [(0.0, -1)]
    for at, n in enumerate(order):
        free = min(bisect_right(ends, places[n][0]), at)
        with_it = best[free][0] + gains[n]
        best.append((with_it, free) if with_it > best[at][0] else (best[at][0], -1))
    out, at = set(), len(order)
    while at > 0:
        free = best[at][1]
        if free >= 0:
            out.add(order[at - 1])
        at = free if free >= 0 else at - 1
    return frozenset(out)


@lru_cache(maxsize=1)
def packaged() -> Weights:
    """The weights that come with Comity."""
    return weights_of(json.loads(resources.files(__package__).joinpath(FILE).read_text(encoding="utf-8")))


def weights_of(found: dict[str, Any]) -> Weights:
    """The weights that an object of `weights.json` describes; `of_grams` is by status Base64 of a signed byte a gram.

    Raises: TypeError, ValueError, KeyError.
    """
    rows = [array("b", b64decode(found["of_grams"][status], validate=True)) for status in STATUSES]
    if any(len(row) != SIZE for row in rows):
        raise ValueError(f"{min(map(len, rows))} grams, not {SIZE}")
    return Weights(
        bias=tuple(float(found["bias"][status]) for status in STATUSES),
        of_facts=tuple(tuple(map(float, found["of_facts"][status])) for status in STATUSES),
        step=float(found["step"]),
        of_grams=[sum(_ZERO + weight << _BITS * place for place, weight in enumerate(gram)) for gram in zip(*rows, strict=True)],
        threshold=float(found["threshold"]),
        bonus=float(found["bonus"]),
        states=tuple(map(float, found["states"])),
    )
