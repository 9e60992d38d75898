"""The data of the sample, held against its promises without making the home."""

import json
import re
from collections import Counter

from comity.kinds import kind_of
from comity.procedures.sample_home import sample_folder
from comity.record.field import Ref

from .walking import LANGUAGES, ROWS, SOURCES, observer, of_kind, readings, wordings

VIETNAMESE = re.compile("[ăâđêôơưàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ]", re.IGNORECASE)
HAN = re.compile("[\u3400-\u9fff]")
SHORT = 12  # characters; names of places may need no marks
KINDS = {
    *("source", "reading", "party", "post_holding", "mechanism", "session", "delegation"),
    *("undertaking", "proposal", "gate"),
}
FIXED = [
    *(f"spring-meeting-{year}" for year in range(2016, 2027)),
    *(f"jwc-{number}" for number in (3, 5, 6, *range(9, 17))),
    *(f"yunnan-secretaries-{number}" for number in range(1, 7)),
    *(f"yunnan-jwg-{number}" for number in (4, 5, 7, 9, 10, 11, 12)),
]


def test_files_are_named_once_and_all_of_them():
    named = json.loads((sample_folder() / "contents.json").read_bytes())
    there = sorted(file.name for file in sample_folder().iterdir())
    assert (sorted({*named, "contents.json", "observer.json"}), len(set(named))) == (there, len(named))


def test_only_kinds_that_describe_and_report_are_there():
    assert {row["kind"] for row in ROWS} == KINDS


def test_every_wording_stands_in_three_languages():
    every = [found for row in [*ROWS, observer()] for found in wordings(row, row.get("id", "observer"))]
    assert [place for place, wording in every if tuple(wording) != LANGUAGES] == []
    assert [place for place, wording in every if len(wording["vi"]) > SHORT and not VIETNAMESE.search(wording["vi"])] == []
    assert [place for place, wording in every if HAN.search(_without_names(wording["vi"] + wording["en"]))] == []
    assert [place for place, wording in every if not HAN.search(wording["zh-Hans"])] == []


def test_wordings_differ_by_language():
    every = [found for row in ROWS for found in wordings(row, row["id"])]
    assert [place for place, wording in every if len(set(wording.values())) < 3] == []


def test_sources_have_an_address_an_outlet_and_a_coverage():
    asked = {"title", "address", "outlet", "genre", "language", "coverage"}
    assert [row["id"] for row in SOURCES.values() if not asked <= row.keys() or "digest" in row] == []


def test_addresses_are_given_once():
    assert [each for each, times in Counter(row["address"] for row in SOURCES.values()).items() if times > 1] == []


def test_every_source_is_read():
    assert sorted({reading["source"] for reading in readings().values()}) == sorted(SOURCES)


def test_everything_rests_on_a_reading_of_a_source():
    known = readings()
    for row in ROWS:
        rests = row["kind"] in ("source", "reading") or row.get("from") or row.get("evidence")
        assert rests, row["id"]
        assert set(row.get("evidence", [])) <= known.keys(), row["id"]
        assert {known[short]["source"] for short in known} <= SOURCES.keys(), row["id"]


def test_short_names_are_unique():
    names = [row["id"] for row in ROWS] + [short for short in readings() if "." in short]
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_short_names_promised_are_there():
    sessions = [row["id"] for row in of_kind("session")]
    assert [name for name in FIXED if name not in sessions] == []


def test_references_name_what_comes_before_them():
    known = {"observer"}
    for row in ROWS:
        for field in kind_of(row["kind"]).fields:
            if isinstance(field.form, Ref) and field.name in row and field.name != "evidence":
                named = row[field.name] if isinstance(row[field.name], list) else [row[field.name]]
                assert set(named) <= known, (row["id"], field.name)
        known.add(row["id"])


def test_no_reading_quotes_a_source():
    assert [short for short, reading in readings().items() if "quotes" in reading] == []


def test_numbers_of_editions_follow_their_names():
    for row in of_kind("session"):
        if row["id"].startswith(("jwc-", "yunnan-")):
            assert row["edition"] == int(row["id"].rsplit("-", 1)[1]), row["id"]
        if row["id"].startswith("spring-meeting-"):
            assert row["edition"] == int(row["id"].rsplit("-", 1)[1]) - 2015, row["id"]


def test_parties_of_a_session_existed_on_its_day():
    parties = {row["id"]: row for row in of_kind("party")}
    for row in of_kind("session"):
        day = row.get("starts_on", "")
        for party in (parties[name] for name in _many(row, "parties") + _many(row, "host")):
            since, until = party.get("valid_from", ""), party.get("valid_until", "9999")
            assert not day or (since[: len(day)] <= day and day[:7] <= until[: len(day[:7])]), (row["id"], party["id"])


def test_areas_are_those_that_have_a_name():
    from comity.paper.areas import AREAS

    assert {area for row in ROWS for area in row.get("areas", [])} <= AREAS.keys()


def _without_names(text):
    """The text without the names of people that the reports give in Chinese only."""
    for row in of_kind("delegation"):
        text = text.replace(row["head"], "")
    return text


def _many(row, name):
    value = row.get(name, [])
    return value if isinstance(value, list) else [value]
