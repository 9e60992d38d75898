"""`make bench`: prints the tables of README as Markdown.

`python -m bench quick` leaves out the largest book and home; `pages` keeps to what pages cost. Pages are measured up to a
hundred thousand things, with `--million` up to a million, which takes some ten minutes more.
"""

from __future__ import annotations

import platform
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bench import bulletin, growth, pages, reader, review, writing
from bench.stopwatch import HEADING


def main() -> None:
    quick, alone = "quick" in sys.argv[1:], "pages" in sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="comity-bench-") as name:
        folder = Path(name)
        print(f"Measured {datetime.now(UTC):%Y-%m-%d} on {_machine()}; `make bench` repeats it.\n")
        if not alone:
            print(HEADING)
            for line in writing.lines(folder):
                print(line, flush=True)
            print("\n" + growth.HEADING)
            for row in growth.rows(folder, (1_000, 10_000) if quick else (1_000, 10_000, 100_000)):
                print(row, flush=True)
            print("\n" + bulletin.HEADING)
            for row in bulletin.rows(folder, bulletin.SIZES[:2] if quick else bulletin.SIZES):
                print(row, flush=True)
            print("\n" + reader.HEADING)
            for row in reader.rows(reader.SIZES[:2] if quick else reader.SIZES):
                print(row, flush=True)
            print("\n" + review.HEADING)
            for row in review.rows(folder, review.SIZES[:2] if quick else review.SIZES):
                print(row, flush=True)
            print()
        sizes = (1_000, 10_000) if quick else pages.MILLION if "--million" in sys.argv[1:] else pages.SIZES
        print(pages.heading(sizes))
        for row in pages.rows(folder, sizes):
            print(row, flush=True)


def _machine() -> str:
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        names = [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
        model = f"{len(names)} x {names[0]}" if names else model
    return f"{model}, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
