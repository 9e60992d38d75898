"""Whether two titles of one person are one post in other words: "Chủ tịch Chính quyền Quảng Tây" for the whole region's name."""

from __future__ import annotations

import re

from comity.reader.reading import Quote
from comity.reader.text.page import Page
from comity.reader.words import folding

# What a post may be told with or without.
_PLACE_WORDS = re.compile(
    r"\b(?:tinh|thanh pho|tp|huyen|chau|khu tu tri|dan toc|choang|nhan dan|thi xa|trung quoc"
    r"|viet nam|lao|province|provincial|city"
    r"|autonomous region|zhuang|region|people's|of|the)\b"
)


def is_same_post(page: Page, span: tuple[int, int], known: Quote) -> bool:
    """Whether the title at `span` says no more than a known one, but for the name of its place."""
    if page.lang == "zh":
        return False
    words = folding.bare(page.text[span[0] : span[1]])
    for mention in reversed(page.places_in(*span)):
        words = words[: mention.start - span[0]] + words[min(len(words), mention.end - span[0]) :]
    core = " ".join(_PLACE_WORDS.sub(" ", words).split())
    other = " ".join(_PLACE_WORDS.sub(" ", folding.bare(known.quote)).split())
    return len(core.split()) > 2 and bool(page.places_in(*span)) and other.startswith(core)
