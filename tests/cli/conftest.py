import os

import pytest

# The program reads its language once, when it is loaded.
os.environ["COMITY_LANG"] = "en"

from .office import Office


@pytest.fixture(autouse=True)
def state_dir(tmp_path, monkeypatch):
    """Last heads go where the test looks after them; no home is meant unless it is named."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("COMITY_HOME", raising=False)
    monkeypatch.setenv("COMITY_LANG", "en")
    return tmp_path / "state" / "comity"


@pytest.fixture
def empty(tmp_path):
    """A home without any book."""
    office = Office(tmp_path / "home")
    assert office("init").code == 0
    return office


@pytest.fixture
def office(empty):
    """A home with one own party, north."""
    empty.own("north")
    return empty


@pytest.fixture
def two(office):
    """A home with two own parties, north and south, and the item `ferry` between them."""
    office.own("south")
    office.act("item", "title.en=The ferry", "parties=north,south", "--id", "ferry")
    return office
