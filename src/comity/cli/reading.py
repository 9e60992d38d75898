"""Commands of the reader. It is loaded only when one of them runs: every other command would start much later for it."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from comity.cli.choosing import home_option, json_option, open_home
from comity.cli.saying import _, refuse, say, show_line
from comity.procedures.clock import now
from comity.record.errors import ComityError, WrongValue
from comity.store.home import Home

if TYPE_CHECKING:
    from collections.abc import Iterator

    from comity.procedures.read_documents import GivenDocument, ReadDocument
    from comity.procedures.read_many import Outcome, Wish


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
@click.option(
    "--published",
    metavar="DAY",
    default="",
    help=_("The day (or month, or year) of documents that do not say theirs, such as 2026-11-22; years left out are told by it."),
)
def read(files: tuple[str, ...], home: Path | None, as_json: bool, explain: bool, **wish: Any) -> int:
    from comity.procedures.read_documents import GivenDocument, find_documents
    from comity.procedures.read_many import Wish
    from comity.reader.files.document import MAX_BYTES

    published = _day(wish["published"])
    at = open_home(home) if home else None
    given = find_documents(Path(file) for file in files if file != "-")
    if "-" in files:
        given.append(GivenDocument("stdin", lambda: sys.stdin.buffer.read(MAX_BYTES + 1)))
    wished = Wish(at, now, again=as_json or explain, is_ranked=wish["rank"], published=published)
    return read_wished(given, wished, as_json=as_json, explain=explain)


def _day(given: str) -> str:
    """The day, month or year, as given. Raises: WrongValue."""
    if given and not (re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", given) and _is_real(given)):
        raise WrongValue(field="published", value=given[:40], expected="a day such as 2026-11-22")
    return given


def _is_real(given: str) -> bool:
    try:
        date.fromisoformat(given + "-01-01"[len(given) - 4 :])
    except ValueError:
        return False
    return True


def read_all(given: list[GivenDocument], *, home: Home | None) -> int:
    """Reads each document into a home and says how it goes; returns the exit code: 1 if any was refused."""
    from comity.procedures.read_many import Wish

    return read_wished(given, Wish(home, now), as_json=False, explain=False)


def read_wished(given: list[GivenDocument], wish: Wish, *, as_json: bool, explain: bool) -> int:
    """Reads each document on all cores, with progress; returns the exit code: 1 if any was refused.

    What is printed stands in the order given; what is only said comes as it is done.
    """
    from comity.procedures.read_many import read_many

    is_printed = as_json or explain
    done = read_many(given, wish)
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
