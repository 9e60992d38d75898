"""The only numbered session a text names, where it tells of no other: "at the 18th conference the sides agreed".

- It is what the text is about where no session is, and numbers the conference that the opening tells of without a number.
- One with a year of its own, still to come, or named as somebody's office, is another.
"""

from __future__ import annotations

import re
from dataclasses import replace

from comity.reader.text.page import Page
from comity.reader.told.conferences import is_conference
from comity.reader.told.namings import LOOSE, OTHER, Naming

# Right before the name, in small letters.
_TOLD_AT = re.compile(
    r"\b(?:at|during|(?:end|close|conclusion|opening) of) (?:(?:the|their|its) )?(?:\w+ )?$|\btại (?:\w+ ){0,2}$|在$"
)
_BEFORE = 24


def with_only_numbered(page: Page, groups: list[list[Naming]]) -> list[list[Naming]]:
    """The groups of namings with the only numbered session as the main one; unchanged where another is."""
    main = [group for group in groups if any(one.is_main for one in group)]
    counted = [group for group in groups if group not in main and group[0].mechanism == OTHER and group[0].edition]
    if len(counted) != 1 or len(main) > 1 or not _is_told(page, counted[0][0]):
        return groups
    if main and not (main[0][0].mechanism in LOOSE and is_conference(page, main[0])):
        return groups
    one, *rest = counted[0]
    whole = [*(replace(loose, mechanism=OTHER) for loose in (main[0] if main else ())), replace(one, is_main=True), *rest]
    return [whole, *(group for group in groups if group is not counted[0] and group not in main)]


def _is_told(page: Page, one: Naming) -> bool:
    if one.is_ahead or one.is_office or one.year is not None:
        return False
    return _TOLD_AT.search(page.lowered[max(one.sentence.start, one.hit.start - _BEFORE) : one.hit.start]) is not None
