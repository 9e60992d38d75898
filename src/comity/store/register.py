"""Reading the register: things by id, list, count, facet and words, and what the home calls them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from comity.record.act import EntryId
from comity.record.canonical import Fields
from comity.record.errors import AmbiguousName, UnknownThing
from comity.store.entries import ENDLESS, Books, as_json
from comity.store.search import marked_query, query

FEWEST_DIGITS = 6

_PREFIX = re.compile(rf"[0-9a-f]{{{FEWEST_DIGITS},64}}")
_decoder = msgspec.json.Decoder(dict)


class Register(Books):
    """The register of a home as it stands within one transaction."""

    def thing(self, thing_id: EntryId) -> Fields | None:
        """The row of one thing, as `record.state.row_of` makes it, with `agreement` for items and texts."""
        row = self._first("thing", id=thing_id)
        return None if row is None else _fields(row[0])

    def things_called(self, ids: Iterable[str]) -> dict[str, Fields]:
        """The rows of some things by id, in one query; what is no thing here is left out."""
        return {thing_id: _fields(fields) for thing_id, fields in self._ask("things_with_ids", ids=as_json(sorted(set(ids))))}

    def things(
        self,
        kind: str | None = None,
        *,
        facets: Mapping[str, str] | None = None,
        after: EntryId | None = None,
        limit: int | None = None,
    ) -> list[Fields]:
        """Things, newest first, with every one of `facets`; after the thing `after`, the last one shown.

        Raises: UnknownThing where `after` is none.
        """
        chosen = _choice(kind, facets or {})
        before = ENDLESS if after is None else self._place(after)
        rows = self._ask(_named("things", chosen), **chosen, before=before, limit=-1 if limit is None else limit)
        return [_fields(fields) for (fields,) in rows]

    def count(self, kind: str | None = None, facets: Mapping[str, str] | None = None) -> int:
        """How many things `things` would give."""
        chosen = _choice(kind, facets or {})
        row = self._first(_named("count", chosen), **chosen)
        return int(row[0]) if row else 0

    def facet_values(self, kind: str, name: str) -> list[tuple[str, int]]:
        """The values of one facet with how many things have each, the most frequent first."""
        return [(value, count) for value, count in self._ask("facet_values", kind=kind, name=name)]

    def counts_by_kind(self) -> dict[str, int]:
        """How many things of each kind there are, by name."""
        return dict(self._ask("counts_by_kind").fetchall())

    def search(self, words: str, *, kind: str | None = None, limit: int = 50) -> list[Fields]:
        """Things in which all words stand, newest first; those with the accents as typed before the others."""
        asked, marked = query(words), marked_query(words)
        if not asked:
            return []
        found = self._matching(f"words : ({asked}) AND marked : ({marked})", kind, limit) if marked else {}
        if len(found) < limit:
            found |= {key: row for key, row in self._matching(f"words : ({asked})", kind, limit).items() if key not in found}
        return list(found.values())[:limit]

    def resolve(self, name: str) -> EntryId:
        """The entry called `name`: its id, its short name here, or the first six digits of its id or more.

        Raises: UnknownThing, AmbiguousName.
        """
        name = name.strip()
        named = self._first("named", name=name)
        if named is not None:
            return EntryId(named[0])
        if not _PREFIX.fullmatch(name):
            raise UnknownThing(name=name)
        found = self._ask("ids_between", low=name.ljust(64, "0"), high=name.ljust(64, "f")).fetchall()
        if len(found) > 1:
            raise AmbiguousName(name=name)
        if not found:
            raise UnknownThing(name=name)
        return EntryId(found[0][0])

    def short_name_of(self, entry_id: EntryId) -> str:
        """What this home calls an entry: the first of its short names, or ""."""
        row = self._first("name_of", id=entry_id)
        return "" if row is None else str(row[0])

    def short_names_of(self, ids: Iterable[str]) -> dict[str, str]:
        """What this home calls some entries, by id, in one query; those without a short name are left out."""
        return dict(self._ask("names_of", ids=as_json(sorted(set(ids)))).fetchall())

    def short_names(self) -> dict[str, EntryId]:
        """Every short name of this home, in alphabetical order."""
        return dict(self._ask("names").fetchall())

    def _place(self, thing_id: EntryId) -> int:
        row = self._first("thing_place", id=thing_id)
        if row is None:
            raise UnknownThing(name=thing_id)
        return int(row[0])

    def _matching(self, asked: str, kind: str | None, limit: int) -> dict[str, Fields]:
        if kind is None:
            rows = self._ask("search", query=asked, limit=limit)
        else:
            rows = self._ask("search_kind", query=asked, kind=kind, limit=limit)
        return {thing_id: _fields(fields) for thing_id, fields in rows}


def _named(query_name: str, chosen: Mapping[str, str]) -> str:
    return query_name + ("_of_kind" if "kind" in chosen else "") + ("_with_facet" if "name" in chosen else "")


def _choice(kind: str | None, facets: Mapping[str, str]) -> dict[str, str]:
    """The values for the query that `_named` names; the first facet leads, the others are held against it."""
    chosen = {} if kind is None else {"kind": kind}
    if facets:
        (name, value), *others = facets.items()
        chosen |= {"name": name, "value": value, "others": msgspec.json.encode(dict(others)).decode()}
    return chosen


def _fields(raw: bytes) -> Fields:
    fields: Fields = _decoder.decode(raw)
    return fields
