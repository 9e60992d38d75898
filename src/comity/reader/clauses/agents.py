"""Which parties act in a clause.

- Whoever speaks acts for the party served; one side named beside the act acts alone.
- "The two sides" are those the report is about. A party that stands only in a mechanism's or a paper's name takes no part.
- As many sides as the sentence counts ("the five provinces") are all that the report names, where it names so many.
- Two sides named where the act stands, or in the last "between A and B" before it, go before those of the whole report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from comity.reader.clauses.acts import AGREED, DONE
from comity.reader.clauses.counted_sides import counted_sides
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.joined_subjects import joined_subject
from comity.reader.clauses.own_subjects import own_subject
from comity.reader.names.sides import code_of
from comity.reader.reading import Party, Person, Session
from comity.reader.text.layout import BODY, TITLE
from comity.reader.text.page import Page, Sentence
from comity.reader.told.namings import LOOSE
from comity.reader.words.gazetteer import BODY as OFFICE
from comity.reader.words.gazetteer import COUNTRY, Mention

_TOKEN = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\([^)]{0,60}\)")
_OF_MEETING = re.compile(
    r"\b(?:conference|meeting|mechanism|committee|group|agreement|hội nghị|cuộc gặp|cơ chế|nhóm công tác)\b(?: [\w'’]+){0,6}? "
    r"(?:of|between|giữa|của)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|giữa|entre|mellan)\s", re.IGNORECASE)
# What may stand between a mechanism's name and the places that belong to it.
_BESIDE = frozenset(
    [
        "and",
        "with",
        "the",
        "of",
        "và",
        "tỉnh",
        "với",
        "y",
        "et",
        "och",
        "provinces",
        "province",
        "prefecture",
        "region",
        "vietnam",
        "vietnamese",
        "china",
        "chinese",
        "s",
        "vietnams",
        "việt",
        "nam",
        "trung",
        "quốc",
        "与",
        "和",
        "同",
        "及",
        "四省",
        "省",
        "与中国",
        "和中国",
        "中国",
    ]
)
_OF_NAME = _BESIDE | frozenset(
    [
        "between",
        "among",
        "for",
        "from",
        "giữa",
        "của",
        "các",
        "biên",
        "giới",
        "entre",
        "de",
        "los",
        "las",
        "les",
        "des",
        "mellan",
        "för",
        "border",
        "party",
        "provincial",
        "secretary",
        "secretaries",
        "committee",
        "committees",
        "chairmen",
        "chairman",
        "leaders",
        "northern",
        "five",
        "four",
        "three",
        "above",
        "bí",
        "thư",
        "ủy",
        "phía",
        "bắc",
        "năm",
        "bốn",
        "ba",
        "provinser",
        "provinserna",
        "provincias",
        "provincias",
        "fronterizas",
        "frontalières",
        "secretarios",
    ]
)
_LEAST_LIST = 3
_MOST_SIDES = 2
_TITLE_REACH = 60
_PARTS = re.compile(r"[,;.:，、；。：\n]")
_OWN_SIDES = ("CN-HK", "CN-MO")


@dataclass(frozen=True, slots=True)
class Sides:
    """The parties a report is about, and whether they may be narrowed to the two named last; `named` are all it names.

    Where they `are_states`, several of them act as their states.
    """

    codes: tuple[str, ...]
    is_loose: bool
    named: tuple[str, ...]
    are_states: bool = False


def sides_of(page: Page, parties: tuple[Party, ...], sessions: tuple[Session, ...], people: tuple[Person, ...]) -> Sides:
    """Those who act where all act: the parties, and the province of the city most named on a side that has no other."""
    main = next((session for session in sessions if session.role == "main" and session.parties), None)
    is_loose = main is None or main.mechanism in (*LOOSE, "other")
    codes = main.parties if main and not is_loose else _places(tuple(party.code for party in parties if party.role is None))
    codes = _acting(page, codes, main if not is_loose else None)
    named = codes
    if is_loose:
        codes = _present(page, _opening(page, codes) or codes, people)
    has = {side_of(code) for code in codes}
    if len(has) > 1:
        return Sides(codes, is_loose, named)
    counts = Counter(m.place.within for m in page.places if m.place.within and side_of(m.place.within) not in has)
    found: list[str] = []
    for code, _ in counts.most_common():
        if side_of(code) not in has:
            found.append(code)
            has.add(side_of(code))
    codes = (*codes, *found) if len(found) + len(codes) > 1 else codes
    return Sides(codes or _states(page), is_loose, tuple(dict.fromkeys((*codes, *named))))


def _places(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The codes without states beside provinces of theirs: of the two it is the provinces that sit together."""
    within = {code.partition("-")[0] for code in codes if "-" in code and code not in _OWN_SIDES}
    return tuple(code for code in codes if code not in within)


