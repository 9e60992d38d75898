"""The leader's brief at the command line."""

import pytest


@pytest.fixture
def told(office):
    office.act("party", "name.en=South region", "name.vi=Khu Nam", "--id", "south-region")
    office.act(
        "undertaking", "title.en=Open the ferry", "owners=south-region", "agreed_on=2026-01-05", "nature=once", "--id", "ferry"
    )
    return office


def test_brief_is_written_in_the_form_its_name_asks_for(told, tmp_path):
    for form in ("txt", "html", "docx"):
        path = tmp_path / f"brief.{form}"
        done = told("brief", "--party", "south-region", "--lang", "vi", "--day", "2026-11-22", "--to", path)
        assert (done.code, done.out, done.err, path.stat().st_size > 500) == (0, f"{path}\n", "", True)
    text = (tmp_path / "brief.txt").read_text("utf-8")
    assert text.startswith(
        "Tóm tắt phục vụ lãnh đạo: Khu Nam\n\nTính đến 22/11/2026, theo những gì có tại đây; chỉ dùng nội bộ.\n"
    )
    assert "- Open the ferry (05/01/2026)" in text


def test_brief_keeps_to_a_thing_or_an_area(told, tmp_path):
    path = tmp_path / "brief.txt"
    assert told("brief", "--party", "south-region", "--about", "ferry", "--lang", "en", "--to", path).code == 0
    assert path.read_text("utf-8").startswith("Brief: South region, on Open the ferry\n")
    path = tmp_path / "area.txt"
    assert told("brief", "--party", "south-region", "--about", "A10", "--lang", "en", "--to", path).code == 0
    assert "Nothing agreed with them is entered here." in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (("--party", "nobody", "--to", "a.txt"), "1 unknown_party"),
        (("--party", "north", "--to", "a.txt"), "1 wrong_value"),
        (("--party", "south-region", "--to", "a.exe"), "1 wrong_value"),
        (("--party", "south-region", "--about", "nothing", "--to", "a.txt"), "1 unknown_thing"),
        (("--party", "south-region", "--day", "soon", "--to", "a.txt"), "1 wrong_value"),
    ],
)
def test_wrong_briefs_are_refused_in_one_sentence(told, tmp_path, words, refused):
    *first, name = words
    assert told("brief", *first, tmp_path / name).refused == refused
    assert list(tmp_path.glob("a.*")) == []
