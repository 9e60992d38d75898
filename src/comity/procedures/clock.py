"""The clock: the one place where the time of day is read. Everything else takes a `Moment`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from comity.config import zone_of


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is entered: UTC to the second, as in envelopes, and the office's IANA zone."""

    at: str
    zone: str

    @property
    def day(self) -> str:
        """The UTC day, as ISO date."""
        return self.at[:10]


def now() -> Moment:
    """This moment, in the zone of the office."""
    return Moment(datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), zone_of())
