"""Drafts as the weights leave them: which candidates are clauses is learnt, what stands in them is the grammar's.

- Every span is a candidate's. The status of one the grammar did not keep is the likeliest; all else stays what the grammar says.
- A clause the grammar did not keep is never surer than the second grade, nor one of its own that the weights doubt.
- Each draft that was weighed says so in its rule.

Source: docs/decisions/0034-weights.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.reader.clauses.drafts import Draft
from comity.reader.labelling.candidates import Candidate, candidates_of
from comity.reader.labelling.labelled import MOST_SURE, how_sure
from comity.reader.labelling.weights import Weights, likeliest
from comity.reader.text.page import Page

NAME = "weights"


def weighed(page: Page, drafts: Sequence[Draft], weights: Weights) -> tuple[Draft, ...]:
    """The clauses of a page, by their place; `drafts` are those the grammar kept."""
    candidates = candidates_of(page, drafts, recut=False)
    told = [likeliest(weights.statuses.odds(one.facts, one.grams)) for one in candidates]
    places = [(one.draft.start, one.draft.end) for one in candidates]
    kept_by = [one.draft.rule if one.is_kept else "" for one in candidates]
    found = weights.chosen(places, [sure for sure, _ in told], kept_by)
    return tuple(_draft(candidates[number], *told[number]) for number in sorted(found))


def _draft(candidate: Candidate, sure: float, status: str) -> Draft:
    draft, rule = candidate.draft, f"{candidate.draft.rule} + {NAME}"
    if candidate.is_kept:
        return replace(draft, confidence=round(how_sure(draft.confidence, sure), 4), rule=rule)
    return replace(draft, status=status, confidence=round(min(sure, MOST_SURE), 4), rule=rule)
