"""What takes seconds to make, made once for all tests of a run; of a home, whoever asks has a copy.

home = whole_home("sample")          # the fixture: a copy of one's own
made = copied(small.home, tmp_path)  # of a home that a test of this worker made
"""

import fcntl
import shutil
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
    made = made_once(shared / name, lambda half: MAKERS[name](half / "home", state_dir=half / "state", moment=MADE).close())
    return _copied(made / "home", made / "state", folder)


def made_once(folder: Path, make) -> Path:
    """The folder, filled by `make(folder)` the first time that any worker asks for it; the others wait. Nobody may change it."""
    with folder.with_name(f"{folder.name}.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not folder.is_dir():
            half = folder.with_name(f"{folder.name}.half")
            make(half)
            half.rename(folder)
    return folder


def _copied(path: Path, state: Path, folder: Path) -> Home:
    shutil.copytree(path, folder / "home")
    shutil.copytree(state, folder / "state")
    home = Home.open(folder / "home", state_dir=folder / "state")
    home.resume()
    return home
