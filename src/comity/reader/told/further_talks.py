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
from comity.reader.told.namings import TALKS

_SAME_DAY = re.compile(
    r"\W{0,3}(?:同日|同一天|当天|當天|当日|當日|会前|會前"
    r"|cùng ngày|trong ngày|(?:earlier |later )?(?:on )?(?:the|that) same day)\b",
    re.IGNORECASE,
)
_STAY = re.compile(r"\W{0,3}(?:访|訪|在)(?P<where>[^,，。;；:：]{1,14}?)(?:期间|期間|访问时|訪問時)")


def with_further(page: Page, made: list[Session]) -> list[Session]:
    """The sessions with further talks behind the main ones, where the text is about talks alone."""
    main = [session for session in made if session.role == "main"]
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
    return [*made, *(_beside(page, main[0], one) for one in same[:1])]


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
