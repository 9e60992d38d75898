"""One new file in the folder of kinds, and the program knows the kind: the example of the guide, dropped into a copy."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs/howto/add-an-act-kind.md"


@pytest.fixture
def comity(tmp_path):
    """The program in a copy of the sources that has one kind more; gives what it prints."""
    shutil.copytree(ROOT / "src/comity", tmp_path / "src/comity", ignore=shutil.ignore_patterns("__pycache__"))
    (code,) = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "src/comity/kinds/ferry_timetable.py").write_text(code, encoding="utf-8")
    settings = {
        **os.environ,
        "PYTHONPATH": str(tmp_path / "src"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "COMITY_HOME": str(tmp_path / "home"),
    }

    def run(*words, given=""):
        command = [sys.executable, "-c", "from comity.cli import main; main()", *words]
        done = subprocess.run(command, input=given, capture_output=True, text=True, env=settings, cwd=tmp_path, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("init")
    run("party", "add", "--id", "north", "--own", "--name", "en=North")
    return run


def test_kind_dropped_in_is_entered_listed_shown_and_found(comity):
    assert "ferry_timetable\tferry timetable\t" in comity("kinds")
    template = comity("act", "ferry_timetable", "--template")
    entry = comity("act", "ferry_timetable", "--as", "north", "--file", "-", given=template).strip()
    comity("act", "ferry_timetable", "--as", "north", "--id", "second", "title.en=Winter boats", "days=weekdays", "run_by=self")
    (first,) = json.loads(comity("list", "ferry_timetable", "--where", f"days={json.loads(template)['days']}", "--json"))
    assert first["id"] == entry
    rows = list(csv.DictReader(io.StringIO(comity("list", "ferry_timetable", "--csv"))))
    newest = {name: rows[0][name] for name in ("short", "title", "days", "run_by")}
    assert newest == {"short": "second", "title": "Winter boats", "days": "weekdays", "run_by": "north"}
    assert json.loads(comity("show", "second", "--json"))["fields"]["days"] == "weekdays"
    assert comity("show", "second").splitlines()[0] == "ferry timetable: Winter boats"
    assert [row["short"] for row in json.loads(comity("search", "winter", "--json"))] == ["second"]
    assert json.loads(comity("verify", "--json"))["findings"] == []
