"""Lists made of whole lines: a page of fifty of them, and all of them as JSON and CSV under the same filters.

Where the store orders and chooses, `turn` shows a page of what it gives and leads on from the last thing and back from
the first: such addresses stay good while things are added. Files hold up to 2,000 lines and say where the next part is.
Other lists read the 2,000 things of a kind that stand first and are chosen and put in order here; where more are held
the page says so, and the lists by kind lead to every one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, cast

from django.http import HttpResponse

from comity.desk.answering import as_csv, as_json, flat
from comity.desk.asking import Ask
from comity.desk.filters import address
from comity.paper.row_parts import Line, page_of
from comity.record.act import EntryId
from comity.record.canonical import Fields, Value

MOST = 50
MOST_READ = 2000
MOST_IN_FILES = 2000


class Give(Protocol):
    """Gives rows in the order of a list: those after a thing, or those nearest before one."""

    def __call__(self, *, after: EntryId | None, newer: EntryId | None, limit: int) -> list[Fields]: ...


@dataclasses.dataclass(frozen=True, slots=True)
class Turn:
    """The rows of a page, and the addresses of the ones after and before them, or ""."""

    rows: list[Fields]
    onward: str
    back: str


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """What a file says besides its lines: of how many it is a part (or of more, where `open`), and where the next one is."""

    count: int
    open: bool
    next: str


def chosen_in(ask: Ask, names: Sequence[str]) -> dict[str, str]:
    """Those filters of the address that bear one of these names and a value."""
    return {name: ask.request.GET[name] for name in names if ask.request.GET.get(name)}


def turn(ask: Ask, give: Give, chosen: Mapping[str, str], *, most: int = MOST) -> Turn:
    """The rows that `?after=` or `?newer=` asks for. Raises: UnknownThing where the address names what is no thing."""
    after, newer = ask.request.GET.get("after", ""), ask.request.GET.get("newer", "")
    path = ask.request.path
    if newer and not after:
        found = give(after=None, newer=EntryId(newer), limit=most + 1)
        shown, before, behind = found[-most:], len(found) > most, True
    else:
        found = give(after=EntryId(after) if after else None, newer=None, limit=most + 1)
        shown, before, behind = found[:most], bool(after), len(found) > most
    if not shown:
        return Turn([], "", address(path, chosen) if after or newer else "")
    onward = address(path, {**chosen, "after": str(shown[-1]["id"])}) if behind else ""
    return Turn(shown, onward, address(path, {**chosen, "newer": str(shown[0]["id"])}) if before else "")


def one_page(ask: Ask, lines: Sequence[Line], chosen: Mapping[str, str], *, most: int = MOST) -> tuple[list[Line], str]:
    """The lines shown, at most `most`, and the address of the following ones, or ""."""
    shown, last = page_of(lines, after=ask.request.GET.get("after", ""), most=most)
    return shown, address(ask.request.path, {**chosen, "after": last}) if last else ""


def in_form(
    form: str, name: str, lines: Sequence[Any], page: Callable[[], HttpResponse], *, part: Part | None = None
) -> HttpResponse:
    """The page, or the lines as they are asked for: `form` is "/", ".json" or ".csv"; "" is a page as well."""
    if form in ("/", ""):
        return page()
    rows, part = [as_fields(line) for line in lines], part or Part(len(lines), False, "")
    if form == ".json":
        onward: Fields = {"next": part.next} if part.next else {}
        counted: Fields = {"count": part.count, **({"or_more": True} if part.open else {})}
        return as_json({**counted, **onward, name: list[Value](rows)})
    head = list(rows[0]) if rows else ["id"]
    return linked(as_csv(name, [head, *([flat(row[key]) for key in head] for row in rows)]), part.next)


def linked(response: HttpResponse, onward: str) -> HttpResponse:
    """The same answer; a file that has a next part names its address in the header `Link`."""
    if onward:
        response.headers["Link"] = f'<{onward}>; rel="next"'
    return response


def as_fields(line: Any) -> Fields:
    """A line as values: every tuple a list, every part an object."""
    return cast(Fields, _value(dataclasses.asdict(line)))


def _value(value: Any) -> Value:
    if isinstance(value, dict):
        return {key: _value(part) for key, part in value.items()}
    return [_value(part) for part in value] if isinstance(value, (list, tuple)) else cast(Value, value)
