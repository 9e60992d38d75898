"""The command that writes the calendar."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.choosing import home_option, open_home
from comity.cli.saying import LANG, _, say
from comity.record.language import LANGUAGES

DESK = "http://127.0.0.1:8000"


@click.command(help=_("Writes sessions, planned days, days for an answer and terms that end as a calendar file (.ics)."))
@home_option()
@click.option("--to", required=True, type=click.Path(path_type=Path), metavar="FILE", help=_("The file to write."))
@click.option("--lang", default=LANG, type=click.Choice(LANGUAGES), help=_("The language of the calendar."))
@click.option("--public", is_flag=True, help=_("Only what is public."))
@click.option("--party", default="", metavar="ID", help=_("Only what concerns this party."))
@click.option(
    "--address", metavar="URL", help=_("Where pages are served, for links; with --public none unless given, else this machine.")
)
def calendar(home: Path, to: Path, lang: str, public: bool, party: str, address: str | None) -> None:
    # Dates in three languages take a moment to load, so only where they are asked for.
    from comity.procedures.save_calendar import save_calendar
    from comity.procedures.write_calendar import Wanted

    given = address if address is not None else "" if public else DESK
    wanted = Wanted(lang, public=public, party=party, address=given.rstrip("/"))
    count = save_calendar(open_home(home), wanted, to)
    say(_.many("{path} holds {count} event.", "{path} holds {count} events.", count, path=str(to)))


COMMANDS = (calendar,)
