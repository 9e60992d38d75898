"""Places and border gates: each pair as one thing with two sides, and the places whose time began or ended.

- The class of a pair is told by readings, each for one side or for both; sides that differ stand beside each other.
- Changes stand in the order of their days, each with its reading and its source; what is told without a day goes by
  the day of the source, and within one source in the order of its text.
- The side of the page's language comes first; in English the order changes from pair to pair. No side is the default.
- Pairs that readings name and nobody has entered as a thing are listed apart by the words they are named with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from comity.kinds.gate import CHANGES, CLASSES
from comity.paper.row_parts import fields_in, ids_in, statements_in, words_in
from comity.paper.thing_view import title_parts
from comity.paper.wording import Part, parts_of
from comity.record.canonical import Fields

# How a state's own papers write the class of a gate: the language of the state by its code.
OWN_TONGUE = {"VN": "vi", "CN": "zh-Hans"}
_TONGUE_SIDE = {tongue: side for side, tongue in OWN_TONGUE.items()}


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a reading tells of a pair: for `side` (its code, "" for both), a class or a change by its code.

    `day` when it happened, `by` the day it is planned for, both as said; `title` the reading's own wording; `outlet` who
    published the source, "" where that is not at hand; `at` where its words begin in the source, 0 where it quotes none.
    """

    reading: str
    source: str
    outlet: str
    side: str
    status: str
    change: str
    day: str
    by: str
    title: tuple[Part, ...]
    at: int = 0


@dataclass(frozen=True, slots=True)
class GateSide:
    """One side of a pair: its state's code, what it is called, where it lies and the class last told of it."""

    side: str
    name: tuple[Part, ...]
    at: tuple[str, ...]
    status: Told | None


@dataclass(frozen=True, slots=True)
class GateLine:
    """A pair of gates as lists show it. `differs`: the classes told of its sides are not the same."""

    id: str
    title: tuple[Part, ...]
    sides: tuple[GateSide, ...]
    within: tuple[str, ...]
    markers: str
    entered_class: str
    differs: bool
    changes: tuple[Told, ...]

    @property
    def classes(self) -> set[str]:
        """Every class told of it or entered for it."""
        told = {each.status for each in self.changes} | {self.entered_class}
        return told - {""}

    @property
    def localities(self) -> set[str]:
        """The parties it lies in."""
        return {party for side in self.sides for party in side.at}

    def named(self) -> set[str]:
        """Everything whose name its line shows."""
        return {self.id, *self.within, *self.localities, *(told.source for told in self.changes)} - {""}


@dataclass(frozen=True, slots=True)
class LoosePair:
    """A pair that readings name and that is no thing here: the words it is named with, and one reading that does so."""

    id: str
    words: str
    count: int


def gate_line(row: Fields, sources: Mapping[str, Fields] | None = None) -> GateLine:
    """The line of a pair; the days of `sources`, rows by id, order what is told without a day."""
    fields = fields_in(row)
    told = _told(row, sources or {})
    sides = tuple(_side(fields, which, told) for which in ("first", "second") if _is_named(fields, which))
    classes = {side.status.status for side in sides if side.status}
    pending = any(each.change == "not_yet" for each in told)
    return GateLine(
        id=str(row["id"]),
        title=tuple(title_parts(row)),
        sides=sides,
        within=ids_in(fields, "within"),
        markers=words_in(fields, "markers"),
        entered_class=words_in(fields, "class"),
        differs=len(classes) > 1 or pending,
        changes=told,
    )


def in_order(lines: Iterable[GateLine]) -> list[GateLine]:
    """Those with the latest change first, each followed by the routes that are part of it."""
    known = sorted(lines, key=lambda line: (_last_day(line), line.id), reverse=True)
    ids = {line.id for line in known}
    parts: dict[str, list[GateLine]] = {}
    for line in known:
        for pair in line.within:
            parts.setdefault(pair, []).append(line)
    heads = [line for line in known if not ids & set(line.within)]
    return [each for head in heads for each in (head, *parts.get(head.id, []))]


