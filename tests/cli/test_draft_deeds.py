from importlib import resources

import pytest

REPORT = "2025-first-session.vi.txt"


@pytest.fixture
def read(office, tmp_path):
    """A home in which a report was read."""
    path = tmp_path / REPORT
    path.write_bytes((resources.files("comity.invented") / REPORT).read_bytes())
    assert office("read", path).code == 0
    return office


def drafts(office, *words):
    return office("drafts", "list", *words, "--json").value


def of_type(office, type_):
    return [row for row in drafts(office) if row["type"] == type_]


def test_draft_is_split_at_a_place_and_put_back(read):
    before = drafts(read)
    number, places = next(
        (row["number"], found)
        for row in before
        if row["type"] == "clause" and (found := read("drafts", "split", str(row["number"]), "--json").value)
    )
    made = read("drafts", "split", str(number), "--at", str(places[0]["at"]), "--json").value
    rows = {row["number"]: row for row in drafts(read)}
    whole = rows[number]["evidence"][0]["quote"]
    assert [rows[each]["evidence"][0]["quote"] in whole for each in made] == [True, True]
    assert rows[number]["state"] == "split"
    done = read("drafts", "undo", "--json")
    assert (done.value["what"], done.value["drafts"], done.value["made"]) == ("split", [number], made)
    assert drafts(read) == before


def test_drafts_are_joined_and_deeds_listed(read):
    first, second = (str(row["number"]) for row in of_type(read, "clause")[:2])
    made = read("drafts", "join", first, second).out.strip()
    read("drafts", "drop", made)
    assert [(deed["what"], deed["drafts"]) for deed in read("drafts", "deeds", "--json").value] == [
        ("drop", [int(made)]),
        ("join", [int(first), int(second)]),
    ]
    assert read("drafts", "undo", "1").refused == "1 done_since"
    assert [row["state"] for row in drafts(read) if row["number"] in (int(first), int(second))] == ["joined", "joined"]


def test_the_least_sure_stand_first(read):
    found = [row["confidence"] for row in drafts(read, "--unsure")]
    assert (found, len(found)) == (sorted(found), len(drafts(read, "--state", "open")))


def test_same_and_differ_are_kept_and_undone(read, tmp_path):
    path = tmp_path / "later.en.txt"
    path.write_text(
        "On 7 March 2025 Mr. Dam Quoc Thuang, Secretary of Thanh Lac province, met a delegation of Van Khe.\n", "utf-8"
    )
    assert read("read", path).code == 0
    named = {row["value"]["name"]: row["number"] for row in of_type(read, "person")}
    first, second = named["Đàm Quốc Thuần"], named["Dam Quoc Thuang"]
    assert [row["draft"] for row in read("drafts", "alike", str(first), "--json").value] == [second]
    assert read("drafts", "differ", str(first), str(second)).code == 0
    assert read("drafts", "alike", str(first), "--json").value == []
    assert read("drafts", "same", str(first), str(second)).out == ""
    assert [deed["what"] for deed in read("drafts", "deeds", "--json").value] == ["same", "differ"]
    assert read("drafts", "undo").code == 0
    assert read("drafts", "undo").code == 0
    assert [row["draft"] for row in read("drafts", "alike", str(first), "--json").value] == [second]
    assert read("drafts", "undo").refused == "1 nothing_to_undo"


def test_entered_draft_cannot_be_undone(read):
    number = str(of_type(read, "person")[0]["number"])
    read("drafts", "accept", number)
    assert read("drafts", "undo").refused == "1 entry_stays"


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (("split", "99999"), "1 unknown_draft"),
        (("split", "1", "--at", "nowhere at all"), "1 no_such_cut"),
        (("join", "1"), "1 not_joinable"),
        (("join",), "2 mistyped"),
        (("same", "1", "1"), "1 not_comparable"),
        (("differ", "1", "99999"), "1 unknown_draft"),
        (("same", "1", "nobody"), "1 unknown_thing"),
        (("undo",), "1 nothing_to_undo"),
        (("undo", "7"), "1 unknown_deed"),
        (("alike", "99999"), "1 unknown_draft"),
    ],
)
def test_what_cannot_be_done_is_refused(read, words, refused):
    before = drafts(read)
    assert read("drafts", *words).refused == refused
    assert drafts(read) == before
