"""No entry is acknowledged before the file it names is on disk: writers are killed, and one is watched by its system calls."""

import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from comity.record.errors import DiskFailed, DiskFull
from comity.store.home import Home
from store.attaching import AT, content_of
from store.disks import full, small_disk
from store.test_crash import _begun
from store.test_durable import CALLS, _last

KILLS = 60
LONGEST_LIFE = 0.15  # seconds; a file and its letter take some hundredths of it
PROGRAM = [sys.executable, str(Path(__file__).with_name("attaching.py"))]


def test_every_printed_letter_has_its_file_after_kills(tmp_path):
    home = _begun(tmp_path)
    home.close()
    program = [*PROGRAM, str(home.path), str(tmp_path / "state"), "serve"]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        lives = [_one_life(server, random.uniform(0, LONGEST_LIFE)) for _ in range(KILLS)]
        server.stdin.close()
        assert server.wait(10) == 0
    printed = [pair for life in lives for pair in life]
    with home.read() as reading:
        (book,) = reading.books()
        held = {leaf.hex() for leaf in reading.entry_ids(book.party)}
        named = {digest for row in reading.things("letter") for digest in row["fields"]["attachments"]}
    whole = {path.name for path in (home.path / "attachments").glob("?" * 64) if _digest(path) == path.name}
    assert ([letter for letter, _digest in printed if letter not in held], named - whole) == ([], set())
    assert {path.name for path in (home.path / "attachments").glob("?" * 64)} == whole
    counts = [len(life) for life in lives]
    assert (min(counts), max(counts) > 0, {digest for _letter, digest in printed} <= named) == (0, True, True)


def test_halves_left_by_killed_writers_are_cleared(tmp_path):
    home = _begun(tmp_path)
    kept = home.keep(b"first", name="first.pdf", at=AT)
    (home.path / "attachments" / ".0011223344556677.new").write_bytes(b"half of a file")
    (home.path / "attachments" / ("0" * 64)).write_bytes(b"put in place, never noted")
    again = home.keep(b"second", name="second.pdf", at="2026-11-22T01:15:00Z")
    assert sorted(path.name for path in (home.path / "attachments").iterdir()) == sorted([kept, again])


STEPS = {
    "file written": r"^write\(\d+<.*/attachments/\.[0-9a-f]{16}\.new>",
    "file synced": r"^(fsync|fdatasync)\(\d+<.*/attachments/\.[0-9a-f]{16}\.new>\)\s+= 0",
    "file placed": r"^rename\w*\(.*/attachments/\.[0-9a-f]{16}\.new\".*/attachments/[0-9a-f]{64}\".*= 0",
    "folder synced": r"^(fsync|fdatasync)\(\d+<.*/attachments>\)\s+= 0",
    "log written": r"^pwrite64\(\d+<.*record\.sqlite-wal>",
    "log synced": r"^(fsync|fdatasync)\(\d+<.*record\.sqlite-wal>\)\s+= 0",
    "printed": r"^write\(1<",
}


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    """The system calls of a program that keeps a file and enters a letter naming it, in order."""
    folder = tmp_path_factory.mktemp("watched")
    home = _begun(folder)
    home.close()
    if shutil.which("strace") is None:
        pytest.fail("strace is needed to show what the disk was told: install the Debian package strace")
    log = folder / "calls"
    watch = ["strace", "-f", "-y", "-s", "200", "-e", f"trace={CALLS}", "-o", str(log)]
    run = subprocess.run(
        [*watch, *PROGRAM, str(home.path), str(folder / "state"), "once"], capture_output=True, text=True, timeout=60
    )
    assert run.returncode == 0, run.stderr[-500:]
    return [re.sub(r"^\d+\s+", "", line) for line in log.read_text(encoding="utf-8", errors="replace").splitlines()]


def test_letter_is_printed_after_the_disk_has_its_file(watched):
    assert _out_of_order(watched) == []


@pytest.mark.parametrize(
    ("early", "late"), [("log synced", "file placed"), ("printed", "folder synced"), ("file placed", "file synced")]
)
def test_other_order_would_be_seen(watched, early, late):
    places = _places(watched)
    moved = [
        *watched[: places[late]],
        watched[places[early]],
        *watched[places[late] : places[early]],
        *watched[places[early] + 1 :],
    ]
    assert _out_of_order(moved) != []


def _places(calls):
    """Where each step was last done before the letter was printed."""
    said = _last(calls, STEPS["printed"])
    return {step: _last(calls[:said], pattern) for step, pattern in STEPS.items()} | {"printed": said}


def _out_of_order(calls):
    places = [-1, *_places(calls).values()]
    return [step for step, before, place in zip(STEPS, places, places[1:], strict=False) if place < 0 or place <= before]


def _one_life(server, seconds):
    """Starts a writer, kills it after some time and returns the pairs it had printed."""
    server.stdin.write("on\n")
    server.stdin.flush()
    lines = [server.stdout.readline().strip()]
    while not lines[-1].startswith("pid "):
        lines.append(server.stdout.readline().strip())
    time.sleep(seconds)
    os.kill(int(lines[-1].removeprefix("pid ")), signal.SIGKILL)
    while lines[-1] != "gone":
        lines.append(server.stdout.readline().strip())
    return [tuple(line.split()) for line in lines if len(line) == 129]


def _digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_full_disk_refuses_a_file_plainly_and_keeps_nothing_of_it(tmp_path):
    with small_disk(tmp_path / "disk", kib=8192) as mounted:
        home = Home.create(tmp_path / "disk" / "home", state_dir=tmp_path / "state")
        kept = home.keep(b"first", name="first.pdf", at=AT)
        with full(tmp_path / "disk", mounted=mounted), pytest.raises((DiskFull, DiskFailed)):
            home.keep(content_of("second"), name="second.pdf", at=AT)
        assert [path.name for path in (home.path / "attachments").iterdir()] == [kept]
        with home.read() as reading:
            assert list(reading.attachments()) == [kept]
        home.close()
