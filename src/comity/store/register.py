"""Reading the register: things by id, list, count, facet and words, and what the home calls them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from comity.record.act import EntryId
from comity.record.canonical import Fields
from comity.record.errors import AmbiguousName, UnknownThing
from comity.store.entries import ENDLESS, Books, as_json
from comity.store.facets import DATED, wordings_of, year_of

FEWEST_DIGITS = 6
# How many things are looked through to say how many of what was found have which value.
MOST_COUNTED = 1000
MOST_VALUES = 50

# The number of a value by which things of a kind are found, and how many of them have it.
Term = tuple[int, int]

_PREFIX = re.compile(rf"[0-9a-f]{{{FEWEST_DIGITS},64}}")
_decoder = msgspec.json.Decoder(dict)


class Register(Books):
    """The register of a home as it stands within one transaction."""

    def thing(self, thing_id: EntryId) -> Fields | None:
        """The row of one thing, as `record.state.row_of` makes it, with `agreement` for items and texts."""
        row = self._first("thing", id=thing_id)
        return None if row is None else fields_of_raw(row[0])

    def things_called(self, ids: Iterable[str]) -> dict[str, Fields]:
        """The rows of some things by id, in one query; what is no thing here is left out."""
        return {
            thing_id: fields_of_raw(fields) for thing_id, fields in self._ask("things_with_ids", ids=as_json(sorted(set(ids))))
        }

    def things(
        self,
        kind: str | None = None,
        *,
        facets: Mapping[str, str] | None = None,
        after: EntryId | None = None,
        newer: EntryId | None = None,
        limit: int | None = None,
    ) -> list[Fields]:
        """Things with every one of `facets`: those of a kind by their day, the latest first; those of any kind by arrival.

        `after` the thing `after`, the last one shown; or those nearest before the thing `newer`, the first one shown, in
        the same order. Facets need a kind. Raises: UnknownThing where one of the two is none.
        """
        if facets and kind is None:
            raise AssertionError("values are counted and ordered within a kind")
        terms = self._terms([kind], facets)[kind] if facets and kind is not None else None
        return [fields for _place, fields in self._placed(kind, terms, (after, newer), limit)]

    def things_of(
        self,
        kinds: Iterable[str],
        *,
        facets: Mapping[str, str] | None = None,
        after: EntryId | None = None,
        newer: EntryId | None = None,
        limit: int,
    ) -> list[Fields]:
        """As `things`, of several kinds in one list by their days; a query a kind. Raises: UnknownThing."""
        terms = self._terms(kinds, facets) if facets else dict.fromkeys(kinds)
        found = [placed for kind in terms for placed in self._placed(kind, terms[kind], (after, newer), limit)]
        ordered = sorted(found, key=_place_of, reverse=True)
        return [fields for _place, fields in (ordered[-limit:] if newer else ordered[:limit])]

    def count(self, kind: str | None = None, facets: Mapping[str, str] | None = None, *, most: int | None = None) -> int:
        """How many things `things` would give, or `most` where there are so many or more; nothing is counted through
        where one facet is asked for or none."""
        if kind is None:
            return sum(self.counts_by_kind().values())
        terms = self._terms([kind], facets or {"kind": kind})[kind]
        if len(terms) < 2:
            things = terms[0][1] if terms else 0
            return things if most is None else min(things, most)
        return len(self._serials(terms, most))

    def facet_values(self, kind: str, name: str, *, limit: int | None = None) -> list[tuple[str, int]]:
        """The values of one facet with how many things have each, the most frequent first."""
        return self._ask("facet_values", kind=kind, name=name, limit=-1 if limit is None else limit).fetchall()

    def counts_of(self, kind: str, name: str, values: Iterable[str]) -> dict[str, int]:
        """How many things have each of some values of a facet; a value that none has is left out."""
        return dict(self._ask("facet_counts", kind=kind, name=name, values=as_json(sorted(set(values)))).fetchall())

    def count_values(self, kind: str, name: str) -> int:
        """How many values of a facet things of a kind have."""
        row = self._first("count_facet_values", kind=kind, name=name)
        return 0 if row is None else int(row[0])

    def values_of(self, kind: str, names: Iterable[str]) -> dict[str, list[tuple[str, int]]]:
        """All values of some facets with how many things have each, the most frequent first, in one query."""
        found: dict[str, list[tuple[str, int]]] = {name: [] for name in names}
        for name, value, things in self._ask("values_of_facets", kind=kind, names=as_json(list(found))):
            found[name].append((value, things))
        return found

    def spans(self, kind: str, name: str, *, limit: int) -> list[tuple[str, int, str, str]]:
        """As `facet_values`, each with the first and the last year in which a thing that has it bears a day, or ""."""
        rows = self._ask("facet_spans", kind=kind, name=name, dated=DATED, limit=limit)
        return [(value, things, *("" if place is None else year_of(place) for place in ends)) for value, things, *ends in rows]

    def tally(self, kind: str, facets: Mapping[str, str], names: Iterable[str]) -> dict[str, list[tuple[str, int]]]:
        """How many of the things with these facets have each value of the facets called `names`, the most frequent first.

        Of the first `MOST_COUNTED` in the order of lists; without `facets` of all, and at most `MOST_VALUES` values each.
        """
        if not facets:
            return {name: self.facet_values(kind, name, limit=MOST_VALUES) for name in names}
        return self._tally(self._serials(self._terms([kind], facets)[kind], MOST_COUNTED), names)

    def counts_by_kind(self) -> dict[str, int]:
        """How many things of each kind there are, by name."""
        return dict(self._ask("counts_by_kind").fetchall())

    def worded_again(self, ids: Iterable[str]) -> set[str]:
        """Those of some agreed items or proposals whose wording another of their kind bears too."""
        return {thing for (thing,) in self._ask("things_worded", ids=as_json(sorted(set(ids))))}

    def worded_as(self, row: Fields, kinds: Iterable[str], *, limit: int) -> list[Fields]:
        """Things of some kinds that bear a wording of this one's, itself among them; at most so many."""
        wordings = sorted({wording for kind in kinds for wording in wordings_of(row | {"kind": kind})})
        return [fields_of_raw(fields) for (fields,) in self._ask("things_worded_as", wordings=as_json(wordings), limit=limit)]

    def miscounted(self) -> list[tuple[str, str, str]]:
        """The facets, as (kind, name, value), whose count is not what counting gives; every facet is looked through."""
        return self._ask("terms_that_miscount").fetchall()

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

    def _placed(
        self,
        kind: str | None,
        terms: list[Term] | None,
        ends: tuple[EntryId | None, EntryId | None],
        limit: int | None,
    ) -> list[tuple[int, Fields]]:
        """Rows with their places: of any kind, of one, or of those that have all `terms` of it; none where `terms` is empty."""
        if terms == []:
            return []
        after, newer = ends
        values: dict[str, str | int] = {"limit": -1 if limit is None else limit}
        if newer is None:
            values["before"] = ENDLESS if after is None else self._place(after, kind)
        else:
            values["after"] = self._place(newer, kind)
        values |= _leading(terms) if terms else {} if kind is None else {"kind": kind}
        query = "things" if kind is None else "things_with_terms" if terms else "things_of_kind"
        rows = self._ask("newer_" + query if newer else query, **values).fetchall()
        return [(place, fields_of_raw(fields)) for place, fields in (reversed(rows) if newer else rows)]

    def _terms(self, kinds: Iterable[str], facets: Mapping[str, str]) -> dict[str, list[Term]]:
        """For each kind its terms with these values, the rarest first; none where one of them is nobody's."""
        found: dict[str, list[Term]] = {kind: [] for kind in kinds}
        for kind, number, things in self._ask("terms_in", kinds=as_json(list(found)), facets=as_json(facets)):
            found[kind].append((number, things))
        return {kind: sorted(terms, key=_things_of) if len(terms) == len(facets) else [] for kind, terms in found.items()}

    def _serials(self, terms: list[Term], most: int | None) -> list[int]:
        if not terms:
            return []
        rows = self._ask("serials_with_terms", **_leading(terms), limit=-1 if most is None else most)
        return [serial for (serial,) in rows]

    def _tally(self, serials: list[int], names: Iterable[str]) -> dict[str, list[tuple[str, int]]]:
        wanted = list(names)
        found: dict[str, list[tuple[str, int]]] = {name: [] for name in wanted}
        for name, value, count in self._ask("tally", serials=as_json(serials), names=as_json(wanted)):
            found[name].append((value, count))
        return found

    def _filed(self, serials: list[int]) -> list[Fields]:
        rows = dict(self._ask("things_filed", serials=as_json(serials)).fetchall())
        return [fields_of_raw(rows[serial]) for serial in serials]

    def _place(self, thing_id: EntryId, kind: str | None) -> int:
        row = self._first("thing_place", id=thing_id)
        if row is None:
            raise UnknownThing(name=thing_id)
        return int(row[0] if kind is None else row[1])


def _leading(terms: list[Term]) -> dict[str, str | int]:
    """Terms as the queries take them: the rarest leads, the others are held against it."""
    first, *others = [number for number, _things in terms]
    second, third, fourth = (*others, 0, 0, 0)[:3]
    return {"term": first, "second": second, "third": third, "fourth": fourth, "rest": as_json(others[3:])}


def _things_of(term: Term) -> tuple[int, int]:
    return term[1], term[0]


def _place_of(placed: tuple[int, Fields]) -> int:
    return placed[0]


def fields_of_raw(raw: bytes) -> Fields:
    """A row as it is kept."""
    fields: Fields = _decoder.decode(raw)
    return fields
