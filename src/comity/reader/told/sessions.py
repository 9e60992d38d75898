"""Sessions: which sittings of which mechanism a document is about, and which it only mentions.

- Namings of one session are one session: same mechanism, and no other edition or year.
- Talks, or a sitting without a name, count as a session where no mechanism's session is main.
- Its day is the one told closest to its name in a sentence that tells it as held, or in the opening of the text.
"""

from __future__ import annotations

import re
from dataclasses import replace

from comity.reader.reading import Party, Session
from comity.reader.text.dates import years
from comity.reader.text.page import Page, Sentence
from comity.reader.told.conferences import is_conference
from comity.reader.told.further_talks import with_further
from comity.reader.told.main_sessions import chosen, past_talks
from comity.reader.told.mentioned import without_mentioned
from comity.reader.told.namings import EVENT, HISTORY, LOOSE, OTHER, SITTING, TALKS, Naming, is_only_body, namings_of, opening_of
from comity.reader.told.numbered_beside import with_numbered
from comity.reader.told.only_numbered import with_only_numbered
from comity.reader.told.plain_sittings import ROLE, plain_sitting
from comity.reader.told.session_days import beside, day_of, of_line, told_days
from comity.reader.words.lexicon import Hit

_LIVE = re.compile(r"(\d{1,2})\s*$")
# How far from the sentence that names a session its circumstances are looked for, within the paragraph.
_NEARBY = 500
# So many years behind its page's day a text is an older one.
_ANEW = 2
_OF_MANY = re.compile(
    r"\b(?:với|giữa|và|cùng) (?:các|[3-9]|\d{2}) (?:tỉnh|thành phố|địa phương)\b"
    r"|\b(?:three|four|five|six|seven|eight|nine|ten|[3-9]|\d{2}) (?:\w+ )?(?:provinces|cities|prefectures|counties|regions)\b"
    r"|(?:[3-9]|\d{2}|[三四五六七八九十])[个個名]?(?:省区|省區|省市|县市|縣市|城市|地市)|各?(?:县市|縣市)首[长長]",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“「『](.{6,160}?)[\"”」』]")


def sessions_of(page: Page, parties: tuple[Party, ...], published: str | None) -> tuple[Session, ...]:
    """The sessions in order of the text, the main ones first; `published` is the document's day, month or year, if known."""
    published = of_line(page, published)
    doc_year = int(published[:4]) if published else None
    namings = namings_of(page, doc_year, frozenset(party.code for party in parties))
    own = _own_year(page, namings, doc_year)
    if own is not None:
        return sessions_of(page, parties, str(own))
    namings = _without_coming(namings, doc_year)
    groups = _grouped(chosen(page, namings, parties, published), doc_year)
    if any(one.is_main for group in groups if group[0].mechanism not in LOOSE for one in group):
        groups = [group for group in groups if group[0].mechanism not in LOOSE]
    else:
        groups = _one_loose(page, groups)
    if not any(one.is_main and (one.in_opening or one.mechanism != EVENT) for group in groups for one in group):
        plain = plain_sitting(page, doc_year, frozenset(party.code for party in parties))
        late = [group for group in groups if not any(one.is_main for one in group)]
        groups = [[plain], *late] if plain is not None else groups
    groups = with_only_numbered(page, groups)
    groups = [group for group in groups if not all(is_only_body(page, one) for one in group)]
    made = [_session(page, group, parties, published) for group in groups]
    made += past_talks(page, namings, made)
    made = with_numbered(page, with_further(page, without_mentioned(page, made, namings)))
    made = [session for session in made if session.role == "main" or session.edition or session.year]
    made.sort(key=lambda session: (session.role != "main",))
    return tuple(_numbered(made))


def _own_year(page: Page, namings: list[Naming], doc_year: int | None) -> int | None:
    """The year of a text that was printed anew years later: its first sentence tells of a sitting held in that year."""
    opening = opening_of(page)
    if not opening or doc_year is None:
        return None
    first = opening[0]
    told = {year for _, _, year in years(page.text, first.start, first.end)}
    held = [one for one in namings if one.sentence is first and one.year in told and _is_told_held(page, one)]
    if held:
        return max(told) if max(told) <= doc_year - _ANEW else None
    # Where the opening tells no day, the sentence that tells of the sitting may: the day a page bears can be that of its visitor.
    for one in (*opening[:2], *(naming.sentence for naming in namings if naming.is_main and not naming.in_title)):
        told_here = told_days(page, one.start, one.end, None)
        if told_here:
            year = min(day.year for day in told_here)
            return year if doc_year - HISTORY <= year <= doc_year - _ANEW else None
    return None


def _without_coming(namings: list[Naming], doc_year: int | None) -> list[Naming]:
    """The namings without those of sittings still to come, which are announced and not told."""
    later = [one.year is not None and doc_year is not None and one.year > doc_year for one in namings]
    return [one for one, is_later in zip(namings, later, strict=True) if not is_later and not one.is_ahead]


def _one_loose(page: Page, groups: list[list[Naming]]) -> list[list[Naming]]:
    """All namings of talks and nameless sittings as one session: a text that names no mechanism is about one sitting."""
    loose = [one for group in groups if group[0].mechanism in LOOSE for one in group if one.is_main]
    named = [group for group in groups if group[0].mechanism not in LOOSE]
    return [_first_sort(page, loose), *named] if loose else named


