"""The next session: a clause or sentence that names a later sitting and when it is to be.

- A time alone is no session, and a session of the past is not the next.
- Its mechanism is the one its words name; a bare number is of the mechanism whose last number stands before it, else of the
  session the document is about.
- What was "reached at" or "signed at" a sitting looks back.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from comity.reader.clauses.drafts import Draft
from comity.reader.reading import NextSession, Session
from comity.reader.text.dates import Named, days, spans
from comity.reader.text.page import Page
from comity.reader.told.namings import EVENT, LOOSE, OF_MAIN, OTHER, TALKS, Naming, namings_of
from comity.reader.words.language_words import any_of, words_of

_NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th)\b|(?:lần|thứ)\s+(?:thứ\s+)?(\d{1,2})\b|第\s*(\d{1,2})\s*[次届]")
_SITTING = re.compile(
    rf"meeting|session|conference|hội nghị|gặp gỡ|kỳ họp|phiên họp|会晤|会议|möte|konferens|{any_of(words_of('sitting'))}",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"(?:reached|signed|agreed|concluded|achieved)\s+(?:at|in|during)|(?:outcomes?|results?"
    r"|minutes) of|kết quả|đạt được|đã (?:ký|thống nhất)"
    r"|biên bản|达成|成果|纪要|签署"
)
_PLANNED = re.compile(r"dự kiến|expected|scheduled|planned|拟于|计划于", re.IGNORECASE)
_REACH = 90


@dataclass(frozen=True, slots=True)
class _Coming:
    mechanism: str
    edition: int | None
    first: str | None
    last: str | None


def next_sessions_of(page: Page, drafts: tuple[Draft, ...], sessions: tuple[Session, ...]) -> tuple[NextSession, ...]:
    """The sessions announced, in order of the text."""
    main = next((session for session in sessions if session.role == "main"), None)
    if main is None:
        return ()
    namings = sorted(namings_of(page, main.year, frozenset(main.parties)), key=_begins)
    out = _by_clauses(page, drafts, sessions, namings)
    return tuple(out or _by_sentences(page, sessions, namings))


def _by_sentences(page: Page, sessions: tuple[Session, ...], namings: list[Naming]) -> list[NextSession]:
    """A later session told of as planned in a sentence that is no clause."""
    for sentence in page.sentences:
        is_next = any(hit.value == "next" for hit in page.hits_of("cues", sentence.start, sentence.end))
        is_planned = is_next or page.has(sentence.start, sentence.end, "modals")
        for made in _announced(page, (sentence.start, sentence.end), sessions, namings) if is_planned else ():
            if made.first is not None and (made.edition is not None or made.mechanism == OTHER):
                evidence = (page.quote(sentence.start, sentence.end),)
                return [
                    NextSession(
                        "N1", made.mechanism, made.edition, made.first, made.last, "proposed", None, evidence, "grammar/next", 0.5
                    )
                ]
    return []


def _by_clauses(page: Page, drafts: tuple[Draft, ...], sessions: tuple[Session, ...], namings: list[Naming]) -> list[NextSession]:
    out: list[NextSession] = []
    for number, draft in enumerate(drafts, 1):
        if draft.status not in ("agreed", "proposed", "hoped"):
            continue
        for made in _announced(page, (draft.start, draft.end), sessions, namings):
            evidence = (page.quote(draft.start, draft.end),)
            id_ = f"N{len(out) + 1}"
            out.append(
                NextSession(
                    id_, made.mechanism, made.edition, made.first, made.last, draft.status, f"C{number}", evidence,
                    "grammar/next", 0.7,
                )
            )  # fmt: skip
    return out


def _begins(naming: Naming) -> int:
    return naming.hit.start


def _announced(page: Page, span: tuple[int, int], sessions: tuple[Session, ...], namings: list[Naming]) -> Iterator[_Coming]:
    start, end = span
    main = next(session for session in sessions if session.role == "main")
    here = namings[bisect_left(namings, start, key=_begins) : bisect_left(namings, end, key=_begins)]
    named = [one for one in here if one.mechanism not in LOOSE or (one.mechanism == EVENT and _is_planned(page, one))]
    for one in named:
        if _LOOKS_BACK.search(page.text, max(start, one.hit.start - 60), one.hit.start):
            continue
        made = _coming(page, one, span, sessions, main)
        if made is not None:
            yield made
    if not named:
        yield from _unnamed(page, start, end, main)


def _is_planned(page: Page, one: Naming) -> bool:
    return _PLANNED.search(page.text, max(0, one.hit.start - 20), one.hit.end + _REACH) is not None


def _coming(page: Page, one: Naming, span: tuple[int, int], sessions: tuple[Session, ...], main: Session) -> _Coming | None:
    """The session one naming announces; None where it is not later than those the text tells of."""
    mechanism = _mechanism(one, sessions, main)
    same = [session for session in sessions if session.mechanism == mechanism]
    last = max((session.edition for session in same if session.edition), default=None)
    is_later = one.edition is not None and (last is None or one.edition > last)
    after = min(span[1], one.hit.end + _REACH)
    following = _SITTING.search(page.text, one.hit.end, after)
    after = following.start() if following else after
    when = _when(page, max(span[0], one.hit.start - 12), after, main) or _whole_year(one.year)
    is_ahead = one.is_ahead or (one.year is not None and main.year is not None and one.year > main.year)
    is_event = mechanism == OTHER and one.mechanism == EVENT and when is not None
    if when is not None and main.year is not None and int(when[0][:4]) < main.year:
        return None
    if not ((is_ahead or is_event) and (is_later or when is not None)) and not (is_later and when is not None):
        return None
    return _Coming(mechanism, one.edition, *(when or (None, None)))


def _mechanism(one: Naming, sessions: tuple[Session, ...], main: Session) -> str:
    if one.mechanism == EVENT:
        return OTHER
    if one.mechanism in OF_MAIN or one.hit.line.lang == "grammar":
        before = [session for session in sessions if session.edition and session.edition + 1 == one.edition]
        return before[-1].mechanism if before else main.mechanism
    return one.mechanism


def _unnamed(page: Page, start: int, end: int, main: Session) -> Iterator[_Coming]:
    """A later sitting named by no mechanism: "the next meeting in May"."""
    is_next = any(hit.value == "next" for hit in page.hits_of("cues", start, end))
    edition = _edition(page, start, end)
    is_later = edition is not None and (main.edition is None or edition > main.edition)
    if not (is_next or is_later) or not _SITTING.search(page.text[start:end]):
        return
    when = _when(page, start, end, main)
    if when is None:
        if is_later and is_next:
            yield _Coming(main.mechanism, edition, None, None)
        return
    if (main.year is None or int(when[0][:4]) >= main.year) and (is_next or main.mechanism != TALKS):
        yield _Coming(main.mechanism, edition, *when)


def _edition(page: Page, start: int, end: int) -> int | None:
    found = _NUMBER.search(page.text, start, end)
    if found:
        return next(int(group) for group in found.groups() if group)
    ordinals = page.hits_of("ordinals", start, end)
    return int(ordinals[0].value) if ordinals else None


def _whole_year(year: int | None) -> tuple[str, str] | None:
    return (f"{year}-01-01", f"{year}-12-31") if year else None


def _when(page: Page, start: int, end: int, main: Session) -> tuple[str, str] | None:
    """The first and last day of the time named, a day without its year in the main session's year or the next."""
    for day in days(page.text, start=start, end=end):
        iso = day.iso(None) or _ahead(day, main)
        if iso is not None:
            return iso, f"{iso[:8]}{day.until:02d}" if day.until > day.day else iso
    for _, _, first, last in spans(page.text, start, end):
        return first, last
    return None


def _ahead(day: Named, main: Session) -> str | None:
    told = main.date if main.date and main.date_precision == "day" else None
    if told is None or not day.month:
        return None
    year = int(told[:4])
    iso = day.iso(year)
    return iso if iso is not None and iso > told else day.iso(year + 1)
