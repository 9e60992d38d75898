"""Commands of the reader. It is loaded only when one of them runs: every other command would start much later for it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.choosing import home_option, json_option, open_home
from comity.cli.saying import _, refuse, say, show_line
from comity.procedures.clock import now
from comity.record.errors import ComityError
from comity.store.home import Home

if TYPE_CHECKING:
    from collections.abc import Iterator

    from comity.procedures.read_documents import GivenDocument, ReadDocument
    from comity.procedures.read_many import Outcome


@click.command(
    help=_("Reads documents; with --home, keeps what is found as drafts. A folder stands for its files, - for standard input.")
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@home_option(required=False)
@json_option
@click.option("--explain", is_flag=True, help=_("Says for each draft which rule and which line of a lexicon made it."))
@click.option(
    "--rank", is_flag=True, help=_("Lets the ranking model of this machine keep, drop and label clauses (the part embed).")
)
def read(files: tuple[str, ...], home: Path | None, as_json: bool, explain: bool, rank: bool) -> int:
    from comity.procedures.read_documents import GivenDocument, find_documents
    from comity.reader.files.document import MAX_BYTES

    at = open_home(home) if home else None
    given = find_documents(Path(file) for file in files if file != "-")
    if "-" in files:
        given.append(GivenDocument("stdin", lambda: sys.stdin.buffer.read(MAX_BYTES + 1)))
    return read_all(given, home=at, as_json=as_json, explain=explain, rank=rank)


def read_all(
    given: list[GivenDocument], *, home: Home | None, as_json: bool = False, explain: bool = False, rank: bool = False
) -> int:
    """Reads each document on all cores, with progress; returns the exit code: 1 if any was refused.

    What is printed stands in the order given; what is only said comes as it is done.
    """
    from comity.procedures.read_many import Wish, read_many

    is_printed = as_json or explain
    done = read_many(given, Wish(home, now, again=is_printed, is_ranked=rank))
    refused = 0
    for number, (_place, outcome) in enumerate(_in_order(done) if is_printed else _with_progress(done, len(given)), start=1):
        if isinstance(outcome, ComityError):
            refused += 1
            refuse(outcome)
        elif outcome.reading is not None and is_printed:
            _print(outcome, as_json)
        else:
            say(f"{number}/{len(given)} {_summary(outcome)}")
    return min(refused, 1)


def _in_order(done: Iterator[Outcome]) -> Iterator[Outcome]:
    waiting: dict[int, Outcome] = {}
    due = 0
    for at, outcome in done:
        waiting[at] = (at, outcome)
        while due in waiting:
            yield waiting.pop(due)
            due += 1


def _with_progress(done: Iterator[Outcome], count: int) -> Iterator[Outcome]:
    """As they come; at a terminal with how many are done, how many a minute and how long the rest takes."""
    if count < 2 or not sys.stderr.isatty():
        yield from done
        return
    from rich.console import Console
    from rich.control import Control
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.segment import ControlType

    rate = TextColumn(_("{count} a minute", count="{task.fields[rate]}"))
    columns = (BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("", total=count, rate="-")
        for outcome in done:
            bar.console.control(
                Control(ControlType.CARRIAGE_RETURN, (ControlType.ERASE_IN_LINE, 2))
            )  # what is said takes the bar's line
            yield outcome
            speed = bar.tasks[0].finished_speed or bar.tasks[0].speed
            bar.update(task, advance=1, rate=f"{speed * 60:.0f}" if speed else "-")
            bar.refresh()


def _print(done: ReadDocument, as_json: bool) -> None:
    from comity.reader.explain import explain
    from comity.reader.measuring.gold import to_gold

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


COMMANDS = (read,)
