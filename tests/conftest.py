"""What every test shares: where the real sources are, if they are here, and that no test leaves this machine.

What tests write stands in memory where this machine has room for it there: nothing of it is kept, and a home waits for its
disk at every entry. Whoever sets TMPDIR has it there instead.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
MEMORY, ENOUGH = Path("/dev/shm"), 4_000_000_000

collect_ignore_glob = [] if SHARED.is_dir() else ["**/test_real_*.py"]


def _is_fit(folder: Path) -> bool:
    """Whether there is room for what all tests write, and programs made there may be started."""
    return (
        folder.is_dir()
        and os.access(folder, os.W_OK)
        and shutil.disk_usage(folder).free > ENOUGH
        and not os.statvfs(folder).f_flag & os.ST_NOEXEC
    )


if "TMPDIR" not in os.environ and _is_fit(MEMORY):
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def pytest_report_header() -> str:
    if SHARED.is_dir():
        return "real sources: found beside this checkout, the tests on them are collected"
    return "real sources: not here, the tests on them are not collected"


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """The folder in which all workers find what one of them made (`made_homes.made_once`)."""
    folder = tmp_path_factory.getbasetemp()
    folder = (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def whole_home(shared, tmp_path_factory):
    """whole_home("sample") or whole_home("invented"): that home as made on 22 November 2026, in a folder of its own."""
    from tests import made_homes

    return lambda name: made_homes.whole_home(shared, name, tmp_path_factory.mktemp(name))
