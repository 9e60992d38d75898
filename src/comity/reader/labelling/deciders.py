"""Who decides which stretches are clauses, of which areas, and whether states act: the grammar, weights after it, a labeller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from comity.reader.clauses.agents import Sides, sides_of
from comity.reader.clauses.drafts import Draft
from comity.reader.labelling.labelled import Labelled, labelled
from comity.reader.labelling.labels import Labeller, Refused
from comity.reader.labelling.states import are_states, facts_of_sides
from comity.reader.labelling.weighed import weighed
from comity.reader.labelling.weighed_areas import facts_of_areas, grams_of_areas, own_areas, weighed_areas
from comity.reader.labelling.weights import Weights
from comity.reader.reading import Party, Person, Session
from comity.reader.text.page import Page


@dataclass(frozen=True, slots=True)
class Deciders:
    """Those who are asked, in this order; with neither the grammar decides.

    Where the labeller weighs all candidates itself, as the ranking model does, the weights leave the choosing to it.
    """

    weights: Weights | None = None
    labeller: Labeller | None = None
    is_left_to_labeller: bool = False

    def decided(self, page: Page, drafts: Sequence[Draft]) -> Labelled:
        """The clauses of a page; `drafts` are those the grammar keeps."""
        found = tuple(drafts)
        if self.weights is not None and not self.is_left_to_labeller:
            found = weighed(page, drafts, self.weights)
        return Labelled(found, {}, Refused()) if self.labeller is None else labelled(page, found, self.labeller)

    def sides(self, page: Page, parties: tuple[Party, ...], sessions: tuple[Session, ...], people: tuple[Person, ...]) -> Sides:
        """Those who act where all act, as states where weights say so; the grammar knows none but those the text names."""
        found = sides_of(page, parties, sessions, people)
        if self.weights is None or not found.codes:
            return found
        return replace(found, are_states=are_states(facts_of_sides(page, found, people), self.weights.states))

    def areas(self, page: Page, draft: Draft, given: tuple[str, ...], about: tuple[str, ...]) -> tuple[str, ...]:
        """The areas of a draft; `given` are the grammar's, `about` those of the headline and of who meets."""
        weights = self.weights
        if weights is None:
            return given
        facts = facts_of_areas(page, draft, given, about, weights.areas.labels)
        found = weighed_areas(weights.areas, weights.least_area, facts, grams_of_areas(page, draft), given)
        return tuple(dict.fromkeys((*own_areas(page, draft, weights.trusted), *found)))


GRAMMAR_ALONE = Deciders()
