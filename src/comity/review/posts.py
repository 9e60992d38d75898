"""Who is no longer there: parties that have gone without a successor, and counterparts who left their post."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.paper.row_parts import fields_in, ids_in, view_of, words_in
from comity.record.canonical import Fields
from comity.review.found import Found, about
from comity.review.gathered import Gathered
from comity.review.owners_words import is_open
from comity.review.thresholds import Thresholds


def no_successor(state: Gathered, _limits: Thresholds) -> Iterator[Found]:
    """Parties whose time is over and for whom nobody is named, with how many of their agreed items have not ended."""
    owned: dict[str, int] = {}
    for row in state.things("undertaking"):
        for owner in ids_in(fields_in(row), "owners") if is_open(row) else ():
            owned[owner] = owned.get(owner, 0) + 1
    for row in state.things("party", "charter"):
        day = words_in(fields_in(row), "valid_until")
        is_over = state.has_passed(day) or bool(ids_in(view_of(row), "closed_by"))
        if view_of(row).get("without_successor") is True and is_over:
            thing = str(row["id"])
            made = about(state, row, rule="no_successor", case="none", evidence=ids_in(view_of(row), "closed_by"))
            facts: Fields = {"party": [thing], "count": owned.get(thing, 0)}
            yield replace(made, parties=(thing,), day=day, facts=facts)


def left(state: Gathered, limits: Thresholds) -> Iterator[Found]:
    """Counterparts on the other sides whose time in a post has ended within the days asked about."""
    for row in state.things("post_holding"):
        fields = fields_in(row)
        day, parties = words_in(fields, "until_on"), ids_in(fields, "party")
        ago = state.days_since(day)
        if ago is None or ago > limits.left_days or not state.has_passed(day) or state.us.intersection(parties):
            continue
        followed = ids_in(view_of(row), "followed_by")
        made = about(state, row, rule="left", case="followed" if followed else "open", evidence=followed)
        yield replace(made, day=day, facts={"party": list(parties), "day": day, "others": list(followed)})
