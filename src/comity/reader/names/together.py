"""People listed after somebody who has an office or a form of address: "led by chair Le Nam, Ho Ba and Vo An"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from comity.reader.names.letter_runs import run_at, words_of_run
from comity.reader.names.likely_names import may_be_name
from comity.reader.names.named import Named
from comity.reader.names.offices import office_from
from comity.reader.text.page import Page

_MOST, _MOST_WORDS, _OFFICE_WITHIN = 6, 3, 60
_BEFORE = re.compile(r"(?P<last>,? and )|, ")
_ENDS = re.compile(
    r"[.;)\n]|$|,(?! [A-Z])|\s(?:said|told|attended|signed|met|led|were|also|held|took|discussed|will|chaired|co-chaired|agreed"
    r"|have|had|represented|participated|spoke|joined|presided|visited|inspected|opened|launched)\b"
)


def named_together(page: Page, known: Iterable[Named]) -> Iterator[Named]:
    """Those listed after one of the names that are known, up to an "and" and whatever ends the list."""
    if page.lang != "en":
        return
    for named in known:
        if named.titles or named.has_address:
            yield from _behind(page, named.end)


def _behind(page: Page, at: int) -> list[Named]:
    found: list[Named] = []
    for _ in range(_MOST):
        before = _BEFORE.match(page.text, at)
        run = run_at(page.text, before.end(), min(len(page.text), before.end() + 60)) if before else None
        if before is None or run is None:
            return []
        start, end = run
        if any(hit.role in ("honorifics", "titles") for hit in page.hits_at(start)):
            return []
        words = words_of_run(page.text[start:end])
        if len(words) > _MOST_WORDS or not may_be_name(page, start, end, words) or _has_office(page, end):
            return []
        found.append(Named(start, start, end, False, (), speaks=True))
        if before.group("last"):
            return found if _ENDS.match(page.text, end) else []
        at = end
    return []


def _has_office(page: Page, end: int) -> bool:
    limit = min(len(page.text), end + _OFFICE_WITHIN)
    return page.text.startswith(", ", end) and office_from(page, end + 2, limit) is not None
