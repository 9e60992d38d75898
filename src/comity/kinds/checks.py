"""Checks that several kinds share: what the fields of one act must fit together; and how days as said are put in order.

Source: docs/howto/add-an-act-kind.md.
"""

from __future__ import annotations

from comity.record.canonical import Fields
from comity.record.errors import MissingField, WrongValue
from comity.record.kind import Check


def single(*names: str) -> Check:
    """Refuses more than one id in each of these references."""

    def check(fields: Fields) -> None:
        for name in names:
            ids = fields.get(name, [])
            if isinstance(ids, list) and len(ids) > 1:
                raise WrongValue(field=name, value=f"{len(ids)} ids", expected="one id")

    return check


def one_of(*names: str) -> Check:
    """Refuses an act that gives none of these fields; the first is named as missing."""

    def check(fields: Fields) -> None:
        if not any(fields.get(name) for name in names):
            raise MissingField(field=names[0])

    return check


def in_order(first: str, last: str) -> Check:
    """Refuses a day `last` before the day `first`; where one is less precise, only what both say is compared."""

    def check(fields: Fields) -> None:
        start, end = fields.get(first, ""), fields.get(last, "")
        if isinstance(start, str) and isinstance(end, str):
            said = min(len(start), len(end))
            if start[:said] > end[:said]:
                raise WrongValue(field=last, value=end, expected=f"not before {start}")

    return check


def last_of(day: str) -> str:
    """What orders days as said by their last day: a year or a month stands behind its days, no day ("") behind everything."""
    return day if len(day) == len("2026-11-22") else day + "~"


def all_of(*checks: Check) -> Check:
    """Every one of these checks, in turn."""

    def check(fields: Fields) -> None:
        for each in checks:
            each(fields)

    return check
