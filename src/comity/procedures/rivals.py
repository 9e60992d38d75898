"""What the reader is measured beside: a plain rule of its own, and spaCy's packaged English model in a program of its own.

- The model stands in a venv of its own at the root of a checkout; where it is not, nothing is measured and that is said.
- Both sides get the same texts in the same run, each already loaded, and the best of the same number of runs counts.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from comity.reader.measuring.plain_rival import plain_clauses
from comity.reader.measuring.score import Counts, Record, name_key, paired
from comity.reader.measuring.score_report import micro_of

ROOT = Path(__file__).resolve().parents[3]
RUNS = 3
_PROGRAM = (ROOT / ".venv-rivals/bin/python", ROOT / "scripts/rival_names.py")
_PATIENCE_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Told:
    """An English document's text, the names it holds by the annotation, and those the reader found."""

    text: str
    wanted: tuple[str, ...]
    given: tuple[str, ...]


def plain_rule(documents: Sequence[tuple[str, Record]]) -> Record:
    """The plain rule's clauses against the annotations of (text, annotation)."""
    counts: list[Counts] = []
    for text, gold in documents:
        given = plain_clauses(text)
        half = paired(gold["clauses"], given, 0.5)
        size = (len(gold["clauses"]), len(given))
        status = sum(1 for want, got in half if got["status"] in (want["status"], *want.get("status_alt", ())))
        counts.append({"clauses_50": (len(half), *size), "clauses_50_status": (status, *size)})
    micro: Record = micro_of(counts)
    return micro


def names_rival(told: Sequence[Told], *, our_seconds: float) -> Record | None:
    """People by spaCy's model beside ours over the same English texts, and how fast each is; None where it is not installed.

    `our_seconds` is what the reader took over the same texts. A rival that stops is as one that is not there.
    """
    found = _ask([one.text for one in told]) if told else None
    if found is None:
        return None
    characters = sum(len(one.text) for one in told)
    theirs = micro_of([_names(one.wanted, tuple(dict.fromkeys(names))) for one, names in zip(told, found["names"], strict=True)])
    ours = micro_of([_names(one.wanted, one.given) for one in told])
    rates = {"comity": our_seconds, "model": found["seconds"], "names_alone": found["seconds_names_alone"]}
    return {
        "model": found["model"],
        "documents": len(told),
        "people": theirs["people"],
        "people_comity": ours["people"],
        "kchars_per_second": {name: round(characters / seconds / 1e3, 1) for name, seconds in rates.items()},
        "times_as_fast": round(found["seconds"] / our_seconds, 2),
        "times_as_fast_as_names_alone": round(found["seconds_names_alone"] / our_seconds, 2),
    }


def _ask(texts: list[str]) -> Record | None:
    if not all(path.is_file() for path in _PROGRAM):
        return None
    given = json.dumps(texts).encode()
    try:
        done = subprocess.run(_PROGRAM, input=given, capture_output=True, timeout=_PATIENCE_SECONDS, check=True)
        found: Record = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError):
        return None
    return found


def _names(wanted: tuple[str, ...], given: tuple[str, ...]) -> Counts:
    left = [name_key(name) for name in given]
    right = 0
    for key in map(name_key, wanted):
        if key in left:
            left.remove(key)
            right += 1
    return {"people": (right, len(wanted), len(given))}
