"""The command that brings back a file that entries name by its digest."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.choosing import home_option, open_home
from comity.cli.saying import _, say
from comity.procedures.fetch_attachment import fetch_attachment


@click.command(help=_("Writes a file that is kept here, found by its DIGEST or the beginning of it."))
@click.argument("digest", metavar="DIGEST")
@home_option()
@click.option("--to", required=True, type=click.Path(path_type=Path), metavar="FILE", help=_("The file to write."))
def attachment(digest: str, home: Path, to: Path) -> None:
    name, size = fetch_attachment(open_home(home), digest, to)
    say(
        _.many(
            "{path} holds the file {name}: {count} byte.",
            "{path} holds the file {name}: {count} bytes.",
            size,
            path=str(to),
            name=name,
        )
    )


COMMANDS = (attachment,)
