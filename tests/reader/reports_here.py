"""The invented reports of this folder with what is to be read in them, and the invented places they name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from comity.reader.files.document import Document, open_document
from comity.reader.read import read
from comity.reader.reading import Reading
from comity.reader.words.gazetteer import Place

FOLDER = Path(__file__).parent / "reports"
PLACES = (
    Place("ZZ-VK", {"vi": "Vân Khê", "en": "Van Khe", "zh": "云溪"}, "VN"),
    Place("ZZ-PS", {"vi": "Phú Sơn", "en": "Phu Son", "zh": "富山"}, "VN"),
    Place("ZZ-QL", {"vi": "Thanh Lạc", "en": "Thanh Lac", "zh": "清乐"}, "CN"),
    Place("ZZ-DP", {"vi": "Đông Bình", "en": "Dongping", "zh": "东坪"}, "CN"),
)
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def text_of(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def wanted(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return found


def opened(text: str, name: str = "report.txt") -> Document:
    return open_document(text.encode("utf-8"), name=name)


def reading_of(text: str, name: str = "report.txt") -> Reading:
    return read(opened(text, name), gazetteer=PLACES)


def clause_lines(reading: Reading) -> list[tuple[str, str]]:
    """Status and words of each clause, white space and markup aside."""
    return [(clause.status, " ".join(clause.evidence[0].quote.split())) for clause in reading.clauses]
