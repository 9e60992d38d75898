"""Commands of the reader. It is loaded only when one of them runs: every other command would start much later for it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.choosing import home_option, json_option, open_home
from comity.cli.saying import _, refuse, say, show_json, show_line, show_table
from comity.procedures.clock import now
from comity.record.errors import ComityError
from comity.store.home import Home

if TYPE_CHECKING:
    from comity.procedures.read_documents import GivenDocument, ReadDocument


@click.command(
    help=_("Reads documents; with --home, keeps what is found as drafts. A folder stands for its files, - for standard input.")
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@home_option(required=False)
@json_option
@click.option("--explain", is_flag=True, help=_("Says for each draft which rule and which line of a lexicon made it."))
def read(files: tuple[str, ...], home: Path | None, as_json: bool, explain: bool) -> int:
    from comity.procedures.read_documents import GivenDocument, find_documents

    at = open_home(home) if home else None
    given = find_documents(Path(file) for file in files if file != "-")
    if "-" in files:
        given.append(GivenDocument("stdin", sys.stdin.buffer.read))
    return read_all(given, home=at, as_json=as_json, explain=explain)


def read_all(given: list[GivenDocument], *, home: Home | None, as_json: bool = False, explain: bool = False) -> int:
    """Reads each document, with progress; returns the exit code: 1 if any was refused."""
    from comity.procedures.read_documents import read_alone, read_document

    refused = 0
    for number, document in enumerate(given, start=1):
        try:
            done = read_alone(document) if home is None else read_document(home, document, moment=now(), again=as_json or explain)
        except ComityError as problem:
            refused += 1
            refuse(problem)
            continue
        if done.reading is not None and (as_json or explain):
            _print(done, as_json)
        else:
            say(f"{number}/{len(given)} {_summary(done)}")
    return min(refused, 1)


def _print(done: ReadDocument, as_json: bool) -> None:
    from comity.reader.explain import explain
    from comity.reader.gold import to_gold

    if done.reading is not None:
        show_line(to_gold(done.reading)) if as_json else click.echo(explain(done.reading))


def _summary(done: ReadDocument) -> str:
    if done.known or done.reading is None:
        return _("{name}: read before, nothing new.", name=done.name)
    return _(
        "{name}: {clauses} clauses, {people} people, {parties} parties; read by machine, confirmed by nobody.",
        name=done.name,
        clauses=len(done.reading.clauses),
        people=len(done.reading.people),
        parties=len(done.reading.parties),
    )


@click.command(
    help=_("Measures the reader against annotations by hand. The rules were written having read the sources it comes with.")
)
@click.option(
    "--gold",
    required=True,
    type=click.Path(path_type=Path, exists=True),
    metavar="DIR",
    help=_("Annotations, one JSON file a document."),
)
@click.option("--sources", required=True, type=click.Path(path_type=Path, exists=True), metavar="DIR", help=_("The documents."))
@json_option
def score(gold: Path, sources: Path, as_json: bool) -> None:
    from comity.procedures.score_reader import score_reader

    report = score_reader(gold, sources)
    if as_json:
        show_json(report)
        return
    say(_("In-sample wherever the rules were written having read these sources: not the quality on unseen reports."))
    rows = [(field, *(f"{row[name]:.3f}" for name in ("precision", "recall", "f1"))) for field, row in report["micro"].items()]
    show_table(rows, (_("Field"), _("Precision"), _("Recall"), "F1"))


COMMANDS = (read, score)
