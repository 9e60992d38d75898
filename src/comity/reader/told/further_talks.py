"""Talks told beside those a text is about: of the same day with another host, or one in each country of a journey.

- "On the same day" and "during the stay in A" open a sentence that tells of a sitting of its own.
- Only words that tell talks as held count, and a journey needs two such countries.
"""

from __future__ import annotations

import re
from dataclasses import replace

from comity.reader.reading import Session
from comity.reader.text.layout import BODY
from comity.reader.text.page import Page, Sentence
from comity.reader.told.namings import OTHER, TALKS, opening_of

_SAME_DAY = re.compile(
    r"\W{0,3}(?:同日|同一天|当天|當天|当日|當日|会前|會前"
    r"|cùng ngày|trong ngày|(?:earlier |later )?(?:on )?(?:the|that) same day)\b",
    re.IGNORECASE,
)
# Before, after or on the day of a session; compared with text in small letters and simple characters.
_ON_THE_WAY = re.compile(
    r"\W{0,3}(?:同日|同一天|当天|当日|会前|会后|会议前|会议后|活动前|活动后|仪式前|仪式后|访问期间|其后|随后|期间|翌日|次日|当晚)"
)
# Somebody who meets somebody, and not what is said of that later.
_MET = re.compile(
    r"(?:会见|会晤了|拜会|接见)了?(?![了中时上后前,，。]|期间|活动|联谊|机制|开幕|纪要|气氛|是|在)[^,，。;；]{4}"
    r"|[与同和][^,，。;；]{2,40}(?:[,，]在[^,，。;；]{1,12})?(?:会面|会谈|会晤)"
    r"|(?:举行|进行)了?[^,，。;；]{0,30}(?:会谈|座谈)"
)
# A journey's talks that are told one by one; more are a list of courtesies.
_MANY = 2
_STAY = re.compile(r"\W{0,3}(?:访|訪|在)(?P<where>[^,，。;；:：]{1,14}?)(?:期间|期間|访问时|訪問時)")


def with_further(page: Page, made: list[Session]) -> list[Session]:
    """The sessions with further talks behind the main ones, where the text is about talks alone."""
    main = [session for session in made if session.role == "main"]
    if len(main) == 1 and main[0].mechanism == OTHER and page.lang == "zh":
        return [*made, *_met_beside(page, main[0])]
    if len(main) != 1 or main[0].mechanism != TALKS:
        return made
    body = [sentence for sentence in page.sentences if sentence.block.label == BODY]
    stays = _of_stays(page, body)
    if len(stays) > 1:
        first = replace(main[0], date=None, date_precision=None)
        others = [one for one in made if one is not main[0]]
        return [first, *(_beside(page, first, one) for one in stays[1:]), *others]
    same = [one for one in body[1:] if _SAME_DAY.match(page.text, one.start, one.end) and _tells_talks(page, one)]
    same = [one for one in same if page.quote(one.start, one.end).start != main[0].evidence[0].start]
    return [*made, *([_beside(page, main[0], one) for one in same[:1]] or _on_the_way(page, main[0], body))]


def _on_the_way(page: Page, main: Session, body: list[Sentence]) -> list[Session]:
    """The talks with others that a report of a visit tells after the first: "during the visit he met …", "then he met …"."""
    if page.lang != "zh":
        return []
    told = [
        one
        for one in body[1:]
        if _ON_THE_WAY.match(page.lowered, one.start, one.end) and _MET.search(page.lowered, one.start, one.end)
    ]
    told = [one for one in told if page.quote(one.start, one.end).start > main.evidence[0].start]
    return [replace(_beside(page, main, one), date=None, date_precision=None) for one in told[:_MANY]]


def _met_beside(page: Page, main: Session) -> list[Session]:
    """The talks that a report of some other session tells in its opening, or as held before, after or on the day of it."""
    opening = opening_of(page)
    for sentence in page.sentences:
        if sentence.block.label != BODY:
            continue
        is_beside = any(sentence is one for one in opening) or _ON_THE_WAY.match(page.lowered, sentence.start, sentence.end)
        if is_beside and _MET.search(page.lowered, sentence.start, sentence.end):
            return [replace(_beside(page, main, sentence), mechanism=TALKS)]
    return []


def _of_stays(page: Page, body: list[Sentence]) -> list[Sentence]:
    """The first sentence that tells talks of each stay of a journey."""
    out: dict[str, Sentence] = {}
    for sentence in body:
        stay = _STAY.match(page.text, sentence.start, sentence.end)
        if stay is not None and _tells_talks(page, sentence):
            out.setdefault(stay.group("where"), sentence)
    return list(out.values())


def _tells_talks(page: Page, sentence: Sentence) -> bool:
    return any(
        (hit.role == "mechanisms" and hit.value in (TALKS, "sitting")) or (hit.role == "sittings" and hit.value == "did talks")
        for hit in page.hits_in(sentence.start, sentence.end)
    )


def _beside(page: Page, main: Session, sentence: Sentence) -> Session:
    return replace(
        main, evidence=(page.quote(sentence.start, sentence.end),), chair=None, host=None, edition=None, confidence=0.6
    )
