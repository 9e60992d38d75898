"""Rows of a table become acts: as previewed, all or none, and none twice."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.kinds import every_kind, kind_of
from comity.procedures import import_table
from comity.procedures.enter_act import enter_act
from comity.procedures.erase_body import erase_body
from comity.procedures.hand import Hand
from comity.procedures.import_table import Wanted, enter_table, rehearse
from comity.procedures.name_party import open_book
from comity.procedures.table_columns import columns_of, headings_of, kinds_of_tables
from comity.procedures.table_file import read_table
from comity.procedures.table_rest import rest_of
from comity.record.errors import (
    BookClosed,
    ComityError,
    NoBookHere,
    NotFromATable,
    PreviewOutdated,
    RowsRefused,
    UnknownKind,
    UnknownParty,
)
from comity.record.language import LANGUAGES
from comity.store.entries import Books
from comity.store.home import Home

from .conftest import MOMENT

NORTH = Hand("north", MOMENT)
MIXED = "id,title.vi,owners,due_on\nferry,Mở phà,north,2027\n,Mở chợ,south,2027\n,,north,2027-13\nlast,Mở đường,,\n"


def wanted(text, kind="undertaking", **named):
    return Wanted(read_table(text.encode(), name="t.csv"), kind, **named)


def preview(home, text, kind="undertaking", by=NORTH):
    return rehearse(home, wanted(text, kind), by=by)


def enter(home, text, kind="undertaking", **named):
    return enter_table(home, wanted(text, kind, **named), by=NORTH)


def states(report):
    return [(row.number, row.state) for row in report.rows]


def faults(report):
    return [(row.number, fault.column, fault.problem.code) for row in report.rows for fault in row.faults]


def standing(home):
    """The heads of all books and every short name: what stands here."""
    with home.read() as reading:
        return [(book.size, book.root) for book in reading.books()], reading.short_names()


def content(home, entry):
    with home.read() as reading:
        return reading.thing(reading.resolve(entry))["fields"]


def wording(**texts):
    tags = {"vi": "vi", "zh": "zh-Hans", "en": "en"}
    return sorted(
        ({"lang": tags[tag], "standing": "authentic", "text": text} for tag, text in texts.items()), key=lambda p: p["lang"]
    )


def test_preview_enters_nothing_and_says_what_would_be(home):
    before = standing(home)
    report = preview(home, "id,title.vi,title.en,areas,due_on\nferry,Mở phà,Open,A05; A01,2027\n")
    (row,) = report.rows
    fields = {"title": wording(vi="Mở phà", en="Open"), "areas": ["A05", "A01"], "due_on": "2027"}
    assert (row.number, row.state, row.short, row.fields, row.entry) == (2, "new", "ferry", fields, "")
    assert standing(home) == before


def test_rows_are_entered_as_previewed(home):
    text = "id,title.vi,owners,due_on\nferry,Mở phà,north,2027\nmarket,Mở chợ,self,\n"
    seen = preview(home, text)
    done = enter(home, text, plan=seen.plan)
    assert (done.entered, [replace(row, entry="") for row in done.rows]) == (True, list(seen.rows))
    assert [content(home, row.short) for row in done.rows] == [content(home, row.entry) for row in done.rows]
    assert [{name: content(home, row.entry)[name] for name in row.fields} for row in done.rows] == [
        row.fields for row in seen.rows
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_headings_may_be_what_people_read(home, lang):
    kind = kind_of("letter")
    words = [kind.field(name).labels.in_language(lang) for name in ("subject", "number", "dated_on", "asks_for")]
    row = f"{words[0]};{words[1].upper()};  {words[2]};{words[3]}\nVề phà;15/CT;2026-03-10;informs\n"
    report = preview(home, row, "letter")
    assert [found.fields["number"] for found in report.rows] == ["15/CT"]
    assert report.rows[0].fields["subject"] == [{"lang": lang, "standing": "authentic", "text": "Về phà"}]


def test_choices_may_be_what_people_read(home):
    report = preview(home, "title.vi,nature\na,một lần\nb,一次性\nc,once\nd,twice\n")
    assert [row.fields["nature"] for row in report.of("new")] == ["once"] * 3
    assert faults(report) == [(5, "nature", "wrong_value")]


def test_wording_without_a_language_is_in_that_of_the_person(home):
    report = preview(home, "title\nMở phà\n", by=Hand("north", MOMENT, lang="vi"))
    assert report.rows[0].fields == {"title": wording(vi="Mở phà")}


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("title.vi,colour\na,b\n", "undertaking", "unknown_column"),
        ("title.vi,due_on.vi\na,b\n", "undertaking", "unknown_column"),
        ("title.vi,digest\na,b\n", "text", "unknown_column"),
        ("id,state\na,b\n", "progress", "unknown_column"),
        ("title.vi,due_on,Planned for\na,b,c\n", "undertaking", "column_twice"),
        ("# note\na\n", "undertaking", "no_headings"),
        ("title.vi\na,b\n", "undertaking", "column_without_heading"),
    ],
)
def test_headings_that_mean_nothing_or_the_same_are_refused(home, text, kind, code):
    with pytest.raises(ComityError) as caught:
        preview(home, text, kind)
    assert caught.value.code == code


def test_remarks_are_not_read_nor_rows_of_remarks_only(home):
    report = preview(home, "# who,title.vi,# checked\nA,Mở phà,yes\nB,,no\n")
    assert [(row.number, row.fields) for row in report.rows] == [(2, {"title": wording(vi="Mở phà")})]


def test_every_fault_of_a_row_is_told(home):
    report = preview(home, MIXED)
    assert states(report) == [(2, "new"), (3, "wrong"), (4, "wrong"), (5, "new")]
    assert faults(report) == [(3, "owners", "unknown_thing"), (4, "due_on", "wrong_value"), (4, "title.vi", "missing_field")]


def test_one_wrong_row_refuses_the_table(home):
    before = standing(home)
    with pytest.raises(RowsRefused) as caught:
        enter(home, MIXED)
    assert (caught.value.values, standing(home)) == ({"rows": 4, "count": 2}, before)


def test_good_rows_alone_are_entered_when_asked_for_and_the_rest_can_be_corrected(home):
    report = enter(home, MIXED, good_rows=True)
    assert [row.number for row in report.of("new")] == [2, 5]
    rest = rest_of(report, "vi").decode("utf-8-sig")
    lines = read_table(rest.encode(), name="rest.csv")
    assert lines.headings == ("id", "title.vi", "owners", "due_on", "# row", "# column", "# code", "# refused")
    assert [(*row.cells[:4], row.cells[4], row.cells[6]) for row in lines.rows] == [
        ("", "Mở chợ", "south", "2027", "3", "unknown_thing"),
        ("", "", "north", "2027-13", "4", "wrong_value; missing_field"),
    ]
    corrected = rest.replace("south", "north").replace("2027-13", "2027-12").replace(",,north,2027-12", ",Mở cửa,north,2027-12")
    assert states(enter(home, corrected)) == [(2, "new"), (3, "new")]


def test_rest_holds_no_formula_and_is_read_back(home):
    report = preview(home, "title.vi,due_on\n'=1+1,x\n")
    assert rest_of(report, "en").decode("utf-8-sig").splitlines()[1].startswith("'=1+1,x,2,due_on,wrong_value,")


def test_the_same_table_twice_enters_nothing_twice(home):
    text = "id,title.vi,owners\nferry,Mở phà,north\n,Mở chợ,\n"
    first, heads = enter(home, text), standing(home)
    again = enter(home, text)
    assert [(row.state, row.entry) for row in again.rows] == [("there", row.entry) for row in first.rows]
    assert standing(home) == heads


def test_row_that_was_typed_or_corrected_before_is_known(home):
    entry = enter_act(home, "undertaking", {"title": {"vi": "Mở phà"}, "owners": "north"}, by=NORTH)
    enter_act(home, "correction", {"thing": entry, "changes": {"due_on": "2027"}}, by=NORTH)
    report = enter(home, "title.vi,owners\nMở phà,self\n")
    assert [(row.state, row.entry) for row in report.rows] == [("there", entry)]


def test_row_that_another_party_entered_is_new(home):
    open_book(home, "south", {"name": {"en": "South province"}}, moment=MOMENT)
    enter_act(home, "undertaking", {"title": {"vi": "Mở phà"}}, by=Hand("south", MOMENT))
    assert states(preview(home, "title.vi\nMở phà\n")) == [(2, "new")]


def test_row_whose_entry_was_erased_is_new(home):
    (row,) = enter(home, "title.vi\nMở phà\n").rows
    erase_body(home, row.entry, by=NORTH, why="test")
    assert states(preview(home, "title.vi\nMở phà\n")) == [(2, "new")]


def test_row_that_stands_twice_in_the_table_is_entered_once(home):
    report = enter(home, "id,title.vi\na,Mở phà\nb,Mở phà\n,Mở phà\n")
    assert [(row.state, row.again) for row in report.rows] == [("new", 0), ("again", 2), ("again", 2)]
    with home.read() as reading:
        assert (reading.count("undertaking"), reading.resolve("a")) == (1, reading.resolve("b"))


def test_rows_refer_to_rows_above_by_short_name_and_to_none_below(home):
    text = "id,title.vi,carries_out\na,Mở phà,\nb,Mở bến,a\nc,Mở đường,d\nd,Mở chợ,a; b\n"
    seen = preview(home, text)
    assert [sorted(row.fields.get("carries_out", [])) for row in seen.of("new")] == [[], ["a"], ["a", "b"]]
    assert faults(seen) == [(4, "carries_out", "unknown_thing")]
    done = enter(home, text, good_rows=True, plan=seen.plan)
    a, b = (row.entry for row in done.of("new")[:2])
    assert content(home, "d")["carries_out"] == sorted([a, b])
    assert states(preview(home, text.replace("c,Mở đường,d\n", ""))) == [(2, "there"), (3, "there"), (4, "there")]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("@session", "wrong_value"),
        ("north", "wrong_thing"),
        ("nothing", "unknown_thing"),
        ('{"kind":"session"}', "unknown_thing"),
    ],
)
def test_reference_that_is_no_name_of_a_fitting_thing_is_a_fault(home, cell, code):
    report = preview(home, f"title.vi\tsession\nMở phà\t{cell}\n")
    assert (faults(report), standing(home)[0][0][0]) == ([(2, "session", code)], 1)


@pytest.mark.parametrize(
    ("short", "code"), [("a b", "wrong_value"), ("abcdef", "wrong_value"), ("north", "name_taken"), ("self", "wrong_value")]
)
def test_short_name_that_cannot_be_given_is_a_fault(home, short, code):
    assert faults(preview(home, f"id,title.vi\n{short},Mở phà\n")) == [(2, "id", code)]


def test_short_name_given_twice_is_a_fault_of_the_second_row(home):
    assert faults(preview(home, "id,title.vi\na,Mở phà\na,Mở chợ\n")) == [(3, "id", "name_taken")]


def test_hidden_characters_formulas_and_both_ways_of_a_wording_are_faults(home):
    assert faults(preview(home, "title.vi\na\u202eb\n")) == [(2, "title.vi", "hidden_character")]
    assert faults(preview(home, "title,title.vi\na,b\n")) == [(2, "title", "wrong_value")]


def test_label_and_audience_are_of_the_entry(home):
    south = open_book(home, "south", {"name": {"en": "South province"}}, moment=MOMENT)
    text = "title.vi,label,audience\nMở phà,red,south\nMở chợ,pink,\nMở bến,,nobody\n"
    report = enter(home, text, good_rows=True)
    with home.read() as reading:
        envelope = reading.entry(report.of("new")[0].entry).envelope
    assert (envelope.label.value, envelope.audience) == ("red", (south,))
    assert faults(report) == [(3, "label", "wrong_value"), (4, "audience", "unknown_thing")]


def test_text_of_an_item_takes_the_parties_of_it(home):
    enter_act(home, "item", {"title": {"vi": "Phà"}, "parties": "north"}, by=NORTH, short="ferry")
    text = "item,clauses.vi,open_until\nferry,Mở; hàng ngày,2099-12-31\n"
    report = enter(home, text, "text")
    with home.read() as reading:
        north = reading.resolve("north")
    assert (report.rows[0].fields["parties"], report.rows[0].fields["clauses"]) == ([north], [wording(vi="Mở; hàng ngày")])
    assert states(preview(home, text, "text")) == [(2, "there")]


@pytest.mark.parametrize(
    "name", ["charter", "signature", "refusal", "authorization", "erasure", "merge", "reading", "correction"]
)
def test_deeds_of_their_own_are_not_entered_from_a_table(home, name):
    with pytest.raises(NotFromATable):
        preview(home, "a\nb\n", name)


@pytest.mark.parametrize(("party", "refusal"), [("nobody", UnknownParty), ("far", NoBookHere), ("", UnknownParty)])
def test_party_must_keep_its_book_here(home, party, refusal):
    enter_act(home, "party", {"name": {"vi": "Xa"}}, by=NORTH, short="far")
    before = standing(home)
    with pytest.raises(refusal):
        preview(home, "title.vi\na\n", by=Hand(party, MOMENT))
    assert (standing(home), len(list(home.keys.path.glob("*.pem")))) == (before, 2)


def test_home_without_a_book_stays_without(tmp_path):
    home = Home.create(tmp_path / "empty", state_dir=tmp_path / "other-state")
    with pytest.raises(UnknownParty):
        preview(home, "title.vi\na\n", by=Hand("office", MOMENT))
    with pytest.raises(UnknownKind):
        preview(home, "title.vi\na\n", "nothing", by=Hand("office", MOMENT))
    assert (standing(home), list(home.keys.path.glob("*.pem"))) == (([], {}), [])


def test_closed_book_refuses_the_table_at_once(home):
    enter_act(home, "close", {}, by=NORTH)
    with pytest.raises(BookClosed):
        preview(home, "title.vi\na\nb\n")


def test_what_changed_since_the_preview_is_looked_at_again(home):
    text = "title.vi\nMở phà\nMở chợ\n"
    seen = preview(home, text)
    enter(home, "title.vi\nMở chợ\n")
    before = standing(home)
    with pytest.raises(PreviewOutdated):
        enter(home, text, plan=seen.plan)
    assert standing(home) == before
    assert states(enter(home, text, plan=preview(home, text).plan)) == [(2, "new"), (3, "there")]


def test_progress_is_told_and_does_not_touch_the_rows(home, monkeypatch):
    monkeypatch.setattr(import_table, "STEP", 2)
    told = []
    report = rehearse(home, wanted("title.vi\na\nb\nc\nd\ne\n"), by=NORTH, told=lambda done, of: told.append((done, of)))
    assert (told, len(report.of("new"))) == ([(2, 5), (4, 5)], 5)


@pytest.mark.parametrize("kind", [kind.name for kind in kinds_of_tables()])
def test_headings_of_each_kind_mean_its_own_fields(kind):
    declared = every_kind()[kind]
    headings = headings_of(declared)
    assert [column.word for column in columns_of(declared, headings)] == headings
    assert {field.name for field in declared.fields if field.required and not field.computed} <= {
        h.partition(".")[0] for h in headings
    }


CELLS = {
    "id": st.sampled_from(["", "a", "b", "c", "north", "a b"]),
    "title.vi": st.sampled_from(["", "Mở phà", "Mở chợ", "x\u202ey"]),
    "title.en": st.sampled_from(["", "Open", "Open again"]),
    "owners": st.sampled_from(["", "north", "north; self", "nobody"]),
    "carries_out": st.sampled_from(["", "a", "b;c", "north"]),
    "due_on": st.sampled_from(["", "2027", "2027-13"]),
}
TABLES = st.lists(st.tuples(*CELLS.values()), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None)
@given(tables=st.lists(TABLES, min_size=1, max_size=2))
def test_what_a_preview_says_is_what_is_entered(tmp_path_factory, tables):
    """Whatever the rows hold: the same states, the same contents, and the second time no row that was entered."""
    folder = tmp_path_factory.mktemp("home")
    home = Home.create(folder / "home", state_dir=folder / "state")
    open_book(home, "north", {"name": {"en": "North province"}}, moment=MOMENT)
    for lines in tables:
        text = ",".join(CELLS) + "\n" + "".join(",".join(cells) + "\n" for cells in [*lines, ("", "Luôn có", *[""] * 4)])
        before, seen = standing(home), preview(home, text)
        assert standing(home) == before
        done = enter(home, text, good_rows=True, plan=seen.plan)
        assert states(done) == states(seen)
        assert [as_kept(home, row.fields) for row in seen.of("new")] == [content_of(home, row) for row in done.of("new")]
        assert standing(home)[0][0][0] == before[0][0][0] + len(done.of("new"))
        assert {row.number for row in preview(home, text).of("new")} <= {row.number for row in seen.of("wrong")}


def as_kept(home, fields):
    """Fields of a preview with the ids that short names stand for, now that they are here."""
    shorts = standing(home)[1]
    ids = {name: sorted(shorts.get(part, part) for part in fields[name]) for name in fields.keys() & {"owners", "carries_out"}}
    return {**fields, **ids}


def content_of(home, row):
    """Those fields of what was entered for a row that the row gave."""
    kept = content(home, row.entry)
    return {name: kept[name] for name in row.fields}


def test_each_further_row_asks_the_home_as_often_as_the_one_before(home, monkeypatch):
    """Ten thousand rows take ten times as long as a thousand."""
    asked, ask = [], Books._ask
    monkeypatch.setattr(Books, "_ask", lambda self, query, /, **values: asked.append(query) or ask(self, query, **values))
    counts = []
    for rows in (20, 40, 60):
        asked.clear()
        preview(home, "id,title.vi,owners\n" + "".join(f"u{n},Việc {n},north\n" for n in range(rows)))
        counts.append(len(asked))
    assert counts[2] - counts[1] == counts[1] - counts[0]
