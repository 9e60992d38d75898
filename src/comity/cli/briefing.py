"""The command that writes a leader's brief about one partner."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.choosing import home_option, open_home
from comity.cli.findings import asked_day
from comity.cli.saying import LANG, _
from comity.procedures.earlier_findings import given_thresholds
from comity.record.language import LANGUAGES


@click.command(
    help=_("Writes a leader's brief of two pages about one partner: names, thanks, what to raise, what they asked, what is open.")
)
@home_option()
@click.option("--party", required=True, metavar="ID", help=_("The partner the brief is about."))
@click.option(
    "--about", default="", metavar="ID", help=_("Only what belongs to this thing, or to an area by its code, like A05.")
)
@click.option("--lang", default=LANG, type=click.Choice(LANGUAGES), help=_("The language of the brief."))
@click.option(
    "--to",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("The file; its ending says the form: .pdf, .html, .docx, .txt, or .png for a card to send in a chat."),
)
@click.option("--day", default="", metavar="DAY", help=_("The day of the brief, such as 2026-11-22; today if not given."))
@click.option(
    "--thresholds",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("A TOML file of thresholds in place of the usual ones."),
)
def brief(home: Path, lang: str, to: Path, thresholds: Path | None, **given: str) -> None:
    # What draws pages and Word files takes a moment to load, so only where it is asked for.
    from comity.procedures.gather_brief import BriefAsked
    from comity.procedures.write_brief import write_brief

    asked = BriefAsked(asked_day(given["day"]), given_thresholds(thresholds), given["party"], given["about"])
    click.echo(str(write_brief(open_home(home), asked, lang, to)))


COMMANDS = (brief,)
