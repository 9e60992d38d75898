"""Puts the files of a bulletin into their folder: only what changed, each whole or not at all, and nobody else's file touched.

    manifest.json    every file of ours: what it was made of, and its digest

- A file whose inputs are those of the last build is not made again, as long as it is still there as written; one that comes
  out the same is not written again.
- First the manifest says what is there or will be; then files that are no longer published go; then the new ones take their
  places, pages before what leads to them; then the manifest says what is there. Wherever it stops, every file is the old or
  the new one, and the next build knows every file that it may take away.
- A file that stands in the way and is none of ours is a refusal, before anything is done.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from comity.procedures.bulletin_folder import FORMAT, MANIFEST, KeptFile, Manifest, manifest_of
from comity.record.errors import FileThere
from comity.store.disk import plain_refusals, sync_folder

HALF = ".half"
# What pages load stays until they are replaced themselves.
LOADED = "look/"


@dataclass(frozen=True, slots=True)
class Planned:
    """A file to be: its path below the folder, a digest of all it is made of, and how it is made."""

    path: str
    made_of: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Placed:
    """What was done: files written, left as they were, and taken away."""

    written: int
    left: int
    gone: int


def _untold(_done: int, _of: int) -> None:
    return None


def place(
    folder: Path, plan: Iterable[Planned], *, about: Mapping[str, str], told: Callable[[int, int], None] = _untold
) -> Placed:
    """Makes the folder hold the planned files; `about` is kept in the manifest, `told` how many of how many files are made.

    Raises: FileThere, DiskFull, DiskReadOnly, DiskFailed.
    """
    planned = list(plan)
    with plain_refusals(folder):
        folder.mkdir(parents=True, exist_ok=True)
        before = _manifest(folder)
        known = before.files
        _demand_free(folder, planned, known)
        shutil.rmtree(folder / HALF, ignore_errors=True)
        kept = {each.path: known[each.path] for each in planned if _is_there(folder, each, known.get(each.path))}
        made: dict[str, KeptFile] = {}
        for at, each in enumerate(planned, start=1):
            told(at, len(planned))
            if each.path not in kept:
                changed, file = _write_half(folder, each)
                (made if changed else kept)[each.path] = file
        gone = sorted(known.keys() - {each.path for each in planned})
        if made or gone:
            _replace(folder, made, gone, before)
        if kept | made != dict(before.files) or dict(before.about) != dict(about) or not (folder / MANIFEST).is_file():
            _write_manifest(folder, kept | made, about)
        shutil.rmtree(folder / HALF, ignore_errors=True)
    return Placed(len(made), len(kept), len(gone))


def _replace(folder: Path, made: Mapping[str, KeptFile], gone: list[str], before: Manifest) -> None:
    """Takes away what goes and puts the new files in their places; the manifest names both before and after."""
    os.sync()  # one for all files: every half is on disk before any takes a place
    half_way = {path: KeptFile("", before.files.get(path, kept).sha256) for path, kept in made.items()}
    _write_manifest(folder, {**before.files, **half_way}, before.about)
    loaded = [path for path in gone if path.startswith(LOADED)]
    for path in gone:
        if path not in loaded:
            (folder / path).unlink(missing_ok=True)
    for path in made:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        os.replace(folder / HALF / path, folder / path)
    for path in loaded:
        (folder / path).unlink(missing_ok=True)
    for parent in {(folder / path).parent for path in (*made, *gone)}:
        if parent.is_dir():
            sync_folder(parent)


def _write_half(folder: Path, planned: Planned) -> tuple[bool, KeptFile]:
    """Whether the file comes out other than it stands there, and what it then is; where it does, its half is written."""
    content, there, half = planned.make(), folder / planned.path, folder / HALF / planned.path
    file = KeptFile(planned.made_of, hashlib.sha256(content).hexdigest())
    if there.is_file() and there.read_bytes() == content:
        return False, file
    half.parent.mkdir(parents=True, exist_ok=True)
    half.write_bytes(content)
    return True, file


def _is_there(folder: Path, planned: Planned, kept: KeptFile | None) -> bool:
    path = folder / planned.path
    if kept is None or kept.made_of != planned.made_of or not path.is_file():
        return False
    return hashlib.sha256(path.read_bytes()).hexdigest() == kept.sha256


def _demand_free(folder: Path, planned: list[Planned], known: Mapping[str, KeptFile]) -> None:
    for each in planned:
        path = folder / each.path
        if each.path not in known and (path.exists() or path.is_symlink()):
            raise FileThere(path=str(path))


def about_of(folder: Path) -> Mapping[str, str]:
    """What was kept about the bulletin that was last built in this folder. Raises: FileThere."""
    return _manifest(folder).about


def _manifest(folder: Path) -> Manifest:
    """What the folder holds of ours. Raises: FileThere where its manifest is that of something else."""
    found = manifest_of(folder)
    if found is None:
        raise FileThere(path=str(folder / MANIFEST))
    return found


def _write_manifest(folder: Path, files: Mapping[str, KeptFile], about: Mapping[str, str]) -> None:
    rows = {path: {"made_of": files[path].made_of, "sha256": files[path].sha256} for path in sorted(files)}
    content = {"format": FORMAT, "about": dict(about), "files": rows}
    half = folder / f".{MANIFEST}.new"
    with half.open("wb") as file:
        file.write((json.dumps(content, ensure_ascii=False, indent=0, sort_keys=True) + "\n").encode())
        file.flush()
        os.fsync(file.fileno())
    os.replace(half, folder / MANIFEST)
    sync_folder(folder)
