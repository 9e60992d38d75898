"""Parts of register rows by the form they have, so that views read what is there and pass over what is not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar, cast

from comity.record.canonical import Fields, Value

_ID = re.compile(r"[0-9a-f]{64}")


class Lined(Protocol):
    """A line of a list: it knows which thing it is about."""

    @property
    def id(self) -> str: ...


Line = TypeVar("Line", bound=Lined)


def fields_in(row: Fields) -> Fields:
    """The fields of a row or statement."""
    return cast(Fields, row["fields"])


def view_of(row: Fields) -> Fields:
    """What the effect of its kind shows."""
    return cast(Fields, row["view"])


def words_in(fields: Fields, name: str) -> str:
    """A plain value as text, "" where there is none."""
    value = fields.get(name)
    return "" if value is None or isinstance(value, (list, dict)) else str(value)


def ids_in(fields: Fields, name: str) -> tuple[str, ...]:
    """The plain values of a list in order, mostly ids."""
    value = fields.get(name)
    return tuple(str(each) for each in value if not isinstance(each, (list, dict))) if isinstance(value, list) else ()


def rows_in(fields: Fields, name: str) -> tuple[Fields, ...]:
    """The objects of a list in order."""
    value = fields.get(name)
    return tuple(each for each in value if isinstance(each, dict)) if isinstance(value, list) else ()


def statements_in(row: Fields, *kinds: str) -> tuple[Fields, ...]:
    """What was said of the thing, of these kinds; of every kind where none is named."""
    return tuple(said for said in rows_in(row, "statements") if not kinds or said["kind"] in kinds)


def ids_within(value: Value) -> set[str]:
    """Everything in a value that has the form of an id."""
    if isinstance(value, dict):
        return {found for part in value.values() for found in ids_within(part)}
    if isinstance(value, list):
        return {found for part in value for found in ids_within(part)}
    return {value} if isinstance(value, str) and _ID.fullmatch(value) else set()


def page_of(lines: Sequence[Line], *, after: str, most: int) -> tuple[list[Line], str]:
    """So many lines behind the one about `after` ("" for the first), and about what the last is if others follow, else ""."""
    start = next((at + 1 for at, line in enumerate(lines) if line.id == after), 0)
    shown = list(lines[start : start + most])
    return shown, shown[-1].id if len(lines) > start + most else ""
