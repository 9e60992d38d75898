"""Nothing is acknowledged before the disk has it: read off the system calls of a writer.

The id may be printed only after the log (record.sqlite-wal) was synced with nothing written to it since, and after
the last heads were written, synced, put in their place, and the folder that names them synced.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from store.test_crash import _begun

CALLS = "write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,openat,unlink"


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    """The system calls of a program that enters one act, in order, and the id it printed."""
    return _watched(tmp_path_factory.mktemp("watched"))


def test_id_is_printed_after_the_disk_has_all(watched):
    assert _out_of_order(*watched) == []


@pytest.mark.parametrize(
    ("early", "late"),
    [("printed", "log synced"), ("printed", "folder synced"), ("heads placed", "log synced"), ("log synced", "log written")],
)
def test_other_order_would_be_seen(watched, early, late):
    calls, printed = watched
    places = _places(calls, printed)
    moved = [*calls[: places[late]], calls[places[early]], *calls[places[late] : places[early]], *calls[places[early] + 1 :]]
    assert _out_of_order(calls, printed) == []
    assert _out_of_order(moved, printed) != []


STEPS = {
    "heads written": r"^write\(\d+<.*/state/[0-9a-f]{32}\.new>",
    "heads synced": r"^(fsync|fdatasync)\(\d+<.*/state/[0-9a-f]{32}\.new>\)\s+= 0",
    "log written": r"^pwrite64\(\d+<.*record\.sqlite-wal>",
    "log synced": r"^(fsync|fdatasync)\(\d+<.*record\.sqlite-wal>\)\s+= 0",
    "heads placed": r"^rename\w*\(.*/state/[0-9a-f]{32}\.new\".*\.json\".*= 0",
    "folder synced": r"^(fsync|fdatasync)\(\d+<.*/state>\)\s+= 0",
    "printed": r"^write\(1<",
}


def _places(calls, printed):
    """Where each step was last done before the id was printed; the printing itself is the first with the id."""
    said = next(place for place, call in enumerate(calls) if re.search(STEPS["printed"], call) and printed in call)
    last = {step: _last(calls[:said], pattern) for step, pattern in STEPS.items()}
    return last | {"printed": said}


def _out_of_order(calls, printed):
    """The steps that were not done, or not in the order in which `STEPS` has them."""
    places = [-1, *_places(calls, printed).values()]
    return [step for step, before, place in zip(STEPS, places, places[1:], strict=False) if place < 0 or place <= before]


def _watched(tmp_path):
    if shutil.which("strace") is None:
        pytest.fail("strace is needed to show what the disk was told: install the Debian package strace")
    home = _begun(tmp_path)
    home.close()
    program = [sys.executable, str(Path(__file__).with_name("writer.py")), "once", str(home.path), str(tmp_path / "state")]
    log = tmp_path / "calls"
    watch = ["strace", "-f", "-y", "-s", "80", "-e", f"trace={CALLS}", "-o", str(log)]
    run = subprocess.run([*watch, *program], capture_output=True, text=True, timeout=60)
    if run.returncode:
        pytest.fail(f"strace could not watch the writer here: {run.stderr[-500:]}")
    lines = [re.sub(r"^\d+\s+", "", line) for line in log.read_text(encoding="utf-8", errors="replace").splitlines()]
    return lines, run.stdout.strip()


def _last(calls, pattern):
    """The place of the last call that fits; -1 where none does."""
    return max((place for place, call in enumerate(calls) if re.search(pattern, call)), default=-1)
