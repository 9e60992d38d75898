"""English infinitives that belong to a clause's object and begin none: what people may do, or agencies named beside others."""

from __future__ import annotations

import re

from comity.reader.text.page import Page

# "Create conditions for people to visit relatives, trade": what follows says what the people may do.
_FOR_PEOPLE = re.compile(
    r"\bfor (?:[\w-]+ ){0,4}?(?:people|peoples|residents|inhabitants|citizens|families|tourists|workers|students|youths?"
    r"|women|pupils)"
    r"(?: (?:of|in|from|on|along) [^,;]{3,50}?)? to [a-z]"
)
# "With relevant agencies and localities to speed up": named beside the agencies.
_NOUN_TO = re.compile(r"\s*(?:[a-z-]+ ){1,4}to $")


def is_anothers(page: Page, start: int, stop: int, between: tuple[int, int]) -> bool:
    """Whether a verb behind a break is not the clause's own: `text[start:stop]` is the object before the break.

    `between` spans what stands from the break to the verb.
    """
    if _FOR_PEOPLE.search(page.text, start, stop):
        return True
    subject = any(hit.value == "organ" for hit in page.hits_of("subjects", *between))
    return subject and _NOUN_TO.fullmatch(page.text, *between) is not None


_FINITE = re.compile(
    r"[A-Z][a-z]+(?:(?: and)? [a-z-]+){1,6}? (?:are|is|was|were|has|have|will|continues?|remains?|must|should"
    r"|took|marked|saw|came|grew|rose|fell|reached|brought|helped|began|started) "
)


def is_noun_first(page: Page, start: int, end: int) -> bool:
    """Whether a sentence that seems to begin with a verb has a finite one behind: "Exchange and cooperation are …"."""
    found = _FINITE.match(page.text, start, end)
    return found is not None and page.lang == "en" and " that " not in found.group()
