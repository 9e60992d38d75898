"""Commands that enter something."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from comity.cli.choosing import as_option, home_option, json_option, key_option, open_home
from comity.cli.mistyped import Group
from comity.cli.saying import LANG, _, say, show_json, show_table
from comity.kinds import every_kind, kind_of
from comity.procedures.authorise_person import Powers, authorise_person
from comity.procedures.clock import now
from comity.procedures.enter_act import enter_act
from comity.procedures.erase_body import erase_body
from comity.procedures.given import read_given, read_words
from comity.procedures.hand import Hand
from comity.procedures.keep_attachment import keep_files_in
from comity.procedures.keys import key_at
from comity.procedures.name_party import name_party, open_book
from comity.procedures.sign_text import refuse_text, sign_text
from comity.record.canonical import Fields
from comity.record.errors import FileMissing
from comity.record.kind import Kind
from comity.record.language import LANGUAGES
from comity.store.home import Home, default_state_dir
from comity.store.keys import read_key_file


@click.command(help=_("Makes an empty home."))
@home_option()
def init(home: Path) -> None:
    Home.create(home, state_dir=default_state_dir())
    say(_("There is a home of Comity in {path} now.", path=str(home)))


@click.group(cls=Group, help=_("Names the parties of this home."))
def party() -> None:
    pass


@party.command("add", help=_("Describes a party; with --own, opens its book here."))
@home_option()
@click.option(
    "--id", "short", required=True, metavar="ID", help=_("A short name for this home, good wherever an id is asked for.")
)
@click.option(
    "--name",
    "names",
    multiple=True,
    required=True,
    metavar="LANG=TEXT",
    help=_("Its name in one language: vi=..., zh-Hans=..., en=..."),
)
@click.option("--iso", metavar="CODE", help=_("Its ISO 3166-2 code, such as VN-09."))
@click.option("--organ", metavar="WORD", help=_("party_committee, government, peoples_body, department or committee."))
@click.option("--own", is_flag=True, help=_("Makes keys and a charter, and opens its book in this home."))
@click.option(
    "--officer-key",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("With --own: where the first officer's key is kept, or made if it is not there."),
)
def party_add(
    home: Path, short: str, names: tuple[str, ...], iso: str | None, organ: str | None, own: bool, officer_key: Path | None
) -> None:
    described: Fields = read_words([f"name.{name}" for name in names])
    described |= {key: value for key, value in (("iso", iso), ("organ", organ)) if value}
    at = open_home(home)
    if own:
        officer = key_at(officer_key) if officer_key else None
        click.echo(open_book(at, short, described, moment=now(), officer=officer))
        say(_("The book of {party} is open.", party=short))
    elif officer_key:
        raise click.UsageError(_("--officer-key goes with --own."))
    else:
        click.echo(name_party(at, short, described, moment=now()))


@click.command(
    help=_(
        "Enters one act of a KIND and prints its id once it is on disk. "
        "Fields as name=value, name.vi=value for a wording, name=@FILE for a file to keep."
    )
)
@click.argument("kind")
@click.argument("words", nargs=-1, metavar="[FIELD=VALUE]...")
@home_option(required=False)
@click.option("--as", "party", metavar="PARTY", help=_("The party in whose book this is entered."))
@click.option("--file", "file", metavar="FILE", help=_("The fields as JSON, from a file or - for standard input."))
@click.option("--template", is_flag=True, help=_("Prints an example that can be entered unchanged."))
@click.option("--id", "short", default="", metavar="ID", help=_("A short name for what this opens."))
@key_option
def act(
    kind: str,
    words: tuple[str, ...],
    home: Path | None,
    party: str | None,
    file: str | None,
    template: bool,
    short: str,
    key: Path | None,
) -> None:
    declared = kind_of(kind)
    if template:
        show_json(declared.example)
        return
    if home is None or not party:
        raise click.UsageError(_("Say in which home and for which party: --home DIR --as PARTY."))
    at, hand = open_home(home), _hand(party, key)
    # Only what is typed names files: JSON may have come from elsewhere.
    typed = keep_files_in(at, kind, read_words(words), moment=hand.moment)
    given = (read_given(_input(file), kind=kind) if file else {}) | typed
    click.echo(enter_act(at, kind, given, by=hand, short=short))


@click.command(help=_("Lists the kinds of acts."))
@json_option
def kinds(as_json: bool) -> None:
    found = every_kind().values()
    if as_json:
        show_json([_described(kind) for kind in found])
        return
    rows = [(kind.name, kind.labels.in_language(LANG), kind.meaning.in_language(LANG)) for kind in found]
    if sys.stdout.isatty():
        show_table(rows, (_("Kind"), _("Name"), _("Meaning")))
    else:
        click.echo("\n".join("\t".join(row) for row in rows))


@click.command(help=_("Authorises a person to sign for a party; the key file is made if it is not there."))
@home_option()
@as_option
@click.option("--person", required=True, metavar="NAME", help=_("Who is authorised, with title."))
@click.option("--key", "key", required=True, type=click.Path(path_type=Path), metavar="FILE", help=_("The person's key file."))
@click.option(
    "--may", multiple=True, metavar="POWER", help=_("sign, initial, withdraw or authorise; the first three unless given.")
)
@click.option("--from", "from_on", default="", metavar="DAY", help=_("First day, like 2027-01-31."))
@click.option("--until", "until_on", default="", metavar="DAY", help=_("Last day."))
@click.option(
    "--by",
    "by",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("The key file of the one who authorises, if it is not kept in the home."),
)
def authorize(
    home: Path, party: str, person: str, key: Path, may: tuple[str, ...], from_on: str, until_on: str, by: Path | None
) -> None:
    at, hand = open_home(home), _hand(party, by)
    powers = Powers(may or Powers().may, from_on, until_on)
    click.echo(authorise_person(at, person, key_at(key), by=hand, powers=powers))
    say(_("{person} may now sign for {party} with the key in {path}.", person=person, party=party, path=str(key)))


@click.command(help=_("Signs a TEXT for a party. This cannot be taken back."))
@click.argument("text")
@home_option()
@as_option
@key_option
def sign(text: str, home: Path, party: str, key: Path | None) -> None:
    click.echo(sign_text(open_home(home), text, by=_hand(party, key)))


@click.command(help=_("States that a party does not agree to a TEXT yet."))
@click.argument("text")
@home_option()
@as_option
@key_option
@click.option("--why", default="", metavar="TEXT", help=_("The reason."))
def refuse(text: str, home: Path, party: str, key: Path | None, why: str) -> None:
    click.echo(refuse_text(open_home(home), text, by=_hand(party, key), why=why))


@click.command(help=_("Erases the body of an entry of one's own; the entry and every proof stay."))
@click.argument("entry", metavar="ID")
@home_option()
@as_option
@click.option("--why", required=True, metavar="TEXT", help=_("The reason."))
def erase(entry: str, home: Path, party: str, why: str) -> None:
    click.echo(erase_body(open_home(home), entry, by=_hand(party, None), why=why))


def _hand(party: str, key: Path | None) -> Hand:
    return Hand(party, now(), key=read_key_file(key) if key else None, lang=LANG)


def _described(kind: Kind) -> Fields:
    return {
        "kind": kind.name,
        "labels": {lang: kind.labels.in_language(lang) for lang in LANGUAGES},
        "meaning": {lang: kind.meaning.in_language(lang) for lang in LANGUAGES},
        "signed": kind.signed,
        "opens": kind.opens,
        "fields": [field.name for field in kind.fields],
    }


def _input(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as problem:
        raise FileMissing(path=file) from problem


COMMANDS = (init, party, act, kinds, authorize, sign, refuse, erase)
