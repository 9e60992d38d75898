"""Tables out of files of every make: rows of text, or one refusal."""

import csv
import io
import unicodedata
import zipfile
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from comity.procedures.table_file import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, Row, read_table
from comity.record.errors import ComityError

VIETNAMESE = "title.vi,due_on\nMở lại bến phà trước mùa thu hoạch,2027-09\n"
CHINESE = "title.zh-Hans,due_on\n双方商定在收获季节前恢复渡口通关通道,2027-09\n"


def rows(raw, **named):
    """The headings, and the rows by their numbers."""
    table = read_table(raw if isinstance(raw, bytes) else raw.encode(), name="t.csv", **named)
    return table.headings, {row.number: row.cells for row in table.rows}


def refused(raw, **named):
    """The code and what fills the sentence beside the name."""
    with pytest.raises(ComityError) as caught:
        read_table(raw, name="t.csv", **named)
    values = caught.value.values
    return (caught.value.code, *(str(values[key]) for key in sorted(values) if key != "name"))


def workbook(*sheets, hidden=()):
    """The bytes of a workbook; each sheet is (title, rows)."""
    book = Workbook()
    book.remove(book.active)
    for title, lines in sheets:
        sheet = book.create_sheet(title)
        sheet.sheet_state = "hidden" if title in hidden else "visible"
        for line in lines:
            sheet.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(raw, name, change):
    """The same workbook with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return out.getvalue()


SIMPLE = workbook(("Sheet", [["title.vi"], ["Mở phà"]]))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (VIETNAMESE, "utf-8"),
        (VIETNAMESE, "utf-8-sig"),
        (VIETNAMESE, "utf-16"),
        (CHINESE, "utf-8"),
        (CHINESE, "utf-16"),
        (CHINESE, "gb18030"),
    ],
)
def test_text_in_each_encoding_is_read(text, encoding):
    head, line = text.splitlines()
    assert rows(text.encode(encoding)) == (tuple(head.split(",")), {2: tuple(line.split(","))})


def test_windows_1258_is_read_and_put_into_the_usual_form():
    decomposed = "title.vi,due_on\nMơ\u0309 la\u0323i bê\u0301n pha\u0300,2027-09\n"
    assert rows(decomposed.encode("cp1258"))[1] == {2: ("Mở lại bến phà", "2027-09")}


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_each_separator_is_found(sign):
    text = f'title.vi{sign}areas{sign}due_on\nMở phà{sign}"A01;A05, A03"{sign}2027\n'
    assert rows(text) == (("title.vi", "areas", "due_on"), {2: ("Mở phà", "A01;A05, A03", "2027")})


def test_separator_that_is_said_is_taken():
    assert rows("sep=;\r\ntitle.vi;due_on\r\nMở, phà;2027\r\n") == (("title.vi", "due_on"), {3: ("Mở, phà", "2027")})


def test_quoted_line_ends_blank_rows_and_numbers():
    text = 'title.vi,number\r\n"Mở\r\nphà ""mới""",1\r\n,\r\n\r\n  Bến  ,\r\n'
    assert rows(text) == (("title.vi", "number"), {2: ('Mở\nphà "mới"', "1"), 5: ("Bến", "")})


def test_mark_that_keeps_a_spreadsheet_from_computing_is_dropped():
    text = "title.vi,number\n'=1+1,'+84\n'x,'\n"
    assert rows(text)[1] == {2: ("=1+1", "+84"), 3: ("'x", "'")}


