import tomllib
from functools import cache

import pytest

from .rules import length_faults, module_fault, parameter_faults
from .tree import ROOT, Module, modules

EXCEPTIONS = tomllib.loads((ROOT / "tests/house/exceptions.toml").read_text(encoding="utf-8"))


@cache
def _found(rule):
    if rule == "module_lines":
        every = modules("src/") + modules("tests/") + modules("scripts/")
        return {module.path: fault for module in every if (fault := module_fault(module))}
    check = {"function_lines": length_faults, "parameters": parameter_faults}[rule]
    return {name: fault for module in modules("src/") + modules("scripts/") for name, fault in check(module).items()}


@pytest.mark.parametrize("rule", ["module_lines", "function_lines", "parameters"])
def test_size_stays_small_or_says_why(rule):
    found = [fault for name, fault in _found(rule).items() if name not in EXCEPTIONS[rule]]
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("rule", ["module_lines", "function_lines", "parameters"])
def test_exceptions_are_needed_and_reasoned(rule):
    found = _found(rule)
    assert [name for name, why in EXCEPTIONS[rule].items() if name not in found or len(why.split()) < 4] == []


def test_exceptions_know_no_other_rule():
    assert sorted(EXCEPTIONS) == ["function_lines", "module_lines", "parameters"]


def test_long_function_is_found():
    module = Module("a.py", "class A:\n    def long(self):\n" + "        pass\n" * 40)
    assert length_faults(module) == {"a.py::A.long": "a.py::A.long has 41 lines; 40 are enough"}


def test_sixth_parameter_and_optional_third_are_found():
    module = Module("a.py", "def six(a, b, *, c, d, e, f): ...\ndef late(a, b, c=1): ...\ndef fine(a, b, c, *, d=1): ...\n")
    assert parameter_faults(module) == {
        "a.py::six": "a.py::six has 6 parameters; 5 are enough",
        "a.py::late": "a.py::late takes c by place; make it keyword-only",
    }


def test_command_takes_as_many_options_as_it_has():
    source = "@party.command('add')\n@click.option('--a')\ndef add(a, b, c, d, e, f): ...\n"
    assert parameter_faults(Module("a.py", source)) == {}


def test_long_module_is_found():
    assert module_fault(Module("a.py", "\n" * 401)) == "a.py has 401 lines; 400 are enough"
