"""What is new, changed or gone since an earlier day, by the keys of findings and their facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from comity.record.canonical import Fields
from comity.review.found import Found

# Facts that are others every day, though nothing happened.
PASSING = ("count", "sources", "in_part")


@dataclass(frozen=True, slots=True)
class Changes:
    """Keys of findings: that were not there, whose facts are others now, and that are no longer found; each in order."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]


def changes(found: Iterable[Found], earlier: Mapping[str, Fields]) -> Changes:
    """What changed; `earlier` holds facts with their case by key, as `facts_of` gives them."""
    now = {each.key: facts_of(each) for each in found}
    return Changes(
        new=tuple(key for key in sorted(now) if key not in earlier),
        changed=tuple(key for key in sorted(now) if key in earlier and now[key] != earlier[key]),
        gone=tuple(sorted(earlier.keys() - now.keys())),
    )


def facts_of(found: Found) -> Fields:
    """What a finding says, apart from what it is about; how many days passed and how much was read is no change."""
    return {"case": found.case, "facts": {name: value for name, value in found.facts.items() if name not in PASSING}}
