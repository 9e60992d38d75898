"""In-sample: the lexicons were written with these five sources at hand. These are floors, not measures of quality."""

import json
from pathlib import Path

import pytest

from comity.reader.files.document import open_document
from comity.reader.measuring.gold import to_gold
from comity.reader.measuring.score import score
from comity.reader.measuring.score_report import Scored, report
from comity.reader.read import read
from comity.reader.words.lexicon import every_line

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
GOLD = sorted((SHARED / "gold").glob("*.json"))

FLOORS = {"parties": 0.9, "people": 0.9, "titles": 0.8, "areas": 0.7, "gates": 0.7, "clauses_50": 0.6, "clauses_50_status": 0.6}


def opened(path):
    gold = json.loads(path.read_text(encoding="utf-8"))
    file = gold["doc"]["file"]
    return gold, open_document((SHARED / "sources" / file).read_bytes(), name=file)


@pytest.fixture(scope="module")
def told():
    scored = []
    for path in GOLD:
        gold, document = opened(path)
        scored.append(Scored(path.stem, gold["doc"]["lang"], "", score(gold, to_gold(read(document)))))
    return report(scored)


@pytest.mark.parametrize(
    ("field", "least"),
    sorted(FLOORS.items()),
)
def test_field_reaches_its_floor(told, field, least):
    assert told["micro"][field]["f1"] >= least


def test_five_of_six_main_sessions_are_found(told):
    assert told["micro"]["sessions_main"]["recall"] >= 5 / 6


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem[:3])
def test_evidence_is_verbatim_and_no_clause_is_furniture(path):
    gold, document = opened(path)
    found = score(gold, to_gold(read(document)), original=document.original)
    assert (found["bad_quotes"], found["furniture_clauses"]) == (0, 0)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem[:3])
def test_two_runs_are_byte_equal(path):
    _, document = opened(path)
    once, again = (json.dumps(to_gold(read(document)), ensure_ascii=False).encode() for _ in range(2))
    assert once == again


def test_report_says_that_it_is_in_sample(told):
    assert told["in_sample"] is True
    assert told["documents"] == 5


def test_no_example_is_taken_from_a_source():
    sources = [path.read_text(encoding="utf-8").lower() for path in sorted((SHARED / "sources").glob("*.txt"))]
    # A bare phrase of the trade may stand in any report; an example of four words or more must be our own.
    taken = [
        (line.rule, line.example)
        for line in every_line()
        if len(line.example.split()) > 3 or len(line.example) > len(line.words) + 12
        if any(line.example.lower() in source for source in sources)
    ]
    assert taken == []
