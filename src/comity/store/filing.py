"""Filing: where the row, the facets, the words and the wordings of a thing stand, changed all at once.

- How many things have a facet is counted by the database with every change of it.
- An agreed item of which nothing more was said counts as mentioned again where another bears the very same wording. So a
  wording that two things come to share, or share no longer, changes how the other one is found too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import msgspec

from comity.record.canonical import Fields
from comity.store.facets import facets_of, place_of, wordings_of
from comity.store.folding import row_bytes, words_of

Ask = Callable[..., sqlite3.Cursor]
_UNMENTIONED = ("mentioned", "no")


class Filing:
    """Files rows by their serials; `ask` runs a query by its name within one transaction."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def put(self, serial: int, row: Fields) -> None:
        """Files a thing, new or known, with everything it is found by."""
        place = place_of(row, serial)
        self._ask("put_thing", serial=serial, id=str(row["id"]), kind=str(row["kind"]), place=place, fields=row_bytes(row))
        others = self._reword(serial, wordings_of(row))
        self._found_by(serial, row, place)
        for other in others:
            self._again(other)

    def drop(self, serial: int) -> None:
        """Takes a thing away with everything it was found by."""
        others = self._reword(serial, set())
        self._ask("drop_facets", serial=serial)
        self._ask("drop_words", serial=serial)
        self._ask("drop_thing", serial=serial)
        for other in others:
            self._again(other)

    def _found_by(self, serial: int, row: Fields, place: int) -> None:
        kind, facets = str(row["kind"]), facets_of(row)
        if _UNMENTIONED in facets and self._ask("shares_wording", serial=serial).fetchone():
            facets.discard(_UNMENTIONED)
        wanted = {self._term(kind, name, value) for name, value in sorted(facets)}
        held = {term for (term,) in self._ask("terms_of", serial=serial)}
        for term in sorted(wanted - held):
            self._ask("add_facet", serial=serial, term=term, place=place)
        for term in sorted(held - wanted):
            self._ask("drop_facet", serial=serial, term=term)
        if held:
            self._ask("move_facets", serial=serial, place=place)
        words, marked = words_of(row)
        kept = (words, marked, " ".join(map(str, sorted(wanted))))
        if self._ask("words_of", serial=serial).fetchone() != kept:
            self._ask("drop_words", serial=serial)
            self._ask("add_words", serial=serial, words=kept[0], marked=kept[1], terms=kept[2])

    def _term(self, kind: str, name: str, value: str) -> int:
        known = self._ask("term", kind=kind, name=name, value=value).fetchone()
        return int(known[0] if known else self._ask("add_term", kind=kind, name=name, value=value).lastrowid or 0)

    def _reword(self, serial: int, wanted: set[str]) -> set[int]:
        """Keeps the wordings of a thing; the things that alone share one which came or went."""
        held = {wording for (wording,) in self._ask("wordings_of", serial=serial)}
        for wording in wanted - held:
            self._ask("add_wording", serial=serial, wording=wording)
        for wording in held - wanted:
            self._ask("drop_wording", serial=serial, wording=wording)
        sharing = [self._ask("two_sharing", serial=serial, wording=wording).fetchall() for wording in wanted ^ held]
        return {found[0][0] for found in sharing if len(found) == 1}

    def _again(self, serial: int) -> None:
        (place, fields) = self._ask("filed", serial=serial).fetchone()
        self._found_by(serial, msgspec.json.decode(fields), place)
