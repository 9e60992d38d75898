"""How fast the reader reads: reports of the size of real ones, texts of growing length, and beside spaCy's English model.

Ours is processor time, which a busy machine does not change; beside the rival both are timed by the wall.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.stopwatch import seconds
from comity.procedures.rivals import Told, names_rival
from comity.reader.files.document import Document, open_document
from comity.reader.labelling.deciders import Deciders
from comity.reader.labelling.weights import packaged
from comity.reader.read import read
from comity.reader.text.layout import BODY
from comity.reader.text.page import prepare

HEADING = "| the reader, on one core | figure | at least |\n|---|---|---|"
REPORT = 5_200  # characters: the mean of the five sources the reader began with
LEAST_A_SECOND = 25
LEAST_TIMES = 3
SIZES = (10_000, 100_000, 1_000_000)
MOST_SLOWER = 2.0

_FOLDER = Path(__file__).resolve().parents[1] / "tests/reader/reports"


def rows(sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """The lines of the table, each with what it must reach."""
    bodies = {lang: _body(lang) for lang in ("en", "vi", "zh")}
    for body in bodies.values():
        _read(body)  # lexicons are loaded before the time counts
    reports = [_long(body, REPORT) for body in bodies.values()]
    rate = len(reports) / _seconds(lambda: [_read(text) for text in reports])
    yield f"| reports of {REPORT:,} characters, one each in en, vi and zh | {rate:.0f} a second | {LEAST_A_SECOND} |"
    rates = [sum(_rate(_long(body, size)) for body in bodies.values()) / len(bodies) for size in sizes]
    told = ", ".join(f"{size:,}: {kchars:.0f}" for size, kchars in zip(sizes, rates, strict=True))
    yield f"| thousand characters a second, by the length of one text | {told} | the first / {MOST_SLOWER:g} |"
    yield _beside(_long(bodies["en"], 4 * REPORT))


def _beside(text: str) -> str:
    """How we stand beside the rival over one English text."""
    rival = names_rival([Told(text, (), ())], our_seconds=seconds(lambda: _read(text)))
    if rival is None:
        return "| times as fast as spaCy's English model | not installed here: `make score` | |"
    return f"| times as fast as spaCy's English model, the same text | {rival['times_as_fast']:.1f} | {LEAST_TIMES} |"


def _rate(text: str) -> float:
    """Thousand characters a second; a long text is read once."""
    return len(text) / _seconds(lambda: _read(text), runs=1 if len(text) > SIZES[1] else 3) / 1e3


def _seconds(work: Callable[[], object], *, runs: int = 3) -> float:
    """The processor time of the shortest of `runs` runs."""
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _body(lang: str) -> str:
    """The running text of our own reports in a language: menus and endings would end a report that goes on."""
    pages = [prepare(_open(path.read_text(encoding="utf-8")), ()) for path in sorted(_FOLDER.glob(f"{lang}_*.txt"))]
    return "".join(page.text[block.start : block.end] + "\n" for page in pages for block in page.blocks if block.label == BODY)


def _long(body: str, size: int) -> str:
    return (body * (size // len(body) + 1))[:size]


def _open(text: str) -> Document:
    return open_document(text.encode(), name="report.txt")


def _read(text: str) -> None:
    read(_open(text), by=Deciders(packaged()))
