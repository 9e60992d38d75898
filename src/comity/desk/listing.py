"""Lists made of whole lines: a page of fifty of them, and all of them as JSON and CSV under the same filters.

Where the store orders and chooses, `turn` shows a page of what it gives and leads on from the last thing and back from
the first: such addresses stay good while things are added. Files hold up to 2,000 lines and say where the next part is.
Other lists come in parts: `part_asked` reads the 200 things the store gives next, which are put in the order of the page
and shown by fifties; from the last of them the list goes on to the next part. Where there is more than one part the page
says so. Sources and changes read at most `MOST_READ`.
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
MOST_IN_PART = 200
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
class Block:
    """The rows of one part of a list in the order of the store, the addresses of the parts after and before it, or "", and
    the filters with what names the part."""

    rows: list[Fields]
    onward: str
    back: str
    asked: Mapping[str, str]

    @property
    def is_whole(self) -> bool:
        """Whether there is no other part."""
        return not (self.onward or self.back)


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """What a file says besides its lines: of how many it is a part (or of more, where `open`), and where the next one is."""

    count: int
    open: bool
    next: str


def chosen_in(ask: Ask, names: Sequence[str]) -> dict[str, str]:
    """Those filters of the address that bear one of these names and a value."""
    return {name: ask.request.GET[name] for name in names if ask.request.GET.get(name)}


def turn(ask: Ask, give: Give, chosen: Mapping[str, str], *, most: int = MOST, named: str = "after") -> Turn:
    """The rows that `?after=` (or as it is `named`) or `?newer=` asks for. Raises: UnknownThing where that is no thing."""
    after, newer = ask.request.GET.get(named, ""), ask.request.GET.get("newer", "")
    path = ask.request.path
    if newer and not after:
        found = give(after=None, newer=EntryId(newer), limit=most + 1)
        shown, before, behind = found[-most:], len(found) > most, True
    else:
        found = give(after=EntryId(after) if after else None, newer=None, limit=most + 1)
        shown, before, behind = found[:most], bool(after), len(found) > most
    if not shown:
        return Turn([], "", address(path, chosen) if after or newer else "")
    onward = address(path, {**chosen, named: str(shown[-1]["id"])}) if behind else ""
    return Turn(shown, onward, address(path, {**chosen, "newer": str(shown[0]["id"])}) if before else "")


def part_asked(ask: Ask, give: Give, chosen: Mapping[str, str], form: str) -> Block:
    """The rows that `?part=` or `?newer=` asks for: those of one part, for a file up to 2,000. Raises: UnknownThing."""
    is_page = form in ("/", "")
    found = turn(ask, give, chosen, most=MOST_IN_PART if is_page else MOST_IN_FILES, named="part")
    return Block(found.rows, found.onward, found.back, {**chosen, **chosen_in(ask, ("part", "newer"))})


def page_in(ask: Ask, block: Block, lines: Sequence[Line], *, most: int = MOST) -> tuple[list[Line], str, str]:
    """The lines shown of a part that is put in order, and the addresses of those after and before them, or ""."""
    shown, more = one_page(ask, lines, block.asked, most=most)
    further = ask.request.GET.get("after")
    return shown, more or block.onward, address(ask.request.path, block.asked) if further else block.back


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
