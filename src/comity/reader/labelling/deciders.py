"""Who decides which stretches are clauses, and whether states act: the grammar alone, or weights after it, then a labeller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from comity.reader.clauses.agents import Sides, sides_of
from comity.reader.clauses.drafts import Draft
from comity.reader.labelling.labelled import Labelled, labelled
from comity.reader.labelling.labels import Labeller, Refused
from comity.reader.labelling.states import are_states, facts_of_sides
from comity.reader.labelling.weighed import weighed
from comity.reader.labelling.weights import Weights
from comity.reader.reading import Party, Person, Session
from comity.reader.text.page import Page


@dataclass(frozen=True, slots=True)
class Deciders:
    """Those who are asked, in this order; with neither the grammar decides."""

    weights: Weights | None = None
    labeller: Labeller | None = None

    def decided(self, page: Page, drafts: Sequence[Draft]) -> Labelled:
        """The clauses of a page; `drafts` are those the grammar keeps."""
        found = tuple(drafts) if self.weights is None else weighed(page, drafts, self.weights)
        return Labelled(found, {}, Refused()) if self.labeller is None else labelled(page, found, self.labeller)

    def sides(self, page: Page, parties: tuple[Party, ...], sessions: tuple[Session, ...], people: tuple[Person, ...]) -> Sides:
        """Those who act where all act, as states where weights say so; the grammar knows none but those the text names."""
        found = sides_of(page, parties, sessions, people)
        if self.weights is None or not found.codes:
            return found
        return replace(found, are_states=are_states(facts_of_sides(page, found, people), self.weights.states))


GRAMMAR_ALONE = Deciders()
