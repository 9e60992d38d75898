"""The command that says what a leader would want to know of the record on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from comity.cli.choosing import home_option, json_option, open_home
from comity.cli.saying import LANG, _, say, show_json
from comity.paper.moment import show_day
from comity.paper.row_parts import ids_in
from comity.procedures.clock import now
from comity.procedures.earlier_findings import earlier_findings, given_thresholds
from comity.procedures.gather_findings import Asked, Findings, as_values, gather_findings
from comity.record.canonical import Fields
from comity.record.errors import WrongValue
from comity.review.every_rule import RULES


@click.command(help=_("Says what the record tells on a day: thanks, results, difficulties, what waits, what to compare."))
@home_option()
@click.option("--session", default="", metavar="ID", help=_("Only what a review of this session holds."))
@click.option(
    "--party", default="", metavar="ID", help=_("Only what concerns this party; with its eyes where its book is kept here.")
)
@click.option("--mechanism", default="", metavar="ID", help=_("Only what belongs to this mechanism."))
@click.option("--area", default="", metavar="CODE", help=_("Only what is placed in this area, such as A05."))
@click.option("--day", default="", metavar="DAY", help=_("The day asked about, such as 2026-11-22; today if not given."))
@click.option(
    "--thresholds",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("A TOML file of thresholds in place of the usual ones."),
)
@click.option(
    "--earlier", type=click.Path(path_type=Path), metavar="FILE", help=_("What this command wrote with --json on an earlier day.")
)
@json_option
def findings(home: Path, as_json: bool, thresholds: Path | None, earlier: Path | None, **asked: str) -> None:
    limits = given_thresholds(thresholds)
    before = earlier_findings(earlier) if earlier else None
    day = asked_day(asked["day"])
    with open_home(home).read() as reading:
        found = gather_findings(reading, Asked(day, limits, asked["session"], asked["party"], asked["mechanism"], asked["area"]))
    told = as_values(found, before)
    if as_json:
        show_json(told)
        return
    _tell(found, told)


def _tell(found: Findings, told: Fields) -> None:
    days = {"day": show_day(found.state.on, LANG), "since": show_day(found.state.since, LANG)}
    say(_("On {day}; what is new counts since {since}.", **days))
    if not found.found:
        say(_("Nothing held here calls for attention on {day}.", **days))
    given = told.get("changes")
    changes = {name: ids_in(given, name) for name in given} if isinstance(given, dict) else {}
    new = {*changes.get("new", ()), *changes.get("changed", ())}
    for rule, words in RULES.items():
        lines = [each for each in found.found if each.rule == rule]
        if lines:
            click.echo(f"{_(words)} ({len(lines)})")
        for each in lines:
            mark = "*" if each.key in new else "-"
            click.echo(f"  {mark} {found.say(each, LANG)} [{each.thing[:12]}]")
    if changes:
        counts = {name: str(len(keys)) for name, keys in changes.items()}
        say(_("Since the earlier findings: {new} new, {changed} changed (both marked *), {gone} no longer found.", **counts))


def asked_day(given: str) -> str:
    """The day that was typed, today where none was. Raises: WrongValue."""
    try:
        return date.fromisoformat(given).isoformat() if given else now().day
    except ValueError as problem:
        raise WrongValue(field="day", value=given[:60], expected="a day such as 2026-11-22") from problem


COMMANDS = (findings,)
