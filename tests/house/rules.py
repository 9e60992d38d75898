"""The house rules on source text: each takes a module or a path and returns what breaks the rule, in words.

They know nothing of this house's files, so that the tests can hold planted faults against them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from .tree import Module

BANNED = {"util", "utils", "helper", "helpers", "common", "misc", "base", "core", "data", "manager", "service", "services"}
MODULE_LINES = 400
FUNCTION_LINES = 40
PARAMETERS = 5

# What the record and the kinds may not reach: a clock, chance, or anything of the machine.
IMPURE = {"random", "secrets", "time", "uuid", "os", "io", "pathlib", "logging", "socket", "sqlite3", "http", "urllib", "django"}
HAN = re.compile(r"[\u3400-\u9fff]")
CLOCK = {"now", "utcnow", "today", "urandom", "time_ns", "uuid1", "uuid4"}


def banned_words(path: str) -> list[str]:
    """The words in a path that say nothing about what is there."""
    words = [word for part in PurePosixPath(path).parts for word in re.split(r"[\W_]+", part.lower())]
    return [word for word in words if word in BANNED]


def module_fault(module: Module) -> str | None:
    """Whether a module is too long."""
    lines = len(module.text.splitlines())
    return f"{module.path} has {lines} lines; {MODULE_LINES} are enough" if lines > MODULE_LINES else None


def functions(module: Module) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every function as (path::name, node); a method by its class too."""

    def walk(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{module.path}::{owner}{child.name}", child
                yield from walk(child, f"{owner}{child.name}.")
            elif isinstance(child, ast.ClassDef):
                yield from walk(child, f"{owner}{child.name}.")
            else:
                yield from walk(child, owner)

    return walk(module.tree, "")


def length_faults(module: Module) -> dict[str, str]:
    """Functions longer than the limit, by their name; the decorators do not count."""
    found = {}
    for name, node in functions(module):
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > FUNCTION_LINES:
            found[name] = f"{name} has {lines} lines; {FUNCTION_LINES} are enough"
    return found


def parameter_faults(module: Module) -> dict[str, str]:
    """Functions with too many parameters, or with an optional one behind the second that is not keyword-only.

    A command of the command line is passed over: its parameters are its options, each with a help text.
    """
    found = {}
    for name, node in functions(module):
        if any(
            isinstance(called := getattr(mark, "func", mark), ast.Attribute) and called.attr == "command"
            for mark in node.decorator_list
        ):
            continue
        given = [arg.arg for arg in [*node.args.posonlyargs, *node.args.args] if arg.arg not in ("self", "cls")]
        count = len(given) + len(node.args.kwonlyargs)
        optional = given[len(given) - len(node.args.defaults) :] if node.args.defaults else []
        if count > PARAMETERS:
            found[name] = f"{name} has {count} parameters; {PARAMETERS} are enough"
        elif set(optional) & set(given[2:]):
            found[name] = f"{name} takes {', '.join(sorted(set(optional) & set(given[2:])))} by place; make it keyword-only"
    return found


def impure(module: Module) -> list[str]:
    """Where a module reaches for a clock, chance or the machine."""
    found = []
    for node in module.nodes():
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        elif isinstance(node, ast.Attribute) and node.attr in CLOCK:
            found.append(f"{module.path}:{node.lineno} calls .{node.attr}")
            continue
        else:
            continue
        found += [f"{module.path}:{node.lineno} imports {name}" for name in names if name.split(".")[0] in IMPURE]
    return found


def label_faults(module: Module) -> list[str]:
    """Labels that lack one of the three languages, or hold one in the place of another.

    Only a proper name that English pages show in its own script may be the same in English and Chinese.
    """
    found = []
    for node in module.nodes():
        called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
        if not isinstance(node, ast.Call) or called != "Labels":
            continue
        given = dict(zip(("en", "vi", "zh_hans"), node.args, strict=False)) | {word.arg: word.value for word in node.keywords}
        texts = {
            lang: part.value for lang, part in given.items() if isinstance(part, ast.Constant) and isinstance(part.value, str)
        }
        place = f"{module.path}:{node.lineno}"
        if set(texts) != {"en", "vi", "zh_hans"}:
            found.append(f"{place} does not give en, vi and zh-Hans as plain strings")
        elif not all(text.strip() for text in texts.values()):
            found.append(f"{place} leaves a language empty")
        elif (
            not HAN.search(texts["zh_hans"])
            or HAN.search(texts["vi"])
            or (HAN.search(texts["en"]) and texts["en"] != texts["zh_hans"])
        ):
            found.append(f"{place} has a language in the wrong place")
    return found
