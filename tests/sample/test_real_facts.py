"""The sample against the facts it is made from; collected only where they are.

Nothing invented stands under a real name: every reading names a report that is known, at the address it is known by.
"""

import json
import re
from pathlib import Path

from .walking import ROWS, SOURCES, observer, readings, texts

SHARED = Path(__file__).resolve().parents[3] / "shared"
FACTS = SHARED / "facts" / "reports.jsonl"
RUN = 60


def _reports():
    return {f"r{row['id']}": row for row in map(json.loads, FACTS.read_text(encoding="utf-8").splitlines())}


def _cited():
    """Reports that the page on the domain cites: [037] as r037, [S0] as s0."""
    page = (SHARED / "domain.md").read_text(encoding="utf-8")
    return {f"r{number}" for number in re.findall(r"\[(\d{3})\]", page)} | {
        name.lower() for name in re.findall(r"\[?\b(S[0-4])\b", page)
    }


def test_every_reading_names_a_report_that_is_known():
    known = _reports().keys() | _cited()
    assert sorted({reading["source"] for reading in readings().values()} - known) == []


def test_addresses_are_those_the_reports_are_known_by():
    reports = _reports()
    assert {
        name: row["address"] for name, row in SOURCES.items() if name in reports and row["address"] != reports[name]["url"]
    } == {}


def test_languages_are_those_of_the_reports():
    reports = _reports()
    found = {name: row["language"].partition("-")[0] for name, row in SOURCES.items() if name in reports}
    assert found == {name: reports[name]["lang"] for name in found}


def test_what_is_reported_of_another_border_or_is_a_near_miss_is_left_out():
    reports = _reports()
    kinds = {reports[name]["kind"] for name in SOURCES if name in reports}
    assert kinds & {"other-border", "near-miss", "negative", "negative-feature"} == set()


def test_no_run_of_a_source_stands_in_the_sample():
    sources = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "sources").glob("*.txt"))]
    known = set().union(*(_runs(text) for text in [*sources, *(row["text"] for row in _reports().values())]))
    copied = {text for row in [*ROWS, observer()] for text in texts(row) if _runs(text) & known}
    assert (len(known) > 1000, copied) == (True, set())


def _runs(text):
    plain = re.sub(r"\s+", " ", text)
    return {plain[place : place + RUN] for place in range(len(plain) - RUN + 1)}
