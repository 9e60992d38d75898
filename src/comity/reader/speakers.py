"""Whose words an act is: a person, a party, or all parties together.

- The nearest name before the act in its sentence speaks; after it where the verb comes first.
- A pronoun is whoever spoke last.
- The parties together, named closer to the act than any person, speak for themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

from comity.reader.acts import Act
from comity.reader.page import Page, Sentence
from comity.reader.people import Named


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person's id, or a party's code, or neither: then `is_joint` says that all parties speak."""

    person: str | None
    party: str | None
    is_joint: bool


def speaker_of(page: Page, named: tuple[tuple[Named, str], ...], sentence: Sentence, act: Act, last: Speaker) -> Speaker:
    """Who acts in `act`."""
    before = [(name.end, id_) for name, id_ in named if sentence.start <= name.start and name.end <= act.start]
    joint_at = act.subject[0] if act.subject is not None else -1
    if before and before[-1][0] > joint_at:
        return Speaker(before[-1][1], None, False)
    if joint_at >= 0:
        return Speaker(None, None, True)
    after = [id_ for name, id_ in named if 0 <= name.opens - act.end <= 12]
    if after:
        return Speaker(after[0], None, False)
    pronoun = any(hit.role == "subjects" and hit.value == "speaker" for hit in page.hits_in(sentence.start, act.start))
    places = [mention for mention in page.places_in(sentence.start, act.start) if mention.place.level == "province"]
    if pronoun and last.person is not None:
        return last
    if places and act.start - places[-1].end < 30:
        return Speaker(None, places[-1].place.code, False)
    return Speaker(None, None, True)
