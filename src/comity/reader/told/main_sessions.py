"""What a text is about among the sessions it names, and what it only refers to.

- What is named in the headline or the first sentences is what the text is about; what comes in later is referred to, unless its
  sentence tells a day close to the document's or the opening names nothing.
- Secretaries of several provinces and a region that meet are their mechanism's session, whatever it is called.
- A bare "fourth session" is one of the mechanism the text is about.
- Talks with a year of the past beside them are referred to.
"""

from __future__ import annotations

import re
from dataclasses import replace

from comity.reader.reading import Party, Session
from comity.reader.text.dates import days
from comity.reader.text.page import Page, Sentence
from comity.reader.told.namings import (
    EVENT,
    GROUP,
    LOOSE,
    OF_MAIN,
    OTHER,
    SECRETARIES,
    SITTING,
    SPRING,
    TALKS,
    Naming,
    opening_of,
)
from comity.reader.told.numbered import BARE, has_body
from comity.reader.told.pointing_back import pointed_back
from comity.reader.told.session_days import beside, told_days

_SECRETARIES = re.compile(r"\bsecretaries\b|\bsecretarios\b|\bsecrétaires\b|\bbí thư\b|书记|書記|partisekreterare", re.IGNORECASE)
_SAME_DAY = re.compile(r"同[日期]|同时举行|同時舉行|当天|当日|當天|當日|\b(?:cùng ngày|the same day|samma dag)\b", re.IGNORECASE)
_JOINED = re.compile(r"[^;.；。]{0,60}?(?:\b(?:and|và|och|et|y)\b|暨|和|与|及)[^,;.，；。]{0,40}", re.IGNORECASE)
# So many provinces sit together in no talks of two sides.
_MANY = 4


def chosen(page: Page, namings: list[Naming], parties: tuple[Party, ...], published: str | None) -> list[Naming]:
    """The namings, each main one kept so only where the text is about it."""
    namings = _of_heads(_of_secretaries(page, namings, parties))
    namings = pointed_back(page, _led_by(page, namings))
    if not any(one.is_main for one in namings):
        opening = [one for one in namings if one.in_opening and not one.is_referred and _may_sit(one)]
        first = next((one for one in opening if one.mechanism not in LOOSE), None)
        namings = [replace(one, is_main=True) if one is first else one for one in namings]
    opened = {one.mechanism for one in namings if one.is_main and one.in_opening}
    if opened:
        namings = [one if _is_about(page, one, opened, published) else replace(one, is_main=False) for one in namings]
    return _resolved(page, _joined(page, namings))


def _may_sit(one: Naming) -> bool:
    """Whether a naming can be of a sitting; a working group named without a number may be only a body."""
    return one.mechanism not in OF_MAIN and (one.hit.value != GROUP or one.edition is not None)


def _led_by(page: Page, namings: list[Naming]) -> list[Naming]:
    """The namings with the first numbered session of the opening as what the text is about, where no other is told before."""
    if any(one.is_main and one.in_title for one in namings):
        return namings
    for n, sentence in enumerate(opening_of(page)):
        there = [one for one in namings if one.sentence is sentence and (n == 0 or one.mechanism not in OF_MAIN)]
        if any(one.is_main for one in there):
            return namings
        about = next((one for one in there if one.edition and not (one.is_referred or one.is_office or one.is_ahead)), None)
        if about is not None:
            return [replace(one, is_main=True) if one is about else one for one in namings]
    return namings


def _is_about(page: Page, one: Naming, opened: set[str], published: str | None) -> bool:
    """Whether a main naming is of a session the opening names, or stands beside a day of its own."""
    if one.in_opening or one.mechanism in LOOSE or not one.is_main:
        return True
    start, end = one.sentence.start, one.sentence.end
    if published and any(days(page.text, start=start, end=end)) and not told_days(page, start, end, published):
        return False
    if one.mechanism in opened:
        return True
    if _SAME_DAY.search(page.text, start, end):
        return True
    # Where the opening only speaks of "the meeting", its name may come later.
    if opened <= set(LOOSE) and one.edition is None:
        return False
    return bool(published and told_days(page, start, end, published))


