"""Scores of many documents as one report: micro, macro, by language and outlet, with intervals.

- Micro adds up what was right, wanted and given over documents; macro is the mean of the documents' F1.
- Intervals hold 95 of 100 resamplings of the documents, drawn with the chance that is given: the same chance, the same report.
- A measure taken on documents the lexicons were written with says so: `in_sample`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from comity.reader.measuring.score import Count, Counts, Record, prf

NOTE = "In-sample: the lexicons were written with these documents at hand. Unseen reports score lower."
DRAWS = 1000


class Chance(Protocol):
    """Where resampling takes its numbers from; `random.Random` is one."""

    def randrange(self, stop: int, /) -> int:
        """A number from 0 to below `stop`."""
        ...


@dataclass(frozen=True, slots=True)
class Scored:
    """One document's name, language and outlet, and what `score` says of its reading."""

    name: str
    lang: str
    outlet: str
    result: Record

    @property
    def counts(self) -> Counts:
        """Right, wanted and given by field."""
        counts: Counts = self.result["counts"]
        return counts


def report(scored: Sequence[Scored], *, is_in_sample: bool = True, chance: Chance | None = None) -> Record:
    """The report over documents in their order; without `chance` no intervals are drawn."""
    counts = [one.counts for one in scored]
    micro: Record = micro_of(counts)
    if chance is not None:
        for field, (low, high) in intervals(counts, chance).items():
            micro[field] |= {"low": low, "high": high}
    return {
        "in_sample": is_in_sample,
        "note": NOTE if is_in_sample else "",
        "documents": len(scored),
        "micro": micro,
        "macro_f1": {field: _mean([prf(one[field])["f1"] for one in counts]) for field in _fields(counts)},
        "by_language": _grouped(scored, lambda one: one.lang),
        "by_outlet": _grouped(scored, lambda one: one.outlet),
        "sure": _sure(scored),
        **{key: sum(one.result[key] for one in scored) for key in ("furniture_clauses", "furniture_statements")},
        **{key: sum(one.result[key] for one in scored) for key in ("quotes", "bad_quotes")},
        "per_document": {one.name: {field: prf(count) for field, count in one.counts.items()} for one in scored},
    }


def micro_of(counts: Sequence[Counts]) -> Record:
    """Precision, recall, F1 and their counts per field over all documents."""
    found = {}
    for field in _fields(counts):
        total = _total(one[field] for one in counts)
        found[field] = prf(total) | dict(zip(("right", "wanted", "given"), total, strict=True))
    return found


def intervals(counts: Sequence[Counts], chance: Chance, *, draws: int = DRAWS) -> dict[str, tuple[float, float]]:
    """The 2.5th and 97.5th hundredth of micro F1 per field, over `draws` resamplings of the documents with replacement."""
    drawn: dict[str, list[float]] = {field: [] for field in _fields(counts)}
    size = len(counts)
    for _ in range(draws if size else 0):
        picked = [counts[chance.randrange(size)] for _ in range(size)]
        for field, values in drawn.items():
            values.append(prf(_total(one[field] for one in picked))["f1"])
    return {field: _middle(values) for field, values in drawn.items()}


def _middle(values: list[float]) -> tuple[float, float]:
    ordered = sorted(values)
    last = len(ordered) - 1
    return ordered[round(0.025 * last)], ordered[round(0.975 * last)]


def _grouped(scored: Sequence[Scored], key: Callable[[Scored], str]) -> Record:
    names = sorted({key(one) for one in scored})
    chosen = {name: [one.counts for one in scored if key(one) == name] for name in names}
    return {name: {"documents": len(counts), "micro": micro_of(counts)} for name, counts in chosen.items()}


def _sure(scored: Sequence[Scored]) -> Record:
    """Of the drafts that say they are sure: how many there are and which share of them is right, by field and in all."""
    fields = list(scored[0].result["sure"]) if scored else []
    totals = {field: _total(one.result["sure"][field] for one in scored) for field in fields}
    totals["all"] = _total(totals.values())
    return {
        field: {"right": right, "given": given, "precision": _share(right, given)} for field, (right, _, given) in totals.items()
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 1.0


def _fields(counts: Sequence[Counts]) -> list[str]:
    return list(counts[0]) if counts else []


def _total(counts: Iterable[Count]) -> Count:
    right = wanted = given = 0
    for one in counts:
        right, wanted, given = right + one[0], wanted + one[1], given + one[2]
    return right, wanted, given


def _mean(values: list[float]) -> float:
    return round(sum(values) / len(values), 3) if values else 1.0
