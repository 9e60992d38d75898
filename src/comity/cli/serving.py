"""Commands that serve pages."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import click

from comity.cli.choosing import home_option, open_home
from comity.cli.reading import read_all
from comity.cli.saying import _, say
from comity.procedures.bulletin_folder import note_bulletin
from comity.procedures.clock import now
from comity.record.errors import FileMissing
from comity.store.home import Home, default_state_dir

DEFAULT_PORT = 8000


@click.command(help=_("Serves the pages of a home on this machine only."))
@home_option()
@click.option(
    "--port", default=DEFAULT_PORT, show_default=True, type=click.IntRange(0, 65535), help=_("The port; 0 takes any free one.")
)
def serve(home: Path, port: int) -> None:
    _serve(open_home(home), port)


@click.command(help=_("Makes the home of two invented parties, in which every state can be seen."))
@home_option()
def invented(home: Path) -> None:
    from comity.procedures.invented_home import make_invented_home

    make_invented_home(home, state_dir=default_state_dir(), moment=now())
    say(_("There is a home of Comity in {path} now.", path=str(home)))


@click.command(help=_("Makes the sample home: the book of an observer who reads public reports."))
@home_option()
def sample(home: Path) -> None:
    from comity.procedures.sample_home import make_sample_home

    make_sample_home(home, state_dir=default_state_dir(), moment=now())
    say(_("There is a home of Comity in {path} now.", path=str(home)))


@click.command(
    help=_(
        "What `make run` does: serves the sample and, beside it, the two invented parties; with --sources, what is read there."
    )
)
@click.option(
    "--homes", required=True, type=click.Path(path_type=Path), metavar="DIR", help=_("The folder in which homes are kept.")
)
@click.option("--sources", type=click.Path(path_type=Path), metavar="DIR", help=_("A folder of documents, or one document."))
@click.option(
    "--port", default=DEFAULT_PORT, show_default=True, type=click.IntRange(0, 65535), help=_("The port; 0 takes any free one.")
)
def run(homes: Path, sources: Path | None, port: int) -> None:
    if sources:
        _serve(_sources_home(homes, sources), port)
        return
    from comity.desk.server import demand_free

    demand_free(port)
    first, second = _sample_home(homes), _invented_home(homes)
    _build_bulletin(first, port or DEFAULT_PORT, papers=False)
    _build_bulletin(second, (port or DEFAULT_PORT) + 1, papers=True)
    say(_("A real cooperation as public reports tell it, and beside it two invented parties for trying out:"))
    _serve(first, port, beside=second, listening=_say_both)


def _say_both(address: str) -> None:
    """Says where a home is served, and its bulletin."""
    click.echo(address)
    say(_("Its bulletin: {address}", address=f"{address}bulletin/"))


def _build_bulletin(home: Home, port: int, *, papers: bool) -> None:
    """Builds the bulletin beside a home that shows Comity, where anything changed; the desk serves it at /bulletin/.

    Its links name the port that is asked for; one that turns out to be taken leads astray in feeds alone.
    """
    from comity.bulletin.build import Options, make_bulletin

    folder = home.path.with_name(f"{home.path.name}-bulletin")
    if not folder.is_dir():
        say(_("Building the bulletin in {path}; this takes some seconds.", path=str(folder)))
    here = f"http://127.0.0.1:{port}/"
    make_bulletin(home, folder, moment=now(), options=Options(f"{here}bulletin/", here, papers=papers))
    note_bulletin(home, folder)


def _sample_home(homes: Path) -> Home:
    from comity.procedures.sample_home import make_sample_home

    return _made_once(
        homes, "sample", _("Making the sample of what public reports say; this takes some seconds."), make_sample_home
    )


def _invented_home(homes: Path) -> Home:
    from comity.procedures.invented_home import make_invented_home

    return _made_once(homes, "invented", _("Making the home of two invented parties; this takes a moment."), make_invented_home)


def _made_once(homes: Path, name: str, sentence: str, make: Callable[..., Home]) -> Home:
    """The home called so, made the first time; what an interrupted start left half made is thrown away."""
    path, half = homes / name, homes / f"{name}.new"
    if not path.is_dir():
        say(sentence)
        homes.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(half, ignore_errors=True)
        make(half, state_dir=default_state_dir(), moment=now()).close()
        half.rename(path)
    return _awake(open_home(path))


def _awake(home: Home) -> Home:
    """A home that shows Comity, fit to enter in wherever it was made or moved to: nobody else holds its books."""
    if home.is_copied():
        home.resume()
    return home


def _sources_home(homes: Path, sources: Path) -> Home:
    """The home kept for this folder of documents, with everything in it read."""
    from comity.procedures.read_documents import find_documents

    if not sources.exists():
        raise FileMissing(path=str(sources))
    key = hashlib.sha256(str(sources.resolve()).encode()).hexdigest()[:8]
    path = homes / f"sources-{key}"
    homes.mkdir(parents=True, exist_ok=True)
    home = open_home(path) if path.is_dir() else Home.create(path, state_dir=default_state_dir())
    read_all(find_documents([sources]), home=home)
    return home


def _serve(home: Home, port: int, *, beside: Home | None = None, listening: Callable[[str], None] = click.echo) -> None:
    from comity.desk.server import serve as serve_pages

    serve_pages(home, port=port, beside=beside, listening=listening)


COMMANDS = (serve, invented, sample, run)
