"""Sentences of a block, as spans of the text.

- A full stop ends a sentence only before a capital, a digit or an opening mark, and never after an abbreviation.
- The number or letter that opens a point of a list ends nothing.
- Three dots inside a sentence do not end it.
- What runs on for thousands of characters is no sentence: it is cut at a break, so that no text takes for ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(
    r"[。！？]+[”’」』）)]*|[.!?]+[\"”’')\]]*(?=\s+[\"“'(\[]?[A-ZÀ-ÖØ-ÞĂĐƠƯẠ-Ỹ\d•–-])|…(?=\s+[A-ZÀ-ÝĂĐƠƯẠ-Ỹ])"
    # Web pages lose the space between two sentences.
    r"|(?<=[a-zà-ÿ]{3})\.(?=[A-ZÀ-Ý]['’]?[a-zà-ÿ])"
)
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|Co|Corp|Inc|Gen|Col|Lt|Maj|Brig|Capt|Sgt|Adm|Cdr|Pol|Sr|Hon|Amb|Engr?|Rev|Sen|Rep|Gov|Cllr|TS|ThS|PGS|GS|TP|Tp|Q|Vol|km)|\b[A-ZĐ])\.$"
)
_POINT = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-ZđĐ]|[IVX]{1,4})")
_LONGEST = 2_000
_BREAK = re.compile(r"[;；,，、]\s*|\s")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of `text[start:end]`, without white space around them."""
    at = start
    for found in _END.finditer(text, start, end):
        if found.group()[0] == "." and _SHORT.search(text, max(at, found.end() - 6), found.end()):
            continue
        if found.group() == "." and _POINT.fullmatch(text, at, found.start()):
            continue
        yield from _cut(text, at, found.end())
        at = found.end()
    yield from _cut(text, at, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        found = _BREAK.search(text, start + _LONGEST // 2, start + _LONGEST)
        stop = found.end() if found else start + _LONGEST
        yield from _trimmed(text, start, stop)
        start = stop
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
