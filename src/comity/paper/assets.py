"""The files pages load: one stylesheet, one script that only adds keys, and the sign.

Each is known by the digest of its bytes, so that it can be kept for ever by a browser and is fetched anew when it
changes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources

MEDIA = {
    "look.css": "text/css; charset=utf-8",
    "keys.js": "text/javascript; charset=utf-8",
    "sign.svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file's bytes, media type and the first 16 digits of its SHA-256."""

    content: bytes
    media: str
    digest: str


@cache
def assets() -> dict[str, Asset]:
    """Every file pages load, by name."""
    folder = resources.files("comity.paper") / "static"
    found = {name: (folder / name).read_bytes() for name in MEDIA}
    return {name: Asset(raw, MEDIA[name], hashlib.sha256(raw).hexdigest()[:16]) for name, raw in found.items()}


def address(name: str) -> str:
    """Where a page finds the file."""
    return f"/look/{name}?{assets()[name].digest}"
