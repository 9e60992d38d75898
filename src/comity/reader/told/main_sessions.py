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
from comity.reader.text.page import Page, Sentence
from comity.reader.told.namings import EVENT, LOOSE, OF_MAIN, OTHER, SECRETARIES, SPRING, TALKS, Naming, opening_of
from comity.reader.told.numbered import BARE
from comity.reader.told.session_days import beside, told_days

_SECRETARIES = re.compile(r"\bsecretaries\b|\bsecretarios\b|\bsecrétaires\b|\bbí thư\b|书记|書記|partisekreterare", re.IGNORECASE)
_SAME_DAY = re.compile(r"同日|当天|当日|\b(?:cùng ngày|the same day|samma dag)\b", re.IGNORECASE)
_OCCASION = re.compile(
    r"\b(?:talks|hội đàm|làm việc|meeting|cuộc gặp|lần gặp)\b.{0,12}$|会谈.{0,6}$|会晤.{0,6}$", re.IGNORECASE
)
# So many provinces sit together in no talks of two sides.
_MANY = 4
_NEAR_YEAR = 14


def chosen(page: Page, namings: list[Naming], parties: tuple[Party, ...], published: str | None) -> list[Naming]:
    """The namings, each main one kept so only where the text is about it."""
    namings = _of_secretaries(page, namings, parties)
    if not any(one.is_main for one in namings):
        opening = [one for one in namings if one.in_opening and not one.is_referred and one.mechanism not in OF_MAIN]
        first = next((one for one in opening if one.mechanism not in LOOSE), None)
        namings = [replace(one, is_main=True) if one is first else one for one in namings]
    opened = {one.mechanism for one in namings if one.is_main and one.in_opening}
    if opened:
        namings = [one if _is_about(page, one, opened, published) else replace(one, is_main=False) for one in namings]
    return _resolved(namings)


def _is_about(page: Page, one: Naming, opened: set[str], published: str | None) -> bool:
    """Whether a main naming is of a session the opening names, or stands beside a day of its own."""
    if one.in_opening or one.mechanism in LOOSE or one.mechanism in opened or not one.is_main:
        return True
    if _SAME_DAY.search(page.text, one.sentence.start, one.sentence.end):
        return True
    # Where the opening only speaks of "the meeting", its name may come later.
    if opened <= set(LOOSE) and one.edition is None:
        return False
    return bool(published and told_days(page, one.sentence.start, one.sentence.end, published))


def _resolved(namings: list[Naming]) -> list[Naming]:
    """Bare numbers and years with the mechanism of the main session; those without one are no sessions."""
    main = next((one for one in namings if one.is_main and one.mechanism not in (*LOOSE, *OF_MAIN)), None)
    out: list[Naming] = []
    for one in namings:
        if one.mechanism not in OF_MAIN:
            out.append(one)
        elif main is not None:
            out.append(replace(one, mechanism=main.mechanism))
        elif one.mechanism == BARE and one.is_main and one.in_opening:
            out.append(replace(one, mechanism=OTHER))
    seen = {one.edition for one in out if one.mechanism == OTHER and one.edition}
    # "The first meeting" numbers nothing where no other number is told.
    return [
        replace(one, mechanism=TALKS, edition=None) if (one.mechanism, one.edition) == (OTHER, 1) and _is_lone(one, seen) else one
        for one in out
    ]


def _is_lone(one: Naming, seen: set[int | None]) -> bool:
    return len(seen) == 1 and one.hit.line.lang == "grammar"


def _of_secretaries(page: Page, namings: list[Naming], parties: tuple[Party, ...]) -> list[Naming]:
    """The namings with the talks of many secretaries as a session of their mechanism."""
    if any(one.is_main and one.in_opening and one.mechanism not in LOOSE for one in namings):
        return namings
    codes = {party.code for party in parties}
    regions = codes & {"CN-GX", "CN-YN"}
    sentence = next((one for one in opening_of(page) if _is_of_secretaries(page, one)), None)
    if sentence is None or len(regions) != 1:
        return namings
    mechanism = SPRING if "CN-GX" in regions else f"{SECRETARIES}-yunnan"
    return [
        replace(one, mechanism=mechanism) if one.is_main and one.mechanism in LOOSE and one.mechanism != EVENT else one
        for one in namings
    ]


def _is_of_secretaries(page: Page, sentence: Sentence) -> bool:
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
