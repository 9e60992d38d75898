"""The count of visits outlives builds without a log, and says until when it counted."""

import json

import pytest
from tests.bulletin.test_visits import line

from comity.bulletin.kept_count import COUNT, count_file, last_count
from comity.bulletin.visits import Visits, count_lines
from comity.record.code import code_of
from comity.record.language import LANGUAGES

from .test_build import Two, files


@pytest.fixture
def two(tmp_path):
    return Two(tmp_path)


@pytest.fixture(scope="module")
def counted(tmp_path_factory):
    """One thing published, and a visit counted."""
    folder = tmp_path_factory.mktemp("counted")
    made = Two(folder)
    made.owed("ferry")
    made.build(visits=log(folder, line()))
    return made


def log(tmp_path, *lines):
    path = tmp_path / "access.log"
    path.write_text("".join(lines))
    return path


def page(two, lang="en", name="visits"):
    return (two.to / lang / f"{name}.html").read_text("utf-8")


def test_a_build_without_a_log_keeps_the_count_and_its_day(two, tmp_path):
    two.owed("ferry")
    counted = two.build(visits=log(tmp_path, line(), line("GET /b/en/about.html HTTP/1.1"), "broken\n")).visits
    before = files(two.to)
    two.owed("later")
    kept = two.build()
    assert (kept.visits, counted.total) == (counted, 2)
    assert "2 pages read until 28 Nov 2026." in page(two, name="index")
    for lang in LANGUAGES:
        assert files(two.to)[f"{lang}/visits.html"] == before[f"{lang}/visits.html"]
    assert "What was read later is in no count yet." in page(two)
    assert two.build().placed.written == 0


def test_a_new_log_takes_the_place_of_the_last_count(two, tmp_path):
    two.owed("ferry")
    two.build(visits=log(tmp_path, line(), line()))
    two.build(visits=log(tmp_path, line(at="30/Nov/2026:08:00:00 +0000")))
    assert "1 page read until 30 Nov 2026." in page(two, name="index")
    two.build(visits=log(tmp_path))
    assert "No page was read." in page(two)
    assert two.build().visits == Visits()


def test_never_counted_is_not_counted_as_none(two):
    two.owed("ferry")
    assert two.build().visits is None
    assert (two.to / COUNT).exists() is False
    assert "visits.html" not in page(two, name="index")


def test_a_page_that_is_gone_is_in_the_count_no_more(two, tmp_path):
    thing = two.owed("ferry")
    two.owed("other")
    two.build()
    two.build(visits=log(tmp_path, line(f"GET /en/{code_of(thing)}.html HTTP/1.1"), line()))
    assert code_of(thing) in (two.to / COUNT).read_text()
    two.enter("publication_consent", by="south", publishes="ferry", stance="withdraws")
    assert two.build().visits.total == 1
    assert [name for name, raw in files(two.to).items() if code_of(thing).encode() in raw] == []


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"[]",
        b'{"format": "other/v1"}',
        b'{"format": "comity.visits/v1", "pages": {"en/index.html": "many"}}',
        b'{"format": "comity.visits/v1", "pages": {"en/index.html": -1}, "robots": 0, "unreadable": 0, "first": "", "last": "", '
        b'"names_programs": true}',
        b'{"format": "comity.visits/v1", "pages": {}, "robots": 0, "unreadable": 0, "first": "<b>", "last": "", '
        b'"names_programs": true}',
    ],
)
def test_a_count_that_cannot_be_read_is_let_go(counted, tmp_path, said):
    two = counted.copied(tmp_path)
    (two.to / COUNT).write_bytes(said)
    made = two.build()
    assert (made.visits, (two.to / COUNT).exists(), (two.to / "en/visits.html").exists()) == (None, False, False)


def test_a_count_of_somebody_else_is_not_taken_for_ours(two):
    two.to.mkdir()
    (two.to / COUNT).write_bytes(count_file(Visits({"en/index.html": 5})))
    assert last_count(two.to, {"en/index.html"}) is None


def test_what_is_kept_is_what_was_counted():
    visits = count_lines([line(), line("GET /en/index.html HTTP/1.1"), "broken"], frozenset({"vi/index.html", "en/index.html"}))
    said = json.loads(count_file(visits))
    assert said["pages"] == dict(visits.counts)
    assert set(said) == {"format", "pages", "robots", "unreadable", "first", "last", "names_programs"}
