"""Talks told beside those a text is about: of the same day with another host, or one in each country of a journey.

- "On the same day" and "during the stay in A" open a sentence that tells of a sitting of its own.
- Only words that tell talks as held count, and a journey needs two such countries.
- Guests met "separately", 分别, are two talks; a sentence that says "also" adds one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from comity.reader.reading import Session
from comity.reader.text.layout import BODY
from comity.reader.text.page import Page, Sentence
from comity.reader.told.namings import LOOSE, OTHER, TALKS, mechanism_hits, opening_of

_SAME_DAY = re.compile(
    r"\W{0,3}(?:同日|同一天|当天|當天|当日|當日|会前|會前"
    r"|cùng ngày|trong ngày|(?:earlier |later )?(?:on )?(?:the|that) same day)\b",
    re.IGNORECASE,
)
# Before, after or on the day of a session; compared with text in small letters and simple characters.
_ON_THE_WAY = re.compile(
    r"\W{0,3}(?:同日|同一天|当天|当日|会前|会后|(?:会议|活动|仪式|论坛|签约)(?:前|后|期间)|其后|随后|此前|之后|期间|翌日|次日|当晚"
    r"|[^,。;:]{0,10}(?:访问|考察|参会|会议|论坛|活动|在[^,。;:]{1,6})期间)"
)
# The same, where a language writes what the talks were held beside.
_BESIDE = {
    "en": re.compile(
        r"(?:(?:earlier |later )?(?:on )?(?:the|that) same day|on the sidelines|(?:during|before|after|prior to"
        r"|ahead of|following|in the framework of|within the framework of) the (?:\w+ ){0,3}?(?:patrols?|drills?|exercises?"
        r"|exchanges?|events?|ceremon(?:y|ies)|fairs?|forum|expo|exhibition|programme|program|festival|conference|workshop|seminar)\b)",
        re.IGNORECASE,
    ),
    "vi": re.compile(
        r"(?:cùng ngày|bên lề|(?:trong khuôn khổ|trong quá trình|trong thời gian|trước|sau|kết thúc)(?: khi)?"
        r" (?:buổi |đợt |chương trình |cuộc )?(?:lễ|tuần tra|diễn tập|giao lưu|hội chợ|diễn đàn|hội nghị|hội thảo|sự kiện))\b",
        re.IGNORECASE,
    ),
}
# Somebody who meets somebody, and not what is said of that later.
_MET = re.compile(
    r"(?:会见|会晤了|拜会|拜访|接见)了?(?!传媒|媒体|记者|采访|[了中时上后前,，。]|期间|活动|联谊|机制|开幕|纪要|气氛|是|在)[^,，。;；]{4}"
    r"|[与同和][^,，。;；]{2,60}(?:[,，]在[^,，。;；]{1,12})?(?:会面|会谈|会晤(?!活动|机制)|会见(?![中时上后期]))"
)
# Talks without a partner named: those of the session itself, where nothing tells that they were held beside it.
_TALKED = re.compile(r"(?:举行|进行)了?[^,，。;；]{0,30}(?:会谈|座谈)")
# "He met her, and together they chaired the fifth conference": one sitting.
_ALSO_CHAIRED = re.compile(r"会见[^。;；]{0,40}[,，]?并?(?:共同|联合|一同|一起)主持")
# Talks that a sentence adds to what was told before it.
_ALSO = {
    "vi": re.compile(
        r"\b(?:đã|cũng|còn|có)(?: đã| cũng)? (?:hội kiến|hội đàm|chào xã giao|tiếp xã giao"
        r"|có (?:buổi|cuộc) (?:tiếp|làm việc|hội đàm|gặp))\b"
    ),
    "en": re.compile(
        r"\b(?:also|later|earlier) (?:held talks|met with|paid a courtesy call|received|called on"
        r"|had a (?:meeting|working session))\b"
    ),
}
# Two guests that are met one after the other are two talks.
_APART = {
    "zh": re.compile(r"(?:分别|先后)(?:会见|拜会|拜访|会晤|接见|[与同和][^,，。;；]{2,60}(?:会谈|会见|会面))"),
    "vi": re.compile(
        r"\b(?:lần lượt (?:tiếp|gặp|hội đàm|hội kiến|làm việc)|có các (?:cuộc|buổi) (?:tiếp|gặp|hội đàm|làm việc) riêng)\b"
    ),
    "en": re.compile(
        r"\b(?:separate(?:ly)? (?:meetings?|talks|met|received)|(?:met|received|held talks) [^.;]{0,80}separately)\b"
    ),
}
# A journey's talks that are told one by one; more are a list of courtesies.
_MANY = 2
_STAY = re.compile(r"\W{0,3}(?:访|訪|在)(?P<where>[^,，。;；:：]{1,14}?)(?:期间|期間|访问时|訪問時)")


def with_further(page: Page, made: list[Session]) -> list[Session]:
    """The sessions with further talks behind the main ones, where the text is about talks alone."""
    main = [session for session in made if session.role == "main"]
    if len(main) == 1 and main[0].mechanism == OTHER:
        beside = _met_beside if page.lang == "zh" else _talked_beside
        return [*made, *beside(page, main[0])]
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
    further = [_beside(page, main[0], one) for one in same[:1]] or _on_the_way(page, main[0], body)
    return [*made, *(further or _apart(page, main[0], body))]


def _apart(page: Page, main: Session, body: list[Sentence]) -> list[Session]:
    """The second of two talks that one sentence of the opening tells together."""
    own = main.evidence[0].start
    told = (one for one in body if _says(page, _APART, one) and page.quote(one.start, one.end).start == own)
    return [_beside(page, main, one) for one in told]


def _says(page: Page, shapes: dict[str, re.Pattern[str]], one: Sentence) -> bool:
    return page.lang in shapes and shapes[page.lang].search(page.lowered, one.start, one.end) is not None


def _on_the_way(page: Page, main: Session, body: list[Sentence]) -> list[Session]:
    """The talks with others that a report of a visit tells after the first: "during the visit he met …", "then he met …"."""
    if page.lang == "zh":
        told = [one for one in body[1:] if _ON_THE_WAY.match(page.lowered, one.start, one.end) and _tells_met(page, one)]
    else:
        told = [one for one in body[1:] if _says(page, _ALSO, one)][:1]
    told = [one for one in told if page.quote(one.start, one.end).start > main.evidence[0].start]
    return [replace(_beside(page, main, one), date=None, date_precision=None) for one in told[:_MANY]]


def _met_beside(page: Page, main: Session) -> list[Session]:
    """The talks that a report of some other session tells in its opening, or as held before, after or on the day of it."""
    opening = opening_of(page)
    for sentence in page.sentences:
        if sentence.block.label != BODY:
            continue
        is_on_the_way = _ON_THE_WAY.match(page.lowered, sentence.start, sentence.end) is not None
        if is_on_the_way and _tells_met(page, sentence):
            return [replace(_beside(page, main, sentence), mechanism=TALKS)]
        is_alone = all(hit.value in LOOSE for hit in mechanism_hits(page, sentence.start, sentence.end))
        if (is_alone or any(sentence is one for one in opening)) and _meets(page, main, sentence):
            return [replace(_beside(page, main, sentence), mechanism=TALKS)]
    return []


def _tells_met(page: Page, one: Sentence) -> bool:
    return any(shape.search(page.lowered, one.start, one.end) for shape in (_MET, _TALKED))


def _meets(page: Page, main: Session, sentence: Sentence) -> bool:
    """Whether a sentence tells of somebody meeting somebody else than in the words that name the main session."""
    own = page.text.find(main.mechanism_text, sentence.start, sentence.end)
    if own >= 0 and _ALSO_CHAIRED.search(page.lowered, sentence.start, own):
        return False
    found = _MET.finditer(page.lowered, sentence.start, sentence.end)
    return any(own < 0 or one.end() <= own or one.start() >= own + len(main.mechanism_text) for one in found)


def _talked_beside(page: Page, main: Session) -> list[Session]:
    """The talks that a report of a patrol, a ceremony or a forum tells as held during, before or after it."""
    for sentence in page.sentences if page.lang in _BESIDE else ():
        if sentence.block.label != BODY:
            continue
        is_beside = _BESIDE[page.lang].match(page.text, sentence.start, sentence.end) is not None
        if not (is_beside or _says(page, _ALSO, sentence)):
            continue
        if _tells_talks(page, sentence) and page.quote(sentence.start, sentence.end).start > main.evidence[0].start:
            told = replace(_beside(page, main, sentence), mechanism=TALKS)
            is_same_day = _SAME_DAY.match(page.text, sentence.start, sentence.end) is not None
            return [told if is_same_day else replace(told, date=None, date_precision=None)]
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
