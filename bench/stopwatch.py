"""Timing: the best of several runs, since everything that disturbs a run makes it longer."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


def seconds(work: Callable[[], object], *, runs: int = 3) -> float:
    """The wall time of the shortest of `runs` runs."""
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


@dataclass(frozen=True)
class Line:
    """One line of the table: what was done, how fast, and beside what. Rates are per second."""

    what: str
    rate: float
    unit: str
    beside: str
    beside_rate: float

    def __str__(self) -> str:
        ratio = self.rate / self.beside_rate if self.beside_rate else 0.0
        ours, theirs = _round(self.rate), _round(self.beside_rate)
        return f"| {self.what} | {ours} {self.unit} | {self.beside} | {theirs} {self.unit} | {ratio:.2g} |"


HEADING = "| what | Comity | beside | that | ratio |\n|---|---|---|---|---|"


def _round(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
