"""Commands for what is said more than once: one matter over the years, one event in many reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.choosing import home_option, json_option, open_home
from comity.cli.mistyped import Group
from comity.cli.saying import LANG, _, say, show_json, show_table
from comity.procedures.clock import now
from comity.record.canonical import Fields

if TYPE_CHECKING:
    from comity.reader.matters.events import Event
    from comity.store.home import Home


@click.group(cls=Group, help=_("One matter over the years: agreed items and proposals that may say the same."))
def threads() -> None:
    pass


@threads.command(
    "list",
    help=_("Lists pairs that may be one matter, the surest first, each with what the two share. Nobody has confirmed them."),
)
@home_option()
@json_option
@click.option("--standing", is_flag=True, help=_("Standing duties said again instead."))
@click.option("--confirmed", is_flag=True, help=_("Those that a person confirmed instead."))
@click.option("--cut", is_flag=True, help=_("Those that a person cut instead."))
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, metavar="N", help=_("At most so many."))
def list_threads(home: Path, as_json: bool, standing: bool, confirmed: bool, cut: bool, limit: int) -> None:
    from comity.store.threads import APART, ONE_MATTER

    with _looked_through(home).read() as reading:
        if confirmed or cut:
            pairs = reading.answered_threads(ONE_MATTER if confirmed else APART, limit=limit)
            rows: list[Fields] = [{"one": one, "other": other} for one, other in pairs]
        else:
            rows = [
                {"one": row.one, "other": row.other, "score": row.score, "standing": row.standing, "shares": row.reasons}
                for row in reading.threads(standing=standing, limit=limit)
            ]
        named = reading.things_called({str(row[end]) for row in rows for end in ("one", "other")})
        short = reading.short_names_of({str(row[end]) for row in rows for end in ("one", "other")})
    if as_json:
        show_json(rows)
        return
    show_table([_cells(row, named, short) for row in rows], (_("One"), _("Other"), _("Score"), _("Wordings"), _("They share")))


@threads.command(help=_("Says that two agreed items or proposals are one matter. Both stay as they are; it enters nothing."))
@click.argument("one")
@click.argument("other")
@home_option()
def confirm(one: str, other: str, home: Path) -> None:
    _answer(one, other, home, confirm=True)
    say(_("Noted in this home: one matter. It is shown on the pages of both."))


@threads.command(help=_("Says that two agreed items or proposals are not one matter; it is not suggested again."))
@click.argument("one")
@click.argument("other")
@home_option()
def cut(one: str, other: str, home: Path) -> None:
    _answer(one, other, home, confirm=False)
    say(_("Noted in this home: not one matter. It is not suggested again."))


def _looked_through(path: Path) -> Home:
    """The home, with what came since the last look compared too."""
    from comity.procedures.look_for_threads import is_looked_through, look_for_threads

    home = open_home(path)
    with home.read() as reading:
        is_fresh = is_looked_through(reading)
    if not is_fresh:
        look_for_threads(home)
    return home


@click.group(cls=Group, help=_("One event, many reports: sessions that several documents tell of."))
def events() -> None:
    pass


@events.command(
    "list",
    help=_("Lists the sessions that several documents tell of, with what ties the reports and what they tell differently."),
)
@home_option()
@json_option
def list_events(home: Path, as_json: bool) -> None:
    from comity.paper.draft_view import draft_title
    from comity.procedures.event_fields import event_fields
    from comity.procedures.told_events import told_events

    with _looked_through(home).read() as reading:
        found = told_events(reading)
        words = [draft_title(reading.draft(int(event.told[0].id)).value, (), LANG) for event in found]
    if as_json:
        show_json([event_fields(event) for event in found])
        return
    lines = [
        (", ".join(told.id for told in event.told), said, str(event.witnesses), "; ".join(_conflicts(event)))
        for event, said in zip(found, words, strict=True)
    ]
    show_table(lines, (_("Drafts"), _("Session"), _("Independent reports"), _("Told differently")))


@events.command("confirm", help=_("Says that all drafts of the event to which this draft belongs tell of one session."))
@click.argument("number", type=int)
@home_option()
@click.option("--as", "party", metavar="PARTY", help=_("The party in whose book this is entered; else the home's own."))
def confirm_told(number: int, home: Path, party: str | None) -> None:
    from comity.procedures.hand import Hand
    from comity.procedures.told_events import confirm_event

    for entry in confirm_event(open_home(home), number, by=Hand(party or "", now())):
        click.echo(entry)
    say(_("Noted in this home: one session. When they are entered, they refer to one."))


@events.command("cut", help=_("Says that this draft tells of another session than the drafts it was put with."))
@click.argument("number", type=int)
@home_option()
def cut_told(number: int, home: Path) -> None:
    from comity.procedures.hand import Hand
    from comity.procedures.told_events import cut_from_event

    cut_from_event(open_home(home), number, by=Hand("", now()))
    say(_("Noted in this home: another session. It is not put with them again."))


def _answer(one: str, other: str, home: Path, *, confirm: bool) -> None:
    from comity.procedures.answer_thread import answer_thread

    answer_thread(open_home(home), one, other, confirm=confirm, moment=now())


def _cells(row: Fields, named: dict[str, Fields], short: dict[str, str]) -> tuple[str, ...]:
    from comity.paper.thing_view import title_parts
    from comity.paper.thread_view import reason_words
    from comity.procedures.code_words import code_words

    ends = [str(row[end]) for end in ("one", "other")]
    titles = [next((part.text for part in title_parts(named[end])), "") if end in named else "" for end in ends]
    shares = row.get("shares")
    reasons = [reason_words(why, LANG, code_words) for why in shares if isinstance(why, dict)] if isinstance(shares, list) else []
    called = [short.get(end) or end[:12] for end in ends]
    return (*called, str(row.get("score", "")), " / ".join(titles), "; ".join(words for words in reasons if words))


def _conflicts(event: Event) -> list[str]:
    from comity.paper.thread_view import DIFFERENCES, told_words

    return [
        _(
            "{what}: {values}",
            what=_(DIFFERENCES[each.what]),
            values=" / ".join(told_words(each.what, v, LANG) for v, _who in each.values),
        )
        for each in event.conflicts
    ]


COMMANDS = (threads, events)
