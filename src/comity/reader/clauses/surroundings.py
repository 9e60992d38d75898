"""Where a clause stands: its sentence, what leads up to it there and what trails behind it.

- Between two clauses of a sentence the words up to the first mark belong to the one before, the rest leads to the next.
- A lead that stands before the act of several clauses leads to each of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from comity.reader.clauses.acts import DONE, LIMITATION
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.endings import trimmed
from comity.reader.reading import Clause, Detail
from comity.reader.text.at_hand import AtHand
from comity.reader.text.page import Page, Sentence
from comity.reader.words.lexicon import Hit

STOP = re.compile(r"[,;:，；：。!?！？\n]|\.(?=\s|$)")
_MARK = re.compile(r"[,;，；]")


@dataclass(frozen=True, slots=True)
class Around:
    """A clause of a page with the stretch `since` its lead begins and `until` its trail ends, within its sentence.

    `opens` is where the first clause of the same act begins.
    """

    page: Page
    draft: Draft
    clause: Clause
    sentence: Sentence
    since: int
    until: int
    words: AtHand
    opens: int

    @property
    def is_ahead(self) -> bool:
        """Whether something is still to be done."""
        return self.draft.status not in (DONE, LIMITATION)

    def hits(self, role: str, stretch: tuple[int, int] | None = None) -> list[Hit]:
        """The hits of a role in the clause with its trail, or in another stretch, none inside a longer one."""
        return self.words.of(role, *(stretch or (self.draft.start, self.until)))

    def detail(self, name: str, span: tuple[int, int], rule: str, sure: float, **more: str) -> Detail:
        """What the words of a span say; `value` is the words themselves where nothing else is given, `code` a party's."""
        value = more.get("value") or " ".join(self.page.text[span[0] : span[1]].split())
        return Detail(name, value, (self.page.quote(*span),), rule, round(sure, 2), more.get("code", ""))


def stop_after(page: Page, at: int, limit: int) -> int:
    """Where the words from `at` end: before the next mark, or at the limit, white space aside."""
    found = STOP.search(page.text, at, limit)
    return trimmed(page.text, at, found.start() if found else limit)


def surroundings(page: Page, words: AtHand, drafts: tuple[Draft, ...], clauses: tuple[Clause, ...]) -> Iterator[Around]:
    """Each clause with its surroundings; both are in order of the text and pair one to one."""
    starts = [sentence.start for sentence in page.sentences]
    opens: dict[tuple[int, int], int] = {}
    for draft in drafts:
        opens.setdefault(draft.act, draft.start)
    for number, (draft, clause) in enumerate(zip(drafts, clauses, strict=True)):
        place = bisect_right(starts, draft.start) - 1
        if place < 0:
            continue
        sentence = page.sentences[place]
        before = drafts[number - 1] if number else None
        after = drafts[number + 1] if number + 1 < len(drafts) else None
        since = sentence.start
        if before is not None and before.end > sentence.start:
            since = _cut(page, before.end, draft.start)
        until = max(draft.end, sentence.end)
        if after is not None and after.start < until:
            until = _cut(page, draft.end, after.start)
        yield Around(page, draft, clause, sentence, min(since, draft.start), max(until, draft.end), words, opens[draft.act])


def _cut(page: Page, start: int, end: int) -> int:
    mark = _MARK.search(page.text, start, end)
    return mark.end() if mark else end
