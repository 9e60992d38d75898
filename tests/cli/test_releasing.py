"""`comity release` from the command line."""

import json

from .office import comity


def test_release_names_its_folder_and_how_it_is_cited(office, tmp_path):
    office.act("undertaking", "title.en=Reopen the ferry", "label=clear")
    to = tmp_path / "releases"
    said = office("release", "--to", to)
    (folder,) = to.iterdir()
    assert (said.code, said.out) == (0, f"{folder}\n")
    assert said.err == f"Cite it as: North province. Public record kept with Comity. Release {folder.name}.\n"
    told = office("release", "--to", to, "--json").value
    assert told == {"folder": str(folder), **json.loads((folder / "release.json").read_bytes())}
    assert told["version"] == folder.name


def test_release_with_other_bytes_in_its_place_is_refused(office, tmp_path):
    folder = office("release", "--to", tmp_path / "releases", "--json").value["folder"]
    (tmp_path / "releases" / folder / "README.md").write_text("mine")
    assert office("release", "--to", tmp_path / "releases").refused == "1 file_there"


def test_home_without_a_book_has_nothing_to_release(empty, tmp_path):
    assert empty("release", "--to", tmp_path / "releases").refused == "1 nothing_public"


def test_folder_that_is_a_file_is_refused(office, tmp_path):
    (tmp_path / "releases").write_text("mine")
    assert office("release", "--to", tmp_path / "releases").refused == "1 disk_failed"
    assert (tmp_path / "releases").read_text() == "mine"


def test_where_to_must_be_said(office):
    assert comity("release", "--home", office.home).code == 2
