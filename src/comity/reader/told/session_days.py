"""Which day of a text is a session's: told in the sentence that names it, else in the opening.

- No day of a paper counts, none later than the document, and none long before a report of its day.
- A sitting "recently" held has no day unless its own sentence names one.
- "Today" is the document's day, "on Thursday" the last one before it; other languages' weekdays are too like names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from comity.reader.text.dates import Named, days, months
from comity.reader.text.page import Page, Sentence
from comity.reader.told.namings import LOOSE, Naming, opening_of

# A day on which something was signed, issued or founded is not the sitting's.
_OF_PAPER = re.compile(r"\s*(?:签署|签订|簽署|發表|发表|成立|ký|về việc|(?:was|were) announced)")
# Where the signing is what the text is about, its day is the paper's.
_SIGNING = re.compile("signed|签[署订]")
_TO_PAPER = re.compile(
    r"(?:\bdate|signed|dated|issued|reported|said|announced|stated|since"
    r"|effective|effect|force|ký|ban hành|thành lập|có hiệu lực(?: kể)?(?: từ)?|undertecknad(?:e|es)?)"
    r"\s+(?:on\s+|den\s+|ngày\s+)?$",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"今日|今天|今晨|今早|\b(?:hôm nay|sáng nay|chiều nay|tối nay|trưa nay|today|this (?:morning"
    r"|afternoon)|hoy|aujourd['’]hui|ce matin"
    r"|i dag)\b",
    re.IGNORECASE,
)
_YESTERDAY = re.compile(
    r"昨[日天晚](?!电|電)|昨(?=率|在|與|与|出席|會|会|抵|赴|舉|举|訪|访)"
    r"|\b(?:hôm qua|sáng qua|chiều qua|yesterday|ayer|la víspera|víspera|hier|i går)\b",
    re.IGNORECASE,
)
# 目前天气, 前日本首相 tell no day.
_BEFORE_THAT = re.compile(
    r"(?<![目以之日年天])前[天日](?![来來本津然气氣])|\b(?:hôm kia|the day before yesterday|anteayer|avant-hier|i förrgår)\b",
    re.IGNORECASE,
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(
    rf"\b(?:[Oo]n|of|[Tt]his|[Ll]ast)\s+({'|'.join(_WEEKDAYS)})\b|\b({'|'.join(_WEEKDAYS)}) (?:morning|afternoon|evening)\b"
    rf"|(?<=[a-z][ ,])\s?({'|'.join(_WEEKDAYS)})\b(?!,? (?:\d|[A-Z]))"
)
_ENDED = re.compile(
    r"\b(?:ended|concluded|wrapped up|closed|came to an end|drew to a close|bế mạc|kết thúc|avslutades|concluyó"
    r"|s['’]est achevée?)\b"
    r"|闭幕|閉幕|落下帷幕|落幕|圆满结束|圓滿結束|收官",
    re.IGNORECASE,
)
# "A three-day conference ended on Friday": it began so many days before, the last one counted.
_LASTED = re.compile(
    r"为期(?P<han>[一二两三四五六七八九\d])[天日]|為期(?P<hant>[一二兩三四五六七八九\d])[天日]|历时(?P<ran>[一二两三四五六七八九\d])天"
    r"|\b(?P<en>two|three|four|five|six|seven|\d)[ -]days?\b"
    r"|\b(?:sau|trong|kéo dài|diễn ra trong) (?P<vi>hai|ba|bốn|năm|sáu|bảy|0?\d) ngày\b",
    re.IGNORECASE,
)
_SO_MANY = dict(zip("一二三四五六七八九", range(1, 10), strict=True)) | {"两": 2, "兩": 2}
_SO_MANY |= {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_SO_MANY |= {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7}
_BEGAN = re.compile(
    r"\b(?:started|began|begun|opened|kicked off|commenced|beginning|starting|khai mạc|bắt đầu|inleddes|comenzó"
    r"|a (?:débuté|commencé))\b"
    r"[^,;.]{0,20}$|(?:自|从|從|于|於)$",
    re.IGNORECASE,
)
_HAN_WEEK, _VIET_WEEK = "一二三四五六日", ("hai", "ba", "tư", "năm", "sáu", "bảy", "chủ nhật")
# 每周一 repeats, and 周 may be a name: alone it needs a mark or a time of day; "thứ ba" alone is the third.
_OTHER_WEEKDAY = re.compile(
    r"(?<![每两兩一二三四五六七八九十\d])(?P<last>上)?(?:[本这這个個]|(?=星期|礼拜|禮拜|[周週].[,，(（上下晚早])|(?<=上))"
    r"(?:周|週|星期|礼拜|禮拜)(?P<han>[一二三四五六日天])"
    r"|\b(?:hôm|vào|sáng|chiều|tối) (?:thứ )?(?P<viet>(?<=thứ )(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\b",
    re.IGNORECASE,
)
_RECENT = re.compile(r"\b(?:recent(?:ly)?|vừa qua|gần đây|mới đây|nyligen)\b|日前|近日|近期", re.IGNORECASE)
# Some day of those that went before, wherever its sentence says so.
_SOME_DAY = re.compile(
    r"\b(?:last (?:week|month|weekend)|earlier (?:this|last) (?:week|month)|(?:tuần|tháng) (?:trước|qua|rồi)|cuối tuần qua"
    r"|förra veckan|la semana pasada|la semaine dernière)\b|[上这這本][周週](?![一二三四五六日天])|上(?:个|個)?月(?!\d)",
    re.IGNORECASE,
)
# How many days after a session it is reported at most; a page's own day may be off by one.
_OLD, _AHEAD = 120, 1
# Between the first and the last day of a span, which may lie in another month.
_TO_LAST = re.compile(
    r"\s*(?:[-–—~至到和及]|\b(?:đến(?: hết)?|and|và|och|to|until|through|till|al?|au)\b)\s*(?:ngày\s+|el\s+|le\s+|den\s+)?",
    re.IGNORECASE,
)
# The day of a dateline is that of the report: "TIJUANA, March 12, 2024 – ", 中新社昆明3月12日电.
_OF_LINE = re.compile(r"\s*(?:[)）]?\s*[电讯電訊]|(?:\([^)]{2,30}\)\s*)?(?:[-–—]{1,2}|:)\s)")
# The same where nothing but the place stands before the day and a new sentence behind it: "TIJUANA, March 12. The mayor".
_PLACE_BEFORE = re.compile(r"^\W*(?:date [\d-]+\s+)?[A-Z][\w'’ ]{2,25}(?:, [A-Z][\w'’ ]{2,20})?,\s*$")
_NEW_BEHIND = re.compile(r"(?:\.?\s*\([A-Z]\w{1,12}\)|\.|)\s*(?:$|(?=[A-Z]))")
_LINE_START = 60
# A page that bears a day so long after its dateline bears that of another visit or of a reprint.
_PRINTED_ANEW = 20
_BEHIND = 20
_BESIDE = 30


def day_of(page: Page, group: list[Naming], published: str | None) -> Named | None:
    """The first day of the main session that `group` names; None where the text does not tell it."""
    main = [one for one in group if one.is_main]
    reported = _reported_on(page, published)
    for one in main:
        found = told_days(
            page, one.sentence.start, one.sentence.end, published, is_signing=_SIGNING.match(one.hit.line.words) is not None
        )
        own = [day for day in found if not _is_of_line(page, day, one.sentence)]
        if own and not (one.in_opening and _ENDED.search(page.text, one.sentence.start, one.sentence.end)):
            return min(own, key=lambda day: abs(day.start - one.hit.start))
        began = _began(page, one.sentence, published) if one.in_opening else None
        if began is not None or own:
            return began or _first_of(page, one.sentence, min(own, key=lambda day: abs(day.start - one.hit.start)), published)
        if reported is not None and not one.in_title:
            spoken = _spoken(page, one.sentence, reported)
            if spoken is not None:
                return spoken
        if found and _SOME_DAY.search(page.text, one.sentence.start, one.sentence.end) is None:
            return found[0]
    for one in group:
        for day in told_days(page, one.hit.end, min(one.hit.end + _BESIDE, one.sentence.end), published):
            return day
    if any(_RECENT.search(page.text, one.sentence.start, one.hit.end) for one in main[:1]):
        return None
    if any(_SOME_DAY.search(page.text, one.sentence.start, one.sentence.end) for one in main[:1]):
        return None
    return _opening_day(page, group, published) if published and len(published) > 4 else _whole_day(page, published)


def _whole_day(page: Page, published: str | None) -> Named | None:
    """The first day that the opening names with its year, for a document of no known day."""
    for sentence in opening_of(page):
        for day in told_days(page, sentence.start, sentence.end, published):
            if day.year and not _is_of_line(page, day, sentence):
                return day
    return None


def _began(page: Page, own: Sentence, published: str | None) -> Named | None:
    """The first day of a sitting by the opening or the sentence behind its name: "the conference, which began on 5 March"."""
    behind = [one for one in page.sentences if own.end <= one.start < own.end + _BEHIND]
    for sentence in (*opening_of(page), *behind[:1]):
        for day in told_days(page, sentence.start, sentence.end, published):
            if _BEGAN.search(page.text[max(sentence.start, day.start - 40) : day.start]):
                return day
    return None


def _first_of(page: Page, sentence: Sentence, last: Named, published: str | None) -> Named:
    """The first day of a sitting that ended on `last`, where its sentence tells how many days it lasted."""
    lasted = _LASTED.search(page.text, sentence.start, sentence.end)
    told = last.iso(int(published[:4]) if published else None)
    if lasted is None or told is None or not last.year or _ENDED.search(page.text, sentence.start, sentence.end) is None:
        return last
    written = next(group for group in lasted.groups() if group).lower()
    days_before = int(written) if written.isdecimal() else _SO_MANY[written]
    first = date.fromisoformat(told) - timedelta(days=days_before - 1)
    return replace(last, year=first.year, month=first.month, day=first.day)


def _opening_day(page: Page, group: list[Naming], published: str) -> Named | None:
    """The first day of the document's year that its opening names; "today", where it says so, is the document's day."""
    opening, of_line = opening_of(page), None
    for sentence in opening:
        for day in told_days(page, sentence.start, sentence.end, published):
            if day.year == int(published[:4]):
                if not _is_of_line(page, day, sentence):
                    return day
                of_line = of_line or day
    if any(_RECENT.search(page.text, sentence.start, sentence.end) for sentence in opening):
        of_line = None
    reported = _reported_on(page, published)
    if reported is None:
        return of_line
    told = (_spoken(page, sentence, reported) for sentence in (*opening, *(one.sentence for one in group)))
    return next((day for day in told if day is not None), of_line)


def _reported_on(page: Page, published: str | None) -> date | None:
    """The day of the report: the document's, or the one that its dateline tells."""
    if published is None or len(published) == len("YYYY-MM-DD"):
        return date.fromisoformat(published) if published else None
    for sentence in opening_of(page)[:1]:
        for day in told_days(page, sentence.start, sentence.end, published):
            told = day.iso(int(published[:4]))
            if told is not None and _is_of_line(page, day, sentence):
                return date.fromisoformat(told)
    return None


