"""Tables: every cell is text to a spreadsheet, and the words of the record can be had back."""

import csv
import io

import pytest

from comity.paper.table import FORMULA_SIGNS, as_text, table, table_bytes


@pytest.mark.parametrize("sign", FORMULA_SIGNS)
def test_what_a_spreadsheet_takes_for_a_formula_is_kept_as_text(sign):
    cells = [f"{sign}1+1", sign, f"{sign}cmd|' /C calc'!A0"]
    assert [as_text(cell) for cell in cells] == ["'" + cell for cell in cells]


@pytest.mark.parametrize("cell", ["", "a=b", "2027-09", "Lạng Sơn", "广西", "'=1", " =1"])
def test_other_cells_stay_as_they_are(cell):
    assert as_text(cell) == cell


def test_table_is_read_back_as_written():
    rows = [["id", "words"], ["1", 'one, "two"\nthree'], ["-2", "=x"]]
    assert list(csv.reader(io.StringIO(table(rows), newline=""))) == [rows[0], rows[1], ["'-2", "'=x"]]
    assert table([["a", "b"]], line_end="\n") == "a,b\n"


def test_table_as_a_file_bears_the_mark_that_spreadsheets_need():
    assert table_bytes([["tỉnh", "省"]]) == b"\xef\xbb\xbf" + "tỉnh,省\r\n".encode()
