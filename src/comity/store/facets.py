"""By what lists and search find a thing, and in which order lists show it: all worked out from its register row.

- A facet is a name and a value: the fields its kind declares as facets, what its kind adds, and for every kind `party`
  (in whose book it stands), `kind`, `year`, `lang` (languages of its title) and `concerned` (parties it names).
- Lists of a kind go by the thing's day, the latest first, and where days are equal or missing by arrival.
- Two things of one kind share a wording when their titles in one language differ in nothing but capitals, spaces and
  the stop at the end.
"""

from __future__ import annotations

import hashlib
import re
from typing import cast

from comity.kinds import every_kind
from comity.record.canonical import Fields, Value
from comity.record.field import PARTIES, Field, Ref

# What things of any kind may be found by in one search.
GENERAL = ("kind", "year", "concerned", "areas", "lang", "outlet")
ALIKE = ("undertaking", "proposal")
_SERIAL_BITS = 34
# Places from here on bear a day.
DATED = 10_000 << _SERIAL_BITS
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def facets_of(row: Fields) -> set[tuple[str, str]]:
    """What the thing is found by, as (name, value)."""
    kind, held = every_kind().get(str(row["kind"])), _fields(row)
    found = {("party", str(row["party"])), ("kind", str(row["kind"])), *(("lang", lang) for lang, _text in _titles(row))}
    if day := day_of(row):
        found.add(("year", day[:4]))
    for field in kind.fields if kind else ():
        if field.name in held:
            value = held[field.name]
            values = {_word(part) for part in (value if isinstance(value, list) else [value])}
            found |= {(field.name, each) for each in values if field.facet}
            found |= {("concerned", each) for each in values if _names_parties(field)}
    return found | (kind.found_by(row) if kind else set())


def day_of(row: Fields) -> str:
    """The day on which the thing stands in lists, as it was said (a year, a month or a day), or ""."""
    kind, held = every_kind().get(str(row["kind"])), _fields(row)
    return next((str(held[name]) for name in (kind.day if kind else ()) if held.get(name)), "")


def place_of(row: Fields, serial: int) -> int:
    """Where the thing stands in the list of its kind, the greatest first: its day and, below that, its arrival."""
    said = _DAY.fullmatch(day_of(row))
    year, month, day = (int(part or 0) for part in said.groups()) if said else (0, 0, 0)
    return (year * 10_000 + month * 100 + day) << _SERIAL_BITS | serial


def year_of(place: int) -> str:
    """The year of a place, four digits; "0000" where no day was said."""
    return f"{(place >> _SERIAL_BITS) // 10_000:04}"


def wordings_of(row: Fields) -> set[str]:
    """What its titles are known by among things of its kind, 32 hex digits each; none for kinds that are not compared."""
    kind = str(row["kind"])
    return {wording_key(kind, lang, text) for lang, text in _titles(row)} if kind in ALIKE else set()


def wording_key(kind: str, lang: str, text: str) -> str:
    """What one wording of one kind is known by."""
    plain = " ".join(text.casefold().split()).strip(" .;。；")
    return hashlib.sha256("\n".join((kind, lang, plain)).encode()).hexdigest()[:32]


def _titles(row: Fields) -> list[tuple[str, str]]:
    kind = every_kind().get(str(row["kind"]))
    parts = _fields(row).get(kind.title) if kind and kind.title else None
    texts = [part for part in parts if isinstance(part, dict) and "text" in part] if isinstance(parts, list) else []
    return [(str(part.get("lang", "und")), str(part["text"])) for part in texts]


def _names_parties(field: Field) -> bool:
    return isinstance(field.form, Ref) and bool(field.form.kinds) and set(field.form.kinds) <= set(PARTIES)


def _fields(row: Fields) -> Fields:
    return cast(Fields, row["fields"]) if isinstance(row.get("fields"), dict) else {}


def _word(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else value if isinstance(value, str) else str(value)