def of_line(page: Page, published: str | None) -> str | None:
    """The day of the report by its dateline, where the page bears one of weeks later; else `published`."""
    if published is None or len(published) < len("YYYY-MM-DD"):
        return published
    for sentence in opening_of(page)[:1]:
        for named in days(page.text, start=sentence.start, end=sentence.end):
            told = named.told_on(published).iso(int(published[:4])) if named.month else None
            if told is not None and _is_of_line(page, named, sentence):
                ago = (date.fromisoformat(published) - date.fromisoformat(told)).days
                return told if ago > _PRINTED_ANEW else published
    return published


def _spoken(page: Page, sentence: Sentence, published: date) -> Named | None:
    """ "Today", "yesterday" or "on Thursday" as a day, the last such before the document's."""
    for shape, ago in ((_TODAY, 0), (_YESTERDAY, 1), (_BEFORE_THAT, 2)):
        found = shape.search(page.text, sentence.start, sentence.end)
        if found:
            return _named(found, published - timedelta(days=ago))
    weekday = _WEEKDAY.search(page.text, sentence.start, sentence.end)
    if weekday is None:
        return _spoken_weekday(page, sentence, published)
    number = _WEEKDAYS.index(next(day for day in weekday.groups() if day))
    return _named(weekday, published - timedelta(days=(published.weekday() - number) % 7))


