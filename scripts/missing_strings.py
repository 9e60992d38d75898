"""Prints, for each language, the sentences people read that its catalogue lacks, and those it holds that nobody says.

Run from anywhere: python scripts/missing_strings.py. Ends with 1 where anything is missing or left over.
"""

from __future__ import annotations

import sys

from comity.paper.msgids import missing, wanted
from comity.paper.translate import catalogue


def main() -> int:
    """Prints entries ready to be filled in and returns the exit code."""
    faults = 0
    for lang in ("vi", "zh-Hans"):
        lacking = missing(catalogue(lang))
        stale = sorted(catalogue(lang).keys() - wanted().keys())
        faults += len(lacking) + len(stale)
        print(f"# {lang}: {len(lacking)} missing, {len(stale)} left over")
        for msgid, places in lacking.items():
            print(f'\n#: {" ".join(dict.fromkeys(places))}\nmsgid {_quoted(msgid)}\nmsgstr ""')
        for msgid in stale:
            print(f"\n# left over: {msgid}")
    return 1 if faults else 0


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    sys.exit(main())
