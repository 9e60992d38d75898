"""The calendar at the command line."""

import pytest
from icalendar import Calendar

from comity.record.language import LANGUAGES


@pytest.fixture
def dated(two):
    """A public and a home session."""
    two.act("session", "title.en=Public", "title.vi=Công khai", "starts_on=2027-02-10", "label=clear", "--id", "public")
    two.act("session", "title.en=Home", "starts_on=2027-02-11", "parties=south", "--id", "home")
    return two


def _summaries(file):
    return [str(event["SUMMARY"]) for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")]


def test_calendar_is_written_and_written_again(dated, tmp_path):
    file = tmp_path / "a.ics"
    done = dated("calendar", "--to", file)
    assert (done.code, done.out, done.err) == (0, "", f"{file} holds 2 events.\n")
    before = file.read_bytes()
    assert (dated("calendar", "--to", file).code, file.read_bytes()) == (0, before)
    (event, _) = Calendar.from_ical(before).walk("VEVENT")
    assert str(event["URL"]) == f"http://127.0.0.1:8000/t/{dated.show('public')['id']}"


def test_options_choose_what_is_told(dated, tmp_path):
    file = tmp_path / "a.ics"
    told = {}
    for name, words in {"public": ("--public",), "party": ("--party", "south"), "vi": ("--lang", "vi", "--public")}.items():
        assert dated("calendar", "--to", file, *words).code == 0
        told[name] = _summaries(file)
    assert told == {"public": ["Public"], "party": ["Home"], "vi": ["Công khai"]}
    assert b"URL" not in file.read_bytes()
    dated("calendar", "--to", file, "--public", "--address", "https://example.org/")
    assert b"URL:https://example.org/t/" in file.read_bytes()


def test_what_cannot_be_written_is_refused(dated, tmp_path):
    notes = tmp_path / "notes.txt"
    notes.write_text("notes")
    assert dated("calendar", "--to", notes).refused == "1 file_there"
    assert dated("calendar", "--to", tmp_path).refused == "1 file_there"
    assert dated("calendar", "--to", tmp_path / "none" / "a.ics").refused == "1 disk_failed"
    assert dated("calendar", "--to", tmp_path / "a.ics", "--party", "west").refused == "1 unknown_party"
    assert dated("calendar", "--to", tmp_path / "a.ics", "--lang", "sv").refused == "2 mistyped"
    assert (notes.read_text(), sorted(path.name for path in tmp_path.iterdir())) == ("notes", ["home", "notes.txt", "state"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_calendar_of_an_empty_home_is_a_calendar(empty, tmp_path, lang):
    assert empty("calendar", "--to", tmp_path / "a.ics", "--lang", lang).code == 0
    assert _summaries(tmp_path / "a.ics") == []
