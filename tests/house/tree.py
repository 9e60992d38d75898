"""The files of the house, as the house tests see them."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Module:
    """A Python file: its path from the root, with slashes, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, filename=self.path)

    def nodes(self) -> Iterator[ast.AST]:
        return ast.walk(self.tree)


@cache
def kept_files() -> tuple[str, ...]:
    """Every file that is tracked or would be, from the root, with slashes."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return tuple(sorted({name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()}))


@cache
def modules(under: str = "src/") -> tuple[Module, ...]:
    """The Python files below a folder."""
    return tuple(
        Module(name, (ROOT / name).read_text(encoding="utf-8"))
        for name in kept_files()
        if name.startswith(under) and name.endswith(".py")
    )


def pages() -> tuple[str, ...]:
    """The Markdown files of the house."""
    return tuple(name for name in kept_files() if name.endswith(".md"))


def text_of(name: str) -> str:
    """A file's text; empty where there is no such file."""
    path = ROOT / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def slug(heading: str) -> str:
    """The anchor that a heading gets on a page."""
    kept = re.sub(r"[^\w\- ]", "", re.sub(r"[`*]", "", heading.strip().lower()))
    return kept.replace(" ", "-")
