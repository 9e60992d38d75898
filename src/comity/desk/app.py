"""The WSGI application of one home, and of several homes on a port each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.desk.around import AROUND, HAS_BULLETIN, Around
from comity.desk.settings import configure
from comity.procedures.bulletin_folder import bulletin_folder
from comity.procedures.shown_home import shown_by
from comity.store.home import Home, default_state_dir

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

WSGI = Callable[["WSGIEnvironment", "StartResponse"], Iterable[bytes]]


def application(home_path: Path, state_dir: Path | None = None) -> WSGI:
    """The desk of the home in `home_path`. Raises: NoHome, NewerHome, HomeDamaged."""
    return serving(Home.open(home_path, state_dir=state_dir or default_state_dir()))


def serving(home: Home, around: Around | None = None) -> WSGI:
    """The desk of a home that is open already; several may be served in one process. Raises: HomeDamaged, DiskFailed."""
    configure()
    from django.core.handlers.wsgi import WSGIHandler

    handler, known = WSGIHandler(), around or Around(shown_by(home))
    with home.read() as reading:
        has_bulletin = bulletin_folder(reading) is not None

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        asked: dict[str, Any] = {**environ, "comity.home": home, AROUND: known, HAS_BULLETIN: has_bulletin}
        return handler(asked, start_response)

    return answer


def by_port(desks: Mapping[int, WSGI]) -> WSGI:
    """Several desks as one application: the port that was asked chooses."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        return desks[int(environ["SERVER_PORT"])](environ, start_response)

    return answer
