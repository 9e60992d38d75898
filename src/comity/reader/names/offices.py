"""Where an office begins: at its word of office, or at the words before it that say which office it is.

- "[Thai acting Prime Minister] A", "[Takeo Governor] B": what stands right before belongs to it; a possessive does not.
- Behind a name the article does not belong to it, a possessive does: "C, the [former envoy]", "D, [the army's 2nd commander]".
"""

from __future__ import annotations

import re

from comity.reader.names.body_words import is_body_word
from comity.reader.text.page import Page

_ARTICLE = re.compile(
    r"(?:(?:and|cum)\s(?!the\s))?(?:who (?:is|was|serves as|served as)\s)?(?:also\s|currently\s|then\s)?(?:the\s|an?\s|its\s)?"
)
# Words of offices that are written small; "then" and "former" are part of what somebody was.
_SMALL = re.compile(
    r"(?:acting|former|deputy|senior|permanent|standing|executive|assistant|associate|principal|provincial|district|regional|municipal"
    r"|national|local|federal|central|state|border|police|army|navy|military|air|force|field|division|brigade|battalion|regiment"
    r"|company|sector|area|immigration|customs|security|foreign|defen[cs]e|interior|health|trade|county|city|town|village|party"
    r"|caretaker|interim|outgoing|incoming|newly|elected|appointed|honorary|plenipotentiary|first|second|third|vice|joint|overall"
    r"|\d{1,3}(?:st|nd|rd|th))",
    re.IGNORECASE,
)
_DEMONYM = re.compile(
    r"[A-Z][a-zé]+(?:ian|ean|ese|ish|ani|eli|ari|ali|ibian|wean|wan|ois)|Thai|Lao|Czech|Greek|Malay|Khmer|Kyrgyz|Tajik|Uzbek|Kazakh|Uzbek|Turkmen|Swiss|Dutch|French"
)
_NO_NAME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|The|An|In|Meanwhile|Yesterday|Today|Earlier|However|Later|Once|Since|After|Before|Under|Where|Who|Thanks|Like|Even|If|So|Now|Here|There|This|That|These|Those|Among|Besides|Via|Per|Our|We|You|Its|All|Each|Another|Other|Some|No|On|At|By|For|To|Of|And|But|As|When|While|Both|Also|Then|From|With|He|She|They|It|His|Her|Their"
)
_DOTTED = re.compile(r"(?:[A-Z]\.){2,4}")
_TOKEN = re.compile(r"(\S{1,24}) $")
_NEXT = re.compile(r"(\S{1,40})\s")
_MOST, _LONGEST = 5, 24


def office_from(page: Page, start: int, end: int) -> int | None:
    """Where the office begins that a part of a sentence names first; None where it names none first."""
    if page.lang != "en":
        return start if _is_office_at(page, start) else None
    article = _ARTICLE.match(page.text, start, end)
    begin = at = article.end() if article else start
    for _ in range(_MOST + 1):
        if _is_office_at(page, at):
            return begin
        word = _NEXT.match(page.text, at, end)
        if word is None or not _may_modify(page, word.group(1), at, is_first=False):
            return None
        at = word.end()
    return None


def with_modifiers(page: Page, head: int, floor: int) -> int:
    """Where the office begins whose word of office stands at `head`, not before `floor`."""
    if page.lang != "en":
        return head
    at = head
    for _ in range(_MOST):
        before = _TOKEN.search(page.text, max(floor, at - _LONGEST), at)
        if before is None:
            break
        word, start = before.group(1), before.start()
        if word[-1] in ",;:.)’'" and not _DOTTED.fullmatch(word):
            break
        if word.endswith(("'s", "’s")) or not _may_modify(page, word, start, is_first=_opens_sentence(page, start)):
            break
        at = start
    return at


def _is_office_at(page: Page, at: int) -> bool:
    return any(hit.role == "titles" and hit.value == "post" for hit in page.hits_at(at))


def _may_modify(page: Page, word: str, at: int, *, is_first: bool) -> bool:
    if _SMALL.fullmatch(word):
        return True
    if not word[:1].isupper() or is_no_name(word):
        return False
    if any(hit.role == "honorifics" and hit.end == at + len(word) for hit in page.hits_at(at)):
        return False
    is_known = (
        _DEMONYM.fullmatch(word)
        or is_body_word(word)
        or any(one.start <= at < one.end for one in page.places_in(max(0, at - 30), at + 1))
    )
    return bool(is_known) or not is_first or not word.endswith(("ing", "ly", "ed"))


def is_no_name(word: str) -> bool:
    """Whether a word with a capital is a day's, a month's or one that opens sentences."""
    return _NO_NAME.fullmatch(word) is not None


def _opens_sentence(page: Page, at: int) -> bool:
    before = page.text[max(0, at - 2) : at]
    return at == 0 or "\n" in before or before.rstrip()[-1:] in (".", "!", "?", "“", '"', ":", "–")
