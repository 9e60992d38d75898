"""Reading what the drafts desk needs: the next draft to look at, counts, what was done, and which names are one.

- The least sure stand first; every list goes on from a place in that order, so that no page costs more than another.
- Counts come from the indexes alone: no draft is opened for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from comity.record.canonical import Value
from comity.record.errors import UnknownDeed
from comity.store.entries import ENDLESS, as_json
from comity.store.notes import Notes, draft_of
from comity.store.rows import DeedPart, DeedRow, DraftRow

SURE = 100
# By what narrows the choice most: the query that goes on from a place, and the one that goes back.
_QUEUES = {
    "": ("queue", "queue_back"),
    "type": ("queue_of_type", "queue_of_type_back"),
    "source": ("queue_of_source", "queue_of_source_back"),
}
STATES = ("open", "accepted", "dropped", "split", "joined")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which drafts are meant: of a state, a type and a source ("" for any), at most so sure (percent, inclusive)."""

    state: str = "open"
    type: str = ""
    source: str = ""
    most: int = SURE


class Drafts(Notes):
    """The desk's notes as they stand within one transaction."""

    def queue(
        self, chosen: Chosen, *, after: tuple[int, int] = (-1, 0), back: bool = False, limit: int = 50
    ) -> tuple[DraftRow, ...]:
        """Drafts, the least sure first, after the place (confidence, number); `back`: those before it, the nearest first."""
        onwards, backwards = _QUEUES["source" if chosen.source else "type" if chosen.type else ""]
        values: dict[str, str | int] = {"state": chosen.state, "type": chosen.type, "source": chosen.source, "most": chosen.most}
        values |= {"confidence": after[0], "number": after[1], "limit": limit}
        return tuple(map(draft_of, self._ask(backwards if back else onwards, **values)))

    def draft_counts(self, source: str | None = None) -> dict[tuple[str, str], int]:
        """How many drafts there are by source and state; those of one source where it is given."""
        rows = self._ask("draft_counts") if source is None else self._ask("draft_counts_of_source", source=source)
        return {(digest, state): count for digest, state, count in rows}

    def draft_types(self) -> dict[tuple[str, str], int]:
        """How many drafts there are by state and type."""
        return {(state, type_): count for state, type_, count in self._ask("draft_types")}

    def fullest_sources(self, state: str, *, limit: int) -> list[tuple[str, str, int]]:
        """The documents with most drafts in a state: digest, name and how many."""
        return [(digest, name, count) for digest, name, count in self._ask("fullest_sources", state=state, limit=limit)]

    def drafts_beside(self, row: DraftRow, *, limit: int) -> tuple[DraftRow, ...]:
        """Others of its source, type and state, the nearest in the order of reading first."""
        values: dict[str, str | int] = {"source": row.source, "state": row.state, "type": row.type, "number": row.number}
        return tuple(map(draft_of, self._ask("drafts_beside", **values, limit=limit)))

    def deeds(self, *, before: int = ENDLESS, limit: int = 50) -> tuple[DeedRow, ...]:
        """Deeds with their parts, the latest first; those before the number `before`."""
        return self._whole([_deed(row) for row in self._ask("deeds", before=before, limit=limit)])

    def deed(self, number: int) -> DeedRow:
        """One deed. Raises: UnknownDeed."""
        row = self._first("deed", number=number)
        if row is None:
            raise UnknownDeed(number=number)
        return self._whole([_deed(row)])[0]

    def last_deed(self) -> DeedRow | None:
        """The latest deed that was not undone."""
        row = self._first("last_deed")
        return None if row is None else self._whole([_deed(row)])[0]

    def deeds_on(self, draft: int, *, limit: int = 20) -> tuple[DeedRow, ...]:
        """What was done to a draft, the latest first, undone deeds too."""
        return self._whole([_deed(row) for row in self._ask("deeds_on", draft=draft, limit=limit)])

    def likeness(self, one: str, other: str) -> str:
        """What was answered about two names: same, differ or ""."""
        first, second = sorted((one, other))
        row = self._first("likeness", one=first, other=second)
        return "" if row is None else str(row[0])

    def likenesses(self, name: str) -> dict[str, str]:
        """What was answered about a name, by the other name."""
        return dict(self._ask("likenesses", name=name).fetchall())

    def drafts_with_keys(
        self, keys: Iterable[str], *, states: Iterable[str] = ("open", "accepted"), besides: int = 0, limit: int = 50
    ) -> tuple[DraftRow, ...]:
        """Drafts that bear any of the keys, by number."""
        wanted = {"keys": as_json(sorted(set(keys))), "states": as_json(states)}
        return tuple(map(draft_of, self._ask("drafts_with_keys", **wanted, number=besides, limit=limit)))

    def shared_keys(self, keys: Iterable[str], drafts: Iterable[int]) -> dict[int, set[str]]:
        """Which of the keys each of these drafts bears."""
        found: dict[int, set[str]] = {}
        for draft, key in self._ask("shared_keys", keys=as_json(sorted(set(keys))), drafts=as_json(drafts)):
            found.setdefault(draft, set()).add(key)
        return found

    def _whole(self, deeds: list[DeedRow]) -> tuple[DeedRow, ...]:
        parts: dict[int, list[DeedPart]] = {}
        for deed, draft, source, before, after in self._ask("deed_parts", deeds=as_json([deed.number for deed in deeds])):
            parts.setdefault(deed, []).append(DeedPart(draft, source, _opened(before), _opened(after)))
        return tuple(replace(deed, parts=tuple(parts.get(deed.number, ()))) for deed in deeds)


def _deed(row: tuple[Any, ...]) -> DeedRow:
    number, at, what, undone = row
    return DeedRow(number, at, what, undone, ())


def _opened(raw: str) -> dict[str, Value] | None:
    opened: dict[str, Value] | None = msgspec.json.decode(raw)
    return opened
