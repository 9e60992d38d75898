"""Sums: of several labels the log of the odds, each a bias and a weight a fact and a weight a gram, added up.

- The weights are data: JSON with Base64 of a signed byte a gram, in steps of `step`.
- A gram's weights of all labels stand in one number, so that one sum adds them all: so many bits each, none below zero.
"""

from __future__ import annotations

import math
from array import array
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_BITS, _ZERO = 24, 128
_MASK = (1 << _BITS) - 1
# Beyond this a likelihood is 0 or 1.
FAR = 40.0
Odds = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Sums:
    """Of each label a bias and a weight a fact; `of_grams` are the weights of each gram as one number."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    of_facts: tuple[tuple[float, ...], ...]
    step: float
    of_grams: Sequence[int]

    def odds(self, facts: Sequence[float], grams: Sequence[int]) -> Odds:
        """The log of the odds of each label. Raises: ValueError where the weights are for other facts."""
        if len(facts) != len(self.of_facts[0]):
            raise ValueError(f"{len(facts)} facts, not {len(self.of_facts[0])}")
        every, zero = sum(map(self.of_grams.__getitem__, grams)), _ZERO * len(grams)
        told = [(number, fact) for number, fact in enumerate(facts) if fact]
        return tuple(
            bias + sum([row[number] * fact for number, fact in told]) + self.step * ((every >> place & _MASK) - zero)
            for place, bias, row in zip(range(0, _BITS * len(self.labels), _BITS), self.bias, self.of_facts, strict=True)
        )


def sums_of(found: dict[str, Any], labels: Sequence[str], size: int) -> Sums:
    """The sums that an object describes for these labels and so many grams. Raises: TypeError, ValueError, KeyError."""
    rows = [array("b", b64decode(found["of_grams"][label], validate=True)) for label in labels]
    if any(len(row) != size for row in rows):
        raise ValueError(f"{min(map(len, rows))} grams, not {size}")
    return Sums(
        labels=tuple(labels),
        bias=tuple(float(found["bias"][label]) for label in labels),
        of_facts=tuple(tuple(map(float, found["of_facts"][label])) for label in labels),
        step=float(found["step"]),
        of_grams=[
            sum([_ZERO + weight << _BITS * place for place, weight in enumerate(gram)]) for gram in zip(*rows, strict=True)
        ],
    )


def likelihood(odds: float) -> float:
    """What a log of odds is between 0 and 1."""
    return 1 / (1 + math.exp(-max(-FAR, min(FAR, odds))))
