"""The command that enters the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.choosing import as_option, home_option, json_option, open_home
from comity.cli.saying import LANG, _, say, show_json
from comity.procedures.clock import now
from comity.procedures.hand import Hand
from comity.record.canonical import Fields, Value
from comity.record.errors import FileMissing, FileThere, RowsRefused
from comity.store.disk import plain_refusals, write_new

if TYPE_CHECKING:
    from comity.procedures.import_table import Outcome, Report


@click.command(
    "import",
    help=_(
        "Shows what the rows of a CSV or XLSX FILE would enter as acts of a KIND, and enters them with --enter. "
        "The same row is never entered twice."
    ),
)
@click.argument("kind")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@home_option()
@as_option
@click.option("--enter", is_flag=True, help=_("Enters the rows, all of them or none."))
@click.option("--good-rows", is_flag=True, help=_("With --enter: enters the good rows where others are wrong."))
@click.option(
    "--rest",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("A new CSV file for the wrong rows, each beside what is wrong with it."),
)
@click.option(
    "--sheet", default="", metavar="NAME", help=_("The sheet of a workbook; the first one that is not hidden unless said.")
)
@json_option
def import_command(
    kind: str, file: Path, home: Path, party: str, enter: bool, good_rows: bool, rest: Path | None, sheet: str, as_json: bool
) -> int:
    from comity.procedures.import_table import Wanted, enter_table, rehearse
    from comity.procedures.table_file import read_table
    from comity.procedures.table_rest import rest_of

    if good_rows and not enter:
        raise click.UsageError(_("--good-rows goes with --enter."))
    if rest is not None and (rest.exists() or rest.is_symlink()):
        raise FileThere(path=str(rest))
    at, by = open_home(home), Hand(party, now(), lang=LANG)
    table = read_table(_bytes(file), name=file.name, sheet=sheet)
    report = rehearse(at, Wanted(table, kind), by=by, told=_progress)
    wrong = len(report.of("wrong"))
    if rest is not None and wrong:
        with plain_refusals(rest.parent):
            write_new(rest, rest_of(report, LANG))
        say(_("The rows that are wrong stand in {path}.", path=str(rest)))
    if enter and (good_rows or not wrong):
        report = enter_table(at, Wanted(table, kind, good_rows, report.plan), by=by, told=_progress)
    with at.read() as reading:
        names: dict[str, str] = {entry: short for short, entry in reading.short_names().items()}
    _show(report, names, as_json)
    if enter and not report.entered:
        raise RowsRefused(rows=len(report.rows), count=wrong)
    return 1 if wrong and not enter else 0


def _bytes(file: Path) -> bytes:
    """The bytes of the file, one more than a table may have at most."""
    from comity.procedures.table_file import MAX_BYTES

    try:
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as problem:
        raise FileMissing(path=str(file)) from problem


def _progress(done: int, of: int) -> None:
    say(_("{done} of {count} rows", done=done, count=of))


def _show(report: Report, names: Mapping[str, str], as_json: bool) -> None:
    if as_json:
        show_json(_as_value(report))
    else:
        click.echo("\n".join("\t".join(line) for row in report.rows for line in _lines(row, report, names)))
    counts = {state: len(report.of(state)) for state in ("new", "there", "again", "wrong")}
    said = _("New: {new}. Here already: {there}. Twice in the table: {again}. Wrong: {wrong}.", **counts)
    done = _("The new rows were entered.") if report.entered else _("Nothing was entered.")
    say(f"{said} {done}")
    if not report.entered and counts["new"] and not counts["wrong"]:
        say(_("To enter the new rows, run it again with --enter."))


def _lines(row: Outcome, report: Report, names: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """A row as lines for people: its number, what becomes of it, and what it says or what is wrong with it."""
    from comity.procedures.table_rest import fault_of

    number = str(row.number)
    if row.state == "wrong":
        for fault in row.faults:
            said = fault_of(fault, report.kind, LANG)
            yield number, _("wrong"), said["column"], f"{' '.join(said['sentence'].split())} [{said['code']}]"
    elif row.state == "again":
        yield number, _("says what row {row} says", row=row.again)
    elif row.state == "there":
        yield number, _("already entered as {entry}", entry=row.entry)
    else:
        words = "; ".join(_cell_lines(row.fields or {}, names))
        done = (_("entered"), row.entry) if report.entered else (_("would be entered"),)
        yield number, *done, *([row.short] if row.short else []), words


def _cell_lines(fields: Fields, names: Mapping[str, str]) -> Iterator[str]:
    for name, value in fields.items():
        rows = value if isinstance(value, list) else [value]
        for row in rows:
            parts: list[Value] = row if isinstance(row, list) else [row]
            for part in parts:
                place = f"{name}.{part['lang']}" if isinstance(part, dict) and "lang" in part else name
                text = str(part["text"]) if isinstance(part, dict) and "text" in part else str(part)
                yield f"{place}={' '.join(names.get(text, text).split())}"


def _as_value(report: Report) -> Fields:
    from comity.procedures.table_rest import fault_of

    rows: list[Value] = []
    for row in report.rows:
        faults = list[Value](dict[str, Value](fault_of(fault, report.kind, LANG)) for fault in row.faults)
        said: Fields = {"id": row.short, "fields": row.fields or {}, "entry": row.entry, "again": row.again, "faults": faults}
        rows.append({"row": row.number, "state": row.state, **{name: value for name, value in said.items() if value}})
    return {
        "kind": report.kind,
        "party": report.party,
        "file": report.table.name,
        "digest": report.table.digest,
        "entered": report.entered,
        "rows": rows,
    }


COMMANDS = (import_command,)
