"""Who may ask, and what every answer bears.

- Only this machine: the client's address is a loopback address, the name asked for is a name of this machine (so
  that no page of another site can lead a browser here), and no other server stands between.
- A strict policy: nothing from elsewhere, nothing inline, no frames.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from comity.desk.refusals import from_elsewhere

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
FORWARDED = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_REAL_IP", "HTTP_VIA")
NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


def guarded(answer: Answer) -> Answer:
    """Adds the policy where the answer has no stricter one, and tells browsers to keep no page of the record."""

    def guard(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        return response

    return guard


def this_machine_only(answer: Answer) -> Answer:
    """Refuses whoever does not ask on this machine itself."""

    def ask(request: HttpRequest) -> HttpResponse:
        return answer(request) if is_this_machine(request) else from_elsewhere(request)

    return ask


def is_this_machine(request: HttpRequest) -> bool:
    """Whether the request came from this machine, to this machine, with nobody between."""
    host = str(request.META.get("HTTP_HOST", "")).lower()
    name = host.rsplit(":", 1)[0] if host.rpartition(":")[2].isdigit() and not host.endswith("]") else host
    return (
        _is_loopback(str(request.META.get("REMOTE_ADDR", "")))
        and name in NAMES
        and not any(header in request.META for header in FORWARDED)
    )


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
