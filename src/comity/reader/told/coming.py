"""The next session: a clause or sentence that names a later sitting and when it is to be.

- A time alone is no session, and a session of the past is not the next.
- Its mechanism is the one its words name; a bare number is of the mechanism whose last number stands before it, else of the
  session the document is about.
- What was "reached at" or "signed at" a sitting looks back.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from comity.reader.clauses.drafts import Draft
from comity.reader.reading import NextSession, Session
from comity.reader.text.dates import Named, days, spans
from comity.reader.text.page import Page
from comity.reader.told.bodies import BODY
from comity.reader.told.namings import EVENT, LOOSE, OF_MAIN, OTHER, TALKS, Naming, namings_of
from comity.reader.words.language_words import any_of, words_of

_NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th)\b|(?:lần|thứ)\s+(?:thứ\s+)?(\d{1,2})\b|第\s*(\d{1,2})\s*[次届]")
_SITTING = re.compile(
    rf"meeting|session|conference|hội nghị|gặp gỡ|kỳ họp|phiên họp|会晤|会议|möte|konferens|{any_of(words_of('sitting'))}",
    re.IGNORECASE,
)
_OWN_SITTING = re.compile(r"\s?第\s?[\d一二三四五六七八九十]{1,3}\s?[次届轮](?:会议|会晤|例会|会谈)")
_LOOKS_BACK = re.compile(
    r"(?:reached|signed|agreed|concluded|achieved)\s+(?:at|in|during)|(?:outcomes?|results?"
    r"|minutes) of|kết quả|đạt được|đã (?:ký|thống nhất)"
    r"|biên bản|达成|成果|纪要|签署"
)
_PLANNED = re.compile(
    r"dự kiến|sẽ (?:được )?(?:diễn ra|tổ chức)|expected|scheduled|planned|will (?:be held|take place)|to be held"
    r"|拟于|计划于|将[于在]",
    re.IGNORECASE,
)
_REACH = 90
# In Chinese the body whose sitting a number counts stands right before it.
_ITS_NAME = 8
# Times counted from the report's own: in the year or the month after it.
_NEXT_YEAR = re.compile(r"\bnext year\b|\bnăm (?:sau|tới)\b|明年", re.IGNORECASE)
_EARLY = re.compile(r"\bearly(?: in)?\s$|\bđầu\s$", re.IGNORECASE)
_NEXT_MONTH = re.compile(r"\bnext month\b|\btháng (?:sau|tới)\b|下个月|下個月|下月", re.IGNORECASE)


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
    mechanism = _mechanism(page, one, sessions, main)
    same = [session for session in sessions if session.mechanism == mechanism]
    last = max((session.edition for session in same if session.edition), default=None)
    is_later = one.edition is not None and (last is None or one.edition > last or (mechanism == OTHER and one.is_ahead))
    after = min(span[1], one.hit.end + _REACH)
    following = _SITTING.search(page.text, _past_number(page, one.hit.end), after)
    after = following.start() if following else after
    when = _when(page, max(span[0], one.hit.start - 12), after, main) or _whole_year(one.year)
    is_ahead = one.is_ahead or (one.year is not None and main.year is not None and one.year > main.year)
    is_event = mechanism == OTHER and one.mechanism == EVENT and when is not None
    if when is not None and main.year is not None and int(when[0][:4]) < main.year:
        return None
    if not ((is_ahead or is_event) and (is_later or when is not None)) and not (is_later and when is not None):
        return None
    return _Coming(mechanism, one.edition, *(when or (None, None)))


def _past_number(page: Page, at: int) -> int:
    """Where a name of a body ends with the number and the word of its sitting behind it: 工作组第四次会议."""
    own = _OWN_SITTING.match(page.text, at)
    return own.end() if own is not None else at


def _mechanism(page: Page, one: Naming, sessions: tuple[Session, ...], main: Session) -> str:
    if one.mechanism == EVENT:
        return OTHER
    since = max(one.sentence.start, one.hit.start - _ITS_NAME) if page.lang == "zh" else one.hit.start
    if main.mechanism == TALKS and one.mechanism == OTHER and BODY.search(page.text[since : one.hit.end]):
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
    return _counted(page, start, end, main)


def _counted(page: Page, start: int, end: int, main: Session) -> tuple[str, str] | None:
    """The window of "next year", "early next year" or "next month", counted from the main session."""
    found = _NEXT_YEAR.search(page.text, start, end)
    if found is not None and main.year is not None:
        is_early = _EARLY.search(page.text, max(0, found.start() - 10), found.start()) is not None
        return f"{main.year + 1}-01-01", f"{main.year + 1}-03-31" if is_early else f"{main.year + 1}-12-31"
    if _NEXT_MONTH.search(page.text, start, end) is None or main.date is None or len(main.date) < len("YYYY-MM"):
        return None
    year, month = int(main.date[:4]), int(main.date[5:7])
    year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return f"{year}-{month:02d}-01", f"{year}-{month:02d}-{monthrange(year, month)[1]:02d}"


def _ahead(day: Named, main: Session) -> str | None:
    told = main.date if main.date and main.date_precision == "day" else None
    if told is None or not day.month:
        return None
    year = int(told[:4])
    iso = day.iso(year)
    return iso if iso is not None and iso > told else day.iso(year + 1)