def sides_for(line: GateLine, lang: str, at: int) -> tuple[GateSide, ...]:
    """The sides as a page in `lang` puts them: its own first; in English by turns, `at` being the place in the list."""
    own = _TONGUE_SIDE.get(lang, "")
    if own and any(side.side == own for side in line.sides):
        return tuple(sorted(line.sides, key=lambda side: side.side != own))
    return line.sides if at % 2 == 0 else line.sides[::-1]


def loose_pairs(rows: Iterable[Fields], gates: Iterable[str]) -> list[LoosePair]:
    """Pairs that readings of a gate name without being about one of these gates; the most often named first."""
    known, found = set(gates), dict[str, list[str]]()
    for row in rows:
        value = fields_in(row).get("value")
        words = words_in(value, "pair") if isinstance(value, dict) else ""
        if words and not known & set(ids_in(fields_in(row), "about")):
            found.setdefault(words, []).append(str(row["id"]))
    return sorted(
        (LoosePair(ids[0], words, len(ids)) for words, ids in found.items()), key=lambda pair: (-pair.count, pair.words)
    )


def class_words(code: str, lang: str) -> str:
    """What a class is called; a word that is no code stands as it is."""
    return CLASSES[code].in_language(lang) if code in CLASSES else code


def own_words(code: str, side: str, lang: str) -> Part | None:
    """The class in the words of that side's own papers, where the page is in another language."""
    tongue = OWN_TONGUE.get(side, "")
    return Part(tongue, "", class_words(code, tongue)) if tongue and tongue != lang and code in CLASSES else None


def change_words(code: str, lang: str) -> str:
    """What a change is called; a word that is no code stands as it is."""
    return CHANGES[code].in_language(lang) if code in CHANGES else code


def _told(row: Fields, sources: Mapping[str, Fields]) -> tuple[Told, ...]:
    readings = [said for said in statements_in(row, "reading") if fields_in(said).get("says") == "gate"]
    found = [told for said in readings if (told := _of_reading(said, sources)).status or told.change or told.day]
    days = {thing: words_in(fields_in(source), "dated_on") for thing, source in sources.items()}
    return tuple(
        sorted(found, key=lambda told: (told.day or days.get(told.source, "") or "9999", told.source, told.at, told.reading))
    )


def _of_reading(said: Fields, sources: Mapping[str, Fields]) -> Told:
    fields = fields_in(said)
    given = fields.get("value")
    value: Fields = given if isinstance(given, dict) else {}
    source = next(iter(ids_in(fields, "source")), "")
    return Told(
        reading=str(said["id"]),
        source=source,
        outlet=words_in(fields_in(sources[source]), "outlet") if source in sources else "",
        side=words_in(value, "country"),
        status=words_in(value, "status"),
        change=words_in(value, "change"),
        day=words_in(value, "date"),
        by=words_in(value, "deadline"),
        title=tuple(parts_of(fields.get("title"))),
        at=_begins(fields),
    )


def _begins(fields: Fields) -> int:
    quotes = fields.get("quotes")
    first = quotes[0] if isinstance(quotes, list) and quotes else {}
    start = first.get("start") if isinstance(first, dict) else 0
    return start if isinstance(start, int) else 0


def _side(fields: Fields, which: str, told: Sequence[Told]) -> GateSide:
    side = words_in(fields, f"{which}_side")
    last = [each for each in told if each.status and each.side in ("", side)]
    own = [each for each in last if each.side]
    return GateSide(
        side=side,
        name=tuple(parts_of(fields.get(f"{which}_name"))),
        at=ids_in(fields, f"{which}_at"),
        status=(own or last)[-1] if last else None,
    )


def _is_named(fields: Fields, which: str) -> bool:
    return any(fields.get(f"{which}_{part}") for part in ("side", "name", "at"))


def _last_day(line: GateLine) -> str:
    return max((told.day for told in line.changes), default="")
