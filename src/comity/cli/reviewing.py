"""The command that writes the review book of a session."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from comity.cli.choosing import home_option, json_option, open_home
from comity.cli.findings import asked_day
from comity.cli.saying import _, say, show_json
from comity.paper.translate import N_
from comity.procedures.earlier_findings import earlier_findings, given_thresholds
from comity.procedures.gather_findings import Asked
from comity.record.errors import WrongValue
from comity.record.language import LANGUAGES
from comity.review.edits import Flag, Why


@click.command(help=_("Writes the review book of a session: thanks, results, difficulties, each side's words, a draft agenda."))
@home_option()
@click.option("--session", required=True, metavar="ID", help=_("The session the book is for."))
@click.option("--lang", "langs", default=",".join(LANGUAGES), metavar="LANGS", help=_("Its languages, set apart by commas."))
@click.option(
    "--format", "forms", default="html,pdf,docx", metavar="FORMS", help=_("Its forms, set apart by commas: html, pdf, docx.")
)
@click.option("--to", required=True, type=click.Path(path_type=Path), metavar="DIR", help=_("The folder to write into."))
@click.option("--joint", is_flag=True, help=_("The edition for all parties of the session: only what each of them may see."))
@click.option("--side-by-side", is_flag=True, help=_("All languages in one file, side by side."))
@click.option(
    "--edits",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("Your own words for some paragraphs, and what stands above and below the paper, as TOML or JSON."),
)
@click.option("--edits-template", is_flag=True, help=_("Also writes review.edits.toml, to be filled in with your own words."))
@click.option("--day", default="", metavar="DAY", help=_("The day of the book, such as 2026-11-22; today if not given."))
@click.option(
    "--thresholds",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("A TOML file of thresholds in place of the usual ones."),
)
@click.option(
    "--earlier",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("Findings of the last book, as findings --json wrote them."),
)
@json_option
def review(home: Path, session: str, to: Path, as_json: bool, joint: bool, **given: object) -> None:
    # What draws pages and Word files takes a moment to load, so only where it is asked for.
    from comity.procedures.draft_review import About
    from comity.procedures.write_review import FORMS, Wanted, write_review, written_values

    langs, forms = _chosen("lang", given["langs"], LANGUAGES), _chosen("format", given["forms"], FORMS)
    thresholds, earlier, edits = (_path(given[name]) for name in ("thresholds", "earlier", "edits"))
    asked = Asked(asked_day(str(given["day"])), given_thresholds(thresholds), session=session, joint=joint)
    more = About(earlier_findings(earlier), has_earlier=True) if earlier else About()
    wanted = Wanted(langs, forms, bool(given["side_by_side"]), edits, bool(given["edits_template"]), more)
    written = write_review(open_home(home), asked, wanted, to, tell=lambda name: say(_("Writing {name}", name=name)))
    say_flags(written.flags)
    if as_json:
        show_json(written_values(written))
        return
    for path in written.files:
        click.echo(str(path))


def say_flags(flags: Iterable[Flag]) -> None:
    """Says which paragraphs a person must look at again."""
    for flag in flags:
        words = (
            N_("The facts under {key} ({lang}) have moved since it was written: look at it again.")
            if flag.why is Why.MOVED
            else N_("There is no paragraph {key} ({lang}) any more.")
        )
        say(_(words, key=flag.key, lang=flag.lang))


def _chosen(field: str, given: object, known: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of a list with commas, each once. Raises: WrongValue."""
    parts = tuple(dict.fromkeys(part.strip() for part in str(given).split(",") if part.strip()))
    for part in parts:
        if part not in known:
            raise WrongValue(field=field, value=part[:60], expected=f"one of {', '.join(known)}")
    return parts


def _path(given: object) -> Path | None:
    return given if isinstance(given, Path) else None


COMMANDS = (review,)
