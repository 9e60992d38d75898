"""How what follows an act is cut into clauses: by its verbs, known or not, or as a list of nouns."""

from __future__ import annotations

import re

from comity.reader.clauses.acts import Act
from comity.reader.clauses.heads import head_at
from comity.reader.clauses.segments import LIST, PLAIN, POINT, STRONG
from comity.reader.text.page import Page

_TO_VERB = re.compile(r" to (?!the |a |an |all |these |this |those |each |both |be )[a-z]")


def cut_after(page: Page, act: Act) -> str:
    """After "agreed to" comes a verb, known or not; after "the need for" come nouns."""
    if act.takes == "nouns":
        return LIST
    if page.lang != "en" or not _TO_VERB.match(page.text, act.end - 3, act.until):
        return STRONG
    return STRONG if head_at(page, act.end, act.until) is not None else POINT


def cut_after_modal(page: Page, act: Act) -> str:
    """After "the parties should" comes a verb, known or not."""
    has_verb = page.lang not in ("en", "zh") or act.status not in ("will", "need")
    is_sure = has_verb or head_at(page, act.end, act.until) is not None
    return PLAIN if is_sure or page.text.startswith(" be ", act.end) else POINT