def _spoken_weekday(page: Page, sentence: Sentence, published: date) -> Named | None:
    """本周二, 上周五, "hôm thứ Ba" as a day: the last such, or that of the week before."""
    found = _OTHER_WEEKDAY.search(page.text, sentence.start, sentence.end)
    if found is None:
        return None
    number = _HAN_WEEK.index(found["han"].replace("天", "日")) if found["han"] else _VIET_WEEK.index(found["viet"].lower())
    ago = (published.weekday() - number) % 7
    if found["last"]:
        ago = published.weekday() + 7 - number
    return _named(found, published - timedelta(days=ago))


def _named(found: re.Match[str], day: date) -> Named:
    return Named(found.start(), found.end(), day.year, day.month, day.day, "day")


def _is_of_line(page: Page, day: Named, sentence: Sentence) -> bool:
    """Whether a day stands in the dateline of a report."""
    if day.start - sentence.start >= _LINE_START:
        return False
    if _OF_LINE.match(page.text, day.end, sentence.end) is not None:
        return True
    is_new = _NEW_BEHIND.match(page.text, day.end, sentence.end) is not None
    return is_new and _PLACE_BEFORE.match(page.text[sentence.start : day.start]) is not None


def told_days(page: Page, start: int, end: int, published: str | None, *, is_signing: bool = False) -> list[Named]:
    """The days in `text[start:end]` on which something can have been held: none later than the document, none of a paper."""
    out: list[Named] = []
    before: Named | None = None
    for named in days(page.text, start=start, end=end):
        is_last = before is not None and _TO_LAST.fullmatch(page.text, before.end, named.start) is not None
        # "(2/9/1945 - 2/9/2025)" tells an anniversary.
        if before is not None and is_last and before.year and named.year > before.year + 1:
            out = [one for one in out if one.start != before.start]
        before = named
        if is_last:
            continue
        is_paper = _OF_PAPER.match(page.text, named.end, end) or _TO_PAPER.search(
            page.text[max(start, named.start - 24) : named.start]
        )
        day = named.told_on(published)
        if (is_signing or not is_paper) and day.month and not _is_out_of_reach(day, published):
            out.append(day)
    return out


