"""How often pages were read, from a server's own access log; no cookie, no script, nobody counted as a person.

- Counted is a page of the bulletin that was handed out (GET, 200 or 304). Files that belong to pages, and known robots, are not.
- Lines that cannot be read are counted and said. Addresses of readers are passed over and go nowhere.
- A log in the common format names no programs: then robots cannot be told apart, which is said.

Source: the common and combined log formats of Apache httpd.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from comity.record.errors import FileMissing
from comity.record.language import LANGUAGES

_LINE = re.compile(
    r'^\S+ \S+ .{1,200}? \[(?P<at>[^\]]{20,32})\] "(?P<asked>(?:[^"\\]|\\.){0,8000})" (?P<status>\d{3}) (?:\d+|-)'
    r'(?: "(?:[^"\\]|\\.){0,8000}" "(?P<program>(?:[^"\\]|\\.){0,2000})")?\s*$'
)
_ASKED = re.compile(r"^GET (?P<target>\S+)(?: HTTP/[0-9.]+)?$")
_PAGE = re.compile(rf"(?:^|/)(?P<path>(?:{'|'.join(LANGUAGES)})/(?:[^/]+\.html)?)$")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# How robots and programs that nobody sits at name themselves.
_ROBOTS = re.compile(
    r"bot\b|bot[/;_-]|crawl|spider|slurp|archiver|scrap|fetch|preview|monitor|uptime|check|scan|feed|reader/|curl|wget|python|"
    r"java/|go-http|okhttp|libwww|httpclient|headless|lighthouse|facebookexternalhit|embed|yandex|baidu.?spider|bytespider|"
    r"sogou|petalbot|ahrefs|semrush|gptbot|claude|ccbot|dataprovider|nutch|phantomjs",
    re.IGNORECASE,
)
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Visits:
    """Pages read by path, and what was left out; `first` and `last` instants of the pages counted, or ""."""

    counts: Mapping[str, int] = field(default_factory=dict)
    robots: int = 0
    unreadable: int = 0
    first: str = ""
    last: str = ""
    names_programs: bool = True

    @property
    def total(self) -> int:
        """How many pages were read in all."""
        return sum(self.counts.values())


def count_visits(log: Path, pages: Iterable[str]) -> Visits:
    """Counts the pages of the bulletin that the log says were read. Raises: FileMissing."""
    if not log.is_file():
        raise FileMissing(path=str(log))
    with log.open("rb") as lines:
        return count_lines((raw[:LONGEST].decode("utf-8", "replace") for raw in lines), frozenset(pages))


def count_lines(lines: Iterable[str], pages: frozenset[str]) -> Visits:
    """The same for lines at hand; `pages` are paths such as en/index.html."""
    counts: Counter[str] = Counter()
    robots = unreadable = 0
    names_programs, times = True, []
    for line in lines:
        if not line.strip():
            continue
        found = _LINE.match(line)
        at = _instant(found["at"]) if found else ""
        if found is None or not at:
            unreadable += 1
            continue
        page = _page(found["asked"], pages) if found["status"] in ("200", "304") else ""
        if not page:
            continue
        program = found["program"]
        names_programs = names_programs and program is not None
        if program is not None and (program in ("", "-") or _ROBOTS.search(program)):
            robots += 1
            continue
        counts[page] += 1
        times.append(at)
    order = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return Visits(dict(order), robots, unreadable, min(times, default=""), max(times, default=""), names_programs)


def _page(asked: str, pages: frozenset[str]) -> str:
    """The page that was asked for, "" where it is none of the bulletin's."""
    words = _ASKED.match(asked)
    try:
        path = unquote(urlsplit(words["target"]).path) if words else ""
    except ValueError:
        return ""
    found = _PAGE.search(path)
    page = found["path"] if found else ""
    page = f"{page}index.html" if page.endswith("/") else page
    return page if page in pages else ""


def _instant(said: str) -> str:
    """The instant in UTC of a time like 28/Nov/2026:17:41:15 +0700; "" for what is none."""
    parts = re.fullmatch(r"(\d{2})/([A-Z][a-z]{2})/(\d{4}):(\d{2}:\d{2}:\d{2}) ([+-]\d{4})", said)
    if parts is None or parts[2] not in _MONTHS:
        return ""
    number = _MONTHS.index(parts[2]) + 1
    try:
        local = datetime.strptime(f"{parts[3]}-{number:02d}-{parts[1]}T{parts[4]}{parts[5]}", "%Y-%m-%dT%H:%M:%S%z")
        return local.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return ""
