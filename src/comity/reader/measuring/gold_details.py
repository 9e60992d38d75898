"""What the annotation does not hold, as the JSON of a reading carries it: details of records, and what else is told.

- A detail stands twice: its value under its own name, for whoever only wants to know, and with its evidence in `details`.
- A name in MANY may hold several values and is a list always.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from comity.reader.reading import TOLD, Detail, Quote, Reading, Told

MANY = frozenset({"bodies", "named", "assent", "scope", "signed_by", "side", "linked"})
# What a value is called, by the type of what is told.
LISTS = {
    "figure": ("figures", "amount"),
    "letter": ("letters", "kind"),
    "stand_in": ("stand_ins", "name"),
    "post_change": ("post_changes", "name"),
    "obstacle": ("obstacles", "text"),
    "announcement": ("announcements", "text"),
}
# Details whose value is the code of what they mean, not the words.
_BY_CODE = frozenset({"part_of", "beside"})
# What the record itself holds, so that only the evidence is added.
_OWN = frozenset({"live_points", "deadline"})


def told_lists(reading: Reading) -> dict[str, list[dict[str, Any]]]:
    """What else is told, a list for each type."""
    lists: dict[str, list[dict[str, Any]]] = {LISTS[type_][0]: [] for type_ in TOLD}
    for one in reading.told:
        lists[LISTS[one.type][0]].append(_told(one))
    return lists


def _told(one: Told) -> dict[str, Any]:
    clause = {"clause": one.clause} if one.clause else {}
    evidence = [quote_record(quote) for quote in one.evidence]
    flat = details_record(one.details)
    return {
        "id": one.id, LISTS[one.type][1]: one.value, **clause, **flat,
        "evidence": evidence, "rule": one.rule, "confidence": one.confidence,
    }  # fmt: skip


def details_record(details: Iterable[Detail]) -> dict[str, Any]:
    """The details of a record: each under its name, and all with their evidence; nothing where there are none."""
    kept = tuple(details)
    flat: dict[str, Any] = {}
    for one in kept:
        shown = one.code if one.name in _BY_CODE else f"{one.code}: {one.value}" if one.name == "side" else one.value
        if one.name in _OWN:
            continue
        if one.name in MANY:
            flat.setdefault(one.name, []).append(shown)
        else:
            flat.setdefault(one.name, shown)
        if one.code and one.name == "addressee":
            flat.setdefault("addressees", one.code.split(";"))
        elif one.code and one.name in ("from", "to", "raised_by"):
            flat.setdefault(f"{one.name}_code", one.code)
        elif one.code and one.name == "assent":
            flat.setdefault("assented", []).append(one.code)
    return {**flat, "details": [_detail(one) for one in kept]} if kept else {}


def _detail(one: Detail) -> dict[str, Any]:
    code = {"code": one.code} if one.code else {}
    evidence = [quote_record(quote) for quote in one.evidence]
    return {"name": one.name, "value": one.value, **code, "evidence": evidence, "rule": one.rule, "confidence": one.confidence}


def quote_record(quote: Quote) -> dict[str, Any]:
    """A quotation with its place."""
    return {"quote": quote.quote, "start": quote.start, "end": quote.end}
