"""Files that go with findings: those of an earlier day, as `comity findings --json` wrote them, and thresholds of one's own."""

from __future__ import annotations

import json
from pathlib import Path

from comity.record.canonical import Fields
from comity.record.errors import FileMissing, NotFindings, ThresholdWrong
from comity.review.changed import PASSING
from comity.review.thresholds import Thresholds, thresholds


def earlier_findings(path: Path) -> dict[str, Fields]:
    """What each finding said on an earlier day, by key. Raises: FileMissing, NotFindings."""
    try:
        told = json.loads(_read(path))
        return {str(row["key"]): _facts(row) for row in told["findings"]}
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as problem:
        raise NotFindings(path=str(path)) from problem


def given_thresholds(path: Path | None) -> Thresholds:
    """The thresholds with those a file names. Raises: FileMissing, ThresholdWrong."""
    if path is None:
        return thresholds()
    try:
        return thresholds(_read(path).decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        raise ThresholdWrong(name="UTF-8") from problem


def _facts(row: Fields) -> Fields:
    facts = row["facts"]
    kept = {name: value for name, value in facts.items() if name not in PASSING} if isinstance(facts, dict) else {}
    return {"case": str(row["case"]), "facts": kept}


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise FileMissing(path=str(path)) from problem
