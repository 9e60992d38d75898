"""Homes that take seconds to make, made once for all tests of a run; whoever asks for one has a copy of it.

home = whole_home("sample")          # the fixture: a copy of one's own
made = copied(small.home, tmp_path)  # of a home that a test of this worker made
"""

import fcntl
import shutil
from contextlib import contextmanager
from pathlib import Path

from comity.procedures.clock import Moment
from comity.procedures.invented_home import make_invented_home
from comity.procedures.sample_home import make_sample_home
from comity.store.home import Home

MADE = Moment("2026-11-22T03:04:05Z", "Asia/Ho_Chi_Minh")
MAKERS = {"sample": make_sample_home, "invented": make_invented_home}


def copied(home: Home, folder: Path) -> Home:
    """The home as it stands, in `folder` and fit to enter in, as if it had been made there.

    Nobody may be writing to it; its last heads are kept in the folder `state` beside it.
    """
    home.close()
    return _copied(home.path, home.path.with_name("state"), folder)


def whole_home(shared: Path, name: str, folder: Path) -> Home:
    """A copy, in `folder`, of the home that is made in `shared` where no worker has made it yet."""
    template = shared / f"home-{name}"
    with _turn(shared / f"{template.name}.lock"):
        if not template.is_dir():
            half = shared / f"{template.name}.half"
            MAKERS[name](half / "home", state_dir=half / "state", moment=MADE).close()
            half.rename(template)
    return _copied(template / "home", template / "state", folder)


def _copied(path: Path, state: Path, folder: Path) -> Home:
    shutil.copytree(path, folder / "home")
    shutil.copytree(state, folder / "state")
    home = Home.open(folder / "home", state_dir=folder / "state")
    home.resume()
    return home


@contextmanager
def _turn(file: Path):
    with file.open("w") as waited:
        fcntl.flock(waited, fcntl.LOCK_EX)
        yield
