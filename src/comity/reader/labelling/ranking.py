"""A ranker: numbers that are data, and what they make of the facts and vectors of a document's candidates.

- The vectors of a segment's words and of its sentence come from outside and are `dim` long each. They are turned to a few main
  directions; a row is the facts, then the words' directions, then the sentence's.
- Decision trees say whether a candidate is a clause, a logistic regression for each status which it is.
- That the grammar kept a segment is no fact but a bonus: a ranker learns from reports the grammar was written with, so it would
  trust it too well. Of candidates that share words the set with the greatest sum of what is above the threshold stays.
- The numbers belong to one model file and one list of facts; `ranker.json` names both, and others are refused.
- Made by scripts/train_ranker.py from the annotations that may be read; the file holds no word of a text.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from operator import mul
from typing import Any

from comity.reader.labelling.facts import STATUSES
from comity.reader.labelling.labels import Label, Numbered
from comity.reader.labelling.trees import Tree, likelihood, logistic, tree_of

FILE = "ranker.json"
Vector = Sequence[float]


@dataclass(frozen=True, slots=True)
class Turn:
    """A mean of vectors and the main directions from there, each as long as a vector."""

    mean: tuple[float, ...]
    directions: tuple[tuple[float, ...], ...]

    def of(self, vector: Vector) -> list[float]:
        """How far a vector goes in each direction."""
        away = [value - mean for value, mean in zip(vector, self.mean, strict=True)]
        return [sum(map(mul, away, direction)) for direction in self.directions]


@dataclass(frozen=True, slots=True)
class Ranker:
    """The numbers and what they were made with; each of `statuses` holds a bias first, then one weight a column of the row.

    `threshold` is how sure a segment must be to count, `bonus` what one has before others that the grammar kept, and `margin`
    how much likelier than the grammar's a status must be to stand in its place.
    """

    package: str
    version: str
    model_file: str
    model_sha256: str
    facts: int
    threshold: float
    bonus: float
    margin: float
    words: Turn
    sentences: Turn
    keep: tuple[Tree, ...]
    statuses: Mapping[str, tuple[float, ...]]

    def label(self, segments: Sequence[Numbered], words: Sequence[Vector], sentences: Sequence[Vector]) -> list[Label]:
        """What is known of a document's segments with the vectors of their words and of their sentences.

        Raises: ValueError where the facts or vectors are not as many as the numbers are for.
        """
        rows = [self._row(*one) for one in zip(segments, words, sentences, strict=True)]
        sure = [likelihood(self.keep, row) for row in rows]
        kept = chosen(
            segments, [one + self.bonus * seg.is_kept - self.threshold for one, seg in zip(sure, segments, strict=True)]
        )
        return [
            Label(one.id, number in kept, round(sure[number], 4), self._status(one, rows[number]) if number in kept else "")
            for number, one in enumerate(segments)
        ]

    def _row(self, segment: Numbered, words: Vector, sentence: Vector) -> list[float]:
        if len(segment.facts) != self.facts:
            raise ValueError(f"{len(segment.facts)} facts, not {self.facts}")
        return [*segment.facts, *self.words.of(words), *self.sentences.of(sentence)]

    def _status(self, segment: Numbered, row: Sequence[float]) -> str:
        """The likeliest status, or the grammar's where it is not likelier by the margin."""
        likely = {name: logistic(weights[0] + sum(map(mul, weights[1:], row))) for name, weights in self.statuses.items()}
        best = max(STATUSES, key=lambda name: likely[name])
        return best if likely[best] - likely[segment.status] > self.margin else segment.status


def chosen(segments: Sequence[Numbered], gains: Sequence[float]) -> frozenset[int]:
    """The numbers, from 0, of the segments that share no words and have the greatest sum of gains; none adds a loss."""
    order = sorted((n for n, gain in enumerate(gains) if gain > 0), key=lambda n: (segments[n].place[1], segments[n].place[0]))
    ends = [segments[n].place[1] for n in order]
    best: list[tuple[float, int]] = [(0.0, -1)]
    for at, n in enumerate(order):
        free = min(bisect_right(ends, segments[n].place[0]), at)
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
def packaged() -> Ranker:
    """The ranker that comes with Comity."""
    found = json.loads(resources.files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    return ranker_of(found)


def ranker_of(found: dict[str, Any]) -> Ranker:
    """The ranker that an object of `ranker.json` describes. Raises: TypeError, ValueError, KeyError."""
    return Ranker(
        package=found["package"],
        version=found["version"],
        model_file=found["model_file"],
        model_sha256=found["model_sha256"],
        facts=int(found["facts"]),
        threshold=float(found["threshold"]),
        bonus=float(found["bonus"]),
        margin=float(found["margin"]),
        words=_turn_of(found["words"]),
        sentences=_turn_of(found["sentences"]),
        keep=tuple(map(tree_of, found["keep"])),
        statuses={name: tuple(map(float, row)) for name, row in found["statuses"].items()},
    )


def _turn_of(found: dict[str, Any]) -> Turn:
    return Turn(tuple(map(float, found["mean"])), tuple(tuple(map(float, row)) for row in found["directions"]))
