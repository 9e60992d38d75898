"""Names of one document that are one person: a newspaper writes Chen Gang in its headline and Trần Cương below.

- Only what is sure joins, and only where one other name of the document comes into question.
- What is not sure stays apart here and is asked about later, where a person sees both.
"""

from __future__ import annotations

from collections.abc import Sequence

from comity.reader.names.aliases import PERSON
from comity.reader.names.names_across import SURE, same


def joined(names: Sequence[str]) -> list[list[int]]:
    """The numbers of the names, those of one person together, in the order of the first of each."""
    like = [[n for n, other in enumerate(names) if same(one, other, what=PERSON).how == SURE] for one in names]
    groups: list[list[int]] = []
    taken: set[int] = set()
    for n, alike in enumerate(like):
        if n in taken:
            continue
        # Three spellings may be one person; two that are not each other's are not.
        group = alike if all(like[other] == alike for other in alike) else [n]
        taken.update(group)
        groups.append(group)
    return groups
