"""The desk as a small server for this machine."""

from __future__ import annotations

import socket
from collections.abc import Callable

from waitress.server import create_server  # type: ignore[import-untyped]  # it comes without types

from comity.desk.app import by_port, serving
from comity.desk.around import Around
from comity.procedures.shown_home import shown_by
from comity.record.errors import PortTaken
from comity.store.home import Home

THREADS = 4
LAST_PORT = 65_535


def serve(
    home: Home, *, host: str = "127.0.0.1", port: int = 8000, listening: Callable[[str], None] = print, beside: Home | None = None
) -> None:
    """Serves the home until interrupted; calls `listening` with the address once it answers. Port 0 takes any free one.

    The home `beside` gets the next port, or any free one where that is taken; its address is said second.

    Raises: PortTaken.
    """
    bound = [_bound(host, port)]
    if beside is None:
        app = serving(home)
    else:
        bound.append(_bound_next(host, port))
        first, second = (each.getsockname()[1] for each in bound)
        shows, shown_beside = shown_by(home), shown_by(beside)
        app = by_port(
            {
                first: serving(home, Around(shows, shown_beside, second)),
                second: serving(beside, Around(shown_beside, shows, first)),
            }
        )
    server = create_server(app, sockets=bound, threads=THREADS, ident="", clear_untrusted_proxy_headers=False)
    for each in bound:
        listening(f"http://{host}:{each.getsockname()[1]}/")
    try:
        server.run()
    finally:
        server.close()


def demand_free(port: int, *, host: str = "127.0.0.1") -> None:
    """Refuses a port that is taken before anything is made ready to be served there. Raises: PortTaken."""
    _bound(host, port).close()


def _bound(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as problem:
        raise PortTaken(port=port) from problem


def _bound_next(host: str, port: int) -> socket.socket:
    """The port after `port`, else any free one."""
    try:
        return _bound(host, port + 1 if 0 < port < LAST_PORT else 0)
    except PortTaken:
        return _bound(host, 0)


def address_of(server: object) -> str:
    """Where a server made by waitress answers."""
    host, port = getattr(server, "effective_host", "127.0.0.1"), getattr(server, "effective_port", 0)
    return f"http://{host}:{port}/"
