"""The facts of a candidate: numbers from 0 to 1 in a fixed order that name no word of the text.

- They tell what stands in and around a stretch, never whether the grammar kept it: whoever weighs them then judges a report that
  the grammar was not written with as well as one that it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comity.reader.clauses.acts import AGREED, DONE, HOPED, LIMITATION, PROPOSED
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.heads import head_at
from comity.reader.text.page import Page

STATUSES = (AGREED, PROPOSED, HOPED, DONE, LIMITATION)
Span = tuple[int, int]
# What the facts count in a candidate, and in its sentence before it.
_INSIDE = ("actions", "nominals", "terms", "gates", "perfects", "modals", "statements", "narrative", "acts", "subjects")
_BEFORE = ("acts", "statements", "perfects", "modals", "subjects", "openers", "narrative")
_LANGUAGES = ("en", "vi", "zh")
_MARK = re.compile(r"[,，;；:：。]\s*|\.\s+|…")
_FIGURE = re.compile(r"\d")
_PART = re.compile(r"[,，、;；]")
_QUOTED = re.compile(r"[\"“”《》]")
# A character of Chinese tells about as much as three letters.
_WIDE = 3


def facts_of(page: Page, draft: Draft, sentence: Span, spans: Sequence[Span]) -> tuple[float, ...]:
    """The facts of a draft in its sentence; `spans` are those of all candidates of the sentence."""
    width = _WIDE if page.lang == "zh" else 1
    return (
        *_of_words(page, draft, sentence[0]),
        *_of_place(page, draft, sentence, width),
        *_of_marks(page, draft, sentence[0]),
        *_of_size(page, draft, spans, width),
    )


def _of_words(page: Page, draft: Draft, begin: int) -> Iterator[float]:
    """What words of the lexicon stand in it and before it."""
    inside, before = page.hits_in(draft.start, draft.end), page.hits_in(begin, draft.start)
    roles, roles_before = {hit.role for hit in inside}, {hit.role for hit in before}
    last = next((hit for hit in reversed(before) if hit.role in ("acts", "statements", "limits")), None)
    said = last.value.partition(" ")[0] if last is not None and last.role == "acts" else ""
    head = head_at(page, draft.start, draft.end)
    yield from (float(draft.status == status) for status in STATUSES)
    yield from (float(said == status) for status in STATUSES[:3])
    yield float(last is not None and last.role == "statements")
    yield from (float(role in roles) for role in _INSIDE)
    yield from (float(role in roles_before) for role in _BEFORE)
    yield float(head is not None)
    yield float(head is not None and head.has_past)
    yield float(head is not None and head.start == draft.start)
    yield float(head is not None and head.hit.value == "noun")


def _of_place(page: Page, draft: Draft, sentence: Span, width: int) -> Iterator[float]:
    """Where it stands in its sentence and in the text, in which language, beside which places."""
    begin, stop = sentence
    yield from (float(page.lang == lang) for lang in _LANGUAGES)
    yield min(1.0, (draft.start - begin) * width / 400)
    yield float(draft.end >= stop - 3)
    yield float(draft.start == begin)
    yield min(1.0, (stop - begin) * width / 500)
    yield draft.start / len(page.text)
    yield min(1.0, len(page.places_in(begin, draft.start)) / 3)
    yield min(1.0, len(page.places_in(draft.start, draft.end)) / 3)


def _of_marks(page: Page, draft: Draft, begin: int) -> Iterator[float]:
    """Which marks it stands between."""
    before = page.text[max(0, draft.start - 3) : draft.start].rstrip(" ")
    after = page.text[draft.end : draft.end + 4].lstrip(" ")
    yield float(before.endswith((",", "，", "、")))
    yield float(before.endswith((";", "；", ":", "：")))
    yield float(before.endswith((".", "。", "\n", "!")) or draft.start == begin)
    yield float(before[-1:].isalnum())
    yield from (float(after[:1] != "" and after[0] in marks) for marks in (",，", "、", ";；", ".。"))
    yield float(after[:1].isalnum())


def _of_size(page: Page, draft: Draft, spans: Sequence[Span], width: int) -> Iterator[float]:
    """How long it is, how many parts and other candidates lie in it, and in how many it lies."""
    words, size = page.text[draft.start : draft.end], (draft.end - draft.start) * width
    own = (draft.start, draft.end)
    yield min(1.0, size / 200)
    yield from (float(least <= size < most) for least, most in ((0, 30), (30, 60), (60, 120)))
    yield float(size >= 200)
    yield float(_FIGURE.search(words) is not None)
    yield float(_MARK.search(words) is not None)
    yield min(1.0, len(_PART.findall(words)) / 4)
    yield float(words[:1].isupper())
    yield float(_QUOTED.search(words) is not None)
    yield min(1.0, sum(1 for one in spans if one != own and own[0] <= one[0] and one[1] <= own[1]) / 4)
    yield min(1.0, sum(1 for one in spans if one != own and one[0] <= own[0] and own[1] <= one[1]) / 4)
