"""Numbered fairs, forums and talks that a text names beside the session it is about: "the 21st fair", "hội đàm lần thứ 12".

- Numbered talks in the sentence of talks that are the main session number that session; elsewhere they are referred to.
- A number already told of a session is not told again; congresses and parliaments count for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.reader.reading import Session
from comity.reader.text.layout import BODY
from comity.reader.text.page import Page
from comity.reader.told.mentioned import is_only_mentioned
from comity.reader.told.namings import OTHER, TALKS
from comity.reader.told.numbered import number_in

_HAN = "一二三四五六七八九"
_NUMBER = r"(?:第\s?(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})|(?P<first>首))"
_FAIR = (
    r"(?:博览会|博覽會|大联欢|大聯歡|联欢活动|聯歡活動|联欢会|联谊会|联谊活动|运动会|運動會|友谊赛|邀请赛|锦标赛|马拉松|歌会|夏令营|冬令营"
    r"|联合演习|联合演练|联合巡逻|联合执法|联合行动|商务峰会|文化周|旅游周|电影节|美术展|图片展|书展|边贸会|边民节|研修班|培训班|交易会|交易會|昆交会|南博会|进博会|服贸会|广交会|边交会|峰会|峰會|论坛|論壇|活动周|活動週|大集|文化节|文化節"
    r"|旅游节|旅遊節|联欢节|聯歡節|艺术节|藝術節|美食节|体育节|年会|推介会|洽谈会|商品展|国防友好交流活动|边境国防友好交流)"
)
_FAIRS = {
    "zh": re.compile(rf"{_NUMBER}[届屆次](?P<own>[^,，。;；、:：“”第首届屆]{{0,22}}?){_FAIR}"),
    "en": re.compile(
        r"\b(?P<n>\d{1,3}) ?(?:st|nd|rd|th)\s+(?:[\w'’&/–-]+\s+){0,7}?"
        r"(?:fair|expo(?:sition)?|forum|festival|exhibition|tournament|games|marathon|exchange|summit)\b",
        re.IGNORECASE,
    ),
    "vi": re.compile(
        r"\b(?:giao lưu hữu nghị quốc phòng biên giới|hội chợ|diễn đàn|lễ hội|ngày hội|liên hoan|hội thao|festival"
        r"|triển lãm|hội thi|giải (?:bóng|chạy|đua|thi đấu)|diễn tập|tuần (?:văn hóa|lễ)|trại hè)\b[^,;.:()]{0,70}?"
        r"\slần thứ (?P<n>\d{1,2}|[IVX]{1,5}|nhất)\b",
        re.IGNORECASE,
    ),
}
_TALKS = {
    "zh": re.compile(rf"{_NUMBER}[次轮輪][^,，。;；、:：“”第首]{{0,10}}?(?:会谈|會談|谈判|談判)"),
    "vi": re.compile(
        r"\b(?:hội đàm|đàm phán)\b[^,;.:()]{0,40}?\s(?:lần thứ|vòng(?: thứ)?|thứ) (?P<n>\d{1,2}|[IVX]{1,5})\b(?<!\s[123])",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?P<n>\d{1,2}) ?(?:st|nd|rd|th)\s+(?:(?:annual|regular|periodic|bilateral|border)\s+){0,2}"
        r"(?:talks|round\s+of\s+(?:the\s+)?(?:[\w'’&/–-]+\s+){0,5}?(?:talks|negotiations))\b"
    ),
}
# What something has followed since, or the minutes that are carried out, are of earlier talks.
_AFTER = re.compile(
    r"(?:\b(?:sau|từ|kể từ|biên bản|thỏa thuận|kết quả|tại|nội dung|since|after"
    r"|minutes of|results? of)(?: the| cuộc| buổi)?\s|自|以来|上次|落实)$",
    re.IGNORECASE,
)
# What is held during a fair is not the fair.
_DURING = re.compile("期间|期間|框架|之际|之際|前夕|上[,，]")
_ALONE = re.compile(r"代表大会|全会|人大|政协|党代会|全国|全國|奥林匹克|奧林匹克|残疾人|殘疾人")


def with_numbered(page: Page, made: list[Session]) -> list[Session]:
    """The sessions with those numbered beside them."""
    main = next((session for session in made if session.role == "main"), None)
    if main is None:
        return made
    out = list(made)
    for start, end, number in _named(page, _TALKS):
        evidence = page.quote(start, end)
        own = main.evidence[0]
        is_past = _AFTER.search(page.text[max(0, start - 24) : start]) is not None
        if not is_past and out[0].mechanism == TALKS and out[0].edition is None and own.start <= evidence.start < own.end:
            out[0] = replace(out[0], edition=number)
        elif all((one.mechanism, one.edition) != (TALKS, number) for one in out) and main.mechanism == TALKS:
            out.append(_referred(page, main, TALKS, (start, end, number)))
    fairs = list(_named(page, _FAIRS))
    out[0] = replace(out[0], edition=_own_number(page, out[0], fairs))
    for start, end, number in fairs:
        if all(one.edition != number for one in out) and not is_only_mentioned(page, start, end, number):
            out.append(_referred(page, main, OTHER, (start, end, number)))
    return out


def _own_number(page: Page, main: Session, fairs: list[tuple[int, int, int]]) -> int | None:
    """The number of the session a text is about: that of the first fair in the words that name it, where it is a fair."""
    if main.mechanism != OTHER or main.edition is not None:
        return main.edition
    told = main.evidence[0]
    if re.search(_FAIR, main.mechanism_text) is None:
        named = main.mechanism_text.lower()
        opens = (one for one in fairs if told.start <= page.quote(one[0], one[1]).start < told.end)
        return next((number for start, end, number in opens if page.lang != "zh" and _kind(page, start, end) in named), None)
    inside = (one for one in fairs if told.start <= page.quote(one[0], one[1]).start < told.end)
    return next((number for _, end, number in inside if _DURING.match(page.text, end) is None), None)


def _kind(page: Page, start: int, end: int) -> str:
    """The word for what is numbered: the first two syllables in Vietnamese, the last word in English."""
    words = page.text[start:end].lower().split()
    return " ".join(words[:2]) if page.lang == "vi" else words[-1]


def _named(page: Page, shapes: dict[str, re.Pattern[str]]) -> Iterator[tuple[int, int, int]]:
    shape = shapes.get(page.lang)
    for sentence in page.sentences if shape is not None else ():
        if sentence.block.label != BODY:
            continue
        for found in shape.finditer(page.text, sentence.start, sentence.end) if shape is not None else ():
            written = found.groupdict().get("n")
            if _ALONE.search(found.group()) is None:
                yield found.start(), found.end(), _value(written) if written else 1


def _value(written: str) -> int:
    if written.lower() == "nhất":
        return 1
    if written[0] not in _HAN + "十":
        return number_in(written)
    tens, ten, ones = written.rpartition("十")
    return (10 * (_HAN.index(tens) + 1 if tens else 1) if ten else 0) + (_HAN.index(ones) + 1 if ones else 0)


def _referred(page: Page, main: Session, mechanism: str, where: tuple[int, int, int]) -> Session:
    start, end, number = where
    quote = page.quote(start, end)
    return replace(
        main, role="referenced", mechanism=mechanism, mechanism_text=quote.quote, edition=number, year=None, date=None,
        date_precision=None, form=None, chair=None, host=None, live_points=None, parties=(), theme=None, evidence=(quote,),
        confidence=0.6,
    )  # fmt: skip
