"""One event, many reports: sessions told in several documents become one proposed event, with every report's own words.

1. Two tellings are of one event when they tell the same mechanism between parties that meet, and the same number; else days at
   most `NEAR` apart with parties that meet on both sides or the same place; else the same year where neither says more.
2. Numbers that differ, parties of one country that do not meet, or days too far apart keep two tellings apart, and keep apart
   whatever either is tied to.
3. What a person answered stands above all of this: same ties, differ parts.
4. Where reports differ, each value stays with those who say it. Nothing is averaged and nothing left out.
5. A report derived from another adds its words and no further witness.

Source: docs/decisions/0010-the-reader-enters-nothing.md.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

from comity.reader.told.namings import LOOSE
from comity.reader.words import folding

NEAR = 3
# Reports of one numbered session may err in the month, not in the season.
FAR = 45

_COUNTRY = re.compile(r"([A-Z]{2})-")
_TOLD = ("date", "until", "place", "host", "form", "live_points", "gates")
_UNTIL = (
    r"(?:st|nd|rd|th)?(?:日)?\s*(?:[-–—~]|đến(?: hết)?|den|to|until|till|through|至|到)\s*"
    r"(?:ngày\s*|ngay\s*)?(\d{1,2})(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A session as one report tells it. `id` names the telling, `report` the document; `mean` what answers are kept under.

    Dates are ISO of any precision or ""; `edition` is 0 where no number is told; `parties` are codes; `gates` names pairs.
    """

    id: str
    report: str
    mean: str
    mechanism: str
    edition: int = 0
    year: int = 0
    date: str = ""
    until: str = ""
    place: str = ""
    host: str = ""
    form: str = ""
    live_points: str = ""
    gates: str = ""
    parties: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Bond:
    """Why two tellings are of one event: `why` is answered, edition, day, place or year, the surest that holds."""

    one: str
    other: str
    why: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """What reports tell differently: each value with the tellings that say it, in the order of the tellings."""

    what: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Tellings of one event in the order given, what ties them, what they tell differently, and how many witnesses there are."""

    told: tuple[Told, ...]
    bonds: tuple[Bond, ...]
    conflicts: tuple[Conflict, ...]
    witnesses: int


_RANK = ("answered", "edition", "day", "place", "year")


def events_of(
    tellings: Sequence[Told],
    *,
    derived: Mapping[str, str] | None = None,
    answers: Mapping[tuple[str, str], str] | None = None,
) -> list[Event]:
    """The events that more than one report tells, in the order of their first telling.

    `derived` gives, for a report, the one it derives from; `answers` what people said of two meanings, in sorted order.
    """
    answered = answers or {}
    groups = {told.id: [told] for told in tellings}
    bonds: dict[str, list[Bond]] = defaultdict(list)
    found = [bond for one, other in _candidates(tellings, answered) if (bond := _bond(one, other, answered)) is not None]
    # Pairs come in the order of what they share; ties in that of the tellings.
    place = {told.id: at for at, told in enumerate(tellings)}
    found.sort(key=lambda bond: (_RANK.index(bond.why), place[bond.one], place[bond.other]))
    for bond in found:
        one, other = groups[bond.one], groups[bond.other]
        if one is not other and not any(_parted(first, second, answered) for first in one for second in other):
            one.extend(other)
            groups |= {told.id: one for told in other}
            bonds[bond.one].append(bond)
        elif one is other:
            bonds[bond.one].append(bond)
    whole = {id(group): sorted(group, key=lambda told: place[told.id]) for group in groups.values()}
    several = [group for group in whole.values() if len({told.report for told in group}) > 1]
    several.sort(key=lambda group: place[group[0].id])
    return [_event(group, bonds, derived or {}) for group in several]


def bond_between(one: Told, other: Told) -> Bond | None:
    """Why two tellings are of one event, or None where they are not."""
    return _bond(one, other, {})


def last_day(words: str, first: str) -> str:
    """The last day of a span that begins on the day `first` (ISO), as the words tell it; "" where they tell none."""
    if len(first) < len("2026-02-03"):
        return ""
    year, month, day = map(int, first.split("-"))
    found = re.search(rf"(?<!\d)0?{day}{_UNTIL}", words)
    last = int(found[1]) if found else 0
    return f"{year:04d}-{month:02d}-{last:02d}" if day < last <= 31 else ""


def _candidates(tellings: Sequence[Told], answers: Mapping[tuple[str, str], str]) -> Iterator[tuple[Told, Told]]:
    """Pairs that can be of one event, each once, the earlier telling first."""
    place = {told.id: at for at, told in enumerate(tellings)}
    meant: dict[str, list[Told]] = defaultdict(list)
    for told in tellings:
        meant[told.mean].append(told)
    answered = [(meant.get(a, []), meant.get(b, [])) for (a, b), said in answers.items() if said == "same"]
    pairs = [*_sharing(tellings), *((one, other) for first, second in answered for one in first for other in second)]
    seen: set[tuple[str, str]] = set()
    for one, other in pairs:
        first, second = (one, other) if place[one.id] < place[other.id] else (other, one)
        if first is not second and (first.id, second.id) not in seen:
            seen.add((first.id, second.id))
            yield first, second


def _sharing(tellings: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Pairs that share a mechanism and a number, near days, or a year in which at least one of them tells no day."""
    rows: dict[tuple[str, str, int], list[Told]] = defaultdict(list)
    in_year: dict[tuple[str, int], tuple[list[Told], list[Told]]] = defaultdict(lambda: ([], []))
    for told in tellings:
        day = _day(told)
        if told.edition:
            rows[told.mechanism, "number", told.edition].append(told)
        if day:
            # Days at most NEAR apart lie in one stretch or in two that adjoin: they share a row.
            for stretch in (day // (NEAR + 1), day // (NEAR + 1) + 1):
                rows[told.mechanism, "days", stretch].append(told)
        if _year(told):
            in_year[told.mechanism, _year(told)][bool(day)].append(told)
    for row in rows.values():
        yield from combinations(row, 2)
    for without, dated in in_year.values():
        yield from combinations(without, 2)
        yield from ((one, other) for one in without for other in dated)


def _bond(one: Told, other: Told, answers: Mapping[tuple[str, str], str]) -> Bond | None:
    if _answer(one, other, answers) == "same":
        return Bond(one.id, other.id, "answered")
    if one.report == other.report or one.mechanism != other.mechanism or _parted(one, other, answers):
        return None
    why = _why(one, other)
    return Bond(one.id, other.id, why) if why else None


def _why(one: Told, other: Told) -> str:
    if one.edition and one.edition == other.edition:
        # A bare number says nothing without parties or days: two mechanisms may bear one name.
        return "edition" if _meet(one, other) or _apart(one, other) is not None else ""
    apart = _apart(one, other)
    is_near = apart is not None and apart <= (0 if one.mechanism in LOOSE else NEAR)
    if is_near and _meet(one, other):
        return "day"
    if is_near and one.place and folding.bare(one.place) == folding.bare(other.place):
        return "place"
    says_more = (one.edition and other.edition) or apart is not None
    if one.mechanism in LOOSE or says_more or not _year(one) or _year(one) != _year(other):
        return ""
    return "year" if _meet(one, other) else ""


def _parted(one: Told, other: Told, answers: Mapping[tuple[str, str], str]) -> bool:
    """Whether two tellings can be of one event at all."""
    answer = _answer(one, other, answers)
    if answer:
        return answer == "differ"
    if one.mechanism != other.mechanism or (one.edition and other.edition and one.edition != other.edition):
        return True
    sides, others = _sides(one), _sides(other)
    if any(not sides[country] & others[country] for country in sides.keys() & others.keys()):
        return True
    same_number = one.edition and one.edition == other.edition
    apart = _apart(one, other)
    if apart is not None:
        return apart > (FAR if same_number else NEAR)
    return bool(_year(one) and _year(other) and _year(one) != _year(other))


def _answer(one: Told, other: Told, answers: Mapping[tuple[str, str], str]) -> str:
    first, second = sorted((one.mean, other.mean))
    return answers.get((first, second), "")


def _sides(told: Told) -> Mapping[str, set[str]]:
    return _by_country(told.parties)


@lru_cache(maxsize=20_000)
def _by_country(parties: frozenset[str]) -> Mapping[str, set[str]]:
    sides: dict[str, set[str]] = {}
    for code in parties:
        country = _COUNTRY.match(code)
        if country:
            sides.setdefault(country[1], set()).add(code)
    return sides


def _meet(one: Told, other: Told) -> bool:
    """Whether parties of two countries, or of the only one that both name, are the same."""
    sides, others = _sides(one), _sides(other)
    both = sides.keys() & others.keys()
    if not both:
        return bool(one.parties & other.parties)
    return all(sides[country] & others[country] for country in both)


def _apart(one: Told, other: Told) -> int | None:
    """How many days lie between the first days, or None where one of them is not told."""
    first, second = _day(one), _day(other)
    return abs(first - second) if first and second else None


def _day(told: Told) -> int:
    """The first day as a number that grows by one each day; 0 where no whole day is told."""
    return _day_number(told.date)


@lru_cache(maxsize=20_000)
def _day_number(day: str) -> int:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return 0


def _year(told: Told) -> int:
    return int(told.date[:4]) if told.date[:4].isdigit() else told.year


def _event(group: list[Told], bonds: Mapping[str, list[Bond]], derived: Mapping[str, str]) -> Event:
    ties = tuple(bond for told in group for bond in bonds.get(told.id, ()))
    conflicts = tuple(conflict for what in _TOLD if (conflict := _conflict(what, group)) is not None)
    reports = {told.report for told in group}
    return Event(tuple(group), ties, conflicts, len(reports - {copy for copy in derived if _origin(copy, derived) in reports}))


def _origin(copy: str, derived: Mapping[str, str]) -> str:
    return derived[copy] if derived[copy] != copy else ""


def _conflict(what: str, group: Sequence[Told]) -> Conflict | None:
    """What is told differently; a month and a day within it are no conflict, and who says nothing contradicts nobody."""
    said: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    for told in group:
        value = getattr(told, what)
        if value:
            plain = folding.bare(value)
            said.setdefault(plain, []).append(told.id)
            words.setdefault(plain, value)
    if what == "date":
        said = {day: who for day, who in said.items() if not any(other != day and other.startswith(day) for other in said)}
    if len(said) < 2:
        return None
    return Conflict(what, tuple((words[plain], tuple(who)) for plain, who in said.items()))
