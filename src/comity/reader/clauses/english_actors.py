"""Who is asked in an English sentence that names neither the parties nor an office a line knows.

"Ministries, schools and Thanh Lac should raise …": any doers with a "should" are asked to do something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reader.text.page import Page
from comity.reader.words.lexicon import Hit

NEEDS = ("should", "must", "need to", "needs to", "ought to", "have to", "has to")
NO_ACTOR = re.compile(
    r"\b(?:it|this|that|these|those|there|which|who|what|he|she|i|you|not|one|people|anyone|nobody|everyone)"
    r"(?: also| therefore| still)?\s*$",
    re.IGNORECASE,
)
LONGEST_SUBJECT = 170
_STATE = re.compile(r"\s*(?:also |now |soon )?(?:be|have|not|know|understand|remember|note|see|recogni[sz]e)\b")


def unnamed_actors(page: Page, hits: tuple[Hit, ...]) -> Iterator[tuple[int, Hit, bool]]:
    """Where a subject no line names begins, and the modal of need behind it; in English only."""
    for hit in hits if page.lang == "en" else ():
        if hit.role != "modals" or hit.line.words not in NEEDS or _STATE.match(page.text, hit.end):
            continue
        before = page.text[max(0, hit.start - LONGEST_SUBJECT) : hit.start]
        subject = re.split(r"[.;:\n“\"]|\bthat\b|\bsaid\b", before)[-1]
        begin = hit.start - len(subject)
        if len(subject.split()) > 1 and not NO_ACTOR.search(subject):
            yield begin + len(subject) - len(subject.lstrip(" ,")), hit, True
