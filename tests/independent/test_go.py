"""An exported book is opened by a program that shares no line with ours, and refused when a byte has changed."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.simulator import World

from comity.record.act import decode_body
from comity.record.canonical import encode

SOURCE = Path(__file__).with_name("verify.go")
PACKAGES = Path("/usr/share/gocode")


@pytest.fixture(scope="session")
def verify(tmp_path_factory):
    """Runs the compiled program: its exit status and what it said."""
    go = shutil.which("go")
    if go is None or not (PACKAGES / "src/golang.org/x/mod").is_dir():
        pytest.fail("The independent check needs the Debian packages golang-go and golang-golang-x-mod-dev.", pytrace=False)
    built = tmp_path_factory.mktemp("go")
    settings = {"GO111MODULE": "off", "GOPATH": str(PACKAGES), "GOCACHE": str(built / "cache"), "GOFLAGS": "", "CGO_ENABLED": "0"}
    subprocess.run([go, "build", "-o", built / "verify", SOURCE], env={**os.environ, **settings}, check=True, timeout=300)

    def run(*given):
        done = subprocess.run([built / "verify", *given], capture_output=True, text=True, timeout=60, check=False)
        return done.returncode, (done.stdout + done.stderr).strip()

    return run


def book_of(size):
    party = World().party("north")
    while len(party.book) < size:
        party.enter("progress", said=f"entry {len(party.book)}", title="Cửa khẩu 口岸")
    return party


def write(directory, files):
    for path, raw in files.items():
        place = directory / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(raw)


def exported(party, directory):
    """The files as handed out, with the bodies of every second entry."""
    files = party.export()
    for written in party.book[::2]:
        parcel = encode({"salt": written.salt.hex(), "body": decode_body(written.body)})
        files[f"body/{written.envelope.body}"] = parcel
    write(directory, files)
    return files


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 700])
def test_a_book_is_verified_and_refused_with_any_byte_changed(verify, tmp_path, size):
    party = book_of(size)
    files, vkey = exported(party, tmp_path), str(party.vkey)
    older = tmp_path / "older"
    older.write_text(party.checkpoint((size + 1) // 2))
    said = f"{size} entries and {(size + 1) // 2} bodies of north.example/comity/book hold"
    assert verify(tmp_path, vkey, older) == (0, said)
    chosen = random.Random(size)
    for path, raw in chosen.sample(sorted(files.items()), min(10, len(files))) + [(name, files[name]) for name in needed(files)]:
        if path == "vkey":
            continue
        for place in (0, chosen.randrange(len(raw)), len(raw) - 1):
            spoiled = bytearray(raw)
            spoiled[place] ^= 0x80
            (tmp_path / path).write_bytes(spoiled)
            status, refusal = verify(tmp_path, vkey, older)
            assert (status, refusal[:9]) == (1, "refused: "), (path, place)
        (tmp_path / path).write_bytes(raw)
    assert verify(tmp_path, vkey)[0] == 0


def needed(files):
    """The checkpoint, and one tile of each level and one bundle."""
    tiles = {path.split("/")[1]: path for path in sorted(files) if path.startswith("tile/")}
    return ["checkpoint", *tiles.values()]


def test_every_bit_of_a_small_checkpoint_counts(verify, tmp_path):
    party = book_of(3)
    exported(party, tmp_path)
    text, vkey = party.checkpoint().encode(), str(party.vkey)
    for place in range(len(text) - 3):
        spoiled = bytearray(text)
        spoiled[place] ^= 1
        (tmp_path / "checkpoint").write_bytes(spoiled)
        assert verify(tmp_path, vkey)[0] == 1, place


@pytest.mark.parametrize("missing", ["checkpoint", "tile/0/001.p/1", "tile/entries/000", "tile/1/000.p/1"])
def test_a_book_with_a_file_missing_or_cut_is_refused(verify, tmp_path, missing):
    party = book_of(257)
    files, vkey = exported(party, tmp_path), str(party.vkey)
    (tmp_path / missing).write_bytes(files[missing][:-1])
    assert verify(tmp_path, vkey)[0] == 1
    (tmp_path / missing).unlink()
    assert verify(tmp_path, vkey)[0] == 1


def test_another_key_another_history_and_a_longer_past_are_refused(verify, tmp_path):
    party = book_of(20)
    exported(party, tmp_path)
    vkey, older = str(party.vkey), tmp_path / "older"
    assert verify(tmp_path, str(World().party("south").vkey))[0] == 1
    for size, history in ((10, -1), (20, 0), (21, 0)):
        other = book_of(10 + history)
        while len(other.book) < size:
            other.enter("progress", said="another history")
        older.write_text(other.checkpoint())
        assert verify(tmp_path, vkey, older)[0] == 1
    assert verify(tmp_path)[0] == 1
    older.write_text(party.checkpoint(20))
    assert verify(tmp_path, vkey, older)[0] == 0
