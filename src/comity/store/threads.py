"""Reading which items may be one matter and which documents derive from others.

- Suggestions are made from the items and can be made again; what a person answered stands beside them and stays.
- Lists go on from a place in their order, so that no page costs more than another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from comity.record.canonical import Value
from comity.store.drafts import Drafts
from comity.store.entries import as_json
from comity.store.rows import DocumentHead

ONE_MATTER, APART = "thread", "apart"
COUNTED = 1_000


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """A suggestion that two items are one matter, the earlier first: `reasons` are rows of {what, codes, share}."""

    one: str
    other: str
    score: int
    standing: bool
    reasons: list[Value]


@dataclass(frozen=True, slots=True)
class DerivedRow:
    """A document that derives from another, by their digests; `how` same_words, most_words or translation, `share` in percent."""

    copy: str
    original: str
    how: str
    share: int


class Threads(Drafts):
    """What is suggested, as it stands within one transaction."""

    def threads(self, *, standing: bool, after: tuple[int, str, str] = (101, "", ""), limit: int = 50) -> list[ThreadRow]:
        """Suggestions nobody answered, the surest first, after the place (score, one, other)."""
        score, one, other = after
        found = self._ask("threads", standing=int(standing), score=score, one=one, other=other, limit=limit)
        return [ThreadRow(first, second, sure, bool(kept), msgspec.json.decode(why)) for first, second, sure, kept, why in found]

    def thread_count(self, *, standing: bool) -> int:
        """How many wait; `COUNTED` means that many or more."""
        return int((self._first("thread_count", standing=int(standing), limit=COUNTED) or (0,))[0])

    def answered_threads(self, answer: str, *, after: tuple[str, str] = ("", ""), limit: int = 50) -> list[tuple[str, str]]:
        """Pairs of items that a person said to be one matter, or apart, after a pair."""
        one, other = after
        found = self._ask("answered_threads", answer=answer, one=one, other=other, limit=limit)
        return [(first, second) for first, second in found]

    def threads_of(self, ids: Iterable[str]) -> list[tuple[str, str]]:
        """The pairs with one of these items that a person said to be one matter."""
        found = self._ask("threads_of", ids=as_json(sorted(set(ids))), answer=ONE_MATTER)
        return [(first, second) for first, second in found]

    def session_answers(self) -> dict[tuple[str, str], str]:
        """What was answered about two names of sessions, by both in the order of their letters."""
        return {(one, other): answer for one, other, answer in self._ask("session_answers")}

    def documents_with(self, digests: Iterable[str]) -> dict[str, DocumentHead]:
        """What lists show of some documents, by digest, in one query."""
        rows = self._ask("documents_with", digests=as_json(sorted(set(digests))))
        return {
            digest: DocumentHead(digest, name, title if isinstance(title, str) and title else name, lang, read_at, entry)
            for digest, name, lang, title, read_at, entry in rows
        }

    def derivations(self, digest: str = "") -> list[DerivedRow]:
        """Which documents derive from others; with a digest those it takes part in."""
        return [DerivedRow(*row) for row in self._ask("derivations", digest=digest)]
