import os

import pytest

os.environ["COMITY_LANG"] = "en"

from comity.bulletin.build import Options, make_bulletin

from .secrets import NOW, Secrets

LOG = """\
qzhostqz - qzuserqz [28/Nov/2026:17:41:15 +0700] "GET /vi/index.html?qzqueryqz HTTP/1.1" 200 9 "qzfromqz" "Mozilla/5.0 qzagentqz"
qzhostqz - - [28/Nov/2026:17:41:16 +0700] "GET /vi/qzsecretqz.html HTTP/1.1" 200 9 "-" "Mozilla/5.0"
"""


@pytest.fixture(scope="session")
def secrets(tmp_path_factory):
    return Secrets(tmp_path_factory.mktemp("secrets"))


@pytest.fixture(scope="session")
def built(secrets, tmp_path_factory):
    """The folder of the bulletin of that home, with everything that can be asked for: papers, and a count of visits."""
    folder = tmp_path_factory.mktemp("bulletin")
    make_bulletin(secrets.home, folder, moment=NOW, options=asked_for(tmp_path_factory.mktemp("log") / "access.log"))
    return folder


def asked_for(log):
    """Papers and a count, from a log that is written here."""
    log.write_text(LOG)
    return Options(papers=True, visits=log)
