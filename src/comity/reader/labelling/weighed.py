"""Drafts as the weights leave them: which candidates are clauses is learnt, what stands in them is the grammar's.

- Every span is a candidate's. Status, speaker and areas stay what the grammar says of it.
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
from comity.reader.labelling.weights import Weights, logistic
from comity.reader.text.page import Page

NAME = "weights"


def weighed(page: Page, drafts: Sequence[Draft], weights: Weights) -> tuple[Draft, ...]:
    """The clauses of a page, by their place; `drafts` are those the grammar kept."""
    candidates = candidates_of(page, drafts)
    sure = [logistic(weights.odds(one.facts, one.grams)) for one in candidates]
    places = [(one.draft.start, one.draft.end) for one in candidates]
    found = weights.chosen(places, sure, [one.draft.rule if one.is_kept else "" for one in candidates])
    return tuple(_draft(candidates[number], sure[number]) for number in sorted(found))


def _draft(candidate: Candidate, sure: float) -> Draft:
    draft = candidate.draft
    confidence = how_sure(draft.confidence, sure) if candidate.is_kept else min(sure, MOST_SURE)
    return replace(draft, confidence=round(confidence, 4), rule=f"{draft.rule} + {NAME}")