def _is_out_of_reach(day: Named, published: str | None) -> bool:
    """Whether a day lies behind the document's, or so long before it that no report would be of it."""
    told = day.iso(int(published[:4])) if published else None
    if told is None or published is None:
        return False
    if len(published) < len("YYYY-MM-DD") and told[: len(published)] > published:
        return True
    if len(published) == len("YYYY"):
        return False
    until = date.fromisoformat(published if len(published) > len("YYYY-MM") else f"{published}-28")
    days_ago = (until - date.fromisoformat(told)).days
    return days_ago > _OLD or (len(published) > len("YYYY-MM") and days_ago < -_AHEAD)


@dataclass(frozen=True, slots=True)
class Beside:
    """The year, the day or month, and how exact that is, told beside the name of a session that is only referred to."""

    year: int | None
    date: str | None
    precision: str | None


def beside(page: Page, one: Naming) -> Beside:
    """When the sitting that `one` names was, by the words close to it."""
    start, end = max(one.sentence.start, one.hit.start - _BESIDE), one.sentence.end
    # "the 9th meeting of the working group of the five provinces in March": what it is a meeting of may be long.
    after = min(end, one.hit.end + (_BESIDE if one.mechanism in LOOSE else 5 * _BESIDE))
    for named in (*days(page.text, start=start, end=after), *months(page.text, start, after)):
        if named.year or one.year:
            iso = named.iso(one.year)
            if iso is not None and not any(mark in page.text[one.hit.end : named.start] for mark in ";；。,，"):
                return Beside(int(iso[:4]), iso, named.precision)
    return Beside(one.year, str(one.year) if one.year else None, "year" if one.year else None)
