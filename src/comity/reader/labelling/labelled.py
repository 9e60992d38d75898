"""Drafts as a labeller left them: kept ones it knows better, and candidates it calls clauses.

- Every span is a candidate's; a labeller adds no words and moves no bound.
- What the grammar kept stands before a candidate that overlaps it, the surer candidate before the other.
- Each draft that a labeller spoke of carries its name in the rule. What a clear act of the text says keeps its status.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from comity.reader.clauses.areas import GENERAL, areas_of
from comity.reader.clauses.drafts import Draft
from comity.reader.labelling.candidates import Candidate, candidates_of
from comity.reader.labelling.labels import Checked, Label, Labeller, Numbered, Refused, checked
from comity.reader.text.page import Page

# Ends the rule of a draft whose areas a labeller named too.
OF_AREAS = "/areas"
# How much of the shorter of two clauses may lie in the other.
_SHARED = 0.25
# From here on the words that govern a clause are clear; what only a labeller calls a clause is never surer than the second.
_CLEAR = 0.6
MOST_SURE = 0.75
# Below this a labeller doubts what the grammar kept.
_DOUBTED = 0.35


@dataclass(frozen=True, slots=True)
class Labelled:
    """Drafts by their place, what a labeller said of areas by span, and what of its answer was refused."""

    drafts: tuple[Draft, ...]
    areas: dict[tuple[int, int], tuple[str, ...]]
    refused: Refused


def numbered(page: Page, candidates: Sequence[Candidate]) -> tuple[Numbered, ...]:
    """The candidates as a labeller gets them, counted from 1."""
    return tuple(
        Numbered(
            number,
            page.text[one.draft.start : one.draft.end],
            one.left,
            one.is_kept,
            one.draft.status,
            areas_of(page, one.draft.start, one.draft.end),
            one.facts,
            (one.draft.start, one.draft.end),
            page.text[slice(*one.sentence)],
            one.grams,
        )
        for number, one in enumerate(candidates, 1)
    )


def labelled(page: Page, drafts: Sequence[Draft], labeller: Labeller) -> Labelled:
    """The drafts after `labeller` was asked; without candidates nobody is asked."""
    candidates = candidates_of(page, drafts)
    if not candidates:
        return Labelled(tuple(drafts), {}, Refused())
    segments = numbered(page, candidates)
    return applied(candidates, segments, checked(segments, labeller.label(segments)), by=labeller.name)


def applied(candidates: Sequence[Candidate], segments: Sequence[Numbered], said: Checked, *, by: str) -> Labelled:
    """The drafts that `candidates` become under labels that stand."""
    chosen: list[tuple[Draft, tuple[str, ...]]] = []
    order = sorted(zip(candidates, segments, strict=True), key=lambda one: _order(one[0], said.labels.get(one[1].id)))
    for candidate, segment in order:
        label = said.labels.get(segment.id)
        draft = _draft(candidate, label, by)
        if draft is not None and not any(_overlap(draft, other) for other, _ in chosen if not candidate.is_kept):
            named = label.areas if label is not None and segment.areas == (GENERAL,) else ()
            chosen.append((replace(draft, rule=f"{draft.rule}{OF_AREAS}") if named else draft, named))
    chosen.sort(key=lambda one: (one[0].start, one[0].end))
    areas = {(draft.start, draft.end): found for draft, found in chosen if found}
    return Labelled(tuple(draft for draft, _ in chosen), areas, said.refused)


def _order(candidate: Candidate, label: Label | None) -> tuple[bool, float, int, int]:
    sure = label.confidence if label is not None else 0.0
    return not candidate.is_kept, -sure, candidate.draft.start, candidate.draft.end


def _draft(candidate: Candidate, label: Label | None, by: str) -> Draft | None:
    """A candidate as a draft; None where nobody calls it a clause."""
    draft = candidate.draft
    if label is None:
        return draft if candidate.is_kept else None
    if not label.keep:
        return None
    status = label.status or draft.status
    is_new = _may_become(candidate, status)
    confidence = how_sure(draft.confidence, label.confidence) if candidate.is_kept else min(label.confidence, MOST_SURE)
    return replace(draft, status=status if is_new else draft.status, confidence=confidence, rule=f"{draft.rule} + {by}")


def how_sure(rule: float, labeller: float) -> float:
    """How sure a clause is that the grammar kept: a labeller alone makes none sure, and its doubt keeps one from being so."""
    return min(rule, MOST_SURE) if labeller < _DOUBTED else max(rule, min(labeller, _CLEAR))


def _may_become(candidate: Candidate, status: str) -> bool:
    """Whether a label may change a status: never what a clear act of the text says."""
    return status != candidate.draft.status and not (candidate.is_kept and candidate.draft.confidence >= _CLEAR)


def _overlap(one: Draft, other: Draft) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > _SHARED * min(one.end - one.start, other.end - other.start)
