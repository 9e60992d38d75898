"""What a reference may be chosen from: the things of its kinds by title, or a box to type in where they are many.

A page bears at most 100 KB: where its lists would grow past some hundred lines together, later ones become boxes.
"""

from __future__ import annotations

from dataclasses import dataclass

from comity.desk.asking import Ask
from comity.kinds import every_kind
from comity.paper.labels import kind_label
from comity.paper.names import Name, plain_name
from comity.paper.thing_view import title_parts
from comity.record.act import EntryId
from comity.record.canonical import Fields
from comity.record.errors import AmbiguousName, UnknownThing
from comity.record.field import PARTIES, Ref

MOST = 200
MOST_ON_PAGE = 320
OFFERED = 80
DIGITS = 12


@dataclass(frozen=True, slots=True)
class Choosable:
    """One value to choose, with its words and the language of those."""

    value: str
    words: str
    lang: str


@dataclass(frozen=True, slots=True)
class Choosing:
    """What may be chosen. Where `all_here` is false, anything else may be typed by its id or short name.

    `key` is the same for all references to the same kinds, so that one list of offers serves them.
    """

    options: tuple[Choosable, ...]
    all_here: bool
    key: str


class References:
    """The things a form may refer to; each kind is read once."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._short: dict[str, str] = {}
        for short, entry in ask.reading.short_names().items():
            self._short.setdefault(entry, short)
        self._counts = ask.reading.counts_by_kind()
        self._rows: dict[str, list[Fields]] = {}
        self._left = MOST_ON_PAGE
        self.offers: dict[str, tuple[Choosable, ...]] = {}

    def choosing(self, form: Ref, *, lists: int) -> Choosing:
        """The things a reference of this form may name, newest first, where they stand in so many lists of the page."""
        kinds = self._in_order([kind for kind in self._counts if form.takes(kind)])
        count = sum(self._counts[kind] for kind in kinds)
        all_here = count <= MOST and count * lists <= self._left
        several, key = len([kind for kind in kinds if kind not in PARTIES]) > 1, "-".join(kinds)
        if all_here:
            self._left -= count * lists
            return Choosing(tuple(self._options(kinds, several=several, typed=False)), True, key)
        if key not in self.offers:
            self.offers[key] = tuple(self._options(kinds, several=several, typed=True)[:OFFERED])
        return Choosing(self.offers[key], False, key)

    def called(self, thing: EntryId) -> str:
        """What a thing is called, as plain words."""
        return plain_name(self._ask.names(thing), self._ask.lang)

    def resolve(self, name: str) -> EntryId | None:
        """The thing called `name`; None where there is none or more than one."""
        try:
            return self._ask.reading.resolve(name)
        except (UnknownThing, AmbiguousName):
            return None

    def _options(self, kinds: list[str], *, several: bool, typed: bool) -> list[Choosable]:
        rows = [row for kind in kinds for row in self._of(kind)]
        return [self._option(row, several=several, typed=typed) for row in rows]

    def _in_order(self, kinds: list[str]) -> list[str]:
        known = list(every_kind())
        return sorted(kinds, key=lambda kind: known.index(kind) if kind in known else len(known))

    def _of(self, kind: str) -> list[Fields]:
        if kind not in self._rows:
            self._rows[kind] = self._ask.reading.things(kind, limit=MOST)
        return self._rows[kind]

    def _option(self, row: Fields, *, several: bool, typed: bool) -> Choosable:
        thing, kind, lang = str(row["id"]), str(row["kind"]), self._ask.lang
        name = Name(thing, kind, tuple(title_parts(row)), self._short.get(thing, ""), True)
        lead = next((part for part in name.parts if part.lang == lang), next(iter(name.parts), None))
        words = plain_name(name, lang)
        worded = f"{kind_label(kind, lang)} · {words}" if several else words
        value = (self._short.get(thing) or thing[:DIGITS]) if typed else thing
        return Choosable(value, worded, lead.lang if lead and not several else lang)
