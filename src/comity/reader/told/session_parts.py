"""A session within another, the live points of each, and the bodies linked to it.

- "The 3rd conference of the committee within the Spring Meeting": the first is part of the second; words of "on the margins of"
  set it beside the other.
- A number before a word for live points counts for the session named last before it, in digits or in words.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from comity.reader.reading import Detail, Session
from comity.reader.text.layout import TITLE
from comity.reader.text.numbers import count_before
from comity.reader.text.page import Sentence
from comity.reader.told.asides import Asides
from comity.reader.told.namings import LOOSE, Naming, namings_of
from comity.reader.told.sessions import session_for
from comity.reader.words.lexicon import Hit

PART_OF, BESIDE, LIVE, LINKED = "part_of", "beside", "live_points", "linked"
_GAP, _GAP_HAN = 60, 14
_FEW = 40


def with_parts(asides: Asides, sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """The sessions with what else is said of them."""
    if not sessions:
        return sessions
    found: dict[str, list[Detail]] = {session.id: [] for session in sessions}
    for owner, detail in [*_nested(asides, sessions), *_live(asides, sessions), *_linked(asides, sessions)]:
        if all(one.name != detail.name or one.code != detail.code for one in found[owner]):
            found[owner].append(detail)
    return tuple(_completed(session, found[session.id]) for session in sessions)


def _completed(session: Session, details: list[Detail]) -> Session:
    live = next((int(one.value) for one in details if one.name == LIVE), None)
    return replace(session, details=tuple(details), live_points=session.live_points or live) if details else session


def _nested(asides: Asides, sessions: tuple[Session, ...]) -> list[tuple[str, Detail]]:
    if len(sessions) < 2:
        return []
    year = int(asides.published[:4]) if asides.published else None
    by_sentence: dict[int, list[Naming]] = {}
    for naming in namings_of(asides.page, year, frozenset(party.code for party in asides.parties)):
        by_sentence.setdefault(naming.sentence.start, []).append(naming)
    out: list[tuple[str, Detail]] = []
    for namings in by_sentence.values():
        for one, other in pairwise(namings):
            out += _relation(asides, (one, other), (_session(sessions, one), _session(sessions, other)))
    return out


def _session(sessions: tuple[Session, ...], naming: Naming) -> str | None:
    """The session that a naming means."""
    alike = [one for one in sessions if one.mechanism == naming.mechanism]
    exact = [one for one in alike if naming.edition in (None, one.edition) and naming.year in (None, one.year)]
    return (exact or alike)[0].id if alike else None


def _relation(asides: Asides, pair: tuple[Naming, Naming], ids: tuple[str | None, str | None]) -> list[tuple[str, Detail]]:
    one, other = pair
    first, second = ids
    if first is None or second is None or first == second or {one.mechanism, other.mechanism} & set(LOOSE):
        return []
    words, sentence = asides.words, one.sentence
    gap = _GAP_HAN if asides.page.lang == "zh" else _GAP
    between = words.of("inside", one.hit.end, other.hit.start)
    lead = words.of("inside", max(sentence.start, one.hit.start - gap), one.hit.start)
    behind = next((hit for hit in between if hit.value == "after within" and hit.start - one.hit.end <= _GAP_HAN), None)
    inner = next((hit for hit in between if hit.value in ("within", "beside")), None)
    opening = next(
        (hit for hit in reversed(lead) if hit.value in ("within", "beside") and hit.line.words not in ("at the", "tại")), None
    )
    if behind is not None:
        return [(second, _part(asides, PART_OF, first, (one.hit.start, behind.end), behind))]
    if inner is not None and asides.page.lang != "zh":
        name = PART_OF if inner.value == "within" else BESIDE
        return [(first, _part(asides, name, second, (inner.start, other.hit.end), inner))]
    if opening is not None and asides.page.lang != "zh":
        name = PART_OF if opening.value == "within" else BESIDE
        return [(second, _part(asides, name, first, (opening.start, one.hit.end), opening))]
    if inner is not None and inner.value == "beside":
        return [(second, _part(asides, BESIDE, first, (one.hit.start, other.hit.end), inner))]
    return []


def _part(asides: Asides, name: str, whole: str, span: tuple[int, int], hit: Hit) -> Detail:
    return asides.detail(name, span, hit.line.rule, 0.75, code=whole)


def _live(asides: Asides, sessions: tuple[Session, ...]) -> list[tuple[str, Detail]]:
    out: list[tuple[str, Detail]] = []
    for sentence in asides.page.sentences:
        if sentence.block.label == TITLE:
            continue
        for hit in asides.words.valued("inside", "live", sentence.start, sentence.end):
            number = _number(asides, sentence, hit)
            owner = session_for(sessions, asides.page.quote(hit.start, hit.end).start) or sessions[0].id
            if number is not None and 1 < number[1] < 1000:
                span = (number[0], hit.end)
                out.append((owner, asides.detail(LIVE, span, hit.line.rule, 0.8, value=str(number[1]))))
    return out


def _number(asides: Asides, sentence: Sentence, hit: Hit) -> tuple[int, int] | None:
    at = hit.start
    for _ in range(2):
        found = count_before(asides.page, asides.words, at)
        if found is not None:
            return found
        # "six more live points", 六个视频会场
        before = asides.page.text.rfind(" ", sentence.start, at - 1)
        at = before if before > 0 and asides.page.lang != "zh" else at - 1
    return None


def _linked(asides: Asides, sessions: tuple[Session, ...]) -> list[tuple[str, Detail]]:
    """The bodies that take part without being a party, in the main sessions."""
    main = [session.id for session in sessions if session.role == "main"]
    return [
        (owner, Detail(LINKED, party.name, party.evidence, party.rule, party.confidence, party.code))
        for owner in main[:1]
        for party in asides.parties
        if party.code.startswith("x-")
    ]
