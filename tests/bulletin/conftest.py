import os

import pytest

os.environ["COMITY_LANG"] = "en"

from comity.bulletin.build import make_bulletin

from .secrets import NOW, Secrets


@pytest.fixture(scope="session")
def secrets(tmp_path_factory):
    return Secrets(tmp_path_factory.mktemp("secrets"))


@pytest.fixture(scope="session")
def built(secrets, tmp_path_factory):
    """The folder of the bulletin of that home."""
    folder = tmp_path_factory.mktemp("bulletin")
    make_bulletin(secrets.home, folder, moment=NOW)
    return folder
