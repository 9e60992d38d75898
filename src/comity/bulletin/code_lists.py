"""What codes there are in a bulletin, for looking one up on the reader's own device.

    check/codes.js       every code, and whether an answer lies under it
    check/codes-X.js     the same in parts by the first character, or the first two, where one list would grow heavy

- A part is loaded when a code is looked up that begins so; every part is there, those without codes too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import product

from comity.bulletin.placing import Planned
from comity.record.code import ALPHABET

STEM = "check/codes"
MOST_BYTES = 60_000
LONGEST = 2


def beginning(codes: Mapping[str, int]) -> int:
    """By how many first characters the list is parted: 0 while it is light as a whole."""
    return next((width for width in range(LONGEST) if _heaviest(codes, width) <= MOST_BYTES), LONGEST)


def list_files(codes: Mapping[str, int]) -> Iterator[Planned]:
    """The list, in one part or many."""
    width = beginning(codes)
    parts: dict[str, dict[str, int]] = {"".join(each): {} for each in product(ALPHABET, repeat=width)}
    for code, is_answered in codes.items():
        parts[code[:width]][code] = is_answered
    for first, part in parts.items():
        content = _script(part)
        yield Planned(f"{STEM}{f'-{first}' if first else ''}.js", content.decode(), lambda content=content: content)  # type: ignore[misc]


def _heaviest(codes: Mapping[str, int], width: int) -> int:
    sizes: dict[str, int] = {}
    for code in codes:
        sizes[code[:width]] = sizes.get(code[:width], 0) + len(code) + len('"":0,')
    return max(sizes.values(), default=0)


def _script(codes: Mapping[str, int]) -> bytes:
    return f"comityCodes({json.dumps(codes, sort_keys=True, separators=(',', ':'))});\n".encode()
