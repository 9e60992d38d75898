"""Commands that check, carry and keep books."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.choosing import home_option, json_option, open_home
from comity.cli.saying import LANG, _, say, show_json
from comity.procedures.check_book import check_book
from comity.procedures.check_home import check_home
from comity.procedures.export_book import export_book
from comity.procedures.fold_book import fold_book
from comity.record.errors import BadKey, GraveFindings, RegisterDiffers
from comity.record.finding import CODES, Finding, Severity
from comity.record.note import VerifierKey, parse_vkey
from comity.record.state import finding_row
from comity.store.backup import back_up, restore
from comity.store.home import default_state_dir


@click.command(help=_("Checks every proof of a home, or of a book that came as files, and lists what was found."))
@home_option(required=False)
@click.option("--book", type=click.Path(path_type=Path), metavar="DIR", help=_("A book exported as files."))
@click.option("--vkey", metavar="KEY", help=_("The key of that book, or a file that holds it."))
@json_option
def verify(home: Path | None, book: Path | None, vkey: str | None, as_json: bool) -> None:
    if book is not None:
        if not vkey:
            raise click.UsageError(_("Say with --vkey whose book it must be."))
        _verify_book(book, _key(vkey), as_json)
    elif home is not None:
        _verify_home(home, as_json)
    else:
        raise click.UsageError(_("Say what to check: --home DIR, or --book DIR --vkey KEY."))


def _verify_book(folder: Path, vkey: VerifierKey, as_json: bool) -> None:
    checked = check_book(folder, vkey)
    folded = fold_book(folder, checked)
    if as_json:
        head = {"origin": checked.head.origin, "size": checked.head.size, "root": checked.head.root.hex()}
        digests = {"consent": folded.consent_digest, "state": folded.state_digest}
        rows = [finding_row(found) for found in folded.findings]
        show_json({"party": checked.party, "head": head, "bodies": checked.bodies, **digests, "findings": rows})
    else:
        click.echo(f"{checked.head.origin} {checked.head.size} {checked.head.root.hex()}")
        click.echo(_("consent digest {digest}", digest=folded.consent_digest))
        click.echo(_("state digest {digest}", digest=folded.state_digest))
        say(_("Every proof holds; {count} bodies came with the book.", count=checked.bodies))
        _say_findings(folded.findings)
    _demand_none_grave(folded.findings)


def _verify_home(home: Path, as_json: bool) -> None:
    checked = check_home(open_home(home))
    if as_json:
        heads = [{"party": book.party, "origin": book.origin, "size": book.size, "root": book.root} for book in checked.heads]
        digests = {"consent": checked.consent_digest, "state": checked.state_digest}
        rows = [finding_row(found) for found in checked.findings]
        lost = [list(head) for head in checked.lost]
        show_json(
            {
                "heads": heads,
                **digests,
                "things": checked.things,
                "differing": list(checked.differing),
                "lost": lost,
                "findings": rows,
            }
        )
    else:
        for book in checked.heads:
            click.echo(f"{book.origin} {book.size} {book.root}")
        click.echo(_("consent digest {digest}", digest=checked.consent_digest))
        click.echo(_("state digest {digest}", digest=checked.state_digest))
        _say_findings(checked.findings)
        for party, size, _root in checked.lost:
            say(
                _("The book of {party} once had {size} entries; a restored copy goes on from fewer.", party=party[:12], size=size)
            )
    if not checked.holds:
        raise RegisterDiffers(count=len(checked.differing))
    if not as_json:
        say(_("Every proof holds and the register is what the books make it: {count} things.", count=checked.things))
    _demand_none_grave(checked.findings)


def _demand_none_grave(findings: tuple[Finding, ...]) -> None:
    """Refuses where a finding puts the book itself in doubt, after all was told. Raises: GraveFindings."""
    grave = sum(found.severity is Severity.GRAVE for found in findings)
    if grave:
        raise GraveFindings(count=grave)


def _say_findings(findings: tuple[Finding, ...]) -> None:
    for found in findings:
        words = CODES[found.code].in_language(LANG) if found.code in CODES else found.code
        click.echo(f"{found.severity.value}\t{found.code}\t{found.entry[:12]}\t{words}")
    if findings:
        say(_.many("{count} finding.", "{count} findings.", len(findings)))


def _key(given: str) -> VerifierKey:
    path = Path(given)
    try:
        text = path.read_text(encoding="utf-8") if len(given) < 4096 and path.is_file() else given
    except (OSError, UnicodeDecodeError) as problem:
        raise BadKey(problem="the file cannot be read as text") from problem
    return parse_vkey(text)


@click.command(help=_("Writes a book as plain files that strangers can check."))
@home_option()
@click.option("--party", required=True, metavar="P", help=_("Whose book."))
@click.option("--to", required=True, type=click.Path(path_type=Path), metavar="DIR", help=_("Where to."))
@click.option("--for", "reader", metavar="PARTY", help=_("Also the bodies addressed to this party; without it only public ones."))
def export(home: Path, party: str, to: Path, reader: str | None) -> None:
    size = export_book(open_home(home), party, to, reader=reader)
    say(_("The book of {party} stands in {path}: {count} entries.", party=party, path=str(to), count=size))


@click.command(help=_("Prints the proof that one entry stands in its book."))
@click.argument("name", metavar="ID")
@home_option()
def proof(name: str, home: Path) -> None:
    with open_home(home).read() as reading:
        click.echo(reading.proof(reading.resolve(name)), nl=False)


@click.command(help=_("Writes a copy of the whole home, keys included, into one file."))
@home_option()
@click.option("--to", required=True, type=click.Path(path_type=Path), metavar="FILE", help=_("The file to write."))
def backup(home: Path, to: Path) -> None:
    back_up(open_home(home), to)
    say(_("{path} holds the whole home, its keys included: keep it as safe as the home.", path=str(to)))


@click.command("restore", help=_("Makes a home out of a backup FILE."))
@click.argument("file", type=click.Path(path_type=Path))
@home_option()
def restore_home(file: Path, home: Path) -> None:
    restore(file, home, state_dir=default_state_dir())
    say(_("The home is back in {path}. Before anything is entered: comity resume --after-restore --home {path}", path=str(home)))


@click.command(help=_("Lets a copied or restored home enter again."))
@home_option()
@click.option("--after-restore", is_flag=True, help=_("Confirms that no other copy of this home goes on entering."))
def resume(home: Path, after_restore: bool) -> None:
    if not after_restore:
        raise click.UsageError(_("Say --after-restore once you are sure that no other copy of this home goes on entering."))
    at = open_home(home)
    at.resume()
    say(_("The home in {path} enters again.", path=str(home)))
    for party, size, _root in at.lost_heads():
        say(_("The book of {party} once had {size} entries; a restored copy goes on from fewer.", party=party[:12], size=size))


COMMANDS = (verify, export, proof, backup, restore_home, resume)
