"""Other names of people, parties, gates and places, which no table of readings gives: lexicon/aliases.tsv.

- A line is `what<TAB>name<TAB>alias<TAB>from<TAB>to<TAB>source`; days are ISO and inclusive, empty means without end.
- `name` of a party or place is its code in places.tsv (or the name of one that is not there), of a gate any name in
  gate_pairs.tsv, of a person a full name, in characters where they are known; of a reading one character.
- What is held for one thing on its word alone: `error` and `former` ask a person, the other sources do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from comity.reader.words import folding
from comity.reader.words.gazetteer import places, rows_of
from comity.record.errors import BadLexicon

PERSON, PARTY, GATE, PLACE, READING = "person", "party", "gate", "place", "reading"
KINDS = (PERSON, PARTY, GATE, PLACE, READING)
# official: a party's own usage; press: newspapers; local: another language of the place; error: a known misprint;
# former: the name of what is now part of the thing.
ERROR, FORMER = "error", "former"
SOURCES = ("official", "press", "local", ERROR, FORMER)
FILE = "aliases.tsv"
_SYLLABLE = re.compile(r"[^\W\d_]+[1-5]?")


@dataclass(frozen=True, slots=True)
class Alias:
    """One line; `number` counts from 1; `begins` and `ends` are ISO days, inclusive, or ""."""

    what: str
    name: str
    alias: str
    begins: str
    ends: str
    source: str
    number: int

    def holds(self, on: date | None) -> bool:
        """Whether the alias was in use on that day; on any day where none is given."""
        day = on.isoformat() if on else ""
        return not day or ((not self.begins or self.begins <= day) and (not self.ends or day <= self.ends))


@cache
def aliases() -> tuple[Alias, ...]:
    """The lines of lexicon/aliases.tsv. Raises: BadLexicon."""
    written = resources.files("comity.reader").joinpath("lexicon", FILE).read_text(encoding="utf-8")
    return parse_aliases(written)


def parse_aliases(text: str) -> tuple[Alias, ...]:
    """The lines of an alias file's text; blank lines and comments are not lines. Raises: BadLexicon, naming the line."""
    found: list[Alias] = []
    seen: set[tuple[str, str, str, str]] = set()
    for number, written in enumerate(text.split("\n"), start=1):
        if not written.strip() or written.startswith("#"):
            continue
        cells = [cell.strip() for cell in written.split("\t")]
        if len(cells) != 6:
            raise BadLexicon(file=FILE, line=number, problem="it needs what, name, alias, from, to and source")
        what, name, alias, begins, ends, source = cells
        line = Alias(what, name, alias, begins, ends, source, number)
        problem = _problem(line)
        if not problem and (line.what, line.name, folding.lower(line.alias), line.begins) in seen:
            problem = f"{line.alias!r} stands there twice"
        if problem:
            raise BadLexicon(file=FILE, line=number, problem=problem)
        seen.add((line.what, line.name, folding.lower(line.alias), line.begins))
        found.append(line)
    return tuple(found)


def _problem(line: Alias) -> str:
    if line.what not in KINDS:
        return f"it does not take the kind {line.what!r}"
    if line.source not in SOURCES:
        return f"it does not take the source {line.source!r}"
    if not line.name or not line.alias or line.name == line.alias:
        return "its name or its alias is missing"
    for day in (line.begins, line.ends):
        if day and not _is_day(day):
            return f"{day!r} is no day like 2025-06-30"
    if line.begins and line.ends and line.ends < line.begins:
        return "it ends before it begins"
    if line.what == READING and (len(line.name) != 1 or not _SYLLABLE.fullmatch(line.alias)):
        return "a reading is one character and one syllable"
    if line.what == GATE and not gate_names().get(folding.lower(line.name)):
        return f"gate_pairs.tsv has no {line.name!r}"
    if line.what == PLACE and line.name not in {place.code for place in places()}:
        return f"places.tsv has no code {line.name!r}"
    return ""


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


@cache
def gate_names() -> dict[str, str]:
    """The usual name of the gate by every name in gate_pairs.tsv, in lower case."""
    found: dict[str, str] = {}
    for row in rows_of("gate_pairs.tsv", 2):
        for names in row:
            usual = names.split(";")[0]
            found.update({folding.lower(name): usual for name in names.split(";")})
    return found


def other_names(what: str, name: str, *, on: date | None = None) -> Iterator[str]:
    """What else the file calls a thing on that day, misprints and former names left out."""
    for line in aliases():
        if line.what == what and line.name == name and line.source not in (ERROR, FORMER) and line.holds(on):
            yield line.alias
