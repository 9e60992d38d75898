"""The home of two invented parties: it is really made, it holds, and every state can be seen in it."""

import json
import os

import pytest

os.environ["COMITY_LANG"] = "en"

from comity.kinds import every_kind
from comity.record.status import Status

from .office import Office, comity


@pytest.fixture(scope="module")
def invented(tmp_path_factory):
    folder = tmp_path_factory.mktemp("invented")
    before = os.environ.get("XDG_STATE_HOME")
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    assert comity("invented", "--home", folder / "home").code == 0
    if before is None:
        del os.environ["XDG_STATE_HOME"]
    else:
        os.environ["XDG_STATE_HOME"] = before
    return Office(folder / "home")


def test_it_holds(invented):
    done = invented("verify", "--json").value
    assert {found["severity"] for found in done["findings"]} <= {"note"}


def test_every_status_of_a_text_is_there(invented):
    found = {text["status"] for row in invented("list", "item", "--json").value for text in row["texts"]}
    assert {status.value for status in Status} - found == {"cannot_say", "lapsed"}


def test_refusal_and_withdrawal_with_notice_are_there(invented):
    texts = [text for row in invented("list", "item", "--json").value for text in row["texts"]]
    assert [text["refused_by"] for text in texts if text["refused_by"]] == [["van-khe"]]
    later = [text for text in texts if text["withdrawn"] and text["status"] == "in_force"]
    assert [text["withdrawn"][0]["effective_on"] for text in later] == ["2099-01-01"]


def test_every_state_of_progress_and_every_voice_is_there(invented):
    rows = [row for thing in invented("list", "undertaking", "--json").value for row in thing["progress"]]
    states = every_kind()["progress"].field("state").form.options
    assert {row["state"] for row in rows} == {*states, ""}
    assert {row["word"] for row in rows} >= {"own", "told", ""}


def test_drafts_are_open_and_accepted_and_known_by_source(invented):
    rows = invented("drafts", "list", "--json").value
    assert {row["state"] for row in rows} == {"open", "accepted"}
    assert len({row["source"] for row in rows}) == 3


def test_parties_are_not_described_twice_and_sessions_told_twice_are_one(invented):
    assert invented("list", "party", "--json").value == []
    editions = [row["fields"].get("edition") for row in invented("list", "session", "--json").value]
    assert sorted(edition for edition in editions if edition) == [1, 2, 3]


def test_an_erased_body_is_there(invented):
    assert [row["short"] for row in invented("list", "proposal", "--json").value if row["body"] == "erased"] == ["withdrawn-note"]


def test_sides_that_differ_stand_beside_each_other(invented):
    rows = {row["owner"]: (row["state"], row["word"]) for row in invented.show("open-ferry-route")["progress"]}
    assert rows == {"thanh-lac": ("done", "own"), "van-khe": ("waiting", "own")}


def test_words_are_found_in_every_language(invented):
    for words in ("ben pha", "渡口", "ferry"):
        assert invented("search", words, "--json").value != [], words


def test_both_books_can_be_handed_on(invented, tmp_path):
    for party in ("thanh-lac", "van-khe"):
        invented("export", "--party", party, "--to", tmp_path / party)
        done = comity("verify", "--book", tmp_path / party, "--vkey", tmp_path / party / "vkey", "--json")
        assert json.loads(done.out)["findings"] == []
