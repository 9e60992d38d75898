"""From a view's content to its answer: the page around it, JSON and CSV."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.http import HttpResponse

from comity.desk.asking import Ask
from comity.desk.page_json import is_json, json_address, values_of
from comity.desk.sheet import book_lines, sheet
from comity.paper.rendering import render
from comity.paper.table import table_bytes
from comity.record.canonical import Fields, Value


def show(ask: Ask, template: str, /, **content: object) -> HttpResponse:
    """The page; its values alone where it is asked for as JSON."""
    if is_json(ask.request):
        return as_json(values_of(content))
    own = next((line for line in book_lines(ask.reading) if line.own), None)
    return HttpResponse(
        render(template, ask.lang, page=sheet(ask.request, own), names=ask.names, as_json=json_address(ask.request), **content)
    )


def as_json(value: Fields) -> HttpResponse:
    """The values as JSON, readable by people."""
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return HttpResponse(text, content_type="application/json; charset=utf-8")


def as_csv(name: str, rows: Iterable[list[str]]) -> HttpResponse:
    """The rows as a table for a spreadsheet; what it would take for a formula is kept as text."""
    response = HttpResponse(table_bytes(rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def flat(value: Value | None) -> str:
    """A value as one cell of a table."""
    if isinstance(value, list):
        return "; ".join(flat(part) for part in value)
    if isinstance(value, dict):
        return f"{value['lang']}: {value['text']}" if "text" in value else ", ".join(f"{k}: {flat(v)}" for k, v in value.items())
    return "" if value is None else str(value)
