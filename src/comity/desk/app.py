"""The WSGI application of one home."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.desk.settings import configure
from comity.store.home import Home, default_state_dir

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

WSGI = Callable[["WSGIEnvironment", "StartResponse"], Iterable[bytes]]


def application(home_path: Path, state_dir: Path | None = None) -> WSGI:
    """The desk of the home in `home_path`. Raises: NoHome, NewerHome, HomeDamaged."""
    return serving(Home.open(home_path, state_dir=state_dir or default_state_dir()))


def serving(home: Home) -> WSGI:
    """The desk of a home that is open already; several may be served in one process."""
    configure()
    from django.core.handlers.wsgi import WSGIHandler

    handler = WSGIHandler()

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        asked: dict[str, Any] = {**environ, "comity.home": home}
        return handler(asked, start_response)

    return answer
