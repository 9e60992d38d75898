import os
import shutil
import subprocess
import sys
from pathlib import Path

from .tree import ROOT

LINT = Path(sys.executable).with_name("lint-imports")


def _lint(sources):
    """What import-linter says of the house whose packages stand in `sources`."""
    command = [str(LINT), "--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    done = subprocess.run(
        command, cwd=sources, env=os.environ | {"PYTHONPATH": str(sources)}, check=False, capture_output=True, text=True
    )
    return done.returncode, done.stdout + done.stderr


def test_imports_run_one_way():
    code, said = _lint(ROOT / "src")
    assert code == 0, said


def test_planted_imports_are_found(tmp_path):
    shutil.copytree(ROOT / "src/comity", tmp_path / "comity", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "comity/record/planted.py").write_text("import sqlite3\nfrom comity.kinds import every_kind\n")
    (tmp_path / "comity/reader/planted.py").write_text("import django\n")
    (tmp_path / "comity/attic").mkdir()
    (tmp_path / "comity/attic/__init__.py").write_text("")
    code, said = _lint(tmp_path)
    assert (code, [line.split(" BROKEN")[0] for line in said.splitlines() if " BROKEN" in line]) == (
        1,
        ["Imports run one way", "The record and the kinds touch no machine", "Django stays at the edge"],
    )
