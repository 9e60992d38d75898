"""A proposed event as plain values, for programs."""

from __future__ import annotations

from comity.reader.matters.events import Event
from comity.record.canonical import Fields, Value


def event_fields(event: Event) -> Fields:
    """The drafts and documents that tell of it, what ties them, what they tell differently and how many are independent."""
    told: list[Value] = [{"draft": int(each.id), "document": each.report} for each in event.told]
    ties: list[Value] = [{"one": int(bond.one), "other": int(bond.other), "why": bond.why} for bond in event.bonds]
    conflicts: list[Value] = [
        {
            "what": conflict.what,
            "values": [{"value": value, "drafts": [int(one) for one in who]} for value, who in conflict.values],
        }
        for conflict in event.conflicts
    ]
    return {"told": told, "ties": ties, "conflicts": conflicts, "independent": event.witnesses}
