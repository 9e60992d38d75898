"""Append, verify, fold, export and read, each beside its limit or a rival on the same bytes."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import msgspec
from nacl.signing import SigningKey

from bench.books import MOMENT, UNDERTAKING, fill, open_home
from bench.stopwatch import Line, seconds
from comity.kinds.folding import fold_thing, row
from comity.procedures.check_book import check_book
from comity.procedures.enter_act import enter_act
from comity.procedures.export_book import export_book
from comity.procedures.hand import Hand
from comity.reader.files.document import open_document
from comity.reader.read import read
from comity.record.act import PartyId
from comity.record.book import root_of
from comity.record.note import parse_vkey
from comity.store.home import Home

SIZE = 1_000


def lines(folder: Path) -> Iterator[Line]:
    """The lines of the table; `folder` is on the disk that is measured."""
    home, party = open_home(folder)
    yield _append_one(home, party, folder)
    yield _append_batch(home, party, folder)
    yield from _check(home, party, folder)
    yield _fold(home, party)
    yield _export(home, folder)
    yield _read()


def _append_one(home: Home, party: PartyId, folder: Path) -> Line:
    count = 50
    hand = Hand(party, MOMENT)
    ours = seconds(lambda: [enter_act(home, "undertaking", dict(UNDERTAKING), by=hand) for _ in range(count)], runs=2)
    path = folder / "fsync"

    def bare() -> None:
        with path.open("ab") as file:
            for _ in range(count):
                file.write(bytes(1500))
                file.flush()
                os.fsync(file.fileno())

    limit = count / seconds(bare)
    return Line("append, one act a checkpoint, durable", count / ours, "/s", "append and fsync of 1,500 bytes", limit)


def _append_batch(home: Home, party: PartyId, folder: Path) -> Line:
    ours = seconds(lambda: fill(home, party, SIZE), runs=1)
    with home.read() as reading:
        book = reading.book(party)
        texts = [entry.raw for entry in reading.entries(party)][:SIZE]
    made = (book.size if book else 0) - 101
    theirs = len(texts) / _git(folder / "git", texts)
    return Line("append, all in one transaction", made / ours, "entries/s", "git commit, signed, one an entry", theirs)


def _git(folder: Path, texts: list[bytes]) -> float:
    """Seconds for one ssh-signed commit an entry."""
    folder.mkdir()
    key = folder.parent / "git_key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    git = ["git", "-C", str(folder), "-c", "user.name=bench", "-c", "user.email=bench@comity.invalid", "-c", "gpg.format=ssh"]
    subprocess.run([*git, "init", "-q"], check=True)

    def commit() -> None:
        for text in texts:
            (folder / "entry").write_bytes(text)
            subprocess.run([*git, "add", "entry"], check=True)
            subprocess.run([*git, "-c", f"user.signingkey={key}.pub", "commit", "-q", "-S", "-m", "entry"], check=True)

    return seconds(commit, runs=1)


def _check(home: Home, party: PartyId, folder: Path) -> Iterator[Line]:
    to = folder / "book"
    size = export_book(home, party, to)
    vkey = parse_vkey((to / "vkey").read_text())
    ours = size / seconds(lambda: check_book(to, vkey))
    with home.read() as reading:
        raws = [entry.raw for entry in reading.entries(party)]
    hashing = size / seconds(lambda: [hashlib.sha256(b"\x00" + raw).digest() for raw in raws])
    key = SigningKey.generate()
    message = bytes(1000)
    signed = key.sign(message).signature
    verifying = 1000 / seconds(lambda: [key.verify_key.verify(message, signed) for _ in range(1000)])
    leaves = [hashlib.sha256(b"\x00" + raw).digest() for raw in raws]
    tree = size / seconds(lambda: root_of(leaves))
    yield Line("the root over leaf hashes", tree, "entries/s", "SHA-256 of the entries (C)", hashing)
    yield Line("check a book from files, with what it says", ours, "entries/s", "SHA-256 of the entries (C)", hashing)
    yield Line("check a book from files, with what it says", ours, "entries/s", "one Ed25519 check an entry (C)", verifying)


def _fold(home: Home, party: PartyId) -> Line:
    with home.read() as reading:
        ids = [entry.id for entry in reading.entries(party) if entry.envelope and entry.envelope.kind == "undertaking"][:200]
        acts = [(reading.act(entry), reading.acts_naming(entry)) for entry in ids]
        bodies = [reading.body(entry) for entry in ids]
    known = [(opening, naming) for opening, naming in acts if opening is not None]
    count = sum(1 + len(naming) for _, naming in known)

    def ours() -> None:
        for opening, naming in known:
            thing = fold_thing(opening, naming)
            if thing is not None:
                row(thing)

    raws = [opening.entry.raw for opening, _ in known] + [kept[1] for kept in bodies if kept]
    decode = msgspec.json.Decoder().decode
    limit = len(raws) / seconds(lambda: [decode(raw) for raw in raws])
    return Line("fold", count / seconds(ours), "entries/s", "JSON decoding alone (C)", limit)


def _export(home: Home, folder: Path) -> Line:
    def fresh(to: Path) -> int:
        shutil.rmtree(to, ignore_errors=True)
        return export_book(home, "thanh-lac", to)

    ours = seconds(lambda: fresh(folder / "again"))
    size = sum(path.stat().st_size for path in (folder / "again").rglob("*") if path.is_file())

    def copy() -> None:
        shutil.rmtree(folder / "copy", ignore_errors=True)
        shutil.copytree(folder / "again", folder / "copy")
        for path in (folder / "copy").rglob("*"):
            if path.is_file():
                with path.open("rb") as file:
                    os.fsync(file.fileno())

    return Line("export", size / ours / 1e6, "MB/s", "copying the same files, with fsync", size / seconds(copy) / 1e6)


def _read() -> Line:
    texts = [part.read_bytes() for part in resources.files("comity.invented").iterdir() if part.name.endswith(".txt")]
    chars = sum(len(text.decode()) for text in texts)
    ours = seconds(lambda: [read(open_document(text, name="report.txt")) for text in texts])
    plain = re.compile(r"[^.;。；\n]*(?:agreed|proposed|thống nhất|đề nghị|建议|商定)[^.;。；\n]*")
    regex = seconds(lambda: [plain.findall(text.decode()) for text in texts])
    return Line("read a report", chars / ours / 1e3, "kchar/s", "one plain regular expression", chars / regex / 1e3)
