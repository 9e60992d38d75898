"""What every test shares: where the real sources are, if they are here, and that no test leaves this machine.

What tests write stands in memory where this machine has room for it there: nothing of it is kept, and a home waits for its
disk at every entry. Whoever sets TMPDIR has it there instead.
"""

import os
import shutil
import sys
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


if sys.dont_write_bytecode:
    # Compiled code may not stand beside its source here. Nowhere at all, each of the programs we start would compile all anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = str(Path(sys.prefix) / "pycache")
    sys.dont_write_bytecode = False


# What takes longest, longest first: begun last, one of these would leave the other workers with nothing to do.
LONGEST = (
    "journeys/test_access.py",
    "journeys/test_figures.py",
    "cli/test_serving.py",
    "procedures/test_bad_papers.py",
    "bulletin/test_build.py",
    "journeys/test_bulletin.py",
    "procedures/test_write_review.py",
    "paper/test_printed_pdf.py",
    "procedures/test_open_letter.py",
    "procedures/test_read_many.py",
    "bulletin/test_papers.py",
    "reader/test_patterns.py",
    "journeys/test_typing_in.py",
    "journeys/test_review.py",
    "procedures/test_keep_letter.py",
    "journeys/test_drafts.py",
    "procedures/test_scanned.py",
    "procedures/test_write_letter.py",
    "store/test_crash.py",
    "bulletin/test_leaks.py",
)


def pytest_collection_modifyitems(items):
    """Puts the longest modules first; in all else chance keeps the order it gave."""
    places = {str(Path(__file__).parent / name): place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(str(item.path), len(places)))


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
