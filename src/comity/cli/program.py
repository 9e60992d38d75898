"""The program: its commands, and how a refusal is shown.

Exit codes: 0 done; 1 refused; 2 mistyped; 70 a fault of the program itself; 130 interrupted.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

import click

from comity.cli import (
    acts,
    attached,
    briefing,
    calendar,
    checking,
    drafts,
    findings,
    importing,
    learning,
    letters,
    looking,
    models,
    noting,
    publishing,
    reading,
    releasing,
    reviewing,
    scoring,
    serving,
    threads,
    translating,
)
from comity.cli.mistyped import Group, HelpFormatter, mistyped_sentence
from comity.cli.saying import _, complain, refuse
from comity.config import is_debugging
from comity.record.errors import ComityError, NotUtf8

REFUSED, MISTYPED, FAULT, INTERRUPTED = 1, 2, 70, 130


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_("Comity: the shared record of a cooperation that no single government runs."),
)
@click.version_option(package_name="comity", message="comity %(version)s")
def commands() -> None:
    pass


for module in (
    acts,
    attached,
    noting,
    calendar,
    translating,
    importing,
    reading,
    scoring,
    drafts,
    learning,
    models,
    threads,
    looking,
    findings,
    briefing,
    reviewing,
    letters,
    checking,
    releasing,
    publishing,
    serving,
):
    for command in module.COMMANDS:
        commands.add_command(command)
click.Context.formatter_class = HelpFormatter


def main() -> None:
    """Runs the command line and exits."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(words: Sequence[str]) -> int:
    """Runs one command and returns its exit code; nothing that was given ever shows a traceback."""
    try:
        for word in words:
            _demand_utf8(word)
        return commands.main(list(words), prog_name="comity", standalone_mode=False) or 0
    except click.exceptions.NoArgsIsHelpError as problem:
        problem.show()
        return MISTYPED
    except click.ClickException as problem:
        complain(mistyped_sentence(problem), "mistyped")
        return MISTYPED
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except ComityError as problem:
        refuse(problem)
        return REFUSED
    except Exception as problem:
        if is_debugging():
            raise
        complain(
            _("A fault of the program itself ({problem}): nothing half-done was kept.", problem=type(problem).__name__),
            "internal_fault",
        )
        return FAULT


def _demand_utf8(word: str) -> None:
    try:
        word.encode()
    except UnicodeEncodeError as problem:
        raise NotUtf8(position=problem.start) from problem
