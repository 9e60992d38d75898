import os
from dataclasses import dataclass

import pytest
from tests.made_homes import made_once

os.environ["COMITY_LANG"] = "en"

from comity.bulletin.build import Options, make_bulletin
from comity.store.home import Home

from .secrets import NOW, Secrets

LOG = """\
qzhostqz - qzuserqz [28/Nov/2026:17:41:15 +0700] "GET /vi/index.html?qzqueryqz HTTP/1.1" 200 9 "qzfromqz" "Mozilla/5.0 qzagentqz"
qzhostqz - - [28/Nov/2026:17:41:16 +0700] "GET /vi/qzsecretqz.html HTTP/1.1" 200 9 "-" "Mozilla/5.0"
"""


@dataclass(frozen=True)
class Opened:
    """A home of secrets that stands there already."""

    home: Home


@pytest.fixture(scope="session")
def secrets(shared):
    """That home, for tests that change nothing in it."""
    made = made_once(shared / "secrets", lambda half: Secrets(half).home.close())
    return Opened(Home.open(made / "home", state_dir=made / "state"))


@pytest.fixture(scope="session")
def built(secrets, shared, tmp_path_factory):
    """The folder of the bulletin of that home, with everything that can be asked for: papers, and a count of visits."""

    def make(half):
        make_bulletin(secrets.home, half, moment=NOW, options=asked_for(tmp_path_factory.mktemp("log") / "access.log"))

    return made_once(shared / "bulletin-of-secrets", make)


def asked_for(log):
    """Papers and a count, from a log that is written here."""
    log.write_text(LOG)
    return Options(papers=True, visits=log)
