"""Tables that cannot be entered as they are."""

from __future__ import annotations

from comity.record.errors.refusal import ReaderError, RecordError


class NotATable(ReaderError):
    code = "not_a_table"
    sentence = "{name} cannot be read as a table: {problem}."


class TableTooLarge(ReaderError):
    code = "table_too_large"
    sentence = "{name} is larger than a table taken at once may be: {limit}."


class NoHeadings(ReaderError):
    code = "no_headings"
    sentence = "{name} does not hold a row of headings with rows beneath it."


class NoSuchSheet(ReaderError):
    code = "no_such_sheet"
    sentence = "{name} has no sheet called {sheet}; it has: {sheets}."


class UnknownColumn(RecordError):
    code = "unknown_column"
    sentence = "The heading {column} names no field of {kind}; the headings can be: {headings}."


class ColumnTwice(RecordError):
    code = "column_twice"
    sentence = "The headings {first} and {second} mean the same field."


class ColumnWithoutHeading(RecordError):
    code = "column_without_heading"
    sentence = "In row {row} something stands in a column without a heading: give the column one, or one that begins with #."


class FormulaInCell(RecordError):
    code = "formula_in_cell"
    sentence = "The cell holds a formula or a fault of the sheet: put the value itself there."


class NotFromATable(RecordError):
    code = "not_from_a_table"
    sentence = "{kind} cannot be entered from a table: each is a deed of its own, or needs a person's signature."


class RowsRefused(RecordError):
    code = "rows_refused"
    sentence = "Of {rows} rows {count} cannot be entered as they stand, so nothing was entered."


class PreviewOutdated(RecordError):
    code = "preview_outdated"
    sentence = "What stands here has changed since this preview was made: look at it as it is now. Nothing was entered."


class PreviewGone(RecordError):
    code = "preview_gone"
    sentence = "The file of this preview is not held any more: choose it once more. Nothing was entered."
