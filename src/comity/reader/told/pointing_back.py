"""Words that only point back to a session named before: "the 8th meeting of the commission … The meeting agreed".

- They are that session's namings, and what it is named by is what the text is about.
- Only a numbered session or one of a standing body is pointed back to, and only where no talks are told before it in other words.
- An excerpt that begins with "the meeting" means the session it names later.
"""

from __future__ import annotations

import re
from dataclasses import replace

from comity.reader.text.page import Page
from comity.reader.told.namings import COMMITTEE, EVENT, GROUP, LOOSE, OF_MAIN, OTHER, Naming

_BACK = {
    "en": re.compile(r"\b(?:the|this|that|one|two|three|day)[\s-][\w-]*$|^(?:at|during) the\b|^the\b", re.IGNORECASE),
    "vi": re.compile(r"^tại\b|\btại\s*$", re.IGNORECASE),
    "zh": re.compile(r"^(?:会议|會議|会晤|會晤|会上|會上)$"),
}
# What tells in words of its own that talks are held.
_NEW = re.compile(r"(?:举行|舉行|召开|召開|进行|進行|举办|舉辦)了?[^,，。]{0,10}$")
_BEFORE = 14
# What stands before the name of a session is at least so long where it tells something.
_A_CLAUSE = 40


def pointed_back(page: Page, namings: list[Naming]) -> list[Naming]:
    """The namings with those that point back as of the session named before them; unchanged where another is the main one."""
    named = [one for one in namings if one.is_main and one.mechanism not in (*LOOSE, *OF_MAIN)]
    if named:
        return _as(page, namings, named[0]) if _begins_midway(page, namings, named) else namings
    first = next((n for n, one in enumerate(namings) if one.is_main and one.mechanism in LOOSE), len(namings))
    about = next((one for one in namings[:first] if _may_be_main(one)), None)
    if about is None or (first < len(namings) and not _points_back(page, namings[first])):
        return namings
    # "They told reporters after the 90th meeting" is of it; "to carry out what the 90th meeting agreed, …" is of something else.
    if about.is_referred and (first == len(namings) or about.hit.start - about.sentence.start < _A_CLAUSE):
        return namings
    return _as(page, namings, about)


def _begins_midway(page: Page, namings: list[Naming], named: list[Naming]) -> bool:
    """Whether a text begins with "the meeting" and tells only later which: an excerpt."""
    before = namings[: namings.index(named[0])]
    return (
        bool(before)
        and before[0].in_opening
        and not any(one.in_opening for one in named)
        and all(_points_back(page, one) for one in before if one.is_main)
    )


def _as(page: Page, namings: list[Naming], about: Naming) -> list[Naming]:
    """The namings with `about` and all that point back as those of the main session."""
    out = [replace(one, is_main=True, is_referred=False, in_opening=True) if one is about else one for one in namings]
    return [
        replace(one, mechanism=about.mechanism, edition=about.edition)
        if one.is_main and one.mechanism in LOOSE and _points_back(page, one)
        else one
        for one in out
    ]


def _may_be_main(one: Naming) -> bool:
    """Whether a naming is of a session that later words can point back to."""
    is_named = one.edition is not None or one.hit.line.lang == "grammar" or one.hit.value not in (OTHER, GROUP, COMMITTEE)
    is_session = is_named and one.mechanism not in (*LOOSE, *OF_MAIN)
    return is_session and one.in_opening and not (one.is_office or one.is_ahead)


def _points_back(page: Page, one: Naming) -> bool:
    """Whether a naming of talks only takes up what was named before."""
    shape = _BACK.get(page.lang)
    if shape is None or one.mechanism == EVENT:
        return False
    before = page.text[max(one.sentence.start, one.hit.start - _BEFORE) : one.hit.start]
    own = page.text[one.hit.start : one.hit.end]
    return _NEW.search(before) is None and (shape.search(own) is not None or shape.search(before) is not None)
