"""Who decides which stretches are clauses: the grammar alone, or weights after it, and then a labeller of what it knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comity.reader.clauses.drafts import Draft
from comity.reader.labelling.labelled import Labelled, labelled
from comity.reader.labelling.labels import Labeller, Refused
from comity.reader.labelling.weighed import weighed
from comity.reader.labelling.weights import Weights
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


GRAMMAR_ALONE = Deciders()
