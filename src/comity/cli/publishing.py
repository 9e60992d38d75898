"""The command that builds the bulletin."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from comity.cli.choosing import home_option, json_option, open_home
from comity.cli.saying import _, say, show_json
from comity.procedures.bulletin_folder import note_bulletin
from comity.procedures.clock import now
from comity.record.field import ADDRESS

if TYPE_CHECKING:
    from comity.bulletin.build import Bulletin
    from comity.bulletin.visits import Visits


@click.command(
    help=_("Writes public pages as plain files for any web server: what reports say, and what all parties consent to.")
)
@home_option()
@click.option("--to", required=True, type=click.Path(path_type=Path), metavar="DIR", help=_("The folder a web server hands out."))
@click.option(
    "--visits",
    type=click.Path(path_type=Path),
    metavar="ACCESS_LOG",
    help=_("Count how often pages were read, from this log of the server."),
)
@click.option("--address", default="", metavar="URL", help=_("Where the folder is served; as last time, else this machine."))
@click.option(
    "--check-at", default="", metavar="URL", help=_("Where this home answers its check page; as last time, else nowhere.")
)
@click.option(
    "--pdf/--no-pdf",
    "papers",
    default=None,
    help=_("A PDF beside the page of each thing, which takes time; as last time, else none."),
)
@json_option
def bulletin(home: Path, to: Path, as_json: bool, **options: Any) -> None:
    # Its pages bring templates, letters and pictures along, which other commands do without.
    from comity.bulletin.build import Options, make_bulletin

    held = open_home(home)
    for name in ("address", "check_at"):
        if options[name]:
            ADDRESS.check(options[name], field=name)
    with _progress() as told:
        made = make_bulletin(held, to, moment=now(), options=Options(told=told, **options))
    note_bulletin(held, to)
    if as_json:
        show_json({"folder": str(to), **_as_values(made)})
        return
    click.echo(str(to))
    said = _.many(
        "{count} thing on {pages} pages, {consented} of them by consent; files written: {written}, taken away: {gone}.",
        "{count} things on {pages} pages, {consented} of them by consent; files written: {written}, taken away: {gone}.",
        made.things,
        pages=made.pages,
        consented=made.consented,
        written=made.placed.written,
        gone=made.placed.gone,
    )
    say(said)
    say(_("Its links lead to {address}; give --address where it is served elsewhere.", address=made.address))
    if made.visits is not None:
        say(_visited(made.visits) if options["visits"] else _last_visited(made.visits))


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """At a terminal a bar of how many files are made; None elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress

    with Progress(BarColumn(), MofNCompleteColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


def _visited(visits: Visits) -> str:
    return _.many(
        "{count} page read; left out: {robots} by known robots, {unreadable} lines that could not be read.",
        "{count} pages read; left out: {robots} by known robots, {unreadable} lines that could not be read.",
        visits.total,
        robots=visits.robots,
        unreadable=visits.unreadable,
    )


def _last_visited(visits: Visits) -> str:
    return _("Visits stand as last counted, until {last}; --visits counts them again.", last=visits.last or "–")


def _as_values(made: Bulletin) -> dict[str, object]:
    """What was built, for programs."""
    placed, counted = made.placed, made.visits
    found: dict[str, object] = {
        "address": made.address,
        "things": made.things,
        "consented": made.consented,
        "pages": made.pages,
        "papers": made.papers,
        "files": {"written": placed.written, "left": placed.left, "gone": placed.gone},
    }
    if counted is not None:
        told = {"robots": counted.robots, "unreadable": counted.unreadable, "first": counted.first, "last": counted.last}
        found["visits"] = {"pages": dict(counted.counts), **told}
    return found


COMMANDS = (bulletin,)
