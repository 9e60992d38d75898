"""Things by the value of a facet, such as the day for which an answer is awaited: the lowest value first, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from comity.record.act import EntryId
from comity.record.canonical import Fields
from comity.record.errors import UnknownThing
from comity.store.entries import ENDLESS, as_json
from comity.store.register import Register, fields_of_raw

# Behind every value there is.
LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a facet from one to another, both included."""

    name: str
    first: str = ""
    last: str = LAST


class Ordering(Register):
    """Lists of a home in another order than that of their days."""

    def by_value(
        self,
        kinds: Iterable[str],
        values: Values,
        *,
        facets: Mapping[str, str] | None = None,
        after: EntryId | None = None,
        limit: int,
    ) -> list[Fields]:
        """Things of some kinds with one of these values of a facet, the lowest value first, where values are equal the latest
        thing first; after the thing `after`; a query a kind. `facets`: at most one that they have besides.

        Raises: UnknownThing where `after` has no value of this facet.
        """
        if facets and len(facets) > 1:
            raise AssertionError("one facet besides can be asked for")
        first, before = (values.first, ENDLESS) if after is None else self._value_of(after, values.name)
        sought: dict[str, str | int] = {"name": values.name, "first": first, "last": values.last, "before": before}
        terms = self._terms(kinds, facets) if facets else {kind: [(0, 0)] for kind in kinds}
        found: list[tuple[str, int, bytes]] = []
        for kind, held in terms.items():
            for number, _things in held[:1]:
                held_too: dict[str, str | int] = {"with": number}
                found += self._ask("things_by_value", kind=kind, **sought, **held_too, limit=limit).fetchall()
        ordered = sorted(found, key=_by_value)
        return [fields_of_raw(fields) for _value, _place, fields in ordered[:limit]]

    def has_value(self, thing_id: EntryId, name: str) -> bool:
        """Whether a thing has a value of the facet `name`."""
        return self._first("value_of", id=thing_id, name=name) is not None

    def with_any(self, kind: str, names: Iterable[str], values: Iterable[str], *, limit: int) -> list[Fields]:
        """Things of a kind that have one of `values` in one of the facets called `names`, each once; at most so many."""
        sought: dict[str, str | int] = {"names": as_json(sorted(names)), "values": as_json(sorted(set(values)))}
        return [fields_of_raw(fields) for (fields,) in self._ask("things_with_any", kind=kind, **sought, limit=limit)]

    def _value_of(self, thing_id: EntryId, name: str) -> tuple[str, int]:
        row = self._first("value_of", id=thing_id, name=name)
        if row is None:
            raise UnknownThing(name=thing_id)
        return str(row[0]), int(row[1])


def _by_value(placed: tuple[str, int, bytes]) -> tuple[str, int]:
    value, place, _fields = placed
    return value, -place
