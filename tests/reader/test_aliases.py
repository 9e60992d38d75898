from datetime import date

import pytest

from comity.reader.names.aliases import Alias, aliases, other_names, parse_aliases
from comity.reader.names.parties import as_of
from comity.reader.reading import Party
from comity.reader.words.gazetteer import mentions
from comity.record.errors import BadLexicon


def test_every_line_is_well_formed():
    assert parse_aliases("\n".join("\t".join(map(str, _cells(line))) for line in aliases())) != ()


def _cells(line):
    return line.what, line.name, line.alias, line.begins, line.ends, line.source


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("# head\nplace\tVN-07\tHa Giang", 2, "it needs what, name, alias, from, to and source"),
        ("river\tVN-07\tHa Giang\t\t\tpress", 1, "it does not take the kind 'river'"),
        ("place\tVN-07\tHa Giang\t\t\tgossip", 1, "it does not take the source 'gossip'"),
        ("place\tVN-07\t\t\t\tpress", 1, "its name or its alias is missing"),
        ("place\tVN-07\tHa Giang\t1 July\t\tformer", 1, "'1 July' is no day like 2025-06-30"),
        ("place\tVN-07\tHa Giang\t2025-7-1\t\tformer", 1, "'2025-7-1' is no day like 2025-06-30"),
        ("place\tVN-07\tHa Giang\t2025-07-01\t2025-06-30\tformer", 1, "it ends before it begins"),
        ("place\tVN-99\tNowhere\t\t\tpress", 1, "places.tsv has no code 'VN-99'"),
        ("gate\tNowhere\tElsewhere\t\t\tpress", 1, "gate_pairs.tsv has no 'Nowhere'"),
        ("reading\t武\tvũ võ\t\t\tofficial", 1, "a reading is one character and one syllable"),
        ("person\t安平\tAn Bình\t\t\tpress\nperson\t安平\tan bình\t\t\tpress", 2, "'an bình' stands there twice"),
    ],
)
def test_bad_line_is_named(text, line, problem):
    with pytest.raises(BadLexicon) as refused:
        parse_aliases(text)
    assert refused.value.values == {"file": "aliases.tsv", "line": line, "problem": problem}


@pytest.mark.parametrize(
    ("day", "holds"),
    [("2025-06-30", False), ("2025-07-01", True), ("2025-12-31", True), ("2026-01-01", False)],
)
def test_days_are_inclusive(day, holds):
    assert Alias("place", "VN-07", "x", "2025-07-01", "2025-12-31", "press", 1).holds(date.fromisoformat(day)) is holds


def test_other_names_leave_out_misprints_and_former_names():
    assert (list(other_names("gate", "Trà Lĩnh")), list(other_names("place", "VN-07"))) == ([], [])
    assert list(other_names("place", "CN-YN-Puer", on=date(2010, 1, 1))) == []
    assert "Simao" in list(other_names("place", "CN-YN-Puer", on=date(2007, 1, 20)))


def test_aliases_of_places_are_found_in_a_text():
    assert [mention.place.code for mention in mentions("They met in Simao and in Bose.")] == ["CN-YN-Puer", "CN-GX-Baise"]


@pytest.mark.parametrize(
    ("day", "read"),
    [
        ("2025-06-30", [("VN-03", 0.85, "places/VN-03")]),
        ("2025-07-01", [("VN-03", 0.5, "places/VN-03 + aliases/former")]),
        ("2025", [("VN-03", 0.85, "places/VN-03")]),
        (None, [("VN-03", 0.85, "places/VN-03")]),
    ],
)
def test_party_that_has_become_part_of_another_is_less_sure(day, read):
    parties = as_of((Party("VN-03", "Hà Giang", "VN", None, (), "places/VN-03", 0.85),), day)
    assert [(party.code, party.confidence, party.rule) for party in parties] == read
