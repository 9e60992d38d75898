"""Conferences: sittings on a matter, or of more than two countries, which are no talks of two sides whatever words follow them.

- What the headline, the opening or the naming calls a conference is one, unless talks, a visit or a reception are told there too.
- A conference by video and one of the press are ways to talk; a conference centre is a house.
"""

from __future__ import annotations

import re

from comity.reader.text.layout import TITLE
from comity.reader.text.page import Page, Sentence
from comity.reader.told.namings import LOOSE, TALKS, Naming, mechanism_hits, opening_of
from comity.reader.told.plain_sittings import RECEIVING

# Compared with text in small letters and simple characters.
_CONFERENCE = {
    "en": re.compile(
        r"(?<!press )(?<!news )(?<!video )(?<!video-)(?<!phone )\b(?:conference|forum|summit|convention|joint commission)\b"
        r"(?! (?:rooms?|halls?|cent(?:er|re)s?|calls?|tables?))"
    ),
    "vi": re.compile(r"(?<!trung tâm )(?<!phòng )(?<!nhà )(?<!khu )\bhội nghị\b"),
    "zh": re.compile(
        r"(?:合作|协调|协作|交流|推进|研讨|协商|联席|工作|发展|联防联控)(?:会议|大会|交流会|协调会|推进会|研讨会|年会)(?![室厅长员机])"
        r"|(?:协调|交流)与?[^,。;、]{0,6}交流会|(?<![在次届该例时席加行开频作])会议(?![室厅长员机中])|峰会|(?:市长|城市|区域|国际|文明|青年)对话"
    ),
}
# "At the meeting" takes up any sitting; the others say themselves that two sides talked.
_TAKES_UP = re.compile(
    r"^(?:at|during|the|after|in)\b|^tại (?:cuộc họp|hội nghị)\b|\bhội nghị\b|^(?:held a meeting|会议|会晤|举行会晤|交流会)$"
)
_MET = re.compile(r"^(?:会面|tại (?:buổi|cuộc) (?:tiếp|gặp|làm việc|hội)|(?:tiếp|gặp|đón|hội kiến) (?!gỡ|mặt|nhau)\w)")
# Countries that sit together, from so many on in no talks of two.
_MANY = 3


def is_conference(page: Page, group: list[Naming]) -> bool:
    """Whether the loose sitting that `group` names is a conference and no talks of two sides."""
    shape = _CONFERENCE.get(page.lang)
    if shape is None:
        return False
    own = next((one.sentence for one in group if one.is_main and not one.in_title), None)
    about = [*_opening(page), *([own] if own is not None else [])]
    if any(_tells_talks(page, one) for one in about):
        return False
    if _countries(page, about) >= _MANY:
        return True
    return any(shape.search(page.lowered, one.start, one.end) for one in about)


def _opening(page: Page) -> list[Sentence]:
    return [one for one in page.sentences if one.block.label == TITLE] + opening_of(page)


def _tells_talks(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence tells talks, a visit or a reception in words of their own."""
    received = RECEIVING[page.lang].search(page.lowered, sentence.start, sentence.end) if page.lang in RECEIVING else None
    if received is not None and "conference" not in received.group():
        return True
    named = [hit for hit in mechanism_hits(page, sentence.start, sentence.end) if hit.value in LOOSE]
    if any(hit.value == TALKS and _TAKES_UP.search(hit.line.words) is None for hit in named):
        return True
    return any(_MET.match(hit.line.words) for hit in (*named, *page.hits_of("sittings", sentence.start, sentence.end)))


def _countries(page: Page, sentences: list[Sentence]) -> int:
    return len({place.place.country for one in sentences for place in page.places_in(one.start, one.end)} - {"x", ""})
