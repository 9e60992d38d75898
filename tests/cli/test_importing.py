import csv

import pytest

from .office import apart

GOOD = "id,title.vi,title.en,owners,due_on\nferry,Mở phà,Open the ferry,north,2027-09\n,Mở chợ,,self,\n"
WRONG = "title.vi,owners,due_on\nMở bến,nobody,2027-13\nMở đường,north,\n"


@pytest.fixture
def table(tmp_path):
    """Writes a table and returns its path."""

    def write(text, name="plan.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def brought(office, file, *words, kind="undertaking"):
    return office("import", kind, file, "--as", "north", *words)


def count(office):
    return len(office("list", "undertaking", "--json").value)


def test_preview_is_what_happens_unless_asked_otherwise(office, table):
    said = brought(office, table(GOOD))
    assert said.code == 0
    assert said.out.splitlines()[0] == (
        "2\twould be entered\tferry\ttitle.en=Open the ferry; title.vi=Mở phà; owners=north; due_on=2027-09"
    )
    assert said.err == (
        "New: 2. Here already: 0. Twice in the table: 0. Wrong: 0. Nothing was entered.\n"
        "To enter the new rows, run it again with --enter.\n"
    )
    assert count(office) == 0


def test_rows_are_entered_once(office, table):
    file = table(GOOD)
    first, second = brought(office, file, "--enter", "--json").value, brought(office, file, "--enter", "--json").value
    assert [(row["row"], row["state"]) for row in first["rows"]] == [(2, "new"), (3, "new")]
    assert [row["entry"] for row in second["rows"]] == [row["entry"] for row in first["rows"]]
    assert [row["state"] for row in second["rows"]] == ["there", "there"]
    assert (first["entered"], count(office), office.show("ferry")["id"]) == (True, 2, first["rows"][0]["entry"])


def test_wrong_rows_are_told_one_by_one_and_nothing_is_entered(office, table):
    seen, refused = (brought(office, table(WRONG), *words) for words in ((), ("--enter",)))
    assert seen.out.splitlines() == [
        "2\twrong\towners\tNothing here is called nobody. [unknown_thing]",
        "2\twrong\tdue_on\tThe field Planned for does not take 2027-13: a date like 2024-02-27, 2024-02 or 2024. [wrong_value]",
        "3\twould be entered\ttitle.en=Mở đường; owners=north".replace("title.en", "title.vi"),
    ]
    assert (seen.code, refused.code, refused.out, count(office)) == (1, 1, seen.out, 0)
    assert refused.err.endswith("comity: Of 2 rows 1 cannot be entered as they stand, so nothing was entered. [rows_refused]\n")


def test_good_rows_are_entered_and_the_rest_is_written_beside(office, table, tmp_path):
    rest = tmp_path / "rest.csv"
    assert brought(office, table(WRONG), "--enter", "--good-rows", "--rest", rest).code == 0
    assert count(office) == 1
    with rest.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["title.vi"], row["# row"], row["# code"]) for row in rows] == [("Mở bến", "2", "unknown_thing; wrong_value")]
    corrected = rest.read_text(encoding="utf-8-sig").replace("nobody", "north").replace("2027-13", "2027-12", 1)
    assert brought(office, table(corrected, "again.csv"), "--enter").code == 0
    assert count(office) == 2


def test_file_of_the_rest_is_never_written_over(office, table, tmp_path):
    rest = table("kept", "rest.csv")
    assert brought(office, table(WRONG), "--enter", "--good-rows", "--rest", rest).refused == "1 file_there"
    assert (rest.read_text(encoding="utf-8"), count(office)) == ("kept", 0)
    free = tmp_path / "free.csv"
    assert (brought(office, table(GOOD), "--rest", free).code, free.exists()) == (0, False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("undertaking", "none.csv"), "1 file_missing"),
        (("undertaking", "."), "1 file_missing"),
        (("nothing", "plan.csv"), "1 unknown_kind"),
        (("signature", "plan.csv"), "1 not_from_a_table"),
        (("charter", "plan.csv"), "1 not_from_a_table"),
        (("letter", "plan.csv"), "1 unknown_column"),
        (("undertaking", "plan.csv", "--sheet", "One"), "1 no_such_sheet"),
        (("undertaking", "plan.csv", "--good-rows"), "2 mistyped"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(office, table, tmp_path, monkeypatch, words, said):
    table(GOOD)
    monkeypatch.chdir(tmp_path)
    assert office("import", *words, "--as", "north").refused == said


@pytest.mark.parametrize(("party", "said"), [("south", "1 unknown_party"), ("far", "1 no_book_here")])
def test_party_must_keep_its_book_here(office, table, party, said):
    office("party", "add", "--id", "far", "--name", "en=Far")
    assert office("import", "undertaking", table(GOOD), "--as", party).refused == said


def test_long_table_says_how_far_it_is(office, table):
    said = brought(office, table("title.vi\n" + "".join(f"Việc {n}\n" for n in range(1001))))
    assert said.err.splitlines()[:2] == ["500 of 1001 rows", "1000 of 1001 rows"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("vi", "Mới: 2. Đã có ở đây: 0. Trùng trong bảng: 0. Chưa đúng: 0. Không ghi gì."),
        ("zh-Hans", "新增：2。此处已有：0。表内重复：0。有误：0。 未入册任何内容。"),
    ],
)
def test_preview_speaks_the_language_of_the_session(office, table, lang, said):
    done = apart("import", "undertaking", table(GOOD), "--home", office.home, "--as", "north", COMITY_LANG=lang)
    assert done.err.splitlines()[0] == said
