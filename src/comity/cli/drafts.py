"""Commands for drafts: what was read and waits for a person."""

from __future__ import annotations

import json
from pathlib import Path

import click

from comity.cli import draft_deeds, learning
from comity.cli.choosing import home_option, json_option, open_home
from comity.cli.mistyped import Group
from comity.cli.saying import LANG, _, say, show_json, show_table
from comity.procedures.clock import now
from comity.procedures.given import read_words
from comity.record.canonical import Fields
from comity.store.drafts import STATES
from comity.store.home import Home
from comity.store.reading import Chosen, DraftRow


@click.group(cls=Group, help=_("What was read and waits to be accepted, corrected or dropped."))
def drafts() -> None:
    pass


@drafts.command("list", help=_("Lists drafts."))
@home_option()
@json_option
@click.option("--state", type=click.Choice(STATES), help=_("Only those in this state."))
@click.option("--source", metavar="S", help=_("Only those of this document, by name or digest."))
@click.option("--unsure", is_flag=True, help=_("The least sure first; open ones unless --state says otherwise."))
def list_drafts(home: Path, as_json: bool, state: str | None, source: str | None, unsure: bool) -> None:
    with open_home(home).read() as reading:
        digest = reading.document_called(source).digest if source else None
        if unsure:
            found = reading.queue(Chosen(state=state or "open", source=digest or ""), limit=-1)
        else:
            found = reading.drafts(state=state, source=digest)
    if as_json:
        show_json([_draft(row) for row in found])
        return
    lines = [(str(row.number), row.type, row.state, f"{row.confidence} %", _words(row)) for row in found]
    show_table(lines, (_("Number"), _("Type"), _("State"), _("Certain"), _("Words in the source")))


@drafts.command("show", help=_("Shows one draft."))
@click.argument("number", type=int)
@home_option()
@json_option
def show_draft(number: int, home: Path, as_json: bool) -> None:
    with open_home(home).read() as reading:
        row = reading.draft(number)
    if as_json:
        show_json(_draft(row))
        return
    for key, value in _draft(row).items():
        click.echo(f"{key}: {value if isinstance(value, str | int) else json.dumps(value, ensure_ascii=False)}")


@drafts.command(help=_("Accepts drafts: enters them in the home's own book, or that of --as."))
@click.argument("numbers", nargs=-1, type=int)
@home_option()
@click.option("--as", "party", metavar="PARTY", help=_("The party in whose book this is entered; else the home's own."))
@click.option("--all", "every", is_flag=True, help=_("All open drafts."))
@click.option("--source", metavar="S", help=_("All open drafts of this document, by name or digest."))
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), metavar="X", help=_("All open drafts at least so certain, from 0 to 1.")
)
def accept(
    numbers: tuple[int, ...], home: Path, party: str | None, every: bool, source: str | None, min_confidence: float | None
) -> None:
    from comity.procedures.accept_drafts import accept_drafts

    at = open_home(home)
    chosen = _choose(at, numbers, every=every, source=source, least=min_confidence)
    done = accept_drafts(at, chosen, party=party, moment=now(), lang=LANG)
    for accepted in done:
        click.echo(accepted.entry)
    say(_.many("{count} draft was accepted.", "{count} drafts were accepted.", len(done)))


@drafts.command(help=_("Corrects a draft before it is accepted: field=value."))
@click.argument("number", type=int)
@click.argument("words", nargs=-1, required=True, metavar="FIELD=VALUE...")
@home_option()
def correct(number: int, words: tuple[str, ...], home: Path) -> None:
    from comity.procedures.correct_draft import correct_draft

    correct_draft(open_home(home), number, read_words(words), moment=now())
    say(_("Draft {number} was corrected.", number=number))


@drafts.command(help=_("Drops drafts; they stay listed as dropped and are never entered."))
@click.argument("numbers", nargs=-1, type=int)
@home_option()
@click.option("--source", metavar="S", help=_("All open drafts of this document, by name or digest."))
def drop(numbers: tuple[int, ...], home: Path, source: str | None) -> None:
    from comity.procedures.drop_drafts import drop_drafts

    at = open_home(home)
    chosen = _choose(at, numbers, every=False, source=source, least=None)
    dropped = drop_drafts(at, chosen, moment=now())
    say(_.many("{count} draft was dropped.", "{count} drafts were dropped.", dropped))


def _choose(at: Home, numbers: tuple[int, ...], *, every: bool, source: str | None, least: float | None) -> list[int]:
    if numbers:
        return list(numbers)
    if not (every or source or least is not None):
        raise click.UsageError(_("Say which drafts: their numbers, --all, --source or --min-confidence."))
    with at.read() as reading:
        digest = reading.document_called(source).digest if source else None
        rows = reading.drafts(state="open", source=digest, min_confidence=round((least or 0) * 100))
    return [row.number for row in rows]


def _draft(row: DraftRow) -> Fields:
    return {
        "number": row.number,
        "type": row.type,
        "state": row.state,
        "corrected": row.corrected,
        "confidence": row.confidence,
        "source": row.source,
        "rule": row.rule,
        "entry": row.entry,
        "value": row.value,
        "evidence": list(row.evidence),
    }


def _words(row: DraftRow) -> str:
    quotes = [str(part["quote"]) for part in row.evidence if isinstance(part, dict)]
    return " … ".join(quotes)[:100]


for command in (*draft_deeds.COMMANDS, *learning.DRAFT_COMMANDS):
    drafts.add_command(command)
COMMANDS = (drafts,)
