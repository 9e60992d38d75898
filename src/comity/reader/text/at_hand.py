"""What is looked up in a page again and again, found once: its hits by role, and the days it names.

- Of each role's hits those inside a longer one of it are left out.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from comity.reader.text.dates import Named, days
from comity.reader.text.page import Page
from comity.reader.words.lexicon import Hit


@dataclass(frozen=True, slots=True)
class AtHand:
    """Hits by role and days, each list in order of the text with where each begins."""

    found: dict[str, tuple[list[int], list[Hit]]]
    named: list[Named]
    named_at: list[int]

    def of(self, role: str, start: int, end: int) -> list[Hit]:
        """The hits of a role that stand in `text[start:end]`."""
        starts, hits = self.found[role]
        first, after = bisect_left(starts, start), bisect_left(starts, end)
        return [hit for hit in hits[first:after] if hit.end <= end]

    def valued(self, role: str, value: str, start: int, end: int) -> list[Hit]:
        """Those of them that have a value."""
        return [hit for hit in self.of(role, start, end) if hit.value == value]

    def days(self, start: int, end: int) -> list[Named]:
        """The days named in `text[start:end]`."""
        first, after = bisect_left(self.named_at, start), bisect_left(self.named_at, end)
        return [day for day in self.named[first:after] if day.end <= end]


def at_hand(page: Page, roles: frozenset[str]) -> AtHand:
    """The hits of these roles and the days of a page."""
    found: dict[str, tuple[list[int], list[Hit]]] = {role: ([], []) for role in roles}
    for hit in page.hits:
        if hit.role in roles:
            starts, hits = found[hit.role]
            if not hits or hit.start >= hits[-1].end:
                starts.append(hit.start)
                hits.append(hit)
    named = list(days(page.text))
    return AtHand(found, named, [day.start for day in named])
