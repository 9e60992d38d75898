"""How checking and folding grow with the book: the time for each entry at three sizes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from bench.books import fill, open_home
from comity.procedures.check_book import check_book
from comity.procedures.check_home import check_home
from comity.procedures.export_book import export_book
from comity.record.note import parse_vkey

HEADING = "| entries | check a book, µs an entry | check a home and rebuild its register, µs an entry |\n|---|---|---|"


def rows(folder: Path, sizes: tuple[int, ...]) -> Iterator[str]:
    """One row a size; the same home grows from row to row."""
    inside = folder / "growth"
    inside.mkdir()
    home, party = open_home(inside)
    for size in sizes:
        fill(home, party, size)
        to = inside / f"book-{size}"
        count = export_book(home, party, to)
        vkey = parse_vkey((to / "vkey").read_text())
        book = _once(lambda to=to, vkey=vkey: check_book(to, vkey))
        whole = _once(lambda: check_home(home))
        yield f"| {count:,} | {book / count * 1e6:.0f} | {whole / count * 1e6:.0f} |"


def _once(work: object) -> float:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start
