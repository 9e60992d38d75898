"""Where the bulletin of a home was last built, and which files are its own: what may be handed out of that folder.

The folder is a home note: it never leaves the node. What is in the folder is public, and only what its manifest names is
the bulletin's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from comity.store.home import Home
from comity.store.reading import Reading

MANIFEST = "manifest.json"
FORMAT = "comity.bulletin/v1"
NOTE = "bulletin"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a bulletin: a digest of what it was made of, and that of its bytes."""

    made_of: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bulletin's folder holds of it, by path, and what is said about the whole."""

    files: Mapping[str, KeptFile]
    about: Mapping[str, str]


NOTHING = Manifest(MappingProxyType({}), MappingProxyType({}))


def note_bulletin(home: Home, folder: Path) -> None:
    """Notes where the bulletin was built, so that the desk can show it. Raises: HomeBusy, DiskFull, DiskReadOnly, DiskFailed."""
    with home.read() as reading:
        known = reading.about_home(NOTE)
    if known != str(folder.resolve()):
        with home.write(entering=False) as writing:
            writing.say_about_home(NOTE, str(folder.resolve()))


def bulletin_folder(reading: Reading) -> Path | None:
    """The folder of the bulletin, where one was built and is still there."""
    noted = reading.about_home(NOTE)
    return Path(noted) if noted and (Path(noted) / MANIFEST).is_file() else None


def manifest_of(folder: Path) -> Manifest | None:
    """What the folder holds; `NOTHING` where it has no manifest, None where it has one of something else."""
    path = folder / MANIFEST
    try:
        found = path.stat()
    except OSError:
        return NOTHING
    return _read(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int, _size: int) -> Manifest | None:
    try:
        said = json.loads(path.read_bytes())
        files = {str(name): KeptFile(str(kept["made_of"]), str(kept["sha256"])) for name, kept in said["files"].items()}
        about = {str(name): str(value) for name, value in said["about"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, OSError):
        return None
    return Manifest(MappingProxyType(files), MappingProxyType(about)) if said.get("format") == FORMAT else None
