"""Commands for letters that carry their entries, and for whoever holds a paper and wants to check it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.choosing import home_option, json_option, open_home
from comity.cli.reviewing import say_flags
from comity.cli.saying import LANG, _, say, show_json
from comity.procedures.clock import now
from comity.record.canonical import Fields
from comity.record.errors import CodeMistyped, FileMissing, GraveFindings, WrongValue
from comity.record.language import LANGUAGES

if TYPE_CHECKING:
    from comity.procedures.check_bundle import Checked


@click.command(
    help=_("Writes a letter of your own book as an official letter in both sides' languages, its entries inside the PDF.")
)
@click.argument("name", metavar="ID")
@home_option()
@click.option("--to", required=True, type=click.Path(path_type=Path), metavar="FILE", help=_("The PDF to write."))
@click.option(
    "--lang",
    "langs",
    default="",
    metavar="LANGS",
    help=_("Its languages, set apart by commas; those of both sides if not given."),
)
@click.option(
    "--edits",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("Your own words for some paragraphs, and what stands above and below the paper, as TOML or JSON."),
)
@click.option(
    "--edits-template", is_flag=True, help=_("Also writes a file of edits beside it, to be filled in with your own words.")
)
@click.option(
    "--check-at", default="", metavar="ADDRESS", help=_("The address of a public check page, for the square; none if not given.")
)
def letter(name: str, home: Path, to: Path, langs: str, check_at: str, **given: object) -> None:
    # What draws pages takes a moment to load, so only where it is asked for.
    from comity.procedures.gather_letter import LetterAsked
    from comity.procedures.write_letter import write_letter

    edits = given["edits"] if isinstance(given["edits"], Path) else None
    asked = LetterAsked(name, _languages(langs), check_at, edits, bool(given["edits_template"]))
    written = write_letter(open_home(home), asked, to, day=now().day)
    say_flags(written.flags)
    for path in written.files:
        click.echo(str(path))


@click.command(
    "open", help=_("Opens a letter PDF that somebody sent, checks the entries inside it, and says what was checked and what not.")
)
@click.argument("file", type=click.Path(path_type=Path))
@home_option()
@click.option("--keep", is_flag=True, help=_("Enters it in your own book as a letter told to you, and keeps the PDF."))
@json_option
def open_file(file: Path, home: Path, keep: bool, as_json: bool) -> None:
    from comity.procedures.check_bundle import Acquaintance, checked_values
    from comity.procedures.keep_letter import held_against, keep_letter
    from comity.procedures.open_letter import load_file, open_letter

    at = open_home(home)
    opened = open_letter(load_file(file), name=file.name)
    with at.read() as reading:
        checked = held_against(reading, opened)
    two = sum(book.acquaintance is Acquaintance.TWO_HISTORIES for book in checked.books)
    kept = keep_letter(at, opened, moment=now()) if keep and not two else None
    entered: Fields = (
        {"letter": kept.letter, "source": kept.source, "is_new": kept.is_new, "to_us": kept.is_to_us} if kept else {}
    )
    if as_json:
        show_json({"file": file.name, "digest": opened.digest, "kept": entered, **checked_values(checked)})
    else:
        _say_checked(checked, is_letter=True)
        if kept is not None:
            say(_("Entered as a letter told to you.") if kept.is_new else _("This letter is kept here already."))
            if not kept.is_to_us:
                say(_("It is not known whether it is addressed to you."))
            click.echo(kept.letter)
    if two:
        raise GraveFindings(count=two)


@click.command(help=_("Checks a paper: by the code printed on it, or by a file (letter, bundle, proof, or a paper with codes)."))
@click.argument("what", metavar="FILE|CODE")
@home_option(required=False)
@click.option("--at", "address", default="", metavar="ADDRESS", help=_("Another node to ask; its answer is checked here."))
@json_option
def check(what: str, home: Path | None, address: str, as_json: bool) -> None:
    if address and home is not None:
        # A home that stands in the surroundings is meant only where no address is named.
        home = None
    path = Path(what)
    if path.is_file():
        _check_file(path, home, address, as_json)
        return
    from comity.record.code import parse_code

    try:
        code = parse_code(what)
    except CodeMistyped:
        if "/" in what or "." in what:
            raise FileMissing(path=what) from None
        raise
    _check_code(code, home, address, as_json)


def _check_code(code: str, home: Path | None, address: str, as_json: bool) -> None:
    from comity.procedures.ask_elsewhere import ask_elsewhere
    from comity.procedures.check_bundle import checked_values
    from comity.procedures.check_code import OWN, check_code

    if address:
        checked = ask_elsewhere(address, code).checked
    elif home is not None:
        with open_home(home).read() as reading:
            checked = check_code(reading, code, readers=OWN).checked
    else:
        raise click.UsageError(_("Say where to look: --home DIR, or --at ADDRESS."))
    if as_json:
        show_json(checked_values(checked))
    else:
        _say_checked(checked)


def _check_file(path: Path, home: Path | None, address: str, as_json: bool) -> None:
    from comity.procedures.check_bundle import checked_values
    from comity.procedures.check_code import OWN
    from comity.procedures.check_file import check_file
    from comity.procedures.keep_letter import held_against
    from comity.procedures.open_letter import load_file

    raw = load_file(path)
    if home is None:
        found = check_file(raw, name=path.name, reading=None, readers=OWN)
        checked = found.letter.checked if found.letter else found.checked
    else:
        with open_home(home).read() as reading:
            found = check_file(raw, name=path.name, reading=reading, readers=OWN)
            checked = held_against(reading, found.letter) if found.letter else found.checked
    if checked is None:
        _check_codes(found.codes, home, address, as_json)
    elif as_json:
        show_json(checked_values(checked))
    else:
        _say_checked(checked, is_letter=found.letter is not None)


def _check_codes(codes: tuple[str, ...], home: Path | None, address: str, as_json: bool) -> None:
    """What stands under each code of a paper, one a line."""
    from comity.procedures.check_codes import codes_at, codes_held

    if address:
        rows = codes_at(address, codes, LANG)
    elif home is not None:
        with open_home(home).read() as reading:
            rows = codes_held(reading, codes, LANG)
    else:
        raise click.UsageError(_("Say where to look: --home DIR, or --at ADDRESS."))
    if as_json:
        show_json([{"code": row.code, "id": row.id, "words": row.words} for row in rows])
        return
    for row in rows:
        click.echo(f"{row.code}\t{row.words or _('Nothing that may be shown stands under it.')}")
    found = sum(bool(row.id) for row in rows)
    say(
        _.many(
            "{found} of {count} code found; with it, comity check CODE says more.",
            "{found} of {count} codes found; with each of them, comity check CODE says more.",
            len(rows),
            found=found,
        )
    )


def _say_checked(checked: Checked, *, is_letter: bool = False) -> None:
    from comity.procedures.check_words import check_words

    words = check_words(checked, LANG, on=now().day, is_letter=is_letter)
    click.echo(words.heading)
    for text in words.texts:
        click.echo(f"    {text}")
    for what, said in words.facts:
        click.echo(f"  {what}{'：' if LANG == 'zh-Hans' else ': '}{said}")
    for heading, sentences in (
        (_("What holds"), words.holds),
        (_("What is not checked yet"), words.unchecked),
        (_("What is to be known"), words.wrong),
    ):
        if sentences:
            click.echo(heading)
            for sentence in sentences:
                click.echo(f"- {sentence}")


def _languages(given: str) -> tuple[str, ...]:
    """The parts of a list with commas, each once. Raises: WrongValue."""
    parts = tuple(dict.fromkeys(part.strip() for part in given.split(",") if part.strip()))
    for part in parts:
        if part not in LANGUAGES:
            raise WrongValue(field="lang", value=part[:60], expected=f"one of {', '.join(LANGUAGES)}")
    return parts


COMMANDS = (letter, open_file, check)
