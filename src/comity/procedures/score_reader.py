"""Measures the reader against annotations by hand, one JSON file a document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from comity.reader.document import open_document
from comity.reader.gold import to_gold
from comity.reader.read import read
from comity.reader.score import report
from comity.record.errors import FileMissing, NotJson


def score_reader(gold: Path, sources: Path) -> dict[str, Any]:
    """The report over every annotation in `gold` whose document stands in `sources`. Raises: FileMissing, NotJson."""
    pairs = []
    for path in sorted(gold.glob("*.json")):
        annotation = _annotation(path)
        document = sources / annotation["doc"]["file"]
        if not document.is_file():
            raise FileMissing(path=str(document))
        pairs.append((annotation, to_gold(read(open_document(document.read_bytes(), name=document.name)))))
    if not pairs:
        raise FileMissing(path=str(gold / "*.json"))
    try:
        return report(pairs)
    except (KeyError, TypeError, IndexError) as problem:
        raise NotJson(problem="an annotation is not complete") from problem


def _annotation(path: Path) -> dict[str, dict[str, str]]:
    try:
        found = json.loads(path.read_bytes())
        found["doc"]["file"]
    except (ValueError, KeyError, TypeError) as problem:
        raise NotJson(problem=f"{path.name} is no annotation") from problem
    annotation: dict[str, dict[str, str]] = found
    return annotation
