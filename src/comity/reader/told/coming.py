"""The next session: a clause or sentence that names a later edition and when it is to be.

- A time alone is no session, and a session of the past is not the next.
- The mechanism is that of the main session the document is about.
"""

from __future__ import annotations

import re

from comity.reader.clauses.drafts import Draft
from comity.reader.reading import NextSession, Session
from comity.reader.text.dates import days, spans
from comity.reader.text.page import Page
from comity.reader.words.language_words import any_of, words_of

_NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th)\b|(?:lần|thứ)\s+(?:thứ\s+)?(\d{1,2})\b|第\s*(\d{1,2})\s*[次届]")
_SITTING = re.compile(
    rf"meeting|session|conference|hội nghị|gặp gỡ|kỳ họp|phiên họp|会晤|会议|möte|konferens|{any_of(words_of('sitting'))}",
    re.IGNORECASE,
)


def next_sessions_of(page: Page, drafts: tuple[Draft, ...], sessions: tuple[Session, ...]) -> tuple[NextSession, ...]:
    """The sessions announced, in order of the text."""
    main = next((session for session in sessions if session.role == "main"), None)
    if main is None:
        return ()
    out = _by_clauses(page, drafts, main)
    return tuple(out or _by_sentences(page, main))


def _by_sentences(page: Page, main: Session) -> list[NextSession]:
    """A later session told of as planned in a sentence that is no clause."""
    for sentence in page.sentences:
        hits = page.hits_in(sentence.start, sentence.end)
        is_planned = any(hit.role == "modals" or (hit.role == "cues" and hit.value == "next") for hit in hits)
        made = _announced(page, sentence.start, sentence.end, main) if is_planned else None
        if made is not None and made[0] is not None and made[1] is not None:
            evidence = (page.quote(sentence.start, sentence.end),)
            return [NextSession("N1", main.mechanism, *made, "proposed", None, evidence, "grammar/next", 0.5)]
    return []


def _by_clauses(page: Page, drafts: tuple[Draft, ...], main: Session) -> list[NextSession]:
    out: list[NextSession] = []
    for number, draft in enumerate(drafts, 1):
        if draft.status not in ("agreed", "proposed", "hoped"):
            continue
        made = _announced(page, draft.start, draft.end, main)
        if made is None:
            continue
        edition, first, last = made
        evidence = (page.quote(draft.start, draft.end),)
        id_ = f"N{len(out) + 1}"
        out.append(
            NextSession(id_, main.mechanism, edition, first, last, draft.status, f"C{number}", evidence, "grammar/next", 0.8)
        )
    return out


def _announced(page: Page, start: int, end: int, main: Session) -> tuple[int | None, str | None, str | None] | None:
    words = page.text[start:end]
    if not _SITTING.search(words):
        return None
    hits = page.hits_in(start, end)
    is_next = any(hit.role == "cues" and hit.value == "next" for hit in hits)
    edition = _edition(page, start, end)
    is_later = edition is not None and (main.edition is None or edition > main.edition)
    when = _when(page, start, end)
    if when is None:
        return (edition, None, None) if is_later and is_next else None
    if main.year is not None and int(when[0][:4]) < main.year:
        return None
    return (edition, *when) if is_later or is_next else None


def _edition(page: Page, start: int, end: int) -> int | None:
    found = _NUMBER.search(page.text, start, end)
    if found:
        return next(int(group) for group in found.groups() if group)
    ordinals = [hit for hit in page.hits_in(start, end) if hit.role == "ordinals"]
    return int(ordinals[0].value) if ordinals else None


def _when(page: Page, start: int, end: int) -> tuple[str, str] | None:
    for day in days(page.text, start=start, end=end):
        iso = day.iso(None)
        if iso is not None:
            return iso, iso
    for _, _, first, last in spans(page.text, start, end):
        return first, last
    return None
