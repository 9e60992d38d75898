"""Lists made of whole lines: a page of fifty of them, and all of them as JSON and CSV under the same filters.

The latest 2,000 things of a kind are read in one query; lines are then chosen and put in order. Where more are held the
page says so, and the lists by kind lead to every one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from django.http import HttpResponse

from comity.desk.answering import as_csv, as_json, flat
from comity.desk.asking import Ask
from comity.desk.filters import address
from comity.paper.row_parts import Line, page_of
from comity.record.canonical import Fields, Value

MOST = 50
MOST_READ = 2000


def chosen_in(ask: Ask, names: Sequence[str]) -> dict[str, str]:
    """Those filters of the address that bear one of these names and a value."""
    return {name: ask.request.GET[name] for name in names if ask.request.GET.get(name)}


def one_page(ask: Ask, lines: Sequence[Line], chosen: Mapping[str, str]) -> tuple[list[Line], str]:
    """The lines shown and the address of the following ones, or ""."""
    shown, last = page_of(lines, after=ask.request.GET.get("after", ""), most=MOST)
    return shown, address(ask.request.path, {**chosen, "after": last}) if last else ""


def in_form(form: str, name: str, lines: Sequence[Any], page: Callable[[], HttpResponse]) -> HttpResponse:
    """The page, or the lines as they are asked for: `form` is "/", ".json" or ".csv"."""
    if form == "/":
        return page()
    rows = [as_fields(line) for line in lines]
    if form == ".json":
        return as_json({"count": len(rows), name: list[Value](rows)})
    head = list(rows[0]) if rows else ["id"]
    return as_csv(name, [head, *([flat(row[key]) for key in head] for row in rows)])


def as_fields(line: Any) -> Fields:
    """A line as values: every tuple a list, every part an object."""
    return cast(Fields, _value(dataclasses.asdict(line)))


def _value(value: Any) -> Value:
    if isinstance(value, dict):
        return {key: _value(part) for key, part in value.items()}
    return [_value(part) for part in value] if isinstance(value, (list, tuple)) else cast(Value, value)
