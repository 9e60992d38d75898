"""Chinese sentences that tell, without 了 or 已, what the parties or an office keep doing: "海关不断优化模式,推出便利措施"."""

from __future__ import annotations

import re

from comity.reader.clauses.han_actors import acts_first, is_actor
from comity.reader.clauses.han_deeds import is_effect, verb_of
from comity.reader.clauses.heads import head_at
from comity.reader.text.page import Page, Sentence

# Words for how somebody has been acting; behind the parties alone 将 or 要 would make a plan of it.
_KEEPS = re.compile(
    "[^,;。:]{2,34}?(?:一直|始终|历来|长期|经常性?|定期|积极|密切|不断|持续|扎实|严格|主动|大力|着力|多措并举|迅速|第一时间)"
)
_AHEAD = re.compile(
    "将|要|应|须|拟|计划|希望|建议|同意|愿|可以|需|表示|认为|指出|强调|继续|进一步|今后|下一步|未来|共识|交换|讨论|磋商|会谈|会见"
    "|座谈|如果|能够|旨在|为了|是[一-鿿]|成为"
)
_OFFICE = re.compile("(?:海关|公安|警方|机关|边防|部队|支队|大队|检查站|管理局|边检站|指挥部|政府|外办|商务厅|口岸办)$")
_OPENING = 60
_PIECES = 3
_ALL = ("双方", "两", "各方", "三")


def keeps_up(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence begins with who acts, and tells how they have been acting and nothing to come."""
    lowered = page.lowered[sentence.start : sentence.end]
    found = _KEEPS.match(lowered)
    if found is None or _AHEAD.search(lowered) or len(lowered) < _OPENING // 3:
        return False
    adverb = re.search("一直|始终|历来|长期|经常|定期|积极|密切|不断|持续|扎实|严格|主动|大力|着力|多措|迅速|第一", found.group())
    at = sentence.start + (adverb.start() if adverb else 0)
    if "的" in page.lowered[sentence.start : at] or head_at(page, at, sentence.end) is None:
        return False
    return _names_who(page, sentence.start, at)


def acts_plainly(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence begins with an office or a place and what it does, and tells nothing to come."""
    lowered = page.lowered[sentence.start : sentence.end]
    if len(lowered) < _OPENING // 3:
        return False
    at = sentence.start
    for piece in re.split("[,;]", lowered)[:_PIECES]:
        stop = at + len(piece)
        verb = verb_of(page, at, stop, is_telling=True)
        if verb is not None and not verb.is_thing and not is_effect(page, verb, stop, is_chained=False):
            if _says_more(page, sentence.start, verb.end):
                return False
            if acts_first(page.lowered[verb.begin : verb.at]) and not page.lowered.startswith(_ALL, verb.begin):
                return True
            words = page.lowered[verb.begin : verb.start], page.lowered[verb.begin : verb.at]
            return any(is_actor(one, may_be_all=not one.startswith(_ALL)) for one in words)
        at = stop + 1
    return False


def _says_more(page: Page, start: int, end: int) -> bool:
    """Whether somebody asks, says or is to do something there."""
    hits = page.hits_in(start, end)
    hidden = [(hit.start, hit.end) for hit in hits if hit.role == "nearmiss"]
    said = (hit for hit in hits if hit.role in ("acts", "modals", "statements", "limits"))
    return any(not any(first <= hit.start and hit.end <= after for first, after in hidden) for hit in said)


def _names_who(page: Page, start: int, end: int) -> bool:
    """Whether the parties, places or an office stand there, and nothing that is done."""
    hits = page.hits_in(start, end)
    if any(hit.role in ("happenings", "informs", "narrative") for hit in hits):
        return False
    is_who = any(hit.role == "subjects" and hit.value in ("both", "organ", "they") for hit in hits)
    return is_who or bool(page.places_in(start, end)) or _OFFICE.search(page.lowered[start:end]) is not None
