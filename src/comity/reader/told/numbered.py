"""Sittings that no line of the lexicon names: a numbered seminar, a session of some committee, a conference of another year.

- A number or "annual … of a committee" makes of a meeting a session of its own; talks are never numbered so.
- A bare "fourth session", without words between, is one of the mechanism the text is about.
- Congresses, plenums and parliaments sit for themselves and not with a neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comity.reader.text.page import Page, once_a_page
from comity.reader.told.bodies import ITS_BODY, OF_BODY, rounds
from comity.reader.words.language_words import any_of, words_of
from comity.reader.words.lexicon import Hit, Line

_HAN_SITTING = (
    r"(?:会晤|会议|例会|论坛|研讨会|联席会议?|磋商|座谈会|交流会|交流活动|联谊活动"
    r"|联合巡逻|对话会?|协商会议?|年会|工作组会议|联谊会)"
)
_EN_SITTING = (
    r"(?:seminar|conference|mee?ting|session|forum|workshop|dialogue|consultations?|patrol|symposium|summit|plenary|roundtable"
    r"|exercise|gathering|fair|expo|exposition|festival)"
)
_VI_SITTING = (
    r"(?:hội nghị|hội thảo|diễn đàn|phiên họp|kỳ họp|cuộc họp|tọa đàm|toạ đàm|chương trình giao lưu|giao lưu|tuần tra|đối thoại"
    r"|tham vấn|cuộc gặp|gặp gỡ)"
)
_EN_ORDINAL = (
    r"(?:\d{1,3}\s?(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    r"|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|[ivx]{2,5}(?=\s)|(?<=the\s)[vx](?=\s))"
    r"(?!\s+of\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
_VI_NUMBER = (
    r"(?:lần|thứ|vòng)\s+(?:thứ\s+)?(?:\d{1,2}|[ivx]{1,5}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: một| hai| ba| bốn| lăm)?)\b"
)
# Compared with text in small letters and simple characters.
_NUMBERED = {
    "zh": re.compile(
        r"(?:第\s?[一二三四五六七八九十\d]{1,3}\s?|首)[次届](?!举行|召开|举办|开展|进行|实施|组织|联合举|参[与加]|承办|主办|出席|访|来|在)"
        rf"(?P<own>[^,。;、:“”()]{{0,14}}?){_HAN_SITTING}"
    ),
    "en": re.compile(rf"\b{_EN_ORDINAL}\s+(?P<own>(?:(?!(?:time|year|day)s?\s)[\w&'’/()–-]+\s+){{0,7}}?){_EN_SITTING}\b"),
    "vi": re.compile(
        rf"{_VI_SITTING}(?P<own>(?:[^,;.:()]|(?<=phòng),|(?<=tỉnh),|(?<=nước),|(?<=huyện),"
        rf"|(?<=văn hóa),|(?<=kinh tế),){{0,90}}?)\s{_VI_NUMBER}"
    ),
}
_ES_SITTING = (
    r"(?:reunión|encuentro|foro|conferencia|sesión|plenaria|asamblea|cumbre|seminario|congreso|jornada"
    r"|feria|rueda|mesa|comité|comisión)"
)
_FR_SITTING = r"(?:réunion|rencontre|forum|conférence|session|assemblée|sommet|séminaire|congrès|dialogue|comité|commission)"
_SV_SITTING = r"(?:möte|mötet|konferensen|konferens|forum|forumet|sammanträde|sammanträdet|session|seminarium|toppmöte|rådsmöte)"
_NUMBERED |= {
    "es": re.compile(
        r"\b(?:\d{1,3}[.]?[ªºa]|[ivx]{1,6}|primer[ao]?|segund[ao]|tercer[ao]?|cuart[ao]|quint[ao]|sext[ao]|séptim[ao]|octav[ao]"
        rf"|noven[ao]|décim[ao])\s+(?P<own>(?:[\w-]+\s+){{0,2}}?){_ES_SITTING}\b"
    ),
    "fr": re.compile(
        r"\b(?:\d{1,2}(?:e|è|ème|ère|er|re)|première?|deuxième|seconde?|troisième|quatrième|cinquième|sixième|septième|huitième"
        rf"|neuvième|dixième)\s+(?P<own>(?:[\w'’-]+\s+){{0,2}}?){_FR_SITTING}\b"
    ),
    "sv": re.compile(
        r"\b(?:\d{1,2}:[ae]|första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde)\s+"
        rf"(?P<own>(?:[\w-]+\s+){{0,2}}?){_SV_SITTING}\b"
    ),
}
# Rounds, and numbers of a body.
_ROUNDS = {
    "zh": rounds("", _HAN_SITTING, lang="zh"),
    "en": rounds(_EN_ORDINAL, _EN_SITTING, lang="en"),
    "vi": rounds("", _VI_SITTING, lang="vi"),
}
_SITS_ALONE = re.compile(
    r"代表大会|全会|全体|党代会|人大|政协|常委|人民委员会|国会|中央|党委|全国|东盟|联合国"
    r"|congress|plenum|national assembly|party|politburo|standing|people[’']s|asean|united nations|security council"
    r"|đại hội|trung ương|quốc hội|toàn quốc|hđnd|nhân dân|ban chấp hành|tỉnh ủy|thường vụ|asean|liên hợp quốc|đảng"
)
_SITTING_WORDS = rf"(?:meeting|conference|session|hội nghị|phiên họp|kỳ họp|cuộc gặp|gặp gỡ|möte|{any_of(words_of('sitting'))})"
_OF_YEAR = re.compile(
    rf"{_SITTING_WORDS}\s+(?:of|in|de|du|del|från|năm)\s+(?:20|19)\d{{2}}\b|(?:20|19)\d{{2}}年[^,。;、:]{{0,14}}?(?:会晤|会议)",
    re.IGNORECASE,
)
# What stands in every text that a pattern matches, looked for first since it is rare and cheap to find.
_A_YEAR = re.compile(r"(?:20|19)\d{2}")
_A_NUMBER = {"zh": re.compile("[次届轮]"), "en": re.compile(rf"{_EN_ORDINAL}|round \\w"), "vi": re.compile(r"(?:lần|thứ|vòng)\s")}
_AROUND = 60
# A number in Roman numerals beside a word for a sitting: "the XII Meeting", "lần thứ IV".
ROMAN = (
    r"(?:(?:lần|thứ|[Vv]òng)\s+(?:thứ\s+)?|\b(?:[Tt]he|[Ll]a|[Ee]l|[Dd]el|[Dd]e)\s+)"
    r"(?P<roman>(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))(?=\s+\w|[,.;:)]|\s*$)"
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
NUMBERED, BARE, BY_BODY, OF_YEAR = "numbered", "bare", "of body", "of year"
_LINE = Line("grammar", "session", "numbered", "other", "the 3rd seminar", "", 0)


@dataclass(frozen=True, slots=True)
class Sitting:
    """A sitting at `hit`; `sort` says by what it was known."""

    hit: Hit
    sort: str


def sittings(page: Page, start: int, end: int, taken: list[Hit]) -> Iterator[Sitting]:
    """The sittings in `text[start:end]` that none of the names in `taken` stands in or beside."""
    reach = -1
    for sitting, sort in _shaped(page, start, end):
        first, after = sitting.hit.start, sitting.hit.end
        if first >= reach and not any(_is_one(hit, first, after, sort) for hit in taken):
            reach = after
            yield sitting


@once_a_page
def _shaped(page: Page, start: int, end: int) -> tuple[tuple[Sitting, str], ...]:
    """What has the shape of a sitting in `text[start:end]`, whatever else is named there, and the sort of that shape."""
    lowered = page.lowered[start:end]
    out: list[tuple[Sitting, str]] = []
    for sort, shape in _shapes(page.lang, lowered):
        for found in shape.finditer(lowered):
            if _SITS_ALONE.search(lowered[max(0, found.start() - 24) : found.end() + 24]):
                continue
            own = found.groupdict().get("own")
            is_bare = sort == NUMBERED and own is not None and not own.strip()
            is_bare = is_bare and not has_body(page.lang, lowered, found.start(), found.end())
            hit = Hit(start + found.start(), start + found.end(), _LINE, "base", "mechanisms", "other")
            out.append((Sitting(hit, BARE if is_bare else sort), sort))
    return tuple(out)


def number_in(written: str) -> int:
    """A number in digits or in Roman numerals."""
    if written.isdecimal():
        return int(written)
    values = [_ROMAN_VALUES[letter] for letter in written.upper()]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _is_one(hit: Hit, first: int, after: int, sort: str) -> bool:
    """Whether a name of the lexicon stands in or beside a sitting, so that both are one."""
    is_sitting = re.search(_SITTING_WORDS, hit.line.words) is not None
    beside = 2 if sort == OF_YEAR or (is_sitting and hit.end <= first) else _AROUND
    return hit.start < after + beside and first - beside < hit.end


def has_body(lang: str, lowered: str, start: int, end: int) -> bool:
    """Whether the body that sits is named beside a number at `lowered[start:end]`: before it in Chinese, behind it in English."""
    if lang == "zh":
        return ITS_BODY["zh"].search(lowered[max(0, start - 8) : start]) is not None
    return lang in ITS_BODY and ITS_BODY[lang].match(lowered, end) is not None


def _shapes(lang: str, lowered: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    if lang in _NUMBERED:
        gate = _A_NUMBER.get(lang)
        if gate is None or gate.search(lowered):
            yield NUMBERED, _NUMBERED[lang]
            if lang in _ROUNDS:
                yield NUMBERED, _ROUNDS[lang]
    if lang in OF_BODY:
        yield BY_BODY, OF_BODY[lang]
    if _A_YEAR.search(lowered):
        yield OF_YEAR, _OF_YEAR