def test_rows_are_as_wide_as_the_widest():
    assert rows("a,b\n1\n1,2,3\n") == (("a", "b", ""), {2: ("1", "", ""), 3: ("1", "2", "3")})


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"title.vi,due_on\n", b" , \n,,\n", b"\xef\xbb\xbf"])
def test_table_without_headings_or_rows_is_refused(raw):
    assert refused(raw) == ("no_headings",)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b'title.vi\n"open', ("not_a_table", "its quotation marks do not close after row 1")),
        (b'title.vi\n"a"b\n', ("not_a_table", "its quotation marks do not close after row 1")),
        (b"title.vi\n\x00\x01", ("not_a_table", refused(b"%PDF-1.7")[1])),
        (b"\xff\xfe\x00", ("not_a_table", refused(b"%PDF-1.7")[1])),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, ("not_a_table", "it is a workbook of the old kind, to be saved as .xlsx or .csv")),
        (
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            ("not_a_table", "it is locked with a password"),
        ),
        (b"PK\x03\x04" + b"x" * 600, ("not_a_table", "it is broken, or no workbook")),
        (SIMPLE[: len(SIMPLE) // 2], ("not_a_table", "it is broken, or no workbook")),
        (b"title.vi\n" + b"x" * MAX_BYTES, ("table_too_large", f"{MAX_BYTES} bytes")),
        (b"title.vi\n" + b"x\n" * (MAX_ROWS + 1), ("table_too_large", f"{MAX_ROWS} rows")),
        (b"," * MAX_COLUMNS + b"x\ny\n", ("table_too_large", f"{MAX_COLUMNS} columns")),
        ("title.vi\nTUYỆT MẬT\n".encode(), ("secret_mark", "TUYỆT MẬT")),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(raw, said):
    assert refused(raw) == said


def test_as_many_rows_and_columns_as_may_be_are_read():
    table = read_table(b"h," * (MAX_COLUMNS - 1) + b"h\n" + b"x\n" * MAX_ROWS, name="t.csv")
    assert (len(table.headings), len(table.rows), table.rows[-1].number) == (MAX_COLUMNS, MAX_ROWS, MAX_ROWS + 1)


def test_cells_of_a_workbook_become_text():
    values = [
        datetime(2026, 3, 10),
        date(2026, 3, 11),
        datetime(2026, 3, 10, 14, 30),
        time(8, 5),
        15,
        15.0,
        0.25,
        True,
        " Mở ",
        None,
        "'=x",
    ]
    raw = workbook(("Sheet", [[f"c{n}" for n in range(len(values))], values]))
    assert rows(raw)[1][2] == (
        "2026-03-10",
        "2026-03-11",
        "2026-03-10 14:30:00",
        "08:05:00",
        "15",
        "15",
        "0.25",
        "true",
        "Mở",
        "",
        "=x",
    )


def test_formulas_and_faults_of_a_sheet_are_marked_and_have_no_value():
    table = read_table(workbook(("Sheet", [["a", "b", "c"], ["=1+1", "#N/A", "x"]])), name="t.xlsx")
    assert table.rows == (Row(2, ("", "", "x"), frozenset({0, 1})),)


def test_sheet_is_chosen_by_name_else_the_first_not_hidden():
    raw = workbook(("Old", [["a"], ["1"]]), ("New", [["b"], ["2"]]), hidden=("Old",))
    assert [rows(raw, sheet=sheet)[0] for sheet in ("", "New", "Old")] == [("b",), ("b",), ("a",)]
    assert refused(raw, sheet="None") == ("no_such_sheet", "None", "Old, New")
    assert refused(b"a\n1\n", sheet="New") == ("no_such_sheet", "New", "-")


def test_rows_of_a_workbook_keep_their_numbers():
    raw = workbook(("Sheet", [["a"], [], [None], ["x"]]))
    assert rows(raw) == (("a",), {4: ("x",)})


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'r="A2"', b'r="XFD2"', ("table_too_large", "2000 columns")),
        (b'<row r="2"', b'<row r="1999999999"', ("table_too_large", "1048576 rows")),
        (
            b"<worksheet",
            b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet',
            ("not_a_table", "it holds a document type, which no workbook does"),
        ),
        (b"</row>", b"<", ("not_a_table", "it is broken, or no workbook")),
    ],
)
def test_sheet_that_means_harm_is_refused(old, new, said):
    assert refused(changed(SIMPLE, "xl/worksheets/sheet1.xml", lambda part: part.replace(old, new))) == said


def test_workbook_that_unpacks_to_too_much_is_refused():
    raw = changed(SIMPLE, "xl/worksheets/sheet1.xml", lambda part: part + b" " * 201_000_000)
    assert (len(raw) < 1_000_000, refused(raw)) == (True, ("table_too_large", "200000000 bytes unpacked"))


def test_document_type_hidden_behind_a_long_comment_is_found():
    def hide(part):
        return part.replace(b"<worksheet", b"<!--" + b"x" * 1_048_570 + b"--><!DOCTYPE x><worksheet", 1)

    assert refused(changed(SIMPLE, "xl/worksheets/sheet1.xml", hide))[0] == "not_a_table"


def outcome(raw):
    """Whether every row is as wide as the headings, or the code of the refusal."""
    try:
        table = read_table(raw, name="t.csv")
    except ComityError as refusal:
        return refusal.code
    return {len(row.cells) for row in table.rows} == {len(table.headings)}


@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_rows_or_one_refusal(raw):
    assert outcome(raw) in (True, "no_headings", "not_a_table", "table_too_large", "secret_mark")


@given(st.integers(0, len(SIMPLE) - 1), st.binary(max_size=6))
def test_any_damage_to_a_workbook_gives_rows_or_one_refusal(place, bytes_):
    damaged = SIMPLE[:place] + bytes_ + SIMPLE[place + len(bytes_) :]
    assert outcome(damaged) in (True, "no_headings", "not_a_table", "table_too_large")


CELL = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"], include_characters="\n"), max_size=12)


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1, max_size=5), st.sampled_from([",", ";", "\t"]))
def test_cells_come_back_as_they_were_written(cells, sign):
    out = io.StringIO()
    csv.writer(out, delimiter=sign).writerows([["first", "second"], *([f"x{cell}x" for cell in line] for line in cells)])
    expected = [tuple(unicodedata.normalize("NFC", f"x{cell}x") for cell in line) for line in cells]
    assert list(rows(out.getvalue())[1].values()) == expected
