"""Where an English clause ends or begins though no verb of the lexicon says so.

- "Addressing the event, Lam said …": a participle that opens a sentence tells when something was said, and is no clause.
- "agreed to raise A, to open B, and to share C": infinitives in a row stand beside each other and are no purposes.
- "… at their meeting on 3 April": where something was said is no part of what was said.
- "six areas of cooperation, namely A, B and C": each noun of doing is a clause of its own.
- ", and the next meeting will be held …": a sentence of its own begins, with a subject of its own.
"""

from __future__ import annotations

import re

from comity.reader.text.page import Page

_PARTICIPIAL = re.compile(
    r"(?:While |When |After |Before |Upon |On |In |By )?[A-Z]?[a-z]{2,24}ing\b"
    r"[^.;:]{3,260}?,\s(?:[A-Z]|the |he |she |they |both )"
)
_INFINITIVE = re.compile(r"(?:,|\s)\s*(?:and\s+)?to\s+(?:[a-z]+ly\s+)?[a-z]")
_AND_TO = re.compile(r"\band\s+to\s+[a-z]")
_TO = re.compile(r"\sto\s+[a-z]")
_ENDS_TO = re.compile(r"\bto\s*$")
_OCCASION = re.compile(
    r",?\s(?:(?:at|during|in|after|following)\s(?:(?:their|a|an|his|her|its)\s(?:[\w-]+\s){0,3}?|the\s(?:[\w-]+\s){0,1}?)"
    r"(?:meetings?|talks|session|conference|ceremony|reception|visit|summit|seminar|conversation|gathering)"
    r"|(?:at|during)\stalks|on the (?:sidelines|margins|occasion) of)\b"
)
_GAINED = re.compile(
    r"\b(?:gained|reached|signed|held|made|agreed|adopted|achieved|attained|discussed|raised|set|mentioned|obtained|issued)$"
)
_REASON = re.compile(r"\s(?:since|because|as (?:both|they|it|this|these|there|the [a-z]+ (?:is|are|was|were|has|have)))\s")
_OPENS_ROW = re.compile(r"(?:,\s(?:namely|specifically)|\b(?:namely|as follows|the following)?:)\s+")
_STOPS_ROW = re.compile(r"[.;]")
_ROW = re.compile(r";\s(?:and\s)?|,\s(?:and\s)?")
_TO_COME = re.compile(r"\b(?:next|coming|upcoming|future|annual|forthcoming)\b")
_FINITE = re.compile(
    r",\s(?:and|while|with)\s(?=(?:the|its|their|this|these)\s(?:(?!that |which |who |to |of )[\w’'-]+\s){1,6}?"
    r"(?:will|would|was|were|is|are|has|had)\s)"
)


def is_participial(page: Page, start: int, end: int) -> bool:
    """Whether an English sentence opens with a participle that belongs to the subject behind its comma."""
    return page.lang == "en" and _PARTICIPIAL.match(page.text, start, end) is not None


def stands_beside(page: Page, start: int, at: int, found: re.Match[str], end: int) -> bool:
    """Whether the infinitive behind a break stands beside the one that an act before `start` opened.

    `at` is where the clause before the break begins; `end` where the act's words do end.
    """
    text = page.text
    infinitive = _INFINITIVE.match(text, found.start(), end) if page.lang == "en" else None
    if infinitive is None or not _ENDS_TO.search(text, max(0, start - 5), start + 1):
        return False
    if "and" not in infinitive.group():
        return _AND_TO.search(text, found.end(), end) is not None
    return text[found.start()] == "," or _TO.search(text, at + 1, found.start()) is None


def named_row(page: Page, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The nouns of doing that a list names one by one behind "namely" or a colon; empty where one of them is none."""
    opening = _OPENS_ROW.search(page.text, start, end) if page.lang == "en" else None
    if opening is None or _STOPS_ROW.search(page.text, start, opening.start()):
        return ()
    out: list[tuple[int, int]] = []
    at = opening.end()
    for stop in [*_ROW.finditer(page.text, at, end), None]:
        until = end if stop is None else stop.start()
        while until > at and page.text[until - 1] in " .,;":
            until -= 1
        words = page.text[at:until].split()
        is_doing = any(hit.role == "nominals" or (hit.role == "actions" and hit.start == at) for hit in page.hits_in(at, until))
        if len(words) < 2 or not is_doing:
            return ()
        out.append((at, until))
        at = end if stop is None else stop.end()
    return tuple(out) if len(out) > 1 else ()


def before_occasion(page: Page, start: int, end: int) -> int:
    """The end of a clause without why it is so, and without the meeting at which it was said."""
    reason = _REASON.search(page.text, start + 20, end) if page.lang == "en" else None
    end = end if reason is None else reason.start()
    found = _OCCASION.search(page.text, start + 20, end) if page.lang == "en" else None
    if found is None or _TO_COME.search(page.text, found.start(), end):
        return end
    # "outcomes gained during the visit": where the thing came from belongs to it.
    return end if _GAINED.search(page.text, start, found.start()) else found.start()


def before_finite(page: Page, start: int, end: int) -> int:
    """The end of what an act governs without a sentence that follows it with a subject of its own."""
    found = _FINITE.search(page.text, start + 12, end) if page.lang == "en" else None
    return end if found is None else found.start()
