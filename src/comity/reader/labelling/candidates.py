"""Candidates: every stretch of a text that may be a clause, many more than the grammar keeps.

- A candidate is a segment of its sentence, or what stands between two marks: always the text's own words.
- What the grammar kept is among them, marked so, with its status, rule and confidence.
- They are for whoever weighs or labels them: the weights, a ranking model, a model elsewhere.
- A piece between two marks or joints also counts from its first verb on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from comity.reader.clauses.acts import DONE, Act, governing
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.endings import trimmed
from comity.reader.clauses.heads import least
from comity.reader.clauses.segments import LIST, segments
from comity.reader.clauses.speakers import Speaker
from comity.reader.labelling.facts import STATUSES, Facts
from comity.reader.labelling.grams import Grams
from comity.reader.text.layout import TITLE
from comity.reader.text.page import Page, Sentence

_MARK = re.compile(r"[,，;；:：。]\s*|\.\s+|…")
_LEFT = 110
# What the grammar keeps overlaps seldom: so many before a place may reach into it.
_NEIGHBOURS = 3
# What parts pieces besides marks: joints between verbs, and where a list breaks off.
_JOINTS = re.compile(r"[,，;；:：。、]\s*|\.\s+|…|\s(?:and|och|y|et|và)\s|等(?:方面|领域|領域|工作)?")
_JOINT = Speaker(None, None, True)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch `text[draft.start:draft.end]`; `left` stands before it in its line, `sentence` is its place.

    `facts` are those of `facts`, `grams` the numbers of its words by `grams`.
    """

    draft: Draft
    is_kept: bool
    left: str
    sentence: tuple[int, int]
    facts: tuple[float, ...]
    grams: tuple[int, ...] = ()


def candidates_of(page: Page, drafts: Sequence[Draft], *, recut: bool = True) -> tuple[Candidate, ...]:
    """All candidates of a page, by their place; `drafts` are those the grammar kept, each of them is one.

    Without `recut` those are left out that only cut a kept one otherwise: its bounds are the better ones.
    """
    kept = {(draft.start, draft.end): draft for draft in drafts}
    ordered = sorted(drafts, key=lambda one: one.start)
    starts = [one.start for one in ordered]
    found = [
        Candidate(one, True, _left(page, one, None), span, Facts(page, *span, (span,)).of(one), Grams(page, *span).of(*span))
        for one, span in ((one, (one.start, one.end)) for one in drafts)
        if _in_title(page, one)
    ]
    for sentence in page.sentences:
        if sentence.block.label == TITLE:
            continue
        acts = governing(page, sentence)
        first, after = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        here = ordered[first:after]
        nearest = ordered[max(0, first - 1) : first] if first and starts[first - 1] >= sentence.block.start else []
        spans = sorted({(one.start, one.end) for one in here} | set(_spans(page, sentence)) | set(_pieces(page, sentence)))
        whole = (sentence.start, sentence.end)
        facts, grams = Facts(page, *whole, spans), Grams(page, *whole)
        near = sorted((one.start, one.end) for one in (*nearest, *here))
        for span in spans if recut else [one for one in spans if one in kept or not is_another_cut(one, near)]:
            draft = kept.get(span) or _proposed(span, here or nearest, acts)
            left = _left(page, draft, sentence)
            found.append(Candidate(draft, span in kept, left, whole, facts.of(draft), grams.of(*span)))
    return tuple(sorted(found, key=lambda one: (one.draft.start, one.draft.end)))


def is_another_cut(place: tuple[int, int], kept: Sequence[tuple[int, int]]) -> bool:
    """Whether a place is one of those the grammar kept, in order, cut otherwise."""
    at = bisect_left(kept, place)
    return any(
        2 * (min(place[1], other[1]) - max(place[0], other[0])) >= max(place[1], other[1]) - min(place[0], other[0])
        for other in (*kept[max(0, at - _NEIGHBOURS) : at], *takewhile(lambda one: one[0] < place[1], islice(kept, at, None)))
    )


def _in_title(page: Page, draft: Draft) -> bool:
    block = page.block_at(draft.start)
    return block is None or block.label == TITLE


def _spans(page: Page, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence read as a list of contents, and those between two marks."""
    yield from ((one.start, one.end) for one in segments(page, sentence.start, sentence.end, cut=LIST))
    fewest = 2 * least(page) - 2
    marks = [(found.start(), found.end()) for found in _MARK.finditer(page.text, sentence.start, sentence.end)]
    starts = [sentence.start, *(end for _, end in marks)]
    for start, mark in zip(starts, [*(start for start, _ in marks), sentence.end], strict=True):
        end = trimmed(page.text, start, mark)
        if end - start >= fewest:
            yield start, end


def _pieces(page: Page, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Stretches between joints and marks, each from its first verb on as well."""
    fewest = 2 * least(page) - 2
    joints = [(found.start(), found.end()) for found in _JOINTS.finditer(page.text, sentence.start, sentence.end)]
    starts = [sentence.start, *(end for _, end in joints)]
    stops = [*(start for start, _ in joints), sentence.end]
    for start, stop in zip(starts, stops, strict=True):
        begin = next((hit.start for hit in page.hits_of("actions", start, stop)), start)
        end = trimmed(page.text, begin, stop)
        if end - begin >= fewest:
            yield begin, end


def _proposed(span: tuple[int, int], near: Sequence[Draft], acts: Sequence[Act]) -> Draft:
    """A stretch as a draft: with the status and speaker of the nearest draft before it in its line, or of its sentence's act."""
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