def side_of(code: str) -> str:
    """The side a party stands on: its country, or Hong Kong or Macao, which face the mainland."""
    return code if code in _OWN_SIDES else code.partition("-")[0]


def _present(page: Page, codes: tuple[str, ...], people: tuple[Person, ...]) -> tuple[str, ...]:
    """The codes; for several provinces of a country of which only the state's own officers are named, the country."""
    several = {side for side, size in Counter(side_of(code) for code in codes).items() if size > 1}
    told = {side_of(code) for part in _headings(page) for code in part}
    served = {person.party for person in people if person.party is not None}
    states = {code for code in served if "-" not in code and not any(one.startswith(f"{code}-") for one in served)}
    states = {code for code in states & several - told if any(_is_of_state(page, person, code) for person in people)}
    return tuple(dict.fromkeys(code.partition("-")[0] if side_of(code) in states else code for code in codes))


def _is_of_state(page: Page, person: Person, state: str) -> bool:
    """Whether the country's name stands before somebody's office and name, and nothing that parts them."""
    at = page.text.find(person.name)
    before = page.places_in(max(0, at - _TITLE_REACH), at)
    if at < 0 or not before or before[-1].place.level != COUNTRY or before[-1].place.country != state:
        return False
    return _PARTS.search(page.text, before[-1].end, at) is None


