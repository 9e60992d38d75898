"""The queries of the store by name, from the .sql files beside this one.

A query begins with the lines `-- name: <name>` and `-- <one sentence>` and goes on to the next such line.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

FILES = ("books.sql", "register.sql", "notes.sql", "drafts.sql", "threads.sql")

_HEAD = re.compile(r"^-- name: (\w+)\n-- ([^\n]+)\n", re.MULTILINE)


@cache
def every_query() -> dict[str, str]:
    """The SQL of every query by its name."""
    found: dict[str, str] = {}
    for file in FILES:
        _, *parts = _HEAD.split(_text(file))
        for name, _, sql in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
            if name in found:
                raise ValueError(f"two queries are called {name}")
            found[name] = sql.strip().rstrip(";")
    return found


@cache
def schema() -> str:
    """The statements that make the tables of an empty home."""
    return _text("schema.sql") + register() + additions()


@cache
def register() -> str:
    """The statements that make the empty tables of the register."""
    return _text("found.sql")


@cache
def additions() -> str:
    """The statements that bring a home of an earlier format up to this one; those it has already change nothing."""
    return _text("desk.sql")


def _text(file: str) -> str:
    return files("comity.store").joinpath(file).read_text(encoding="utf-8")
