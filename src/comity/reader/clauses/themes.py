"""What the deeds of one paragraph are about together, for those of them that do not say it themselves.

- "Three groups went out" in an account of patrols is about the border, though its own words only name groups.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from comity.reader.clauses.acts import DONE
from comity.reader.reading import Clause
from comity.reader.text.page import Page

_SAYS_LITTLE = frozenset({"general relations", "party-and-government exchange"})
_LEAST = 2


def with_themes(page: Page, clauses: tuple[Clause, ...], starts: tuple[int, ...]) -> tuple[Clause, ...]:
    """The clauses; a deed of a Chinese paragraph that names no matter of its own takes the one most deeds there share.

    `starts` are the places of the clauses in the text.
    """
    if page.lang != "zh":
        return clauses
    told: dict[int, Counter[str]] = {}
    for clause, at in zip(clauses, starts, strict=True):
        block = page.block_at(at)
        if clause.status == DONE and block is not None:
            told.setdefault(block.start, Counter()).update(set(clause.areas) - _SAYS_LITTLE)
    out: list[Clause] = []
    for clause, at in zip(clauses, starts, strict=True):
        block = page.block_at(at)
        shared = told.get(block.start, Counter()).most_common(2) if block is not None else []
        is_one = bool(shared) and shared[0][1] >= _LEAST and (len(shared) < 2 or shared[0][1] > shared[1][1])
        says_little = clause.status == DONE and set(clause.areas) <= _SAYS_LITTLE
        out.append(replace(clause, areas=(shared[0][0],)) if says_little and is_one else clause)
    return tuple(out)