def _opening(page: Page, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Of more than two sides those that the headline or the first sentence names, if they are of both countries."""
    if len(codes) <= _MOST_SIDES:
        return ()
    for part in _headings(page):
        found = tuple(code for code in part if code in codes)
        if len({side_of(code) for code in found}) > 1:
            return found
    return ()


def _headings(page: Page) -> Iterator[tuple[str, ...]]:
    """The provinces that the headline names, then those that the first sentence does."""
    title = [one for one in page.sentences if one.block.label == TITLE]
    body = [one for one in page.sentences if one.block.label == BODY]
    for part in (title, body[:1]):
        local = [m for one in part for m in page.places_in(one.start, one.end) if m.place.level not in (COUNTRY, OFFICE)]
        yield tuple(dict.fromkeys(code_of(one) for one in local))


def _states(page: Page) -> tuple[str, ...]:
    """The countries a report without any party names more than once."""
    counts = Counter(one.place.country for one in page.places if one.place.level == COUNTRY)
    found = tuple(code for code, count in counts.most_common() if count > 1)
    return found if len(found) > 1 else ()


def agents_of(page: Page, draft: Draft, people: tuple[Person, ...], sides: Sides) -> tuple[str, ...]:
    """Who acts; "the Chinese side" is the one party of that country, or the country."""
    found = _acts(page, draft, people, sides)
    if len(found) < _MOST_SIDES or not sides.are_states:
        return found
    return tuple(dict.fromkeys(code if code.startswith("x-") else code.partition("-")[0] for code in found))


def _acts(page: Page, draft: Draft, people: tuple[Person, ...], sides: Sides) -> tuple[str, ...]:
    number = bisect_right(page.sentences, draft.act[0], key=lambda one: one.start)
    sentence = page.sentences[number - 1] if number else None
    joined = (
        joined_subject(page, draft.act, sentence, sides.named) if draft.speaker.person is None and sentence is not None else None
    )
    if joined is not None:
        return joined
    own = own_subject(page, draft.act, draft.start, sides.named) if draft.speaker.person is None else None
    if own is not None:
        return (own,)
    # Whoever tells what both have done has not done it alone; who informs has, and who promises.
    is_told = draft.status == DONE and "grammar/informed" not in draft.rule
    if draft.speaker.person is not None and not is_told:
        party = next((person.party for person in people if person.id == draft.speaker.person), None)
        return (party,) if party else ()
    if draft.speaker.party is None or (draft.status == AGREED and sentence is not None and _says_both(page, sentence, draft)):
        return _near(page, draft, sides) if sides.is_loose else sides.codes
    of_country = [code for code in sides.codes if code.startswith(f"{draft.speaker.party}-")]
    return (of_country[0],) if len(of_country) == 1 else (draft.speaker.party,)


def _says_both(page: Page, sentence: Sentence, draft: Draft) -> bool:
    """Whether a sentence names both sides as such before a clause: whoever tells it, both have agreed."""
    return any(hit.role == "subjects" and hit.value == "both" for hit in page.hits_in(sentence.start, draft.start + 1))


def _acting(page: Page, codes: tuple[str, ...], main: Session | None) -> tuple[str, ...]:
    """The codes without those that stand only in a name; all of them where that would leave less than two sides."""
    acts = set()
    for mention in page.places:
        code = mention.place.within or mention.place.code
        if code in acts or code not in codes:
            continue
        block = page.block_at(mention.start)
        if block is not None and block.label in (BODY, TITLE) and not is_in_name(page, mention, main):
            acts.add(code)
    kept = tuple(code for code in codes if code in acts)
    return kept if len({code.partition("-")[0] for code in kept}) > 1 else codes


def is_in_name(page: Page, mention: Mention, main: Session | None) -> bool:
    """Whether a place is one of several that a session or paper is called after, which is not the one the report is about."""
    at = max(0, mention.start - 200)
    names = [hit.end for hit in page.hits_in(at, mention.start) if hit.role in ("mechanisms", "instruments")]
    names += [found.end() for found in _OF_MEETING.finditer(page.text, at, mention.start)]
    if not names or (main is not None and main.evidence[0].start <= mention.start < main.evidence[0].end):
        return False
    name = max(names)
    listed = [one for one in page.places_in(name, mention.end + 200) if one.place.level != COUNTRY]
    size, end, is_inside = 0, name, False
    for one in listed:
        if not _is_only(page.text[end : one.start], _OF_NAME if one is listed[0] else _BESIDE):
            break
        size, end, is_inside = size + 1, one.end, is_inside or one.start == mention.start
    return is_inside and size >= _LEAST_LIST


def _is_only(text: str, words: frozenset[str]) -> bool:
    """Whether nothing but such words and marks stands in a text; what is in brackets is not looked at."""
    return "." not in text and all(word in words or word.isdigit() for word in _TOKEN.findall(_BRACKETS.sub(" ", text).lower()))


def _near(page: Page, draft: Draft, sides: Sides) -> tuple[str, ...]:
    """The two sides named beside the act, or last before it as "between A and B"; else all that the report is about."""
    sentence = next((one for one in reversed(page.sentences) if one.start <= draft.start), None)
    if sentence is None:
        return sides.codes
    until = max(draft.act[1], draft.start)
    if len(sides.named) > _MOST_SIDES and counted_sides(page.text[sentence.start : until]) == len(sides.named):
        return sides.named
    own = _pair(page, sentence.start, until, sides) or _several(page, sentence.start, until, sides)
    if own is not None:
        return own
    if len(sides.named) <= _MOST_SIDES:
        return sides.codes
    for one in reversed(page.sentences):
        if one.start <= sentence.start and (pair := _between(page, one, sides)) is not None:
            return pair
    return sides.codes


def _several(page: Page, start: int, end: int, sides: Sides) -> tuple[str, ...] | None:
    """Two provinces or more of one side that alone are told to do something: "the three departments of A, B and C"."""
    if any(hit.role == "subjects" and hit.value == "both" for hit in page.hits_in(start, end)):
        return None
    found = dict.fromkeys(code_of(one) for one in page.places_in(start, end) if one.place.level not in (COUNTRY, OFFICE))
    countries = {code.partition("-")[0] for code in found}
    return tuple(found) if len(found) > 1 == len(countries) and all(code in sides.named for code in found) else None


def _between(page: Page, sentence: Sentence, sides: Sides) -> tuple[str, ...] | None:
    """The two sides a sentence speaks of as "between A and B"."""
    for found in _BETWEEN.finditer(page.text, sentence.start, sentence.end):
        pair = _pair(page, found.end(), min(sentence.end, found.end() + 120), sides)
        if pair is not None:
            return pair
    return None


def _pair(page: Page, start: int, end: int, sides: Sides) -> tuple[str, ...] | None:
    """The parties of both sides, one each, that a stretch of text names; None where it names others."""
    found: list[str] = []
    for mention in page.places_in(start, end):
        code = mention.place.within or mention.place.code
        if code in sides.named and code not in found:
            found.append(code)
    countries = {code.partition("-")[0] for code in found}
    return tuple(found) if len(found) == _MOST_SIDES == len(countries) else None
