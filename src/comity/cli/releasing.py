"""The command that writes a citable release."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.choosing import home_option, json_option, open_home
from comity.cli.saying import LANG, _, say, show_json
from comity.procedures.release_record import release_record


@click.command(help=_("Writes what is public as a release that can be cited: tables, codebook, checkpoints, digests."))
@home_option()
@click.option(
    "--to", required=True, type=click.Path(path_type=Path), metavar="DIR", help=_("The folder in which releases are kept.")
)
@json_option
def release(home: Path, to: Path, as_json: bool) -> None:
    made = release_record(open_home(home), to)
    if as_json:
        show_json({"folder": str(made.folder), **made.told})
        return
    click.echo(str(made.folder))
    cited = made.told["citation"]
    if isinstance(cited, dict):
        say(_("Cite it as: {citation}", citation=str(cited[LANG if LANG in cited else "en"])))


COMMANDS = (release,)
