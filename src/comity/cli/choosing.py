"""Options that many commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from comity.cli.saying import _
from comity.config import home_of
from comity.store.home import Home, default_state_dir

F = TypeVar("F", bound=Callable[..., object])


def home_option(required: bool = True) -> Callable[[F], F]:
    """--home DIR, or COMITY_HOME; gives a `Path` (or None where it is not required)."""

    def choose(context: click.Context, _param: click.Parameter, given: str | None) -> Path | None:
        home = home_of(given)
        if home is None and required and not context.resilient_parsing:
            raise click.UsageError(_("Say which home with --home DIR, or set COMITY_HOME."))
        return home

    return click.option("--home", metavar="DIR", callback=choose, help=_("The home to work in."))


as_option = click.option("--as", "party", required=True, metavar="PARTY", help=_("The party in whose book this is entered."))
key_option = click.option(
    "--key",
    "key",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("The key file of the person who signs, if it is not kept in the home."),
)
json_option = click.option("--json", "as_json", is_flag=True, help=_("Answer in JSON."))


def open_home(path: Path) -> Home:
    """The home at `path`. Raises: NoHome, NewerHome, HomeDamaged."""
    return Home.open(path, state_dir=default_state_dir())