def _resolved(page: Page, namings: list[Naming]) -> list[Naming]:
    """Bare numbers and years with the mechanism of the main session; those without one are no sessions."""
    main = next((one for one in namings if one.is_main and one.mechanism not in (*LOOSE, *OF_MAIN)), None)
    is_numbered = any(one.mechanism == BARE and one.is_main and one.in_opening for one in namings)
    out: list[Naming] = []
    for one in namings:
        if main is not None and (one.mechanism, one.edition) == (OTHER, main.edition) and one.hit.line.lang == "grammar":
            out.append(replace(one, mechanism=main.mechanism))  # the same number in other words
        elif one.mechanism not in OF_MAIN:
            out.append(one)
        elif main is not None:
            out.append(replace(one, mechanism=main.mechanism))
        elif one.mechanism == BARE and (is_numbered or (one.edition and not one.is_main and not one.is_ahead)):
            out.append(replace(one, mechanism=OTHER))
    return [replace(one, mechanism=TALKS, edition=None) if _is_lone_first(page, one, out) else one for one in out]


def _is_lone_first(page: Page, one: Naming, every: list[Naming]) -> bool:
    """Whether "the first meeting" numbers nothing, since no other of its kind is told."""
    if (one.mechanism, one.edition, one.hit.line.lang) != (OTHER, 1, "grammar") or (one.year and not one.is_main):
        return False
    if has_body(page.lang, page.lowered, one.hit.start, one.hit.end):
        return False
    kind = page.text[one.hit.end - 4 : one.hit.end]
    return not any(other.edition not in (None, 1) and page.text[other.hit.end - 4 : other.hit.end] == kind for other in every)


def _of_secretaries(page: Page, namings: list[Naming], parties: tuple[Party, ...]) -> list[Naming]:
    """The namings with the talks of many secretaries as a session of their mechanism."""
    if any(one.is_main and one.in_opening and one.mechanism not in (*LOOSE, BARE) for one in namings):
        return namings
    codes = {party.code for party in parties}
    regions = codes & {"CN-GX", "CN-YN"}
    sentence = next((one for one in opening_of(page) if _is_of_secretaries(page, one)), None)
    if sentence is None or len(regions) != 1:
        return namings
    mechanism = SPRING if "CN-GX" in regions else f"{SECRETARIES}-yunnan"
    return [
        replace(one, mechanism=mechanism) if one.is_main and one.mechanism in (TALKS, SITTING, BARE) else one for one in namings
    ]


def _of_heads(namings: list[Naming]) -> list[Naming]:
    """The namings of talks as a session of the group whose heads meet there: "head of the joint working group of A, … of B"."""
    if any(one.is_main and one.mechanism not in LOOSE for one in namings):
        return namings
    heads = [one.mechanism for one in namings if one.is_office]
    if len(heads) < 2 or len(set(heads)) > 1:
        return namings
    return [replace(one, mechanism=heads[0]) if one.is_main and one.mechanism != EVENT else one for one in namings]


def _joined(page: Page, namings: list[Naming]) -> list[Naming]:
    """The namings with the second of two sessions held as one event as a main one: "the spring meeting and the 12th session"."""
    out = list(namings)
    about = {one.mechanism for one in namings if one.is_main}
    for n, one in enumerate(out[1:], 1):
        was = out[n - 1]
        if (
            was.mechanism not in about
            or was.is_referred
            or one.is_main
            or one.is_referred
            or one.mechanism in (*LOOSE, *OF_MAIN)
            or was.mechanism in (*LOOSE, one.mechanism)
        ):
            continue
        if one.sentence is was.sentence and not one.is_office and _JOINED.fullmatch(page.text, was.hit.end, one.hit.start):
            out[n] = replace(one, is_main=True)
    return out


def _is_of_secretaries(page: Page, sentence: Sentence) -> bool:
    if any(hit.role == "acts" for hit in page.hits_in(sentence.start, sentence.end)):
        return False
    places = {m.place.code for m in page.places_in(sentence.start, sentence.end) if m.place.level == "province"}
    return len(places) >= _MANY and _SECRETARIES.search(page.text, sentence.start, sentence.end) is not None


def past_talks(page: Page, namings: list[Naming], made: list[Session]) -> list[Session]:
    """Earlier talks that are referred to with their year: "the talks in June 2031"."""
    main = next((session for session in made if session.role == "main"), None)
    out: list[Session] = []
    for one in namings:
        if one.mechanism != TALKS or one.is_main or main is None:
            continue
        told = beside(page, one)
        if told.year is None or told.date is None or told.year == main.year or len(told.date) <= len("YYYY"):
            continue
        quote = page.quote(one.hit.start, one.hit.end)
        out.append(
            replace(
                main, role="referenced", mechanism=TALKS, mechanism_text=quote.quote, edition=None, year=told.year,
                date=told.date, date_precision=told.precision, form=None, chair=None, host=None, live_points=None, parties=(),
                theme=None, evidence=(quote,), rule=one.hit.line.rule, confidence=0.6,
            )
        )  # fmt: skip
    return out[:1]
