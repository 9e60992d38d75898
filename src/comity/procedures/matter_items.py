"""Agreed items and proposals of the register as the reader compares them."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reader.matters.threads import Item
from comity.record.canonical import Fields, Value
from comity.store.reading import Reading

KINDS = ("proposal", "undertaking")
_PARTIES = ("owners", "proposed_by", "addressed_to")


def items_in(reading: Reading) -> list[Item]:
    """Every agreed item and proposal that has a wording."""
    rows = [row for kind in KINDS for row in reading.things(kind)]
    return list(items_of(reading, rows))


def items_of(reading: Reading, rows: list[Fields]) -> Iterator[Item]:
    """These rows of the register as items; those without a wording (erased) are left out."""
    held = reading.things_called({name for row in rows for name in _ids(_fields(row).get("session"))})
    for row in rows:
        fields = _fields(row)
        titles = fields.get("title")
        wordings = tuple(
            (str(part["lang"]), str(part["text"]))
            for part in (titles if isinstance(titles, list) else [])
            if isinstance(part, dict) and part.get("text")
        )
        sessions = _ids(fields.get("session"))
        if not wordings:
            continue
        on_days = [_fields(held[name]).get("starts_on") for name in sessions if name in held]
        yield Item(
            id=str(row["id"]),
            wordings=wordings,
            areas=frozenset(_ids(fields.get("areas"))),
            parties=frozenset(party for name in _PARTIES for party in _ids(fields.get(name))),
            nature=str(fields.get("nature", "")),
            day=next((str(day) for day in (fields.get("agreed_on"), fields.get("proposed_on"), *on_days) if day), ""),
            said_in=f"{row['kind']} {sessions[0]}" if sessions else "",
        )


def _fields(row: Fields) -> Fields:
    fields = row.get("fields")
    return fields if isinstance(fields, dict) else {}


def _ids(value: Value | None) -> list[str]:
    return [str(part) for part in value] if isinstance(value, list) else [str(value)] if value else []
