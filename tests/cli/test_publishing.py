"""The command that builds the bulletin, as a person uses it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .office import Office, comity


@pytest.fixture
def agreed(two):
    """A home in which north and south consented to publish one agreed item."""
    two.act("undertaking", "title.en=Reopen the ferry", "title.vi=Mở lại bến phà", "owners=north,south", "--id", "reopen")
    for party in ("north", "south"):
        two("act", "publication_consent", "--as", party, "publishes=reopen", "stance=gives")
    return two


def test_bulletin_says_where_it_is_and_what_was_done(agreed, tmp_path):
    to = tmp_path / "public"
    said = agreed("bulletin", "--to", to)
    assert (said.code, said.out) == (0, f"{to}\n")
    assert said.err.splitlines() == [
        f"1 thing on 30 pages, 1 of them by consent; files written: {len(list(to.rglob('*.*'))) - 1}, taken away: 0.",
        "Its links lead to http://127.0.0.1:8000/bulletin/; give --address where it is served elsewhere.",
    ]
    assert "Mở lại bến phà" in (to / "vi/index.html").read_text("utf-8")
    assert "files written: 0, taken away: 0." in agreed("bulletin", "--to", to).err


def test_each_run_of_the_program_knows_what_the_last_one_made(agreed, tmp_path):
    """Sets come in another order in each run; nothing that is made of them may."""
    to, program = tmp_path / "public", Path(sys.executable).with_name("comity")
    said = []
    for seed in ("1", "2", "3"):
        given = {**os.environ, "PYTHONHASHSEED": seed}
        command = [program, "bulletin", "--home", agreed.home, "--to", to, "--json"]
        subprocess.run(command, env=given, check=True, capture_output=True)
        said.append((to / "manifest.json").read_bytes())
    assert said == [said[0]] * 3


def test_pages_have_papers_where_they_are_asked_for(agreed, tmp_path):
    to = tmp_path / "public"
    assert agreed("bulletin", "--to", to, "--pdf", "--json").value["papers"] is True
    assert len(list(to.glob("*/*-*.pdf"))) == 9
    assert agreed("bulletin", "--to", to, "--no-pdf", "--json").value["papers"] is False
    assert list(to.glob("*/*-*.pdf")) == []


def test_the_last_count_is_said_to_be_that(agreed, tmp_path):
    log = tmp_path / "access.log"
    log.write_text('1.2.3.4 - - [28/Nov/2026:17:41:15 +0000] "GET /vi/index.html HTTP/1.1" 200 10 "-" "Mozilla/5.0"\n')
    agreed("bulletin", "--to", tmp_path / "p", "--visits", log)
    said = agreed("bulletin", "--to", tmp_path / "p").err
    assert "Visits stand as last counted, until 2026-11-28T17:41:15Z; --visits counts them again." in said


def test_bulletin_answers_programs_and_counts_visits(agreed, tmp_path):
    log = tmp_path / "access.log"
    log.write_text('1.2.3.4 - - [28/Nov/2026:17:41:15 +0000] "GET /vi/index.html HTTP/1.1" 200 10 "-" "Mozilla/5.0"\nbroken\n')
    told = agreed("bulletin", "--to", tmp_path / "p", "--address", "https://example.org", "--visits", log, "--json").value
    assert (told["things"], told["consented"], told["address"]) == (1, 1, "https://example.org/")
    assert told["visits"] == {
        "pages": {"vi/index.html": 1},
        "robots": 0,
        "unreadable": 1,
        "first": "2026-11-28T17:41:15Z",
        "last": "2026-11-28T17:41:15Z",
    }
    said = agreed("bulletin", "--to", tmp_path / "p", "--visits", log).err
    assert "1 page read; left out: 0 by known robots, 1 lines that could not be read." in said


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (("--address", "example.org"), "1 wrong_value"),
        (("--address", 'https://x"><script>'), "1 wrong_value"),
        (("--visits", "nowhere.log"), "1 file_missing"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(agreed, tmp_path, words, refused):
    said = agreed("bulletin", "--to", tmp_path / "public", *words)
    assert (said.refused, (tmp_path / "public").exists()) == (refused, False)


def test_a_folder_of_something_else_is_left_alone(agreed, tmp_path):
    (tmp_path / "index.html").write_text("mine")
    assert agreed("bulletin", "--to", tmp_path).refused == "1 file_there"
    assert (tmp_path / "index.html").read_text() == "mine"


def test_a_home_that_is_not_there_has_no_bulletin(tmp_path):
    assert comity("bulletin", "--home", tmp_path / "none", "--to", tmp_path / "p").refused == "1 no_home"


def test_the_invented_parties_consent_to_some_things_and_not_to_others(whole_home, tmp_path):
    home = Office(whole_home("invented").path)
    told = home("bulletin", "--to", tmp_path / "p", "--json").value
    assert (told["things"], told["consented"]) == (14, 14)
    pages = "\n".join(path.read_text("utf-8") for path in (tmp_path / "p/en").glob("*.html"))
    for words in ("Reopen the clearance route at the ferry", "Open on working days since 3 November 2025.", "version 2"):
        assert words in pages
    for words in (
        "In 2025 each side receives 10 students",  # under embargo
        "Language class",  # one party alone
        "Hold the first farm produce fair",  # taken back
        "Build the road from the ferry",  # corrected since
        "Only a trial for goods so far",  # what the other waits for
        "In the fruit season",  # a text signed by one
    ):
        assert words not in pages
