"""Every sentence people read, gathered from where it is written.

Python: the arguments of `_`, `many` and `N_`. Templates: those of `_`, `plain` and `many`. Refusals: the
`sentence` of every error class. Names of kinds, fields and choices are not here: their declarations hold all
three languages.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from jinja2 import Environment, nodes

from comity.paper import refusal
from comity.record.errors import every_error

SINGLE = frozenset({"_", "plain", "N_"})
PLURAL = frozenset({"many"})
MAKERS = frozenset({"translate", "Translate", "TranslateMarkup"})


@cache
def wanted() -> dict[str, list[str]]:
    """Each sentence with the files it stands in; one with a number stands under its singular."""
    found: dict[str, list[str]] = {}
    package = resources.files("comity")
    for name, file in _files(package, "comity"):
        if name.endswith(".py"):
            msgids = python_msgids(file.read_text("utf-8"))
        elif name.endswith(".html"):
            msgids = template_msgids(file.read_text("utf-8"))
        else:
            continue
        for msgid in msgids:
            found.setdefault(msgid, []).append(name)
    for error in every_error().values():
        found.setdefault(error.sentence, []).append(f"refusal {error.code}")
    for msgid in refusal.PARTS:
        found.setdefault(msgid, []).append("refusal parts")
    return found


def python_msgids(source: str) -> list[str]:
    """The sentences in Python source, in order."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args:
            name = _called(node.func)
            text = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
            if name in SINGLE | PLURAL and isinstance(text, str):
                found.append(text)
    return found


def _called(function: ast.expr) -> str:
    """The bare name of what is called; `translate(lang)("...")` counts as `_("...")`."""
    if isinstance(function, ast.Call):
        return "_" if _called(function.func) in MAKERS else ""
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def template_msgids(source: str) -> list[str]:
    """The sentences in a template, in order."""
    found = []
    for call in Environment(autoescape=True, extensions=["jinja2.ext.do"]).parse(source).find_all(nodes.Call):
        name = call.node.name if isinstance(call.node, nodes.Name) else getattr(call.node, "attr", "")
        text = call.args[0].value if call.args and isinstance(call.args[0], nodes.Const) else None
        if name in SINGLE | PLURAL and isinstance(text, str):
            found.append(text)
    return found


def missing(known: Iterable[str]) -> dict[str, list[str]]:
    """The wanted sentences that are not in `known`, with their places."""
    have = set(known)
    return {msgid: places for msgid, places in wanted().items() if msgid not in have}


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for child in sorted(folder.iterdir(), key=lambda child: child.name):
        below = f"{name}/{child.name}"
        if child.is_dir():
            if child.name not in ("__pycache__", "lexicon", "locale"):
                yield from _files(child, below)
        else:
            yield below, child
