"""Which findings belong to a session, a mechanism, a party or an area: those a book of the session would hold, and so on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.review.found import Found


@dataclass(frozen=True, slots=True)
class Scope:
    """A session with its mechanism, "" where it counts in none, and its parties as of its date; and one party, "" for any.

    `area` and `within`, a mechanism, narrow what is found further, "" for any.
    """

    session: str = ""
    mechanism: str = ""
    parties: frozenset[str] = frozenset()
    party: str = ""
    area: str = ""
    within: str = ""

    def holds(self, found: Found) -> bool:
        """Whether a finding belongs here: what names no session belongs to one by its parties."""
        if (self.party and self.party not in found.parties) or (self.area and self.area not in found.areas):
            return False
        if self.within and found.mechanism != self.within:
            return False
        if not self.session or found.session == self.session:
            return True
        if found.session or found.mechanism:
            return bool(self.mechanism) and found.mechanism == self.mechanism
        return bool(self.parties.intersection(found.parties))

    def choose(self, found: Iterable[Found]) -> list[Found]:
        """Those that belong here, in the order given."""
        return [each for each in found if self.holds(each)]
