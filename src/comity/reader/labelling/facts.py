"""The facts of a candidate: numbers from 0 to 1 in a fixed order that name no word of the text.

- They tell what stands in and around a stretch, never whether the grammar kept it: whoever weighs them then judges a report that
  the grammar was not written with as well as one that it was.
"""

from __future__ import annotations

import re
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


def _of_words(page: Page, draft: Draft, begin: int) -> list[float]:
    """What words of the lexicon stand in it and before it."""
    before = page.hits_in(begin, draft.start)
    roles, roles_before = {hit.role for hit in page.hits_in(draft.start, draft.end)}, {hit.role for hit in before}
    last = next((hit for hit in reversed(before) if hit.role in ("acts", "statements", "limits")), None)
    said = last.value.partition(" ")[0] if last is not None and last.role == "acts" else ""
    head = head_at(page, draft.start, draft.end)
    return [
        *[float(draft.status == status) for status in STATUSES],
        *[float(said == status) for status in STATUSES[:3]],
        float(last is not None and last.role == "statements"),
        *[float(role in roles) for role in _INSIDE],
        *[float(role in roles_before) for role in _BEFORE],
        float(head is not None),
        float(head is not None and head.has_past),
        float(head is not None and head.start == draft.start),
        float(head is not None and head.hit.value == "noun"),
    ]


def _of_place(page: Page, draft: Draft, sentence: Span, width: int) -> list[float]:
    """Where it stands in its sentence and in the text, in which language, beside which places."""
    begin, stop = sentence
    return [
        *[float(page.lang == lang) for lang in _LANGUAGES],
        min(1.0, (draft.start - begin) * width / 400),
        float(draft.end >= stop - 3),
        float(draft.start == begin),
        min(1.0, (stop - begin) * width / 500),
        draft.start / len(page.text),
        min(1.0, len(page.places_in(begin, draft.start)) / 3),
        min(1.0, len(page.places_in(draft.start, draft.end)) / 3),
    ]


def _of_marks(page: Page, draft: Draft, begin: int) -> list[float]:
    """Which marks it stands between."""
    before = page.text[max(0, draft.start - 3) : draft.start].rstrip(" ")
    after = page.text[draft.end : draft.end + 4].lstrip(" ")[:1]
    return [
        float(before.endswith((",", "，", "、"))),
        float(before.endswith((";", "；", ":", "："))),
        float(before.endswith((".", "。", "\n", "!")) or draft.start == begin),
        float(before[-1:].isalnum()),
        *[float(after != "" and after in marks) for marks in (",，", "、", ";；", ".。")],
        float(after.isalnum()),
    ]


def _of_size(page: Page, draft: Draft, spans: Sequence[Span], width: int) -> list[float]:
    """How long it is, how many parts and other candidates lie in it, and in how many it lies."""
    start, end = draft.start, draft.end
    words, size = page.text[start:end], (end - start) * width
    within = sum([start <= first and last <= end for first, last in spans]) - ((start, end) in spans)
    around = sum([first <= start and end <= last for first, last in spans]) - ((start, end) in spans)
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
