"""The three whole reports of the story, against what a person marked in them before the grammar for it was written."""

import json
from pathlib import Path

import pytest

from comity.reader.files.document import open_document
from comity.reader.measuring.gold import to_gold
from comity.reader.measuring.score import paired, quotes
from comity.reader.read import read
from comity.reader.words.gazetteer import Place

FOLDER = Path(__file__).parent / "whole"
REPORTS = Path(__file__).parents[2] / "src/comity/invented"
PLACES = (
    Place("ZZ-TL", {"vi": "Thanh Lạc", "en": "Thanh Lac", "zh": "清乐"}, "VN"),
    Place("ZZ-VK", {"vi": "Vân Khê", "en": "Van Khe", "zh": "云溪"}, "CN"),
)
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))


@pytest.fixture(params=NAMES)
def whole(request):
    want = json.loads((FOLDER / f"{request.param}.json").read_text(encoding="utf-8"))
    raw = (REPORTS / want["document"]).read_bytes()
    return want, raw.decode(), read(open_document(raw, name=want["document"]), gazetteer=PLACES)


def pairs_of(want, text, reading):
    wanted = []
    for clause in want["clauses"]:
        start = text.index(clause["quote"])
        wanted.append({**clause, "evidence": [{"start": start, "end": start + len(clause["quote"])}]})
    return paired(wanted, to_gold(reading)["clauses"], 0.5)


def test_whole_report_gives_nearly_all_its_clauses(whole):
    want, text, reading = whole
    right = len(pairs_of(want, text, reading))
    assert 2 * right / (len(want["clauses"]) + len(reading.clauses)) >= 0.93


def test_clauses_of_a_whole_report_have_their_status_and_agents(whole):
    pairs = pairs_of(*whole)
    assert [(got["status"], got["evidence"]) for want, got in pairs if got["status"] != want["status"]] == []
    assert [(got["agents"], got["evidence"]) for want, got in pairs if want.get("agents", got["agents"]) != got["agents"]] == []


def test_whole_report_gives_its_parties_people_and_gates(whole):
    want, _, reading = whole
    assert sorted(party.code for party in reading.parties) == want["parties"]
    assert [person.name for person in reading.people] == want["people"]
    assert sorted({gate.names for gate in reading.gates if gate.names}) == sorted(tuple(pair) for pair in want["gates"])


def test_whole_report_has_verbatim_evidence_and_no_clause_of_furniture(whole):
    _, text, reading = whole
    assert [q for q in quotes(to_gold(reading)) if text[q["start"] : q["end"]] != q["quote"]] == []
    spans = [(quote.start, quote.end) for quote in reading.furniture]
    assert [c for c in reading.clauses for s, e in spans if c.evidence[0].start < e and s < c.evidence[0].end] == []
