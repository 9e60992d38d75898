"""Every rule in the order in which a leader reads them, and all findings of a state."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from comity.paper.translate import N_, Msgid
from comity.review.answers import answers
from comity.review.compared import to_compare
from comity.review.found import Found, in_order
from comity.review.gathered import Gathered
from comity.review.kept import kept
from comity.review.meetings import meetings
from comity.review.mentioned import no_mention, recurring
from comity.review.planned import condition, due, moved, waiting
from comity.review.posts import left, no_successor
from comity.review.texts import ending, half_signed, translations
from comity.review.thresholds import Thresholds

RULES: dict[str, Msgid] = {
    "thanks": N_("Thanks"),
    "results": N_("Results"),
    "difficulties": N_("Difficulties"),
    "to_compare": N_("To compare"),
    "waiting": N_("Waiting, and on whom"),
    "condition": N_("What no longer stands in the way"),
    "due": N_("Planned days near or over"),
    "moved": N_("Planned days that moved"),
    "letters": N_("Letters that await an answer"),
    "meetings": N_("Meetings whose time has come"),
    "half_signed": N_("Texts signed by some"),
    "ending": N_("Terms that end soon"),
    "recurring": N_("Agreed more than once"),
    "no_mention": N_("No later mention found"),
    "no_successor": N_("No successor named"),
    "left": N_("Counterparts who left their post"),
    "translations": N_("Wordings to complete"),
}
Rule = Callable[[Gathered, Thresholds], Iterable[Found]]
_FAMILIES: tuple[Rule, ...] = (
    *(kept, to_compare, waiting, condition, due, moved, answers, meetings),
    *(half_signed, ending, recurring, no_mention, no_successor, left, translations),
)


def findings_of(state: Gathered, limits: Thresholds) -> list[Found]:
    """All findings, by rule in the order of `RULES`, in each the latest first."""
    return in_order([found for family in _FAMILIES for found in family(state, limits)], list(RULES))
