"""The same content as a page shows, as JSON: for pages that are no plain list. Values only, no words of the page around them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence, Set

from django.http import HttpRequest
from markupsafe import Markup

from comity.record.canonical import Fields, Value

# Pages by their path, and the path of the same as JSON; lists and things have addresses of their own.
_PAGES = (
    (re.compile(r"/"), "/overview.json"),
    (re.compile(r"/(drafts|threads|events|k)/"), r"/\1.json"),
    (re.compile(r"/(drafts/\d+|sources/[0-9a-f]{64})"), r"/\1.json"),
)
_NOTHING = object()


def is_json(request: HttpRequest) -> bool:
    """Whether the page is asked for as JSON."""
    return request.path.endswith(".json")


def json_address(request: HttpRequest) -> str:
    """Where the page stands as JSON under the same filters; "" where it has no such address."""
    for path, target in _PAGES:
        if path.fullmatch(request.path):
            filters = request.GET.urlencode()
            return path.sub(target, request.path) + (f"?{filters}" if filters else "")
    return ""


def values_of(content: Mapping[str, object]) -> Fields:
    """The content by name; what only draws the page (functions, templates) is left out."""
    plain = {name: _plain(value) for name, value in content.items()}
    return {name: value for name, value in plain.items() if value is not _NOTHING}  # type: ignore[misc]


def _plain(value: object) -> Value | object:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Markup):
        return value.striptags()
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return round(value)
    if isinstance(value, bytes):
        return value.hex()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return values_of({field.name: getattr(value, field.name) for field in dataclasses.fields(value)})
    if isinstance(value, Mapping):
        return values_of({str(name): each for name, each in value.items()})
    if isinstance(value, Set):
        return sorted(str(each) for each in value)
    if isinstance(value, Sequence):
        return [plain for plain in map(_plain, value) if plain is not _NOTHING]
    return _NOTHING
