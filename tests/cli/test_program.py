import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from comity.cli.program import commands, run
from comity.record.language import LANGUAGES

from .office import apart, comity

HAN = re.compile("[\u4e00-\u9fff]")
VIETNAMESE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")


def test_fault_of_the_program_is_one_sentence_and_code_seventy(monkeypatch, capsys):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("comity.cli.acts.show_json", fail)
    assert run(["kinds", "--json"]) == 70
    said = "A fault of the program itself (ZeroDivisionError): nothing half-done was kept."
    assert capsys.readouterr().err == f"comity: {said} [internal_fault]\n"
    monkeypatch.setenv("COMITY_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run(["kinds", "--json"])


def test_commands_of_the_issue_are_there():
    expected = (
        "init party act kinds authorize sign refuse read drafts list show search verify export proof erase backup restore resume"
    )
    assert {
        *expected.split(),
        "score",
        "letter",
        "note",
        "open",
        "check",
        "serve",
        "run",
        "invented",
        "sample",
        "translate",
        "import",
        "calendar",
        "attachment",
        "release",
        "threads",
        "lexicon",
        "model",
        "events",
        "findings",
        "bulletin",
        "review",
        "brief",
    } == set(commands.commands)
    deeds = "list show accept correct drop split join alike same differ undo deeds learn"
    assert set(commands.commands["drafts"].commands) == set(deeds.split())


def test_help_and_version_end_with_zero_and_mistyped_with_two():
    assert [comity(word).code for word in ("--help", "-h", "--version")] == [0, 0, 0]
    assert [comity(*words).code for words in (("party",), ("drafts", "lost"), ("--lost",))] == [2, 2, 2]


def test_each_command_loads_no_more_than_it_needs():
    program = "import sys, comity.cli; print([m for m in ('comity.reader', 'django', 'rich', 'jinja2') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={**os.environ, "COMITY_LANG": "en"}
    )
    assert done.stdout == "[]\n"


SPEAKING = """
import json, sys
from cli.office import comity

home = sys.argv[1]
said = [
    comity("act", "undertaking", "--home", home, "--as", "north", "areas=A05"),
    comity("show", "nothing", "--home", home),
    comity("list", "item", "--home", home + "/none"),
    comity("list", "item", "--lost"),
    comity("nothing"),
    comity("drafts", "accept", "x"),
    comity("read", "/nowhere.txt"),
    comity("verify", "--home", home),
    comity("act", "--help"),
]
json.dump([[done.code, done.err or done.out] for done in said], sys.stdout)
"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_program_speaks_the_language_of_the_session(office, lang):
    """Refusals, mistyped words, what is said beside results, and help."""
    settings = {**os.environ, "COMITY_LANG": lang, "PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, "-c", SPEAKING, str(office.home)]
    said = json.loads(subprocess.run(command, capture_output=True, check=True, env=settings).stdout)
    assert [code for code, _ in said] == [1, 1, 1, 2, 2, 2, 1, 0, 0]
    for _, words in said:
        assert [bool(VIETNAMESE.search(words)), bool(HAN.search(words))] == [lang == "vi", lang == "zh-Hans"], words
    codes = [re.findall(r"\[([a-z_]+)\]\n", words) for _, words in said[:7]]
    assert codes == [["missing_field"], ["unknown_thing"], ["no_home"], *[["mistyped"]] * 3, ["file_missing"]]


def test_language_follows_the_session_where_it_is_not_set(office):
    settings = {"COMITY_LANG": "", "LC_ALL": "zh_CN.UTF-8"}
    assert HAN.search(apart("show", "nothing", "--home", office.home, **settings).err)


def test_output_is_utf8_whatever_the_session_says(office):
    office.act("undertaking", "title.vi=Mở phà", "--id", "ferry")
    done = apart("show", "ferry", "--home", office.home, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert "Mở phà" in done.out


def test_broken_pipe_ends_quietly(office):
    command = [str(Path(sys.executable).with_name("comity")), "kinds"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        said = process.stderr.read()
    assert b"Traceback" not in said
