"""On which day a document says itself, outside its text, that it was published.

- A page: what its head or its data for search engines state. Any file: a date its name begins with. A PDF or Word file: the
  day it was made, which is often another; it counts as a last resort only.
- Nothing is guessed: a day that is none of the calendar is no day.
"""

from __future__ import annotations

import re
from datetime import date

from comity.reader.files.document import Document
from comity.reader.files.media import PAGE
from comity.reader.reading import Detail, Quote

PUBLISHED = "published"
# Where it stands, as rules say it.
IN_HEAD, IN_DATA, IN_NAME, IN_FILE, IN_TEXT, BY_PERSON = (
    f"document/{where}" for where in ("head", "data", "name", "file", "text", "told")
)
_HEAD = 200_000
_META = re.compile(r"<meta\s[^<>]{1,600}>", re.IGNORECASE)
_NAMES = re.compile(
    r"(?:property|name|itemprop)\s{0,3}=\s{0,3}[\"']?(?:article:published_time|og:published_time|datepublished|pubdate|publishdate"
    r"|publish[-_]date|publication_date|dc\.date\.issued|dcterms\.issued|dc\.date|article\.published|date)[\"'\s/>]",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"content\s{0,3}=\s{0,3}[\"']?(\d{4}-\d{2}-\d{2})", re.IGNORECASE)
_DATA = re.compile(r"\"datePublished\"\s{0,3}:\s{0,3}\"(\d{4}-\d{2}-\d{2})")
_TIME = re.compile(r"<time\s[^<>]{0,200}?datetime\s{0,3}=\s{0,3}[\"']?(\d{4}-\d{2}-\d{2})[^<>]{0,200}>", re.IGNORECASE)
_OF_PUBLISHING = re.compile(r"\bpubdate\b|datePublished|publish", re.IGNORECASE)
_NAME = re.compile(r"(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)")


def stated_by_page(document: Document) -> Detail | None:
    """The day in the head of a page or in its data, or None."""
    if document.media != PAGE:
        return None
    page = document.original[:_HEAD]
    for tag in _META.finditer(page):
        content = _CONTENT.search(page, *tag.span()) if _NAMES.search(page, *tag.span()) else None
        if content is not None and _is_day(content.group(1)):
            return _at(document, content, IN_HEAD, 0.95)
    for found in _DATA.finditer(page):
        if _is_day(found.group(1)):
            return _at(document, found, IN_DATA, 0.9)
    for found in _TIME.finditer(page):
        if _OF_PUBLISHING.search(found.group()) and _is_day(found.group(1)):
            return _at(document, found, IN_HEAD, 0.9)
    return None


def stated_by_name(name: str) -> Detail | None:
    """The day with which a file's name begins: 2031-03-10, 20310310 or alike."""
    found = _NAME.match(name)
    day = "-".join(found.groups()) if found else ""
    return Detail(PUBLISHED, day, (), IN_NAME, 0.75) if _is_day(day) else None


def stated_by_file(document: Document) -> Detail | None:
    """The day on which a PDF or Word file was made."""
    day = document.extract.made_on if document.extract else ""
    return Detail(PUBLISHED, day, (), IN_FILE, 0.3) if _is_day(day) else None


def _at(document: Document, found: re.Match[str], rule: str, sure: float) -> Detail:
    start, end = found.span(1)
    return Detail(PUBLISHED, found.group(1), (Quote(document.original[start:end], start, end),), rule, sure)


def _is_day(day: str) -> bool:
    try:
        return 1900 < date.fromisoformat(day).year < 2100
    except ValueError:
        return False
