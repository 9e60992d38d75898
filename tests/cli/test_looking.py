import csv
import io

import pytest

from .office import comity


@pytest.fixture
def full(two):
    two.act(
        "undertaking", "title.vi=Mở lại lối thông quan Bến Sương", "title.zh-Hans=恢复友谊关口岸通道", "owners=south", "areas=A05"
    )
    two.act("undertaking", "title.en=Old road", "nature=once", "areas=A03", "areas=A05", "--id", "road")
    two.act("proposal", "title.vi=Đông Hưng", "proposed_by=south", by="south")
    return two


def test_list_is_newest_first_for_people_programs_and_tables(full):
    rows = full("list", "undertaking", "--json").value
    assert [row["short"] for row in rows] == ["road", ""]
    table = list(csv.DictReader(io.StringIO(full("list", "undertaking", "--csv").out)))
    assert [row["title"] for row in table] == ["Old road", "Mở lại lối thông quan Bến Sương / 恢复友谊关口岸通道"]
    assert (table[0]["areas"], table[0]["nature"], table[1]["owners"]) == ("A03; A05", "once", "south")
    lines = full("list", "undertaking").out.splitlines()
    assert [line.split()[0] for line in lines] == ["Id", "road", rows[1]["id"][:12]]


def test_list_is_narrowed_by_facets(full):
    assert [row["short"] for row in full("list", "undertaking", "--where", "areas=A03", "--json").value] == ["road"]
    assert len(full("list", "undertaking", "--where", "owners=south", "--where", "areas=A05", "--json").value) == 1
    assert len(full("list", "proposal", "--where", "party=south", "--json").value) == 1
    assert full("list", "proposal", "--where", "party=north", "--json").value == []
    assert full("list", "undertaking", "--where", "due_on=2027").refused == "1 unknown_field"
    assert full("list", "undertaking", "--where", "areas").refused == "1 not_a_field_word"
    assert full("list", "undertaking", "--where", "owners=nobody").refused == "1 unknown_thing"
    assert full("list", "nothing").refused == "1 unknown_kind"


@pytest.mark.parametrize(
    ("words", "found"), [("ben suong", 1), ("Bến Sương", 1), ("dong hung", 1), ("口岸", 1), ("old ROAD", 1), ("nowhere", 0)]
)
def test_search_finds_with_and_without_accents(full, words, found):
    assert len(full("search", words, "--json").value) == found


def test_search_finds_what_is_known_under_a_name_in_another_language(full):
    full("act", "post_holding", "party=south", "post.zh-Hans=书记", "holder=林安和", "--as", "south")
    found = [full("search", words, "--json").value for words in ("Lin Anhe", "Lâm An Hòa", "林安和", "Lin Anhui")]
    assert [len(rows) for rows in found] == [1, 1, 1, 0]


def test_search_can_be_narrowed(full):
    assert full("search", "hung", "--kind", "undertaking", "--json").value == []
    assert len(full("search", "hung", "--kind", "proposal").out.splitlines()) == 2


def test_show_tells_every_field_in_words(full):
    lines = full("show", "road").out.splitlines()
    assert lines[:4] == ["agreed item: Old road", "  Wording: Old road (en)", "  Areas: A03; A05", "  Nature: once"]
    assert "  Short name: road" in lines


def test_show_takes_the_beginning_of_an_id(full):
    road = full.show("road")["id"]
    assert full.show(road[:6])["id"] == full.show(road)["id"] == road
    assert full("show", road[:5]).refused == "1 unknown_thing"


def test_statement_is_shown_by_itself(full):
    said = full.act("progress", "undertaking=road", "owner=north", "state=done", "word=own")
    shown = full.show(said)
    assert (shown["kind"], shown["party"], shown["body"], shown["fields"]["state"]) == ("progress", "north", "held", "done")


def test_help_of_every_command_is_there():
    for words in ((), ("party", "add"), ("act",), ("drafts", "accept"), ("verify",)):
        done = comity(*words, "--help")
        assert (done.code, done.out.startswith("Usage: comity")) == (0, True)


def test_cells_that_a_spreadsheet_would_reckon_out_are_kept_as_text(office):
    for title in ("=1+1", "-2", "＠SUM(1)"):
        office.act("undertaking", f"title.en={title}")
    rows = list(csv.reader(io.StringIO(office("list", "undertaking", "--csv").out)))
    title = rows[0].index("title")
    assert [row[title] for row in rows[1:]] == ["'＠SUM(1)", "'-2", "'=1+1"]
