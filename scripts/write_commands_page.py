"""Writes docs/commands.md from the commands themselves: `.venv/bin/python scripts/write_commands_page.py`."""

from __future__ import annotations

import os
from pathlib import Path

os.environ["COMITY_LANG"] = "en"

import click

from comity.cli.program import commands

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands.md"
HEAD = """# Commands

Written from the program by `scripts/write_commands_page.py`. Every command answers `--help` in the language of the session
(`COMITY_LANG`: vi, zh-Hans or en). What is made or found goes to standard output, what is said about it to standard error.

Exit codes: 0 done; 1 refused, with one sentence and its [code](errors.md), and for `comity verify` any grave finding; 2 the
command was mistyped (`mistyped`); 70 a fault of the program itself (`internal_fault`); 130 interrupted.

Where an ID is asked for, a full id, the first six or more of its digits, or a short name of this home will do.
"""


def render() -> str:
    """The page: one section a command, with its arguments and options."""
    return HEAD + "".join(_section(words, command) for words, command in _each(commands, "comity"))


def _each(group: click.Group, words: str) -> list[tuple[str, click.Command]]:
    found: list[tuple[str, click.Command]] = []
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            found += _each(command, f"{words} {name}")
        else:
            found.append((f"{words} {name}", command))
    return found


def _section(words: str, command: click.Command) -> str:
    context = click.Context(command, info_name=words)
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [f"\n## {words}\n\n{command.help or ''}\n\n```\n{words} {usage}\n```\n"]
    options = [param for param in command.params if isinstance(param, click.Option)]
    if options:
        lines.append("\n| option | |\n|---|---|\n")
    for option in options:
        name = ", ".join(option.opts) + (f" {option.metavar}" if option.metavar else "")
        lines.append(f"| `{name}` | {option.help or ''} |\n")
    return "".join(lines)


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
