import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_kinds_page_is_as_rendered():
    render = runpy.run_path(str(ROOT / "scripts/write_kinds_page.py"))["render"]
    assert (ROOT / "docs/kinds.md").read_text(encoding="utf-8") == render(), "run scripts/write_kinds_page.py"
