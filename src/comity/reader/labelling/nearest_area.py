"""The area of a clause that no word of the lexicon tells, by the sentence of our own whose vector is nearest.

- Vectors come from outside; an area is only named where the nearest sentence is near enough and another area's is not as near.
- The sentences are data: `lexicon/area_prototypes.tsv`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from comity.reader.words.gazetteer import rows_of

# How near the nearest must be, and how much nearer than the next area, as cosines.
NEAR_ENOUGH, AHEAD = 0.8, 0.01


@dataclass(frozen=True, slots=True)
class Prototype:
    """A sentence that is like the clauses of an area."""

    area: str
    text: str


@lru_cache(maxsize=1)
def prototypes() -> tuple[Prototype, ...]:
    """The sentences, in the order of the file. Raises: BadLexicon."""
    return tuple(Prototype(area, text) for area, lang, text in rows_of("area_prototypes.tsv", 3) if area != "label")


class NearestArea:
    """Names areas by vectors that `embed` makes; each text is embedded once."""

    def __init__(self, embed: Callable[[Sequence[str]], list[list[float]]]) -> None:
        known = prototypes()
        vectors = embed([one.text for one in known])
        self._known = [(one.area, _unit(vector)) for one, vector in zip(known, vectors, strict=True)]

    def of(self, vector: Sequence[float]) -> tuple[str, ...]:
        """The area nearest to a vector, or none."""
        one = _unit(vector)
        best: dict[str, float] = {}
        for area, known in self._known:
            cosine = sum(map(float.__mul__, one, known))
            best[area] = max(cosine, best.get(area, -1.0))
        ranked = sorted(best, key=lambda area: -best[area])
        if best[ranked[0]] < NEAR_ENOUGH or best[ranked[0]] - best[ranked[1]] < AHEAD:
            return ()
        return (ranked[0],)


def _unit(vector: Sequence[float]) -> list[float]:
    length = math.sqrt(sum(value * value for value in vector)) or 1.0
    return [float(value) / length for value in vector]
