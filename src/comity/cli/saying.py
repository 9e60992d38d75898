"""What the commands say: sentences in the language of the session, results for people and for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence

import click

from comity.config import language_of
from comity.paper.refusal import refusal_sentence
from comity.paper.table import table
from comity.paper.translate import translate
from comity.record.errors import ComityError

LANG = language_of()
_ = translate(LANG)


def refuse(problem: ComityError) -> None:
    """Shows a refusal: one sentence, and its code."""
    complain(refusal_sentence(problem, LANG), problem.code)


def complain(sentence: str, code: str) -> None:
    """Says what went wrong, on one line."""
    click.echo(f"comity: {' '.join(sentence.split())} [{code}]", err=True)


def say(sentence: str) -> None:
    """Says something about what is done; results go to standard output instead."""
    click.echo(sentence, err=True)


def show_json(value: object) -> None:
    """One JSON value, readable, in UTF-8."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def show_line(value: object) -> None:
    """One JSON value on one line."""
    click.echo(json.dumps(value, ensure_ascii=False))


def show_csv(rows: Sequence[Mapping[str, object]], columns: Sequence[str]) -> None:
    """A table as CSV with a heading; lists are joined by semicolons, the languages of a wording by strokes."""
    cells = ([_cell(row.get(column, "")) for column in columns] for row in rows)
    click.echo(table([columns, *cells], line_end="\n"), nl=False)


def show_table(rows: Iterable[Sequence[str]], heading: Sequence[str]) -> None:
    """A plain table for people; wide characters keep their columns."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold" if sys.stdout.isatty() else "")
    for name in heading:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*row)
    Console(width=None if sys.stdout.isatty() else 160, highlight=False, markup=False).print(table)


def _cell(value: object) -> str:
    if isinstance(value, list):
        is_wording = all(isinstance(part, dict) and "text" in part for part in value)
        return (" / " if is_wording else "; ").join(_cell(part) for part in value)
    if isinstance(value, dict):
        text = value.get("text")
        return str(text) if text is not None else json.dumps(value, ensure_ascii=False)
    return str(value)
