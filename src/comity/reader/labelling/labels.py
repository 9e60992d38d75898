"""What somebody who labels gets and may give back: numbered segments in, labels from closed lists out.

- A labeller says which segments are clauses, their status and areas. It writes no words: what it answers names a segment by its
  number, and a quotation counts only if it stands, character for character, in that segment.
- What is not in the lists, or names a segment that was not given, is refused and counted; the rest of an answer still counts.
- Whoever speaks to a model, on this machine or elsewhere, does so outside the reader; the reader only asks a `Labeller`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from comity.reader.clauses.areas import area_codes
from comity.reader.labelling.facts import STATUSES


@dataclass(frozen=True, slots=True)
class Numbered:
    """A segment as a labeller gets it: its words, what stands before it, and what the grammar says of it.

    `id` counts from 1 within one document; `facts` and `grams` are numbers that name no word; `place` is where it stands in the
    text, and `sentence` the words of its sentence.
    """

    id: int
    text: str
    left: str
    is_kept: bool
    status: str
    areas: tuple[str, ...]
    facts: tuple[float, ...]
    place: tuple[int, int] = (0, 0)
    sentence: str = ""
    grams: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """What is said of a segment; "" and () leave status, areas and quotation to the grammar. `confidence` is 0 to 1."""

    id: int
    keep: bool
    confidence: float
    status: str = ""
    areas: tuple[str, ...] = ()
    quote: str = ""


@dataclass(slots=True)
class Refused:
    """How much of an answer was refused, by reason."""

    ids: int = 0
    labels: int = 0
    quotes: int = 0


class Labeller(Protocol):
    """Labels segments. `name` becomes part of the rule of each draft it labelled: "model/…"."""

    @property
    def name(self) -> str:
        """Who labels, in one word."""
        ...

    def label(self, segments: Sequence[Numbered]) -> Sequence[Label]:
        """Labels for some or all of the segments; a segment without one stays as the grammar has it."""
        ...


@dataclass(frozen=True, slots=True)
class Checked:
    """The labels of an answer that stand, by segment, and what was refused."""

    labels: dict[int, Label] = field(default_factory=dict)
    refused: Refused = field(default_factory=Refused)


def checked(segments: Sequence[Numbered], labels: Sequence[Label]) -> Checked:
    """Only what names a given segment, is in the lists and quotes exactly; the first label of a segment counts."""
    known, lists = {one.id: one for one in segments}, area_codes()
    out = Checked()
    for label in labels:
        segment = known.get(label.id)
        if segment is None or label.id in out.labels:
            out.refused.ids += 1
        elif (
            label.status not in ("", *STATUSES)
            or any(area not in lists for area in label.areas)
            or not 0 <= label.confidence <= 1
        ):
            out.refused.labels += 1
        elif label.quote not in segment.text:
            out.refused.quotes += 1
        else:
            out.labels[label.id] = label
    return out
