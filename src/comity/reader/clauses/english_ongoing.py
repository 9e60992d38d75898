"""English deeds told as going on, and what a session was held for.

- "have been closely working together to do A, sharing B": each participle with an object is a deed, and so is a past beside it.
- "held talks to review A", "a conference reviewing A": what was looked back on was reviewed.
"""

from __future__ import annotations

import re

from comity.reader.clauses.acts import DONE
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.endings import trimmed
from comity.reader.clauses.english_words import ADMINISTERS
from comity.reader.clauses.speakers import Speaker
from comity.reader.text.page import Page

_GOING = re.compile(
    r"\b(?:they|sides|parties|provinces|countries|localities|forces|agencies|authorities|units|guards|commands|governments|police"
    r"|offices|cities|districts|counties|departments|committees|communities|administrations|governors|leaders)\s"
    r"(?:have|has)\s(?:also |both |all )?been (?P<own>(?:[a-z]+ly |well )?(?P<verb>[a-z]{2,}ing)\b)",
    re.IGNORECASE,
)
_NO_DEED = frozenset(
    (
        "facing",
        "being",
        "having",
        "seeing",
        "growing",
        "experiencing",
        "enjoying",
        "suffering",
        "becoming",
        "looking",
        "waiting",
        "hoping",
        "expecting",
        "developing",
    )
)
_NEXT = re.compile(r",?\s(?:and\s)?(?P<own>(?:[a-z]+ly )?(?P<verb>[a-z]{2,}(?:ing|ed))\b)(?=\s(?!by\b|to\b))")
_REVIEWED = re.compile(
    r"\b(?:talks|meetings?|conference|session|seminar|workshop|convention|gathering|conversation)\b[^.;:]{0,70}?\s(?P<to>to\s)?"
    r"(?P<own>(?:jointly )?(?:review|assess|evaluate|look back (?:on|at)|take stock of|sum up|reviewing|assessing|evaluating"
    r"|looking back (?:on|at)|taking stock of|summing up)\s)"
)
_AND_PLAN = re.compile(
    r",?\s(?:and|as well as)\s(?P<own>(?:jointly )?(?P<verb>set out|setting out|setting|set|outline|outlining|map out|mapping out"
    r"|propose|proposing|draw up|drawing up|devise|devising|plan|planning|deploy|deploying)\s)"
)
_STOPS = re.compile(
    r"[.;:]|,\s|\s(?:on|in)\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d"
)
_NEXT_AND = re.compile(r"\sand\s(?:discuss|exchange|agree|discussing|exchanging|to|[a-z]+ed)\b")
_JOINT = Speaker(None, None, True)
_MOST = 6


def going_on(page: Page, start: int, end: int) -> tuple[Draft, ...]:
    """The deeds of a perfect that goes on, and of the verbs beside it."""
    found = _GOING.search(page.text, start, end) if page.lowered.find("been", start, end) >= 0 else None
    if found is None or found.group("verb") in _NO_DEED:
        return ()
    starts, stops = [found.start("own")], []
    for other in _NEXT.finditer(page.text, found.end(), end):
        verb = other.group("verb")
        is_deed = (verb.endswith("ing") and other.group()[:1] == ",") or verb in ADMINISTERS
        if is_deed and len(starts) < _MOST:
            stops.append(other.start())
            starts.append(other.start("own"))
    spans = zip(starts, [*stops, end], strict=True)
    return tuple(Draft(a, trimmed(page.text, a, b), DONE, found.span(), "grammar/going", _JOINT, 0.55) for a, b in spans)


def reviewed_at(page: Page, start: int, end: int) -> tuple[Draft, ...]:
    """What a session was held to review, and what it set out besides."""
    found = _REVIEWED.search(page.text, start, end)
    if found is None or page.has(start, found.end(), "modals"):
        return ()
    out, begin = [], found.start("own")
    stop = _STOPS.search(page.text, found.end(), end)
    until = stop.start() if stop else end
    beside = _AND_PLAN.search(page.text, found.end(), until)
    if beside is not None:
        out.append((begin, beside.start()))
        begin = beside.start("own")
    other = _NEXT_AND.search(page.text, begin, until)
    out.append((begin, other.start() if other else until))
    return tuple(Draft(a, trimmed(page.text, a, b), DONE, found.span(), "grammar/reviewed", _JOINT, 0.5) for a, b in out)
