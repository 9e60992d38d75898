"""A ranker: weights that are data, and what they make of a candidate's facts and of its vector.

- Logistic regressions: one says whether a candidate is a clause, one for each status which it is.
- The vector of a segment's words comes from outside and is `dim` long. What stands before a segment is in its facts: a vector of
  it made the ranker no better on outlets it had not seen.
- Weights belong to one model file and one list of facts; `ranker.json` names both, and others are refused.
- Made by scripts/train_ranker.py from the annotations that may be read; the file holds numbers and no word of a text.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from comity.reader.labelling.candidates import STATUSES
from comity.reader.labelling.labels import Label, Numbered

FILE = "ranker.json"


@dataclass(frozen=True, slots=True)
class Ranker:
    """The weights and what they were made with; `keep` and each of `statuses` hold a bias first, then one weight a feature.

    `threshold` is how sure a segment the grammar dropped must be to count; `floor` what a kept one must reach to stay.
    """

    package: str
    version: str
    model_file: str
    model_sha256: str
    dim: int
    facts: int
    threshold: float
    floor: float
    keep: tuple[float, ...]
    statuses: Mapping[str, tuple[float, ...]]

    def label(self, segment: Numbered, vector: Sequence[float]) -> Label:
        """What the weights say of a segment with the vector of its words."""
        row = [*segment.facts, *vector]
        sure = _logistic(self.keep, row)
        keep = sure >= (self.floor if segment.is_kept else self.threshold)
        status = max(STATUSES, key=lambda name: _sum(self.statuses[name], row))
        return Label(segment.id, keep, round(sure, 4), status)


@lru_cache(maxsize=1)
def packaged() -> Ranker:
    """The ranker that comes with Comity."""
    found = json.loads(resources.files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    return ranker_of(found)


def ranker_of(found: dict[str, object]) -> Ranker:
    """The ranker that an object of `ranker.json` describes."""
    numbers = {name: float(str(found[name])) for name in ("threshold", "floor")}
    whole = {name: int(str(found[name])) for name in ("dim", "facts")}
    words = {name: str(found[name]) for name in ("package", "version", "model_file", "model_sha256")}
    statuses = found["statuses"]
    by_status = {name: _weights(row) for name, row in statuses.items()} if isinstance(statuses, dict) else {}
    return Ranker(**words, **whole, **numbers, keep=_weights(found["keep"]), statuses=by_status)  # type: ignore[arg-type]


def _weights(row: object) -> tuple[float, ...]:
    return tuple(float(number) for number in row) if isinstance(row, list) else ()


def _sum(weights: Sequence[float], row: Sequence[float]) -> float:
    return weights[0] + sum(weight * value for weight, value in zip(weights[1:], row, strict=True))


def _logistic(weights: Sequence[float], row: Sequence[float]) -> float:
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, _sum(weights, row)))))
