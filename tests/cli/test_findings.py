"""The findings at the command line."""

import json

import pytest


@pytest.fixture
def agreed(office):
    """One agreed item of which nothing more is said."""
    office.act("undertaking", "title.en=Open the ferry", "owners=north", "agreed_on=2026-01-05", "nature=once", "--id", "ferry")
    return office


def _findings(office, *words):
    return office("findings", "--day", "2026-11-22", *words)


def test_findings_are_told_by_rule(agreed):
    thing = agreed.show("ferry")["id"][:12]
    done = _findings(agreed)
    assert done.out.splitlines() == [
        "No later mention found (1)",
        f"  - Open the ferry: no word yet. [{thing}]",
        "Wordings to complete (1)",
        f"  - No wording here in Tiếng Việt and 中文: Open the ferry. [{thing}]",
    ]
    assert (done.code, done.err) == (0, "On 22 Nov 2026; what is new counts since 22 Nov 2025.\n")


def test_findings_are_compared_with_those_of_an_earlier_day(agreed, tmp_path):
    file = tmp_path / "earlier.json"
    file.write_text(_findings(agreed, "--json").out, encoding="utf-8")
    same = json.loads(_findings(agreed, "--earlier", file, "--json").out)
    assert same["changes"] == {"new": [], "changed": [], "gone": []}
    agreed.act("progress", "undertaking=ferry", "owner=north", "state=done", "word=own", "on=2026-11-20")
    thing = agreed.show("ferry")["id"]
    told = json.loads(_findings(agreed, "--earlier", file, "--json").out)
    assert told["changes"] == {
        "new": [f"results/{thing}/{_north(agreed)}"],
        "changed": [],
        "gone": [f"no_mention/{thing}"],
    }
    later = _findings(agreed, "--earlier", file)
    assert f"  * North province states that this is done: Open the ferry. [{thing[:12]}]" in later.out.splitlines()
    assert later.err.endswith("Since the earlier findings: 1 new, 0 changed (both marked *), 1 no longer found.\n")


def _north(office):
    return office.show("ferry")["fields"]["owners"][0]


def test_thresholds_of_ones_own_are_used(agreed, tmp_path):
    file = tmp_path / "own.toml"
    file.write_text("no_mention_days = 1000")
    told = json.loads(_findings(agreed, "--thresholds", file, "--json").out)
    assert (told["thresholds"]["no_mention_days"], told["counts"]["no_mention"]) == (1000, 0)
    file.write_text("no_mention_days = 'long'")
    assert _findings(agreed, "--thresholds", file).refused == "1 threshold_wrong"


def test_what_cannot_be_answered_is_refused(agreed, tmp_path):
    assert agreed("findings", "--day", "tomorrow").refused == "1 wrong_value"
    assert _findings(agreed, "--session", "ferry").refused == "1 wrong_value"
    assert _findings(agreed, "--session", "none").refused == "1 unknown_thing"
    assert _findings(agreed, "--party", "none").refused == "1 unknown_party"
    assert _findings(agreed, "--earlier", tmp_path / "none").refused == "1 file_missing"
    (tmp_path / "notes").write_text("notes")
    assert _findings(agreed, "--earlier", tmp_path / "notes").refused == "1 not_findings"
