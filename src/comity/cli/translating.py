"""The command that adds a language version."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.choosing import home_option, open_home
from comity.cli.saying import _
from comity.procedures.clock import now
from comity.procedures.translate_wording import translate_wording
from comity.record.canonical import Fields
from comity.record.language import LANGUAGES, Standing


@click.command(help=_("Adds a language version to what ID says, as a correction in its own party's book."))
@click.argument("thing", metavar="ID")
@home_option()
@click.option("--lang", required=True, type=click.Choice(LANGUAGES), help=_("The language added."))
@click.option("--text", required=True, metavar="TEXT", help=_("The wording in that language."))
@click.option(
    "--standing",
    type=click.Choice([standing.value for standing in Standing]),
    default=Standing.OFFICIAL.value,
    help=_("What it is worth beside the others; official unless said."),
)
@click.option("--field", default="", metavar="FIELD", help=_("Which wording; the one ID is called by unless said."))
def translate(thing: str, home: Path, lang: str, text: str, standing: str, field: str) -> None:
    part: Fields = {"lang": lang, "standing": standing, "text": text}
    click.echo(translate_wording(open_home(home), thing, {field: [part]}, moment=now()))


COMMANDS = (translate,)
