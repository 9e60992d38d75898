"""One new file in the folder, and the kind is there: the example of the guide, dropped into a copy of the program."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs/howto/add-an-act-kind.md"

PROGRAM = """
import json, sys
import comity
from comity.kinds import every_kind, kind_of
from comity.kinds.folding import fold_thing, row
from kinds.world import A, enter, fake, wording

fields = {"title": wording("Ferry"), "days": "market_days", "run_by": [A]}
old = enter("ferry_timetable", fields)
new = enter("ferry_timetable", {**fields, "replaces": [old.entry.id]}, index=2)
found = row(fold_thing(old, [new]))
labels = kind_of("ferry_timetable").labels
json.dump({
    "where": comity.__file__,
    "after": list(every_kind())[list(every_kind()).index("ferry_timetable") - 1],
    "labels": [labels.en, labels.vi, labels.zh_hans],
    "row": {name: found[name] for name in ("kind", "fields", "view", "findings")},
    "expected": {"fields": fields, "view": {"replaced_by": [new.entry.id]}},
}, sys.stdout)
"""


def run(copy, *arguments):
    paths = [str(copy / "src"), str(copy), str(ROOT / "tests"), str(ROOT)]
    settings = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, *arguments], env=settings, capture_output=True, text=True, cwd=copy, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def dropped_in(tmp_path):
    for room in ("record", "kinds"):
        shutil.copytree(ROOT / "src/comity" / room, tmp_path / "src/comity" / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "src/comity/__init__.py", tmp_path / "src/comity/__init__.py")
    (code,) = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "src/comity/kinds/ferry_timetable.py").write_text(code, encoding="utf-8")


def test_kind_dropped_in_is_listed_labelled_and_folded(tmp_path):
    dropped_in(tmp_path)
    found = json.loads(run(tmp_path, "-c", PROGRAM))
    assert Path(found["where"]) == tmp_path / "src/comity/__init__.py"
    assert found["after"] == "call"
    assert found["labels"] == ["ferry timetable", "lịch phà", "渡轮时刻表"]
    assert found["row"] == {"kind": "ferry_timetable", **found["expected"], "findings": []}


def test_kind_dropped_in_passes_the_tests_of_every_kind(tmp_path):
    dropped_in(tmp_path)
    shutil.copytree(ROOT / "tests/kinds", tmp_path / "tests/kinds", ignore=shutil.ignore_patterns("__pycache__"))
    tests = [f"tests/kinds/test_{name}.py" for name in ("every_kind", "vocabulary")]
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--rootdir", str(tmp_path), "-k", "ferry_timetable or one_"]
    counted = run(tmp_path, "-m", "pytest", *options, *tests).strip().splitlines()[-1]
    assert re.fullmatch(r"(\d+) passed, \d+ deselected in .*", counted)
    assert int(counted.split()[0]) >= 20


def test_kind_dropped_in_gets_its_glossary_row_and_its_vector(tmp_path):
    dropped_in(tmp_path)
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    row = run(tmp_path, "-c", "import scripts.write_kinds_page as page; print(page.render())")
    assert re.findall(r"^\| `ferry_timetable` \| ferry timetable \| lịch phà \| 渡轮时刻表 \|", row, re.MULTILINE)
    made = "import json; from tests.vectors.of_kinds import kinds; print(json.dumps(kinds()['ferry_timetable']))"
    vector = json.loads(run(tmp_path, "-c", made))
    assert (vector["row"]["kind"], vector["row"]["id"], vector["row"]["findings"]) == ("ferry_timetable", vector["id"], [])
