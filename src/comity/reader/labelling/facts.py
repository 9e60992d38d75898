"""The facts of a candidate: numbers from 0 to 1 in a fixed order that name no word of the text.

- They tell what stands in and around a stretch, never whether the grammar kept it: whoever weighs them then judges a report that
  the grammar was not written with as well as one that it was.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from comity.reader.clauses.acts import AGREED, DONE, HOPED, LIMITATION, PROPOSED
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.heads import head_at
from comity.reader.text.page import Page

STATUSES = (AGREED, PROPOSED, HOPED, DONE, LIMITATION)
Span = tuple[int, int]
# What the facts count in a candidate, and in its sentence before it.
_INSIDE = ("actions", "nominals", "terms", "gates", "perfects", "modals", "statements", "narrative", "acts", "subjects")
_BEFORE = ("acts", "statements", "perfects", "modals", "subjects", "openers", "narrative")
_GOVERNING = ("acts", "statements", "limits")
_LANGUAGES = ("en", "vi", "zh")
_MARK = re.compile(r"[,，;；:：。]\s*|\.\s+|…")
_FIGURE = re.compile(r"\d")
_PART = re.compile(r"[,，、;；]")
_QUOTED = re.compile(r"[\"“”《》]")
# A character of Chinese tells about as much as three letters.
_WIDE = 3


class Facts:
    """The facts of all candidates of one sentence, `page.text[start:end]`; `spans` are the candidates' in order.

    Many candidates begin or end at the same place: what stands before or behind one is told once.
    """

    def __init__(self, page: Page, start: int, end: int, spans: Sequence[Span]) -> None:
        self._page, self._start, self._end, self._spans = page, start, end, spans
        self._width = _WIDE if page.lang == "zh" else 1
        self._languages = [float(page.lang == lang) for lang in _LANGUAGES]
        self._first_hit = bisect_left(page.hit_starts, start)
        self._begun: dict[int, tuple[list[float], list[float], list[float], list[float]]] = {}
        self._ended: dict[int, list[float]] = {}

    def of(self, draft: Draft) -> tuple[float, ...]:
        """The facts of a draft whose span is one of the candidates'."""
        start, end = draft.start, draft.end
        if start not in self._begun:
            self._begun[start] = (*self._words_before(start), self._place(start), self._marks_before(start))
        if end not in self._ended:
            self._ended[end] = self._marks_behind(end)
        said, roles_before, place, marks_before = self._begun[start]
        return (
            *[float(draft.status == status) for status in STATUSES],
            *said,
            *self._words_inside(start, end),
            *roles_before,
            *self._head(start, end),
            *self._languages,
            place[0],
            float(end >= self._end - 3),
            *place[1:],
            min(1.0, len(self._page.places_in(start, end)) / 3),
            *marks_before,
            *self._ended[end],
            *self._size(start, end),
        )

    def _words_before(self, at: int) -> tuple[list[float], list[float]]:
        """What was said last before a place in its sentence, and what words of the lexicon stand there."""
        page = self._page
        after = bisect_left(page.hit_starts, at, self._first_hit)
        before = [hit for hit in page.hits[self._first_hit : after] if hit.end <= at]
        roles = {hit.role for hit in before}
        last = next((hit for hit in reversed(before) if hit.role in _GOVERNING), None)
        said = last.value.partition(" ")[0] if last is not None and last.role == "acts" else ""
        is_statement = last is not None and last.role == "statements"
        return [*[float(said == status) for status in STATUSES[:3]], float(is_statement)], _among(roles, _BEFORE)

    def _words_inside(self, start: int, end: int) -> list[float]:
        page = self._page
        first, after = bisect_left(page.hit_starts, start), bisect_left(page.hit_starts, end)
        return _among({hit.role for hit in page.hits[first:after] if hit.end <= end}, _INSIDE)

    def _head(self, start: int, end: int) -> tuple[float, float, float, float]:
        head = head_at(self._page, start, end)
        if head is None:
            return 0.0, 0.0, 0.0, 0.0
        return 1.0, float(head.has_past), float(head.start == start), float(head.hit.value == "noun")

    def _place(self, at: int) -> list[float]:
        """Where a place is in its sentence and in the text, behind how many places that are named."""
        begin = self._start
        return [
            min(1.0, (at - begin) * self._width / 400),
            float(at == begin),
            min(1.0, (self._end - begin) * self._width / 500),
            at / len(self._page.text),
            min(1.0, len(self._page.places_in(begin, at)) / 3),
        ]

    def _marks_before(self, at: int) -> list[float]:
        before = self._page.text[max(0, at - 3) : at].rstrip(" ")
        return [
            float(before.endswith((",", "，", "、"))),
            float(before.endswith((";", "；", ":", "："))),
            float(before.endswith((".", "。", "\n", "!")) or at == self._start),
            float(before[-1:].isalnum()),
        ]

    def _marks_behind(self, at: int) -> list[float]:
        after = self._page.text[at : at + 4].lstrip(" ")[:1]
        return [*[float(after != "" and after in marks) for marks in (",，", "、", ";；", ".。")], float(after.isalnum())]

    def _size(self, start: int, end: int) -> list[float]:
        """How long it is, how many parts and other candidates lie in it, and in how many it lies."""
        words, size = self._page.text[start:end], (end - start) * self._width
        spans = self._spans
        first, after = bisect_left(spans, (start, start)), bisect_right(spans, (start, len(self._page.text)))
        within = sum([last <= end for _, last in spans[first:]]) - 1
        around = sum([end <= last for _, last in spans[:after]]) - 1
        return [
            min(1.0, size / 200),
            *[float(least <= size < most) for least, most in ((0, 30), (30, 60), (60, 120))],
            float(size >= 200),
            float(_FIGURE.search(words) is not None),
            float(_MARK.search(words) is not None),
            min(1.0, len(_PART.findall(words)) / 4),
            float(words[:1].isupper()),
            float(_QUOTED.search(words) is not None),
            min(1.0, within / 4),
            min(1.0, around / 4),
        ]


def _among(roles: set[str], asked: Sequence[str]) -> list[float]:
    return [float(role in roles) for role in asked]
