"""Backups: one file that holds a home as it stood at one moment, private keys included.

A plain tar archive, readable by its owner only: `record.sqlite`, `keys/<public key>.pem`,
`attachments/<digest>` and the office's own `lexicon/**.tsv`.
Whoever holds it can sign for the office: keep it as the keys are kept. Making one waits for nobody and stops nobody.
"""

from __future__ import annotations

import os
import re
import secrets
import sqlite3
import tarfile
from pathlib import Path
from typing import IO

from comity.record.errors import FileMissing, HomeExists, NotABackup
from comity.store.attachments import FOLDER, AttachmentFolder
from comity.store.connections import FILE, connect
from comity.store.disk import plain_refusals, sync_folder
from comity.store.home import Home, mark, new_folder

# Lines and cases that the office added to the reader's words.
_LEXICON = "lexicon"
_PART = re.compile(rf"keys/[0-9a-f]{{64}}\.pem|{FOLDER}/[0-9a-f]{{64}}|{_LEXICON}/(?:[a-z]{{2,3}}/)?[a-z_]{{1,40}}\.tsv")


def back_up(home: Home, to: Path) -> Path:
    """Writes a backup of the home to the new file `to`, durably, and returns its absolute path.

    Raises: HomeExists where something is there, DiskFull, DiskReadOnly, DiskFailed.
    """
    to = to.absolute()
    if to.exists():
        raise HomeExists(path=str(to))
    copy, half = (to.with_name(f".{to.name}.{secrets.token_hex(4)}.{end}") for end in ("sqlite", "tar"))
    with plain_refusals(to.parent):
        try:
            _copy_record(home.path / FILE, copy)
            _pack(copy, home, half)
            _put_in_place(half, to)
        finally:
            copy.unlink(missing_ok=True)
            half.unlink(missing_ok=True)
    return to


def restore(file: Path, path: Path, *, state_dir: Path) -> Home:
    """Makes the home in `path` from a backup; it enters nothing until `Home.resume`.

    Raises: FileMissing, NotABackup, HomeExists, DiskFull, DiskReadOnly, DiskFailed, NewerHome, HomeDamaged.
    """
    if not file.is_file():
        raise FileMissing(path=str(file))
    path = path.resolve()
    with plain_refusals(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        with new_folder(path) as folder:
            for name in ("keys", FOLDER):
                (folder / name).mkdir(mode=0o700)
            _unpack(file, folder)
            for name in ("keys", FOLDER):
                sync_folder(folder / name)
            _demand_whole(folder / FILE, file)
            mark(folder / FILE, copy=secrets.token_hex(16))
    return Home.open(path, state_dir=state_dir)


def _copy_record(source: Path, target: Path) -> None:
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    db, into = connect(source), sqlite3.connect(target)
    try:
        db.backup(into)
    finally:
        into.close()
        db.close()


def _pack(record: Path, home: Home, to: Path) -> None:
    number = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "wb") as file:
        with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
            for name, part in [(FILE, record), *((f"keys/{key.name}", key) for key in sorted(home.keys.path.glob("*.pem")))]:
                _add(tar, name, part)
            for part in sorted((home.path / _LEXICON).rglob("*.tsv")):
                name = part.relative_to(home.path).as_posix()
                if _PART.fullmatch(name):
                    _add(tar, name, part)
            _add_attachments(tar, home.attachments)
        file.flush()
        os.fsync(file.fileno())


def _add(tar: tarfile.TarFile, name: str, part: Path) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mode = part.stat().st_size, 0o600
    with part.open("rb") as content:
        tar.addfile(info, content)


def _add_attachments(tar: tarfile.TarFile, folder: AttachmentFolder) -> None:
    """The files after the record: whatever entry is in the copy, its files were here before. One erased meanwhile is left out."""
    for digest in folder.digests():
        try:
            _add(tar, f"{FOLDER}/{digest}", folder.path / digest)
        except FileNotFoundError:
            continue


def _put_in_place(half: Path, to: Path) -> None:
    try:
        os.link(half, to)
    except FileExistsError as problem:
        raise HomeExists(path=str(to)) from problem
    sync_folder(to.parent)


def _unpack(file: Path, folder: Path) -> None:
    try:
        with tarfile.open(file) as tar:
            for member in tar:
                content = tar.extractfile(member) if member.isreg() else None
                if content is None or not (member.name == FILE or _PART.fullmatch(member.name)):
                    raise NotABackup(path=str(file))
                (folder / member.name).parent.mkdir(mode=0o700, exist_ok=True, parents=True)
                _write(folder / member.name, content)
    except (tarfile.TarError, EOFError) as problem:
        raise NotABackup(path=str(file)) from problem


def _write(path: Path, content: IO[bytes]) -> None:
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "wb") as file:
        while chunk := content.read(1 << 20):
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _demand_whole(record: Path, file: Path) -> None:
    if not record.is_file():
        raise NotABackup(path=str(file))
    db = sqlite3.connect(record)
    try:
        (verdict,) = db.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as problem:
        raise NotABackup(path=str(file)) from problem
    finally:
        db.close()
    if verdict != "ok":
        raise NotABackup(path=str(file))
