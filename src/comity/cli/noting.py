"""The command for what people of a home note of an agreed item for themselves."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.choosing import home_option, json_option, open_home
from comity.cli.saying import LANG, _, say, show_json
from comity.paper.moment import show_day
from comity.procedures.clock import now
from comity.procedures.home_notes import add_note, notes_of, remove_note


@click.command(
    help=_("Notes something of an agreed item for this home only; nothing but the home edition of a review book shows it.")
)
@click.argument("name", metavar="ID")
@click.argument("text", metavar="[TEXT]", default="")
@home_option()
@click.option("--remove", type=int, metavar="N", help=_("Takes the note with this number away for good."))
@json_option
def note(name: str, text: str, home: Path, remove: int | None, as_json: bool) -> None:
    at = open_home(home)
    if text:
        add_note(at, name, text, moment=now())
    if remove is not None:
        remove_note(at, name, remove)
    with at.read() as reading:
        thing, notes = notes_of(reading, name)
    if as_json:
        rows = [{"number": each.number, "text": each.text, "written_at": each.written_at} for each in notes]
        show_json({"id": str(thing), "notes": list(rows)})
        return
    for each in notes:
        click.echo(f"{each.number}. ({show_day(each.written_at[:10], LANG)}) {each.text}")
    if not notes:
        say(_("Nothing is noted of it here."))


COMMANDS = (note,)
