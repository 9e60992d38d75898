"""Which known place, gate or person a name calls, on a day: the tables of places and gates, and lexicon/aliases.tsv."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from comity.reader.names import readings
from comity.reader.names.aliases import ERROR, FORMER, GATE, PARTY, PERSON, PLACE, Alias, aliases, gate_names
from comity.reader.words import folding
from comity.reader.words.gazetteer import places

# What the tables say of their own names.
TABLE = "table"


def things_called(name: str, what: str, on: date | None) -> Mapping[str, str]:
    """The things a name calls, as `kind:name`, each with the source it is called so by; none where no table has it.

    A party is looked for among places; `what` "" looks among all. Marks in the name must be those of the table.
    """
    kinds = {"": (PERSON, PLACE, GATE), PARTY: (PARTY, PLACE)}.get(what, (what,))
    found: dict[str, str] = {}
    for said, thing, line in _by_name().get(folding.bare(readings.simple(name)), ()):
        if thing.partition(":")[0] not in kinds or (line is not None and not line.holds(on)):
            continue
        if not name.isascii() and not said.isascii() and folding.lower(readings.simple(said)) != folding.lower(name):
            continue
        source = line.source if line is not None else TABLE
        if thing not in found or found[thing] in (ERROR, FORMER):
            found[thing] = source
    return MappingProxyType(found)


def has_become_part(code: str, on: str) -> bool:
    """Whether the place with this code had by that day (YYYY, YYYY-MM or YYYY-MM-DD) become part of another."""
    return any(line.begins <= on and (not line.ends or on <= line.ends) for line in _former().get(code, ()))


@cache
def _former() -> Mapping[str, list[Alias]]:
    """The lines that call something else by a place's name of before, by the code of the place."""
    found: dict[str, list[Alias]] = {}
    lines = [line for line in aliases() if line.source == FORMER and line.what == PLACE]
    for place in places():
        names = set(place.every_name())
        found[place.code] = [line for line in lines if line.alias in names and line.name != place.code]
    return MappingProxyType(found)


@cache
def _by_name() -> Mapping[str, list[tuple[str, str, Alias | None]]]:
    """Every name of the tables without marks: as written, the thing it calls, and its line in aliases.tsv."""
    found: dict[str, list[tuple[str, str, Alias | None]]] = {}

    def learn(name: str, thing: str, line: Alias | None) -> None:
        found.setdefault(folding.bare(readings.simple(name)), []).append((name, thing, line))

    for place in places():
        for name in place.every_name():
            learn(name, f"{PLACE}:{place.code}", None)
    for name, usual in gate_names().items():
        learn(name, f"{GATE}:{usual}", None)
    for line in aliases():
        if line.what == GATE:
            learn(line.alias, f"{GATE}:{gate_names()[folding.lower(line.name)]}", line)
        elif line.what in (PLACE, PERSON, PARTY):
            learn(line.alias, f"{line.what}:{line.name}", line)
            if line.what != PLACE:
                learn(line.name, f"{line.what}:{line.name}", line)
    return MappingProxyType(found)
