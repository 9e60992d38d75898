"""Candidates: every stretch of a text that may be a clause, many more than the grammar keeps.

- A candidate is a segment under some reading of its sentence, or what stands between two marks: always the text's own words.
- What the grammar kept is among them, marked so, with its status, rule and confidence.
- They are only for somebody who labels them; `read` without a labeller never asks for them.
- The facts of a candidate are numbers from 0 to 1 in a fixed order: they name no word of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comity.reader.clauses.acts import AGREED, DONE, HOPED, LIMITATION, PROPOSED, Act, governing
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.heads import head_at, least
from comity.reader.clauses.segments import LIST, PLAIN, POINT, STRONG, segments, trimmed
from comity.reader.clauses.speakers import Speaker
from comity.reader.text.layout import TITLE
from comity.reader.text.page import Page, Sentence

STATUSES = (AGREED, PROPOSED, HOPED, DONE, LIMITATION)
# Readings of a sentence begin after these.
_BEGINNINGS = frozenset({"perfects", "modals", "openers"})
# What the facts count in a candidate, and in its sentence before it.
_INSIDE = ("actions", "nominals", "terms", "gates", "perfects", "modals", "statements", "narrative", "acts", "subjects")
_BEFORE = ("acts", "statements", "perfects", "modals", "subjects", "openers", "narrative")
_MARK = re.compile(r"[,，;；:：。]\s*|\.\s+|…")
_LEFT = 110
_FIGURE = re.compile(r"\d")
_JOINT = Speaker(None, None, True)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch `text[draft.start:draft.end]`; `left` stands before it in its line, `facts` are numbers from 0 to 1."""

    draft: Draft
    is_kept: bool
    left: str
    facts: tuple[float, ...]


def candidates_of(page: Page, drafts: Sequence[Draft]) -> tuple[Candidate, ...]:
    """All candidates of a page, by their place; `drafts` are those the grammar kept, each of them is one."""
    kept = {(draft.start, draft.end): draft for draft in drafts}
    found = [
        Candidate(one, True, _left(page, one, None), _facts(page, one, None, is_kept=True))
        for one in drafts
        if _in_title(page, one)
    ]
    for sentence in page.sentences:
        if sentence.block.label == TITLE:
            continue
        acts = governing(page, sentence)
        here = [one for one in drafts if sentence.start <= one.start < sentence.end]
        spans = {(one.start, one.end) for one in here} | set(_spans(page, sentence, acts))
        for span in sorted(spans):
            draft = kept.get(span) or _proposed(span, here or _nearest(drafts, sentence), acts)
            facts = _facts(page, draft, sentence, is_kept=span in kept)
            found.append(Candidate(draft, span in kept, _left(page, draft, sentence), facts))
    return tuple(sorted(found, key=lambda one: (one.draft.start, one.draft.end)))


def _in_title(page: Page, draft: Draft) -> bool:
    block = page.block_at(draft.start)
    return block is None or block.label == TITLE


def _spans(page: Page, sentence: Sentence, acts: Sequence[Act]) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence under every reading of it."""
    after = {hit.end for hit in page.hits_in(sentence.start, sentence.end) if hit.role in _BEGINNINGS}
    for start in sorted({sentence.start, *after, *(act.end for act in acts)}):
        for cut in (PLAIN, STRONG, LIST, POINT):
            yield from ((one.start, one.end) for one in segments(page, start, sentence.end, cut=cut))
    marks = [(found.start(), found.end()) for found in _MARK.finditer(page.text, sentence.start, sentence.end)]
    starts = [sentence.start, *(end for _, end in marks)]
    for start, mark in zip(starts, [*(start for start, _ in marks), sentence.end], strict=True):
        end = trimmed(page.text, start, mark)
        if end - start >= 2 * least(page) - 2:
            yield start, end


def _nearest(drafts: Sequence[Draft], sentence: Sentence) -> list[Draft]:
    """The last draft before a sentence in the same line, if there is one."""
    return [one for one in drafts if sentence.block.start <= one.start < sentence.start][-1:]


def _proposed(span: tuple[int, int], near: Sequence[Draft], acts: Sequence[Act]) -> Draft:
    """A stretch as a draft: with the status and speaker of the draft nearest before it, else of its sentence's act."""
    start, end = span
    before = next((one for one in reversed(near) if one.start <= start), near[0] if near else None)
    act = next((one for one in reversed(acts) if one.end <= start), None)
    said = act.status if act is not None and act.status in STATUSES else None
    governs = (act.start, act.end) if act is not None else span
    status = said or (before.status if before is not None else DONE)
    return Draft(start, end, status, governs, "grammar/candidate", before.speaker if before else _JOINT, 0.2)


def _left(page: Page, draft: Draft, sentence: Sentence | None) -> str:
    start = draft.start if sentence is None else sentence.block.start
    return page.text[max(start, draft.start - _LEFT) : draft.start]


def _facts(page: Page, draft: Draft, sentence: Sentence | None, *, is_kept: bool) -> tuple[float, ...]:
    """What is known of a candidate without its words."""
    begin, stop = (draft.start, draft.end) if sentence is None else (sentence.start, sentence.end)
    inside, before = page.hits_in(draft.start, draft.end), page.hits_in(begin, draft.start)
    roles, roles_before = {hit.role for hit in inside}, [hit.role for hit in before]
    head = head_at(page, draft.start, draft.end)
    width = 3 if page.lang == "zh" else 1
    last = next((hit for hit in reversed(before) if hit.role in ("acts", "statements", "limits")), None)
    said = last.value.partition(" ")[0] if last is not None and last.role == "acts" else ""
    return (
        float(is_kept),
        draft.confidence if is_kept else 0.0,
        *(float(is_kept and draft.status == status) for status in STATUSES),
        *(float(draft.status == status) for status in STATUSES),
        *(float(said == status) for status in STATUSES[:3]),
        float(last is not None and last.role == "statements"),
        *(float(role in roles) for role in _INSIDE),
        *(float(role in roles_before) for role in _BEFORE),
        float(head is not None),
        float(head is not None and head.has_past),
        float(head is not None and head.start == draft.start),
        float(head is not None and head.hit.value == "noun"),
        float(_FIGURE.search(page.text, draft.start, draft.end) is not None),
        float(_MARK.search(page.text, draft.start, draft.end) is not None),
        min(1.0, width * (draft.end - draft.start) / 200),
        min(1.0, (draft.start - begin) * width / 400),
        float(draft.end >= stop - 3),
        float(draft.start == begin),
        float(any(begin <= place.start < draft.start for place in page.places_in(begin, draft.start))),
    )