def _first_sort(page: Page, loose: list[Naming]) -> list[Naming]:
    """The namings of one loose sitting; a ceremony or patrol before those of talks where the text begins with it."""
    headline = [one for one in loose if one.in_title] or [one for one in loose if one.in_opening] or loose
    first = [one for one in headline if one.sentence is headline[0].sentence]
    if first and all(one.mechanism == EVENT for one in first) and (first[0].in_title or _is_told_held(page, first[0])):
        return [one for one in loose if one.mechanism == EVENT]
    return [one for one in loose if one.mechanism != EVENT] or loose


def _is_told_held(page: Page, one: Naming) -> bool:
    cues = page.hits_in(one.sentence.start, one.sentence.end)
    return one.hit.value == EVENT or any(cue.role == "cues" and cue.value in ("held", "chair", "host") for cue in cues)


def _grouped(namings: list[Naming], doc_year: int | None) -> list[list[Naming]]:
    groups: list[list[Naming]] = []
    told: list[tuple[set[int], set[int]]] = []  # the editions and years of each group
    for naming in namings:
        for group, (editions, known) in zip(groups, told, strict=True):
            same = group[0].mechanism == naming.mechanism
            clash = (naming.edition and editions and naming.edition not in editions) or (
                naming.year and known and naming.year not in known
            )
            if same and not clash and not (naming.year and not known and doc_year and naming.year != doc_year):
                group.append(naming)
                editions |= {naming.edition} if naming.edition else set()
                known |= {naming.year} if naming.year else set()
                break
        else:
            groups.append([naming])
            told.append(({naming.edition} if naming.edition else set(), {naming.year} if naming.year else set()))
    return groups


def _session(page: Page, group: list[Naming], parties: tuple[Party, ...], published: str | None) -> Session:
    is_main = any(one.is_main for one in group)
    best = next((one for one in group if one.is_main and not one.in_title), group[0])
    sentence, hit = best.sentence, best.hit
    cues = [cue for cue in page.hits_in(sentence.start, sentence.end) if cue.role == "cues"]
    edition = next((one.edition for one in group if one.edition), None) or _kind_edition(page, group)
    year = next((one.year for one in group if one.year), None)
    day = day_of(page, group, published) if is_main else None
    year = year or (day.year if day and day.year else None) or (int(published[:4]) if published and is_main else None)
    date, precision = (day.iso(year), "day") if day else (None, None)
    if not is_main:
        told = max((beside(page, one) for one in group), key=lambda told: (len(told.date or ""),))
        year, date, precision = told.year, told.date, told.precision
    listed = _sitting_together(page, group, parties) if is_main else ()
    evidence = (page.quote(sentence.start if is_main else hit.start, sentence.end if is_main else hit.end),)
    mechanism = {SITTING: TALKS, EVENT: OTHER}.get(best.mechanism, best.mechanism)
    if mechanism == TALKS and is_main and (_is_of_many(page, group, parties) or is_conference(page, group)):
        mechanism = OTHER
    return Session(
        id="", role="main" if is_main else "referenced", mechanism=mechanism,
        mechanism_text=page.text[hit.start : hit.end], edition=edition, year=year, date=date, date_precision=precision,
        form=_form(page, group) if is_main else None, chair=_chair(page, sentence, cues), host=_host(page, sentence, cues),
        place=None, live_points=_live(page, group), parties=listed, theme=_theme(page, group) if is_main else None,
        evidence=evidence, rule=hit.line.rule, confidence=_sureness(group, best, date),
    )  # fmt: skip


def _is_of_many(page: Page, group: list[Naming], parties: tuple[Party, ...]) -> bool:
    """Whether provinces or towns of one country sit together, more than two sides of them."""
    named = [party.code for party in parties] or [mention.place.country for mention in page.places]
    if len({code.partition("-")[0] for code in named} - {"x"}) > 1:
        return False
    told = [one.sentence for one in group if one.in_title] + opening_of(page)[:1]
    return any(_OF_MANY.search(page.text, one.start, one.end) for one in told)


def _sureness(group: list[Naming], best: Naming, date: str | None) -> float:
    """How sure a session is: hardly ever wrong is a standing one that the opening names with its day and its number or year."""
    if not best.is_main:
        return 0.7
    if best.hit.role == ROLE:
        return 0.6
    if best.mechanism in (*LOOSE, OTHER):
        return 0.75 if best.in_opening else 0.65
    is_told = date is not None and any(one.edition or one.year for one in group)
    return 0.85 if is_told and any(one.in_opening for one in group) else 0.75


def _sitting_together(page: Page, group: list[Naming], parties: tuple[Party, ...]) -> tuple[str, ...]:
    """The parties of a session; of talks those that the headline, the opening or the naming names, if they are of two sides."""
    every = tuple(party.code for party in parties if party.role is None)
    if group[0].mechanism not in LOOSE:
        return every
    told = [one.sentence for one in group if one.in_title or one.in_opening] + opening_of(page)[:1]
    named = {place.place.code for sentence in told for place in page.places_in(sentence.start, sentence.end)}
    near = tuple(code for code in every if code in named)
    return near if len({code.partition("-")[0] for code in near}) > 1 else every


def _kind_edition(page: Page, group: list[Naming]) -> int | None:
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


def _form(page: Page, group: list[Naming]) -> str:
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


def _live(page: Page, group: list[Naming]) -> int | None:
    for one in group:
        block = one.sentence.block
        for hit in page.hits_in(block.start, min(block.end, one.sentence.end + _NEARBY)):
            if hit.role == "cues" and hit.value == "live":
                number = _LIVE.search(page.text[max(block.start, hit.start - 8) : hit.start])
                if number:
                    return int(number.group(1))
    return None


def _theme(page: Page, group: list[Naming]) -> str | None:
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
