import os
import shutil

import pytest

os.environ["COMITY_LANG"] = "en"

from comity.procedures.clock import Moment
from comity.procedures.known_here import Known
from comity.procedures.name_party import open_book
from comity.reader.labelling.deciders import GRAMMAR_ALONE
from comity.store.home import Home

MOMENT = Moment("2026-11-22T03:04:05Z", "Asia/Ho_Chi_Minh")


# Scans are read where tesseract is; the rest of the house does without.
collect_ignore = [] if shutil.which("tesseract") else ["test_scanned.py"]


@pytest.fixture
def home(tmp_path):
    """A home with one own party, north."""
    home = Home.create(tmp_path / "home", state_dir=tmp_path / "state")
    open_book(home, "north", {"name": {"en": "North province"}}, moment=MOMENT)
    return home


@pytest.fixture
def grammar_alone(monkeypatch):
    """Rules and lexicons alone say what is a clause: for what is about the ways of drafts, not about which there are."""
    monkeypatch.setattr(Known, "deciders", GRAMMAR_ALONE)
