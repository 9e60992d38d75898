"""Whether a home is one that shows Comity, and which: said in a home note when it is made, shown in the head of each page."""

from __future__ import annotations

from comity.store.home import Home

SHOWS = "shows"
SAMPLE = "sample"
INVENTED = "invented"


def shown_by(home: Home) -> str:
    """SAMPLE, INVENTED, or "" for the home of an office. Raises: HomeDamaged, DiskFailed."""
    with home.read() as reading:
        return reading.about_home(SHOWS)
