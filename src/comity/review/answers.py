"""Letters and calls that await an answer: ours, and those of others whom we asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.paper.letters_view import letter_line
from comity.record.canonical import Fields
from comity.review.found import Found, about
from comity.review.gathered import Gathered
from comity.review.thresholds import Thresholds


def answers(state: Gathered, _limits: Thresholds) -> Iterator[Found]:
    """By the day the answer is asked for, where one is; letters between others are theirs alone."""
    for row in state.things("letter", "call"):
        line = letter_line(row, own=state.us, on=state.on)
        if line.turn not in ("ours", "theirs"):
            continue
        others = line.from_party if line.turn == "ours" else line.to_party
        case = line.turn + ("_by" if line.answer_due_on else "")
        made = about(state, row, rule="letters", case=case, evidence=[str(row["id"])])
        facts: Fields = {"party": list(others), **({"day": line.answer_due_on} if line.answer_due_on else {})}
        yield replace(made, day=line.answer_due_on or line.day, facts=facts)
