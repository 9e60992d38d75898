"""What a word of the border adds to the areas of a Vietnamese clause.

Telling people of the law, or fighting crime, on the border is the border's business as well, though the border
is only where it is done.
"""

from __future__ import annotations

import re

_BORDER = "border management & security"
_SHARED = frozenset(("media & communication", "crime & law enforcement"))
_AT_BORDER = re.compile(r"(?<!xuyên )(?<!qua )biên giới|vùng biên|giáp biên|đường biên|cột mốc", re.IGNORECASE)


def with_border(areas: tuple[str, ...], words: str) -> tuple[str, ...]:
    """The areas, and the border's where information or crime is dealt with on it."""
    if _BORDER in areas or not _SHARED.intersection(areas) or _AT_BORDER.search(words) is None:
        return areas
    return (*areas, _BORDER)
