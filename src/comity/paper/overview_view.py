"""The record at one glance: year by year, mechanism by mechanism, and what comes next.

- A year counts what bears its day; what bears no day is counted in no year.
- Of a mechanism: how many of its sessions were held, the first and last year of them, and the next one that is planned.
- What comes next is planned for the day asked about or later, or is planned without a day; nobody is said to be late.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from comity.paper.row_parts import fields_in, ids_in, words_in
from comity.record.canonical import Fields

WIDTH = 120
# What stands for a mechanism where there is none.
NONE = "-"

# How many sessions of a mechanism were held, and the first and last year of them.
Held = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Bar:
    """A count of one year and how wide its bar is drawn, of at most `WIDTH`."""

    count: int
    width: int


@dataclass(frozen=True, slots=True)
class Year:
    """One year with a bar for each column, in the order of the columns."""

    year: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """The sessions of one mechanism, "" for those outside any; `coming` the next one planned, "" where none is known."""

    mechanism: str
    held: int
    first: str
    last: str
    coming: str


@dataclass(frozen=True, slots=True)
class Coming:
    """What is planned: a thing and the day said, "" where no day is said."""

    id: str
    day: str


def by_year(days: Iterable[str]) -> dict[str, int]:
    """How many of these days, as said, lie in each year."""
    return Counter(day[:4] for day in days if len(day) >= 4)


def years(counts: Sequence[Mapping[str, int]]) -> list[Year]:
    """The years from the first to the last of any column, the latest first; bars go by the largest count of their column."""
    known = sorted({year for count in counts for year in count if year.isdigit()})
    if not known:
        return []
    most = [max(count.values(), default=0) for count in counts]
    span = range(int(known[-1]), int(known[0]) - 1, -1) if int(known[-1]) - int(known[0]) < 100 else map(int, reversed(known))
    return [
        Year(f"{year:04}", tuple(_bar(count.get(f"{year:04}", 0), top) for count, top in zip(counts, most, strict=True)))
        for year in span
    ]


def series(mechanisms: Iterable[str], held: Mapping[str, Held], planned: Iterable[Fields], *, on: str) -> list[Series]:
    """One line for each of the mechanisms ("-" for none), the one with the most sessions held first.

    `held`: by mechanism how many were held, and the first and last year; `planned`: the rows of sessions planned.
    """
    ahead: dict[str, list[Fields]] = {}
    for row in planned:
        ahead.setdefault(next(iter(ids_in(fields_in(row), "mechanism")), NONE), []).append(row)
    none = (0, "", "")
    lines = [_series(each, held.get(each, none), coming_sessions(ahead.get(each, ()), on=on)) for each in mechanisms]
    return sorted(lines, key=lambda line: (not line.mechanism, -line.held, line.mechanism))


def coming_sessions(sessions: Iterable[Fields], *, on: str) -> list[Coming]:
    """Sessions that are planned and whose day has not passed, those with a day first, the nearest leading."""
    found = [(words_in(fields_in(row), "starts_on"), row) for row in sessions if fields_in(row).get("stage") == "planned"]
    ahead = [Coming(str(row["id"]), day) for day, row in found if not day or not has_gone(day, on)]
    return sorted(ahead, key=lambda each: (not each.day, each.day, each.id))


def coming_items(due: Mapping[str, str], *, on: str) -> list[Coming]:
    """Agreed items by id with the day each is planned for, those ahead, the nearest first."""
    ahead = [Coming(thing, day) for thing, day in due.items() if day and not has_gone(day, on)]
    return sorted(ahead, key=lambda each: (each.day, each.id))


def has_gone(day: str, on: str) -> bool:
    """Whether a day, month or year as said is over on the day `on`."""
    return day < on[: len(day)]


def _series(mechanism: str, held: Held, coming: Sequence[Coming]) -> Series:
    return Series("" if mechanism == NONE else mechanism, *held, coming[0].id if coming else "")


def _bar(count: int, most: int) -> Bar:
    return Bar(count, max(2, round(WIDTH * count / most)) if count and most else 0)
