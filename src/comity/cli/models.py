"""Commands for a model at an address: off until the owner of a source allows it, and told before anything leaves."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.choosing import home_option, json_option, open_home
from comity.cli.mistyped import Group
from comity.cli.saying import _, say, show_json
from comity.procedures.clock import now


@click.group(cls=Group, help=_("A model at an address that labels what was read; off until allowed for a source."))
def model() -> None:
    pass


@model.command(help=_("Allows a model at an address to be asked about one source; sends nothing."))
@click.argument("source")
@click.argument("address")
@click.option("--model", "called", default="default", metavar="NAME", help=_("What the model is called there."))
@home_option()
def allow(source: str, address: str, called: str, home: Path) -> None:
    from comity.procedures.ask_model import allow_model

    at = allow_model(open_home(home), source, address, called)
    say(_("Allowed for this source: {address}. Nothing was sent.", address=at.address))


@model.command(help=_("Takes back that a model may be asked about a source."))
@click.argument("source")
@home_option()
def forbid(source: str, home: Path) -> None:
    from comity.procedures.ask_model import forbid_model

    forbid_model(open_home(home), source)
    say(_("No model may be asked about this source any more."))


@model.command(help=_("Says where words of a source would go and how many characters; sends nothing."))
@click.argument("source")
@home_option()
@json_option
def show(source: str, home: Path, as_json: bool) -> None:
    from comity.procedures.ask_model import would_send

    told = would_send(open_home(home), source)
    if as_json:
        show_json({"address": told.address, "model": told.model, "segments": told.segments, "characters": told.characters})
        return
    click.echo(_told(told.address, told.characters, told.segments))


@model.command(
    help=_("Asks the model about a source after saying what would leave; its labels become drafts, entered by nobody.")
)
@click.argument("source")
@home_option()
@click.option("--yes", "is_sure", is_flag=True, help=_("Sends without asking once more."))
@json_option
def ask(source: str, home: Path, is_sure: bool, as_json: bool) -> None:
    from comity.procedures.ask_model import ask_model, would_send

    at = open_home(home)
    planned = would_send(at, source)
    say(_told(planned.address, planned.characters, planned.segments))
    if not is_sure and not click.confirm(_("Send this?"), err=True):
        say(_("Nothing was sent."))
        return
    asked = ask_model(at, source, characters=planned.characters, moment=now())
    if as_json:
        refused = {"ids": asked.refused_ids, "labels": asked.refused_labels, "quotes": asked.refused_quotes}
        show_json({"labelled": asked.labelled, "added": asked.added, "doubted": asked.doubted, "refused": refused})
        return
    say(
        _(
            "Labelled by a model at {address}: {labelled} drafts took labels, {added} were added, {doubted} it calls no clause; "
            "{untaken} labels were not taken. Nothing was entered.",
            address=planned.address,
            labelled=asked.labelled,
            added=asked.added,
            doubted=asked.doubted,
            untaken=asked.refused,
        )
    )


def _told(address: str, characters: int, segments: int) -> str:
    return _(
        "{characters} characters with {segments} passages of this source would go to {address}.",
        characters=characters,
        segments=segments,
        address=address,
    )


COMMANDS = (model,)
