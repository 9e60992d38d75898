"""Every kind, command and setting is documented, and nothing that is not there."""

import importlib
import importlib.util
import re
import subprocess
import sys

from comity.kinds import every_kind

from .tree import ROOT, modules, pages, text_of

SETTING = re.compile(r"\b(?:COMITY|XDG)_[A-Z_]+\b")


def test_kinds_are_documented():
    text = text_of("docs/kinds.md")
    assert [name for name in every_kind() if not re.search(rf"`{name}`", text)] == []


def _commands(group, words):
    """Every command below `group` as the words a person types."""
    found = []
    for name, command in getattr(group, "commands", {}).items():
        below = _commands(command, f"{words} {name}")
        found += below or [f"{words} {name}"]
    return found


def _program():
    """The commands of the program; none while there is no command line."""
    if importlib.util.find_spec("comity.cli") is None:
        return []
    return _commands(importlib.import_module("comity.cli.program").commands, "comity")


def test_commands_are_documented():
    text = text_of("README.md") + text_of("docs/commands.md")
    assert [words for words in _program() if not re.search(rf"\b{re.escape(words)}\b", text)] == []


def test_commands_page_is_as_rendered():
    script = str(ROOT / "scripts/write_commands_page.py")
    code = "import runpy, sys; sys.stdout.reconfigure(encoding='utf-8'); print(runpy.run_path(sys.argv[1])['render'](), end='')"
    done = subprocess.run([sys.executable, "-c", code, script], check=True, capture_output=True, encoding="utf-8")
    assert text_of("docs/commands.md") == done.stdout, "run scripts/write_commands_page.py"


def test_documents_show_only_commands_that_are_there():
    known = _program()
    typed = {
        (name, line)
        for name in pages()
        for block in re.findall(r"^```sh\n(.*?)^```", text_of(name), flags=re.MULTILINE | re.DOTALL)
        for line in re.findall(r"^(?:\.venv/bin/)?(comity .*)$", block, flags=re.MULTILINE)
    }
    assert {pair for pair in typed if not any(pair[1].startswith(words) for words in known)} == set()


def test_settings_are_documented():
    used = {name for module in modules("src/") + modules("tests/") for name in SETTING.findall(module.text)}
    assert used - {"COMITY_", "XDG_"} == set(SETTING.findall(text_of("docs/settings.md")))


def test_no_test_is_skipped():
    marks = re.compile(r"mark\.(?:skip|xfail)|pytest\.(?:skip|xfail|importorskip)\(")
    assert [module.path for module in modules("tests/") if marks.search(module.text)] == []
