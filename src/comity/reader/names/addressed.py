"""Names behind a form of address or a rank, however the name is made: "Lt-Gen Datuk Ali bin Omar", "Đại tá Khăm Bun Xỉ".

- Of several words before a name ("Maj. Gen. Dr") the first opens it, and the ranks among them are titles.
- A word that an office goes on with is no rank: "Attorney General", "General Secretary".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reader.names.body_words import is_body_word
from comity.reader.names.letter_runs import RUN, without_letters, words_of_run
from comity.reader.names.named import Named
from comity.reader.names.titles import address_before, titles_after, titles_before
from comity.reader.text.page import Page
from comity.reader.words.lexicon import Hit

_MOST_WORDS = 7
_GAP = re.compile(r",? ")


def addressed_names(page: Page, start: int, end: int) -> Iterator[Named]:
    """The names in `text[start:end]` of an English text that a form of address opens."""
    if page.lang != "en":
        return
    for hit in page.hits_of("honorifics", start, end):
        gap = _GAP.match(page.text, hit.end)
        if gap is None:
            continue
        at = gap.end()
        if address_before(page, at) is None or any(one.role in ("honorifics", "titles") for one in page.hits_at(at)):
            continue
        found = _name_at(page, at, end)
        if found is not None:
            opens = _opens(page, hit, start)
            yield Named(opens, at, found, True, titles_before(page, at) + titles_after(page, found))


def _name_at(page: Page, at: int, end: int) -> int | None:
    """Where the name of two words and more ends that begins at a place, or None."""
    run = RUN.match(page.text, at, end)
    if run is None:
        return None
    stop = without_letters(page.text, at, run.end())
    inside = [hit.start for hit in page.hits_of("titles", at + 1, stop)]
    stop = min([stop, *(one - 1 for one in inside)])
    words = words_of_run(page.text[at:stop])
    if not 2 <= len(words) <= _MOST_WORDS or any(is_body_word(word) for word in words):
        return None
    return stop


def _opens(page: Page, hit: Hit, floor: int) -> int:
    """Where the first of the forms of address before a name begins."""
    at = hit.start
    while (before := address_before(page, at)) is not None and before.start >= floor:
        at = before.start
    return at
