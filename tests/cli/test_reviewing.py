"""The review book at the command line."""

import json

import pytest


@pytest.fixture
def met(office):
    """Two sides, one session, one agreed item with a word of one of them."""
    office.own("south")
    office.act("session", "title.en=The meeting", "parties=north,south", "starts_on=2026-02-26", "--id", "meeting")
    given = ("title.en=Open the ferry", "owners=north,south", "agreed_on=2026-02-27", "nature=once", "session=meeting")
    office.act("undertaking", *given, "--id", "ferry")
    office.act("progress", "undertaking=ferry", "owner=south", "state=done", "word=own", "on=2026-03-03", by="south")
    return office


def _review(office, to, *words):
    return office("review", "--session", "meeting", "--day", "2026-11-22", "--to", to, *words)


def test_one_file_is_written_for_each_language_and_form(met, tmp_path):
    to = tmp_path / "book"
    done = _review(met, to, "--format", "html,docx", "--lang", "vi,en")
    names = ["review.vi.html", "review.en.html", "review.vi.docx", "review.en.docx"]
    assert (done.code, done.out.splitlines()) == (0, [str(to / name) for name in names])
    assert done.err.splitlines() == [f"Writing {name}" for name in names]
    assert "Thanks are due to South province for what it states to be done: Open the ferry." in (to / names[1]).read_text("utf-8")


def test_all_languages_stand_in_one_file_side_by_side(met, tmp_path):
    done = _review(met, tmp_path / "book", "--format", "html", "--side-by-side")
    assert done.out == f"{tmp_path}/book/review.vi_zh-Hans_en.html\n"
    page = (tmp_path / "book/review.vi_zh-Hans_en.html").read_text("utf-8")
    assert [page.count(f'scope="col" lang="{lang}"') for lang in ("vi", "zh-Hans", "en")] == [1, 1, 1]


def test_what_was_written_is_told_to_programs(met, tmp_path):
    told = json.loads(_review(met, tmp_path / "book", "--format", "html", "--lang", "en", "--json").out)
    assert told == {
        "session": met.show("meeting")["id"],
        "edition": "home",
        "day": "2026-11-22",
        "since": "2025-02-26",
        "agreed_items": 1,
        "counts": {"thanks": 1, "results": 1, "translations": 1},
        "files": [str(tmp_path / "book/review.en.html")],
        "flags": [],
    }


def test_words_of_a_person_are_kept_and_flagged(met, tmp_path):
    _review(met, tmp_path / "a", "--format", "html", "--lang", "en", "--edits-template")
    template = tmp_path / "a/review.edits.toml"
    first, found = template.read_text("utf-8"), 'text = ""\nfacts = '
    own = template.with_name("own.toml")
    own.write_text(first.replace(found, 'text = "In my words."\nfacts = ', 1), encoding="utf-8")
    done = _review(met, tmp_path / "b", "--format", "html", "--lang", "en", "--edits", own)
    assert (done.code, done.err) == (0, "Writing review.en.html\n")
    assert "In my words." in (tmp_path / "b/review.en.html").read_text("utf-8")
    met.act("progress", "undertaking=ferry", "owner=south", "state=under_way", "word=own", "on=2026-03-04", by="south")
    later = _review(met, tmp_path / "c", "--format", "html", "--lang", "en", "--edits", own)
    key = f"summary/thanks/{met.show('ferry')['id']}/{met.show('south')['id']}"
    assert later.err == f"Writing review.en.html\nThere is no paragraph {key} (en) any more.\n"
    assert _review(met, tmp_path / "d", "--joint", "--edits", own).refused == "1 edits_elsewhere"


def test_findings_of_the_last_book_are_compared(met, tmp_path):
    file = tmp_path / "earlier.json"
    file.write_text(met("findings", "--session", "meeting", "--day", "2026-11-22", "--json").out, encoding="utf-8")
    _review(met, tmp_path / "book", "--format", "html", "--lang", "en", "--earlier", file)
    page = (tmp_path / "book/review.en.html").read_text("utf-8")
    assert "Since the last book: 0 new, 0 changed, 0 no longer found." in page


def test_what_cannot_be_written_is_refused(met, tmp_path):
    to = tmp_path / "book"
    assert _review(met, to, "--lang", "fr").refused == "1 wrong_value"
    assert _review(met, to, "--format", "txt").refused == "1 wrong_value"
    assert _review(met, to, "--format", ",").refused == "1 nothing_to_write"
    assert _review(met, to, "--edits", tmp_path / "none").refused == "1 file_missing"
    assert met("review", "--session", "ferry", "--to", to).refused == "1 wrong_value"
    assert met("review", "--session", "none", "--to", to).refused == "1 unknown_thing"
    assert met("review", "--session", "meeting", "--day", "soon", "--to", to).refused == "1 wrong_value"
    assert met("review", "--to", to).refused == "2 mistyped"
    assert not to.exists()


def test_findings_are_chosen_by_area_and_mechanism(met):
    met.act("mechanism", "name.en=Spring", "parties=north,south", "--id", "spring")
    met.act("undertaking", "title.en=Build the road", "owners=north", "areas=A03", "agreed_on=2026-01-05", "--id", "road")
    told = json.loads(met("findings", "--day", "2026-11-22", "--area", "A03", "--json").out)["findings"]
    assert {each["thing"] for each in told} == {met.show("road")["id"]}
    assert json.loads(met("findings", "--mechanism", "spring", "--json").out)["findings"] == []
    assert met("findings", "--mechanism", "ferry").refused == "1 wrong_value"
