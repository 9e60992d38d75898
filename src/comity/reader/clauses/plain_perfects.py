"""Spanish, French and Swedish deeds in the perfect whose verb no line names: "han mantenido A y concretado B".

- The auxiliary and its subject are known already; what follows must be a participle with something it is done to.
- Participles of feeling, growing or reaching tell no deed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reader.clauses.endings import trimmed
from comity.reader.clauses.participles import ADVERBS, NO_DEED, PARTICIPLE
from comity.reader.text.page import Page

_AND = {"es": r"(?:,\s+(?:y\s+)?|\s+[ye]\s+)", "fr": r"(?:,\s+(?:et\s+)?|\s+et\s+)", "sv": r"(?:[,;]\s+(?:och\s+)?|\s+och\s+)"}
_MOST = 8
_LEAST = 12


def any_perfect(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the deeds that begin with a participle right at `start`; none where it tells no deed."""
    adverbs, participle = ADVERBS.get(page.lang), PARTICIPLE.get(page.lang)
    if adverbs is None or participle is None:
        return
    first = re.compile(rf"\s*(?:{adverbs})(?={participle}\b)").match(page.text, start, end)
    if first is None or NO_DEED.match(page.text, first.end(), end):
        return
    begin = start + len(page.text[start : first.end()]) - len(page.text[start : first.end()].lstrip())
    tail = next((hit.start for hit in page.hits_of("tails", first.end(), end)), end)
    nexts = re.compile(rf"{_AND[page.lang]}(?:{adverbs})(?={participle}\s)")
    for _ in range(_MOST):
        found = nexts.search(page.text, max(begin, first.end()) + _LEAST, tail)
        if found is None:
            break
        if not NO_DEED.match(page.text, found.end(), tail):
            yield begin, trimmed(page.text, begin, found.start())
            begin = found.end()
        first = found
    stop = trimmed(page.text, begin, tail)
    if stop - begin > _LEAST and " " in page.text[begin:stop]:
        yield begin, stop
