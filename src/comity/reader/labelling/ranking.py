"""A ranker: weights that know the vectors of a candidate's words and of its sentence as well.

- The vectors come from outside and are `dim` long each. They are turned to a few main directions; each direction has a weight,
  added to those of facts and grams.
- The numbers belong to one model file; `ranker.json` names it, and others are refused.
- Made by scripts/train_weights.py from the annotations that may be read; the file holds no word of a text.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from operator import mul
from typing import Any

from comity.reader.labelling.facts import STATUSES
from comity.reader.labelling.labels import Label, Numbered
from comity.reader.labelling.sums import Odds
from comity.reader.labelling.weights import Weights, likeliest, weights_of

FILE = "ranker.json"
Vector = Sequence[float]


@dataclass(frozen=True, slots=True)
class Turn:
    """A mean of vectors, the main directions from there, each as long as a vector, and by status the weight of each direction."""

    mean: tuple[float, ...]
    directions: tuple[tuple[float, ...], ...]
    weights: tuple[tuple[float, ...], ...]

    def odds(self, vector: Vector) -> Odds:
        """What a vector adds to the log of the odds of each status. Raises: ValueError where it is not as long as the mean."""
        away = [value - mean for value, mean in zip(vector, self.mean, strict=True)]
        turned = [sum(map(mul, away, row), 0.0) for row in self.directions]
        return tuple(sum(map(mul, row, turned), 0.0) for row in self.weights)


@dataclass(frozen=True, slots=True)
class Ranker:
    """The numbers and what they were made with."""

    package: str
    version: str
    model_file: str
    model_sha256: str
    weights: Weights
    words: Turn
    sentences: Turn

    def label(self, segments: Sequence[Numbered], words: Sequence[Vector], sentences: Sequence[Vector]) -> list[Label]:
        """What is known of a document's segments with the vectors of their words and of their sentences.

        Raises: ValueError where the facts or vectors are not as many as the numbers are for.
        """
        told = [likeliest(self._odds(*one)) for one in zip(segments, words, sentences, strict=True)]
        kept_by = ["kept" if one.is_kept else "" for one in segments]
        kept = self.weights.chosen([one.place for one in segments], [sure for sure, _ in told], kept_by)
        return [
            Label(one.id, number in kept, round(sure, 4), "" if one.is_kept else status)
            for number, (one, (sure, status)) in enumerate(zip(segments, told, strict=True))
        ]

    def _odds(self, segment: Numbered, words: Vector, sentence: Vector) -> Odds:
        told = self.weights.statuses.odds(segment.facts, segment.grams), self.words.odds(words), self.sentences.odds(sentence)
        return tuple(map(sum, zip(*told, strict=True)))


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
        weights=weights_of(found["weights"]),
        words=turn_of(found["words"]),
        sentences=turn_of(found["sentences"]),
    )


def turn_of(found: dict[str, Any]) -> Turn:
    """The turn that an object of `ranker.json` describes. Raises: TypeError, ValueError, KeyError."""
    directions = tuple(tuple(map(float, row)) for row in found["directions"])
    weights = tuple(tuple(map(float, found["weights"][status])) for status in STATUSES)
    return Turn(tuple(map(float, found["mean"])), directions, weights)
