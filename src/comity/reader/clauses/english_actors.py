"""Who is asked, or undertakes something, in an English sentence that names neither the parties nor an office a line knows.

- "Ministries, schools and Thanh Lac should raise …": any doers with a "should" are asked to do something.
- "The district administrations will exchange …": those who can do something undertake it, unless the verb tells an effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reader.clauses.english_words import DOERS
from comity.reader.text.page import Page
from comity.reader.words.lexicon import Hit

NEEDS = ("should", "must", "need to", "needs to", "ought to", "have to", "has to")
_WILLS = ("will", "will also", "shall", "would", "is to", "are to")
_EFFECT = re.compile(
    r"\s*(?:also |further |greatly |surely |certainly |always )?(?:help|contribute|bring|enable|benefit|become|have|need|face|see"
    r"|get|remain|make it|make an|play|gain|grow|enjoy|attend|visit|arrive|leave|meet with|lead to|result|serve"
    r"|continue to (?:grow|be|develop|deepen))\b"
)
_OF = re.compile(r"\s(?:of|in|from|along|on|at|for|between|under)\s")
NO_ACTOR = re.compile(
    r"\b(?:it|this|that|these|those|there|which|who|what|he|she|i|you|not|one|people|anyone|nobody|everyone)"
    r"(?: also| therefore| still)?\s*$",
    re.IGNORECASE,
)
LONGEST_SUBJECT = 170
_STATE = re.compile(r"\s*(?:also |now |soon )?(?:be|have|not|know|understand|remember|note|see|recogni[sz]e)\b")


def _is_doer(subject: str) -> bool:
    """Whether the last noun of a subject, before what it is of, can do something."""
    words = _OF.split(subject)[0].split(",")[-1].lower().split()
    return bool(words) and words[-1].strip("’'") in DOERS


def _are_countries(page: Page, start: int, end: int) -> bool:
    """Whether two countries or more, joined, stand right before a "will": "Estonia and Latvia will"."""
    named = page.places_in(start, end)
    is_near = bool(named) and named[-1].end >= end - 1 and named[0].start - start <= len(" The ")
    return is_near and len({one.place.country for one in named}) > 1


def unnamed_actors(page: Page, hits: tuple[Hit, ...]) -> Iterator[tuple[int, Hit, bool]]:
    """Where a subject no line names begins, and the modal of need behind it; in English only."""
    for hit in hits if page.lang == "en" else ():
        is_will = hit.line.words in _WILLS and _EFFECT.match(page.text, hit.end) is None
        if hit.role != "modals" or not (is_will or hit.line.words in NEEDS) or _STATE.match(page.text, hit.end):
            continue
        before = page.text[max(0, hit.start - LONGEST_SUBJECT) : hit.start]
        subject = re.split(r"[.;:\n“\"]|\bthat\b|\bsaid\b", before)[-1]
        begin = hit.start - len(subject)
        is_again = is_will and subject.strip() == "It"
        if is_will and not is_again and not _is_doer(subject) and not _are_countries(page, begin, hit.start):
            continue
        if is_again or (len(subject.split()) > 1 and not NO_ACTOR.search(subject)):
            yield begin + len(subject) - len(subject.lstrip(" ,")), hit, True
