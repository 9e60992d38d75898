"""The desk as a small server for this machine."""

from __future__ import annotations

import socket
from collections.abc import Callable

from waitress.server import create_server  # type: ignore[import-untyped]  # it comes without types

from comity.desk.app import serving
from comity.record.errors import PortTaken
from comity.store.home import Home

THREADS = 4


def serve(home: Home, *, host: str = "127.0.0.1", port: int = 8000, listening: Callable[[str], None] = print) -> None:
    """Serves the home until interrupted; calls `listening` with the address once it answers. Port 0 takes any free one.

    Raises: PortTaken.
    """
    bound = _bound(host, port)
    server = create_server(serving(home), sockets=[bound], threads=THREADS, ident="", clear_untrusted_proxy_headers=False)
    listening(address_of(server))
    try:
        server.run()
    finally:
        server.close()


def _bound(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as problem:
        raise PortTaken(port=port) from problem


def address_of(server: object) -> str:
    """Where a server made by waitress answers."""
    host, port = getattr(server, "effective_host", "127.0.0.1"), getattr(server, "effective_port", 0)
    return f"http://{host}:{port}/"
