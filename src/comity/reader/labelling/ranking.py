"""A ranker: weights that are data, and what they make of the facts and vectors of a document's candidates.

- Logistic regressions: one says whether a candidate is a clause, one for each status which it is.
- The vectors of a segment's words and of its sentence come from outside and are `dim` long each.
- That the grammar kept a segment is no fact but a bonus: weights learn from reports the grammar was written with, so they would
  trust it too well. Of candidates that share words the set with the greatest sum of what is above the threshold stays.
- Weights belong to one model file and one list of facts; `ranker.json` names both, and others are refused.
- Made by scripts/train_ranker.py from the annotations that may be read; the file holds numbers and no word of a text.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from comity.reader.labelling.facts import STATUSES
from comity.reader.labelling.labels import Label, Numbered

FILE = "ranker.json"
Vector = Sequence[float]


@dataclass(frozen=True, slots=True)
class Ranker:
    """The weights and what they were made with; `keep` and each of `statuses` hold a bias first, then one weight a feature.

    `threshold` is how sure a segment must be to count, `bonus` what one has before others that the grammar kept, and `margin`
    how much likelier than the grammar's a status must be to stand in its place.
    """

    package: str
    version: str
    model_file: str
    model_sha256: str
    dim: int
    facts: int
    threshold: float
    bonus: float
    margin: float
    keep: tuple[float, ...]
    statuses: Mapping[str, tuple[float, ...]]

    def label(self, segments: Sequence[Numbered], words: Sequence[Vector], sentences: Sequence[Vector]) -> list[Label]:
        """What the weights say of a document's segments with the vectors of their words and of their sentences."""
        rows = [[*one.facts, *own, *whole] for one, own, whole in zip(segments, words, sentences, strict=True)]
        sure = [_logistic(self.keep, row) for row in rows]
        kept = chosen(
            segments, [one + self.bonus * seg.is_kept - self.threshold for one, seg in zip(sure, segments, strict=True)]
        )
        return [
            Label(one.id, number in kept, round(sure[number], 4), self._status(one, rows[number]) if number in kept else "")
            for number, one in enumerate(segments)
        ]

    def _status(self, segment: Numbered, row: Vector) -> str:
        """The likeliest status, or the grammar's where it is not likelier by the margin."""
        likely = {name: _logistic(weights, row) for name, weights in self.statuses.items()}
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


def ranker_of(found: dict[str, object]) -> Ranker:
    """The ranker that an object of `ranker.json` describes."""
    numbers = {name: float(str(found[name])) for name in ("threshold", "bonus", "margin")}
    whole = {name: int(str(found[name])) for name in ("dim", "facts")}
    words = {name: str(found[name]) for name in ("package", "version", "model_file", "model_sha256")}
    statuses = found["statuses"]
    by_status = {name: _weights(row) for name, row in statuses.items()} if isinstance(statuses, dict) else {}
    return Ranker(**words, **whole, **numbers, keep=_weights(found["keep"]), statuses=by_status)  # type: ignore[arg-type]


def _weights(row: object) -> tuple[float, ...]:
    return tuple(float(number) for number in row) if isinstance(row, list) else ()


def _logistic(weights: Sequence[float], row: Vector) -> float:
    total = weights[0] + sum(weight * value for weight, value in zip(weights[1:], row, strict=True))
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, total))))
