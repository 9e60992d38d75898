"""What stands around a home while it is served: what it shows, and the home served beside it.

The second home answers on a port of its own, under the name the person asked by, so that a language chosen in one
holds in the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest

AROUND = "comity.around"
# Whether a bulletin was built when the desk was started: every page leads to it, and none asks the home for that.
HAS_BULLETIN = "comity.has_bulletin"


@dataclass(frozen=True, slots=True)
class Around:
    """`shows` and `beside` are "sample", "invented" or ""; `port` is that of the home beside, 0 where there is none."""

    shows: str = ""
    beside: str = ""
    port: int = 0


NOTHING_AROUND = Around()


@dataclass(frozen=True, slots=True)
class Sign:
    """The same for one page: `address` leads to the home beside, "" where there is none."""

    shows: str
    beside: str
    address: str


def sign(request: HttpRequest) -> Sign:
    """What the head of this page says of the home it is in."""
    around = cast(Around, request.META.get(AROUND, NOTHING_AROUND))
    name = str(request.META.get("HTTP_HOST", "")).lower().rpartition(":")[0]
    name = name if name in ("localhost", "127.0.0.1") else "127.0.0.1"
    return Sign(around.shows, around.beside, f"http://{name}:{around.port}/" if around.port else "")
