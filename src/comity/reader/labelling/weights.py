"""Weights: numbers that are data, and how likely they make a candidate a clause of each status, by its words and its facts.

- Each gram and each fact has a weight for each status; their sum is the log of the odds of that status against no clause at all.
  Nothing else is reckoned. Areas have sums of their own.
- That the grammar kept a candidate is no fact but a bonus: weights learn from reports the grammar was written with, and would
  trust it too well. Of candidates that share words the set with the greatest sum of what is above the threshold stays.
- They are learnt by scripts/train_weights.py from the annotations that may be read; the file holds no word of a text.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from comity.reader.clauses.areas import area_codes
from comity.reader.labelling.candidates import is_another_cut
from comity.reader.labelling.facts import STATUSES
from comity.reader.labelling.grams import SIZE
from comity.reader.labelling.sums import FAR, Odds, Sums, sums_of
from comity.reader.labelling.weighed_areas import SIZE as SIZE_OF_AREAS

FILE = "weights.json"
# More than all that a trusted candidate may share words with can gain.
_TRUST = 10.0
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Weights:
    """The sums of statuses, against no clause, and of areas; how sure a candidate and an area must be, and the grammar's bonus.

    `states` are the numbers of states.py, a bias first. What lines of the lexicon that are `trusted` (by rule) found always
    stays: an office's own lines.
    """

    statuses: Sums
    threshold: float
    bonus: float
    areas: Sums
    least_area: float
    states: tuple[float, ...]
    trusted: frozenset[str] = frozenset()

    def chosen(self, places: Sequence[Span], sure: Sequence[float], kept_by: Sequence[str]) -> frozenset[int]:
        """Which candidates are clauses: by place, likelihood, and the rule by which the grammar kept it ("" if it did not)."""
        kept = sorted(place for place, rule in zip(places, kept_by, strict=True) if rule)
        gains = [
            one + self._bonus(rule) - self.threshold if rule or not is_another_cut(place, kept) else -1.0
            for place, one, rule in zip(places, sure, kept_by, strict=True)
        ]
        return best_apart(places, gains)

    def _bonus(self, rule: str) -> float:
        is_trusted = any(line in rule for line in self.trusted) if rule else False
        return _TRUST if is_trusted else self.bonus if rule else 0.0


def likeliest(odds: Odds) -> tuple[float, str]:
    """How likely a candidate is a clause at all, between 0 and 1, and its likeliest status."""
    shares = [math.exp(max(-FAR, min(FAR, one))) for one in odds]
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
    """The weights that an object of `weights.json` describes. Raises: TypeError, ValueError, KeyError."""
    areas = found["areas"]
    return Weights(
        statuses=sums_of(found, STATUSES, SIZE),
        threshold=float(found["threshold"]),
        bonus=float(found["bonus"]),
        areas=sums_of(areas, tuple(area_codes()), SIZE_OF_AREAS),
        least_area=float(areas["least"]),
        states=tuple(map(float, found["states"])),
    )
