"""Searching the register: things in which all words stand, narrowed by what they are found by, page by page.

- Those with the accents as typed stand before the others; within each the latest arrival first.
- How much is found is counted up to a limit, so that a common word costs no more than a rare one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from comity.record.act import EntryId
from comity.record.canonical import Fields
from comity.store.entries import ENDLESS
from comity.store.register import MOST_COUNTED, Register
from comity.store.search import marked_query, query


class Searching(Register):
    """What is found by words in a home as it stands within one transaction."""

    def search(
        self,
        words: str,
        *,
        kind: str | None = None,
        facets: Mapping[str, str] | None = None,
        after: EntryId | None = None,
        limit: int = 50,
    ) -> list[Fields]:
        """Things in which all words stand and that have every one of `facets`, whatever their kind; after the thing `after`.

        Raises: UnknownThing where `after` is none.
        """
        return self._filed(self._found(words, _narrowed(kind, facets), after=after, limit=limit))

    def tally_found(
        self, words: str, names: Iterable[str], *, kind: str | None = None, facets: Mapping[str, str] | None = None
    ) -> tuple[int, dict[str, list[tuple[str, int]]]]:
        """How many things are found, up to one more than `MOST_COUNTED`, and how many of them have each value of the facets
        called `names`, the most frequent first; the latter of the `MOST_COUNTED` that arrived last.
        """
        found = self._matching(self._match(words, _narrowed(kind, facets)), ENDLESS, MOST_COUNTED + 1)
        return len(found), self._tally(found[:MOST_COUNTED], names)

    def count_found(self, words: str, *, kind: str | None = None, facets: Mapping[str, str] | None = None, most: int) -> int:
        """How many things are found, or `most` where there are so many or more."""
        return len(self._matching(self._match(words, _narrowed(kind, facets)), ENDLESS, most))

    def _found(self, words: str, facets: Mapping[str, str], *, after: EntryId | None, limit: int) -> list[int]:
        asked, marked = self._match(words, facets), marked_query(words)
        before = ENDLESS if after is None else self._place(after, None)
        if not asked or not marked:
            return self._matching(asked, before, limit)
        exact, plain = f"({asked}) AND (marked : ({marked}))", f"({asked}) NOT (marked : ({marked}))"
        if after is not None and self._first("search_holds", query=exact, serial=before) is None:
            return self._matching(plain, before, limit)
        found = self._matching(exact, before, limit)
        return found + self._matching(plain, ENDLESS, limit - len(found))

    def _matching(self, asked: str, before: int, limit: int) -> list[int]:
        rows = self._ask("search", query=asked, before=before, limit=limit) if asked and limit > 0 else ()
        return [serial for (serial,) in rows]

    def _match(self, words: str, facets: Mapping[str, str]) -> str:
        """The query for words and facets; "" where nothing can match or no words are asked for."""
        asked = query(words)
        parts = [f"words : ({asked})"] if asked else []
        for name, value in facets.items():
            terms = [f'"{number}"' for (number,) in self._ask("terms_called", name=name, value=value)]
            if not terms:
                return ""
            parts.append(f"terms : ({' OR '.join(terms)})")
        return " AND ".join(f"({part})" for part in parts) if asked else ""


def _narrowed(kind: str | None, facets: Mapping[str, str] | None) -> dict[str, str]:
    return {**(facets or {}), **({} if kind is None else {"kind": kind})}
