"""Sessions: which sittings of which mechanism a document is about, and which it only mentions.

- A session is main when the text says it is held, chaired or attended, or names it in the headline.
- One that is only followed, marked or referred back to, or of another year than the document's, is referenced.
- Talks count as a session of their own where no mechanism's session is main.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from comity.reader.dates import Named as Day
from comity.reader.dates import days, years
from comity.reader.layout import TITLE
from comity.reader.lexicon import Hit
from comity.reader.page import Page, Sentence
from comity.reader.reading import Party, Session

TALKS = "bilateral-talks"
_NUMBER = re.compile(
    r"(?<![\d/])(\d{1,2})(?:st|nd|rd|th)\b|(?:lần|thứ|lan|thu)\s+(?:thứ\s+|thu\s+)?(\d{1,2})\b|第\s*(\d{1,2})\s*[次届]"
)
_SITTING = re.compile(r"meeting|conference|session|gặp|hội|phiên|họp|会|möte|konferens")
_LIVE = re.compile(r"(\d{1,2})\s*$")
# How far from the sentence that names a session its circumstances are looked for, within the paragraph.
_NEARBY = 500
_QUOTED = re.compile(r"[\"“「『](.{6,160}?)[\"”」』]")


@dataclass(frozen=True, slots=True)
class _Naming:
    """One place where a session is named."""

    hit: Hit
    sentence: Sentence
    edition: int | None
    year: int | None
    is_main: bool
    in_title: bool


def sessions_of(page: Page, parties: tuple[Party, ...], doc_year: int | None) -> tuple[Session, ...]:
    """The sessions in order of the text, the main ones first."""
    namings = [_naming(page, hit, sentence, doc_year) for sentence in page.sentences for hit in _mechanism_hits(page, sentence)]
    groups = _grouped(namings, doc_year)
    if any(key[0] != TALKS and any(one.is_main for one in group) for key, group in groups):
        groups = [(key, group) for key, group in groups if key[0] != TALKS]
    made = [_session(page, group, parties, doc_year) for _, group in groups]
    made.sort(key=lambda session: (session.role != "main",))
    return tuple(_numbered(made))


def _mechanism_hits(page: Page, sentence: Sentence) -> list[Hit]:
    out: list[Hit] = []
    for hit in page.hits_in(sentence.start, sentence.end):
        if hit.role == "mechanisms" and (not out or hit.start >= out[-1].end):
            out.append(hit)
    return out


def _naming(page: Page, hit: Hit, sentence: Sentence, doc_year: int | None) -> _Naming:
    in_title = sentence.block.label == TITLE
    near_start, near_end = max(sentence.start, hit.start - 30), min(sentence.end, hit.end + 30)
    year = _near_year(page, hit, near_start, near_end)
    cues = [cue for cue in page.hits_in(sentence.start, sentence.end) if cue.role == "cues"]
    is_referred = any(cue.value == "refer" and 0 <= hit.start - cue.end <= 12 for cue in cues)
    is_held = any(cue.value in ("held", "chair", "host") for cue in cues)
    is_past = year is not None and doc_year is not None and year < doc_year
    edition = _edition(page, hit, sentence)
    # A committee named without a sitting of it or a number may only be somebody's office.
    is_sitting = edition is not None or _SITTING.search(hit.line.words) is not None
    is_held = (is_held and is_sitting) or hit.value == TALKS
    is_main = (is_held or in_title) and not is_referred and not is_past
    return _Naming(hit, sentence, edition, year, is_main, in_title)


def _near_year(page: Page, hit: Hit, start: int, end: int) -> int | None:
    found = [(abs(at - hit.start), year) for at, _, year in years(page.text, start, end)]
    close = [pair for pair in found if pair[0] < 40]
    return min(close)[1] if close else None


def _edition(page: Page, hit: Hit, sentence: Sentence) -> int | None:
    start, end = max(sentence.start, hit.start - 24), min(sentence.end, hit.end + 26)
    before: list[tuple[int, int]] = []
    for found in _NUMBER.finditer(page.text, start, end):
        number = next(int(group) for group in found.groups() if group)
        if _is_nearest(page, hit, found.start(), found.end(), sentence):
            before.append((_distance(hit, found.start(), found.end()), number))
    for other in page.hits_in(start, end):
        if other.role == "ordinals" and _is_nearest(page, hit, other.start, other.end, sentence):
            before.append((_distance(hit, other.start, other.end), int(other.value)))
    return min(before)[1] if before else None


def _is_nearest(page: Page, hit: Hit, start: int, end: int, sentence: Sentence) -> bool:
    """Whether no other session named in the sentence stands closer to a number than `hit` does."""
    own = _distance(hit, start, end)
    return all(own <= _distance(other, start, end) for other in _mechanism_hits(page, sentence))


def _distance(hit: Hit, start: int, end: int) -> int:
    return hit.start - end if end <= hit.start else max(0, start - hit.end)


def _grouped(namings: list[_Naming], doc_year: int | None) -> list[tuple[tuple[str, int | None], list[_Naming]]]:
    """Namings of one session together: same mechanism, and no other edition or year."""
    groups: list[tuple[tuple[str, int | None], list[_Naming]]] = []
    for naming in namings:
        mechanism = naming.hit.value
        for _, group in groups:
            same = group[0].hit.value == mechanism
            editions = {one.edition for one in group if one.edition}
            known = {one.year for one in group if one.year}
            clash = (naming.edition and editions and naming.edition not in editions) or (
                naming.year and known and naming.year not in known
            )
            if same and not clash and not (naming.year and not known and doc_year and naming.year != doc_year):
                group.append(naming)
                break
        else:
            groups.append(((mechanism, naming.edition or naming.year), [naming]))
    return groups


def _session(page: Page, group: list[_Naming], parties: tuple[Party, ...], doc_year: int | None) -> Session:
    is_main = any(one.is_main for one in group)
    best = next((one for one in group if one.is_main and not one.in_title), group[0])
    sentence, hit = best.sentence, best.hit
    cues = [cue for cue in page.hits_in(sentence.start, sentence.end) if cue.role == "cues"]
    edition = next((one.edition for one in group if one.edition), None) or _kind_edition(page, group)
    year = next((one.year for one in group if one.year), None)
    day = _day_of(page, group) if is_main else None
    year = year or (day.year if day and day.year else None) or (doc_year if is_main else None)
    date = day.iso(year) if day else (str(year) if year and not is_main else None)
    precision = None if date is None else ("day" if day else "year")
    listed = tuple(party.code for party in parties if party.role is None) if is_main else ()
    evidence = (page.quote(sentence.start if is_main else hit.start, sentence.end if is_main else hit.end),)
    return Session(
        id="", role="main" if is_main else "referenced", mechanism=_mechanism(hit.value, listed),
        mechanism_text=page.text[hit.start : hit.end], edition=edition, year=year, date=date, date_precision=precision,
        form=_form(page, group) if is_main else None, chair=_chair(page, sentence, cues), host=_host(page, sentence, cues),
        place=None, live_points=_live(page, group), parties=listed, theme=_theme(page, group) if is_main else None,
        evidence=evidence, rule=hit.line.rule, confidence=0.85 if is_main else 0.7,
    )  # fmt: skip


def _mechanism(name: str, listed: tuple[str, ...]) -> str:
    """Mechanisms with Yunnan are their own: same words, other parties."""
    if name in ("party-secretaries-meeting", "joint-working-group") and "CN-YN" in listed:
        return f"{name}-yunnan"
    return name


def _kind_edition(page: Page, group: list[_Naming]) -> int | None:
    """ "The second meeting of its kind" numbers the session the text is about."""
    if not any(one.is_main for one in group):
        return None
    for sentence in page.sentences:
        hits = page.hits_in(sentence.start, sentence.end)
        kind = next((hit for hit in hits if hit.role == "cues" and hit.value == "kind"), None)
        number = next((hit for hit in hits if hit.role == "ordinals" and kind and hit.end <= kind.start), None)
        if number is not None:
            return int(number.value)
    return None


def _day_of(page: Page, group: list[_Naming]) -> Day | None:
    for one in group:
        if one.is_main:
            found = list(days(page.text, start=one.sentence.start, end=one.sentence.end))
            if found:
                return min(found, key=lambda day: abs(day.start - one.hit.start))
    for one in group:
        close = min(one.hit.end + 30, one.sentence.end)
        for day in days(page.text, start=one.hit.end, end=close):
            return day
    return None


def _form(page: Page, group: list[_Naming]) -> str:
    for one in group:
        block = one.sentence.block
        for hit in page.hits_in(max(block.start, one.sentence.start - _NEARBY), min(block.end, one.sentence.end + _NEARBY)):
            if hit.role == "cues" and hit.value in ("online", "inperson"):
                return "online" if hit.value == "online" else "in person"
    return "in person"


def _chair(page: Page, sentence: Sentence, cues: list[Hit]) -> str | None:
    chair = next((cue for cue in cues if cue.value in ("chair", "host")), None)
    if chair is None or page.lang in ("zh",):
        return None
    before = page.text[sentence.start : chair.start]
    part = re.split(r"[,;]\s*", before)[-1].strip()
    return part if 3 < len(part) < 90 else None


def _host(page: Page, sentence: Sentence, cues: list[Hit]) -> str | None:
    chair = next((cue for cue in cues if cue.value in ("chair", "host")), None)
    if chair is None:
        return None
    before = [m for m in page.places_in(sentence.start, chair.start) if m.place.level == "province"]
    return before[-1].place.code if before else None


def _live(page: Page, group: list[_Naming]) -> int | None:
    for one in group:
        block = one.sentence.block
        for hit in page.hits_in(block.start, min(block.end, one.sentence.end + _NEARBY)):
            if hit.role == "cues" and hit.value == "live":
                number = _LIVE.search(page.text[max(block.start, hit.start - 8) : hit.start])
                if number:
                    return int(number.group(1))
    return None


def _theme(page: Page, group: list[_Naming]) -> str | None:
    for sentence in page.sentences:
        for hit in page.hits_in(sentence.start, sentence.end):
            if hit.role == "cues" and hit.value == "theme":
                quoted = _QUOTED.search(page.text, max(sentence.start, hit.start - 100), sentence.end)
                return quoted.group(1) if quoted else None
    return None


def _numbered(made: list[Session]) -> list[Session]:
    return [replace(session, id=f"M{n}") for n, session in enumerate(made, 1)]


def session_for(sessions: tuple[Session, ...], at: int) -> str | None:
    """The main session that something said at original offset `at` belongs to: the last one begun before it."""
    main = [session for session in sessions if session.role == "main"]
    begun = [session for session in main if session.evidence[0].start <= at]
    chosen = max(begun, key=lambda session: session.evidence[0].start) if begun else (main[0] if main else None)
    return chosen.id if chosen else None
