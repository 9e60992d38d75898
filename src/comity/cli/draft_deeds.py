"""Commands that split, join and compare drafts, and undo what was done to them."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.choosing import home_option, json_option, open_home
from comity.cli.saying import LANG, _, say, show_json, show_table
from comity.procedures.clock import now
from comity.record.canonical import Fields
from comity.store.reading import DeedRow


@click.command(help=_("Splits a draft; each part keeps its own exact words. Prints the numbers of the parts."))
@click.argument("number", type=int)
@click.option(
    "--at",
    "cuts",
    multiple=True,
    metavar="PLACE",
    help=_("Where a further part begins: its first words, or its place in the source. Without it the places to cut are listed."),
)
@home_option()
@json_option
def split(number: int, cuts: tuple[str, ...], home: Path, as_json: bool) -> None:
    from comity.procedures.split_draft import cuts_of, split_draft

    at = open_home(home)
    if cuts:
        made = split_draft(at, number, [int(cut) if cut.isascii() and cut.isdigit() else cut for cut in cuts], moment=now())
        _show_numbers(made, as_json=as_json)
        say(_("Draft {number} was split into {count}.", number=number, count=len(made)))
        return
    with at.read() as reading:
        places = cuts_of(reading.draft(number))
    if as_json:
        show_json([{"at": cut.at, "mark": cut.mark, "before": cut.before, "after": cut.after} for cut in places])
        return
    show_table([(str(cut.at), cut.before[-50:], cut.after[:50]) for cut in places], (_("Place"), _("Before"), _("After")))


@click.command(help=_("Joins drafts of one kind and one source into one that keeps the exact words of all. Prints its number."))
@click.argument("numbers", nargs=-1, type=int, required=True)
@home_option()
@json_option
def join(numbers: tuple[int, ...], home: Path, as_json: bool) -> None:
    from comity.procedures.join_drafts import join_drafts

    made = join_drafts(open_home(home), numbers, moment=now())
    _show_numbers([made], as_json=as_json)
    say(_("The drafts were joined into draft {number}.", number=made))


@click.command(help=_("Lists what a read person, party or session may be the same as."))
@click.argument("number", type=int)
@home_option()
@json_option
def alike(number: int, home: Path, as_json: bool) -> None:
    from comity.procedures.alike import likenesses

    with open_home(home).read() as reading:
        found = likenesses(reading, reading.draft(number))
    rows: list[Fields] = [
        {"draft": like.draft.number if like.draft else 0, "entry": like.entry, "name": like.other, "why": like.why}
        for like in found
    ]
    if as_json:
        show_json(rows)
        return
    lines = [(str(row["draft"] or row["entry"]), str(row["name"]), str(row["why"])) for row in rows]
    show_table(lines, (_("Draft or entry"), _("Name"), _("Why")))


@click.command(help=_("Says that a draft and another draft, or a thing, are the same. Of two entries it enters a merge."))
@click.argument("number", type=int)
@click.argument("other")
@home_option()
@click.option("--as", "party", metavar="PARTY", help=_("The party in whose book this is entered; else the home's own."))
def same(number: int, other: str, home: Path, party: str | None) -> None:
    from comity.procedures.alike import answer_alike
    from comity.procedures.hand import Hand

    merged = answer_alike(open_home(home), number, other, same=True, by=Hand(party or "", now()))
    if merged is not None:
        click.echo(merged)
        say(_("It was entered in the book that the two are one."))
        return
    say(_("Noted in this home: the same. When it is entered, it refers to the other."))


@click.command(help=_("Says that a draft and another draft, or a thing, are not the same; it is not asked again."))
@click.argument("number", type=int)
@click.argument("other")
@home_option()
def differ(number: int, other: str, home: Path) -> None:
    from comity.procedures.alike import answer_alike
    from comity.procedures.hand import Hand

    answer_alike(open_home(home), number, other, same=False, by=Hand("", now()))
    say(_("Noted in this home: different. It is not asked again."))


@click.command(
    help=_("Undoes the last deed on drafts, or the one with this number. What was entered stays and can be corrected.")
)
@click.argument("deed", type=int, required=False)
@home_option()
@json_option
def undo(deed: int | None, home: Path, as_json: bool) -> None:
    from comity.procedures.draft_deeds import undo_deed

    done = undo_deed(open_home(home), deed, moment=now())
    if as_json:
        show_json(_deed(done))
    say(_("Undone. {deed}.", deed=_words(done)))


@click.command(help=_("Lists what was done to drafts, the latest first."))
@home_option()
@json_option
@click.option("--limit", type=click.IntRange(1, 1000), default=50, metavar="N", help=_("At most so many."))
def deeds(home: Path, as_json: bool, limit: int) -> None:
    with open_home(home).read() as reading:
        found = reading.deeds(limit=limit)
    if as_json:
        show_json([_deed(deed) for deed in found])
        return
    lines = [(str(deed.number), deed.at, _words(deed), deed.undone) for deed in found]
    show_table(lines, (_("Number"), _("When"), _("What was done to drafts"), _("undone")))


def _deed(deed: DeedRow) -> Fields:
    touched = [part.draft for part in deed.parts if part.draft and part.before is not None]
    made = [part.draft for part in deed.parts if part.draft and part.before is None]
    return {"number": deed.number, "at": deed.at, "what": deed.what, "undone": deed.undone, "drafts": [*touched], "made": [*made]}


def _words(deed: DeedRow) -> str:
    from comity.paper.draft_view import deed_words

    on_drafts = [part for part in deed.parts if part.draft]
    named = [part.draft for part in on_drafts if part.before is not None or deed.what in ("same", "differ", "merge")]
    return deed_words(deed.what, named, LANG)


def _show_numbers(numbers: list[int], *, as_json: bool) -> None:
    if as_json:
        show_json(numbers)
    else:
        click.echo("\n".join(map(str, numbers)))


COMMANDS = (split, join, alike, same, differ, undo, deeds)
