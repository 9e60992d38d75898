"""A sitting told in ordinary words, where a text names none: a conference of two police forces, a visit, a bridge that is opened.

- Only the headline and the opening count, and only where two countries are named, "both sides" act or something is agreed.
- A noun needs a word of holding in its sentence; "visited", "reopened" tell it themselves.
"""

from __future__ import annotations

import re
from dataclasses import replace

from comity.reader.text.layout import BODY, TITLE
from comity.reader.text.page import Page, Sentence
from comity.reader.told.namings import EVENT, TALKS, Naming, naming_of, opening_of
from comity.reader.words.lexicon import Hit, Line

ROLE = "sittings"
_MECHANISM = {"talks": TALKS, "event": EVENT}
_HELD = ("held", "host", "chair")
# Compared with text in small letters and simple characters.
_SIGNING = {
    "en": re.compile(
        r"\bsign(?:ed|s) (?:an? |the |two |three |several )?(?:[\w'’-]+ ){0,5}?"
        r"(?:memorand(?:um|a)|agreements?|mous?|pact|declaration|protocol|statement)\b"
    ),
    "vi": re.compile(
        r"\bký(?: kết)?(?: \d{1,3})? (?:các |bản |một số )?(?:biên bản|thỏa thuận|thoả thuận|bản ghi nhớ|ghi nhớ|hiệp định"
        r"|tuyên bố|kế hoạch hợp tác|chương trình hợp tác|bản hợp tác)\b"
    ),
    "zh": re.compile(r"签[署订](?:了)?[^,，。;；]{0,30}?(?:协议|协定|备忘录|意向书|宣言|声明)"),
}
# Somebody with a post, or a delegation, that is met or received.
RECEIVING = {
    "en": re.compile(
        r"\b(?:receiv(?:ed|es|ing)|welcom(?:ed|es|ing)|met|meets|meeting)(?: with)? (?:[\w'’.-]+ ){0,6}?"
        r"(?:counterparts?|delegations?|delegates|governors?|ambassadors?|ministers?|secretar(?:y|ies)|presidents?|premiers?"
        r"|chairm[ae]n|chairwoman|chairperson|directors?|mayors?|commanders?|consuls?|leaders|officials|representatives|guests"
        r"|envoys?|chiefs?|generals?|officers)\b"
        r"|\b(?:was|were) (?:received|welcomed|greeted) by\b"
        r"|\b(?:paid|pays|paying|made|makes) (?:an? )?(?:\w+ ){0,2}?(?:courtesy )?(?:calls?|visits?) (?:on|to)\b"
        r"|\b(?:in|at|during|after) an? (?:[\w-]+ ){0,2}?(?:meeting|conference|videoconference|talks)\b"
    ),
    "vi": re.compile(
        r"\b(?:tiếp|gặp|gặp gỡ|gặp mặt|đón|đón tiếp|tiếp đón|tiếp kiến|hội kiến|yết kiến|chào xã giao|hội đàm với|trao đổi với"
        r"|làm việc với|điện đàm với)(?: thân mật| chính thức)?(?: và (?:làm việc|hội đàm|trao đổi)(?: với)?)? "
        r"(?:đồng chí|ông|bà|ngài|quyền|thủ tướng|phó thủ tướng|tổng thống|phó tổng thống|quốc vương|quốc trưởng|ngoại trưởng"
        r"|tổng bí thư|thống đốc|quận trưởng|tham tán|đặc phái viên|(?:thượng|đại|trung|thiếu) (?:tướng|tá))\b"
    ),
}
_MET = Line("grammar", "sittings", "received", "did talks", "She received a delegation there.", "", 0)
_SIGNED = re.compile(r"^(?:ký|signed|签署|签订)")
_LINE = Line("grammar", "sittings", "signed", "did event", "They signed an agreement there.", "", 0)
_VISIT = re.compile(r"visit|travel|thăm|chuyến|访|赴|率|考察|调研|来桂|来滇|一行|致电|慰问")
# "do" (by) stands in too many sentences that hold nothing.
_NO_CUE = frozenset({"do", "sau", "trước"})


def plain_sitting(page: Page, doc_year: int | None, partners: frozenset[str]) -> Naming | None:
    """The sitting the opening tells of in ordinary words, as a main naming; None where there is none."""
    if not _is_of_two(page, partners):
        return None
    titles = [sentence for sentence in page.sentences if sentence.block.label == TITLE]
    first = (*opening_of(page), *titles)
    told = [(sentence, hit) for sentence in first for hit in _told_in(page, sentence)]
    if not told:
        later = [one for one in page.sentences if one.block.label == BODY and not any(one is other for other in first)]
        told = [(sentence, hit) for sentence in later for hit in _told_in(page, sentence)]
    signed = next((n for n, (_, hit) in enumerate(told) if _SIGNED.search(hit.line.words)), None)
    if signed is not None:
        told.sort(key=lambda one: _after_signing(one[1]))
    for sentence, hit in told:
        meant = hit._replace(value=_MECHANISM[hit.value.rpartition(" ")[2]])
        one = naming_of(page, meant, sentence, doc_year, partners)
        if one.is_main and not one.is_ahead:
            return replace(one, in_opening=True)
    return None


def _after_signing(hit: Hit) -> int:
    """Where a sitting stands among those told beside a signing: talks before it, visits and what else there was behind it."""
    if _SIGNED.search(hit.line.words):
        return 1
    return 0 if hit.value.endswith("talks") else 2


def _is_of_two(page: Page, partners: frozenset[str]) -> bool:
    """Whether the text tells of two countries, of "both sides", or of something agreed."""
    countries = {code.partition("-")[0] for code in partners} | {mention.place.country for mention in page.places}
    if len(countries - {"x"}) > 1:
        return True
    return any(
        (hit.role == "subjects" and hit.value == "both") or (hit.role == "acts" and hit.value.startswith("agreed"))
        for hit in page.hits
    )


def _shaped(page: Page, sentence: Sentence, shapes: dict[str, re.Pattern[str]], line: Line) -> list[Hit]:
    """What a sentence tells as signed, which is a ceremony of its own, or as received."""
    shape = shapes.get(page.lang)
    found = shape.finditer(page.lowered, sentence.start, sentence.end) if shape is not None else ()
    return [Hit(one.start(), one.end(), line, "base", ROLE, line.value) for one in found]


def _told_in(page: Page, sentence: Sentence) -> list[Hit]:
    """The ordinary words for a sitting that a sentence tells as held, talks before what they were about."""
    hits = page.hits_in(sentence.start, sentence.end)
    found = [hit for hit in hits if hit.role == ROLE] + _shaped(page, sentence, _SIGNING, _LINE)
    found += _shaped(page, sentence, RECEIVING, _MET)
    is_held = sentence.block.label == TITLE or any(
        cue.role == "cues" and cue.value in _HELD and cue.line.words not in _NO_CUE for cue in hits
    )
    did = [hit for hit in found if hit.value.startswith("did ")]
    return sorted(found if is_held else did, key=lambda hit: (hit.value.endswith("event"), hit.start))
