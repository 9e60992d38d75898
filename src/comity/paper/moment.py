"""Moments on both clocks, always with the city.

- A moment is a UTC instant and the zone of the office that entered it. It is shown on the clock of Ha Noi and on
  that of Beijing, and on the office's own where that is neither.
- Vietnamese puts Ha Noi first, Chinese puts Beijing first; in English the order changes from day to day.
- The day is said again where it is another one on that clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date
from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class City:
    """A clock and what its city is called: by itself (`own`, in the language `tag`), in Vietnamese and in Chinese."""

    zone: str
    own: str
    tag: str
    vi: str
    zh: str


HANOI = City("Asia/Ho_Chi_Minh", "Hà Nội", "vi", "Hà Nội", "河内")
BEIJING = City("Asia/Shanghai", "北京", "zh-Hans", "Bắc Kinh", "北京")
_SAME_CLOCK = {
    "Asia/Saigon": HANOI.zone,
    "Asia/Bangkok": HANOI.zone,
    "Asia/Chongqing": BEIJING.zone,
    "Asia/Harbin": BEIJING.zone,
    "PRC": BEIJING.zone,
}
_DAY = {"en": "d MMM yyyy", "vi": "dd/MM/yyyy", "zh-Hans": "yyyy年M月d日"}
_MONTH = {"en": "MMM yyyy", "vi": "MM/yyyy", "zh-Hans": "yyyy年M月"}
_LOCALE = {"en": "en", "vi": "vi", "zh-Hans": "zh_Hans"}


def both_clocks(at: str, zone: str, lang: str) -> Markup:
    """An instant like 2026-11-22T01:14:00Z as "22 Nov 2026, 08:14 Hà Nội · 09:14 北京"; as it came where it is none."""
    try:
        instant = datetime.strptime(at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        return Markup("{}").format(at)
    shown, said = [], ""
    for city in _order(instant, zone, lang):
        local = instant.astimezone(ZoneInfo(city.zone))
        day = show_day(local.date().isoformat(), lang)
        comma = " " if lang == "zh-Hans" else ", "
        clock = f"{local:%H:%M}" if day == said else f"{day}{comma}{local:%H:%M}"
        said = day
        name, tag = {"vi": (city.vi, "vi"), "zh-Hans": (city.zh, "zh-Hans")}.get(lang, (city.own, city.tag))
        shown.append(Markup('<span class="clock">{} <span lang="{}">{}</span></span>').format(clock, tag, name))
    return Markup('<time datetime="{}">{}</time>').format(at, Markup(" · ").join(shown))


def show_day(day: str, lang: str) -> str:
    """A day, month or year as said (2024-02-27, 2024-02, 2024), as the language writes it; as it came where it is none."""
    try:
        if len(day) == 10:
            return format_date(date.fromisoformat(day), _DAY.get(lang, _DAY["en"]), locale=_LOCALE.get(lang, "en"))
        if len(day) == 7:
            return format_date(date.fromisoformat(day + "-01"), _MONTH.get(lang, _MONTH["en"]), locale=_LOCALE.get(lang, "en"))
        if len(day) == 4 and day.isdigit() and lang == "zh-Hans":
            return f"{day}年"
    except ValueError:
        return day
    return day


def say_day(day: str, lang: str) -> str:
    """A day, month or year as a sentence says it: Vietnamese puts before it which of the three it is."""
    before = {10: "ngày", 7: "tháng", 4: "năm"}.get(len(day), "") if lang == "vi" else ""
    return f"{before} {show_day(day, lang)}" if before else show_day(day, lang)


def _order(instant: datetime, zone: str, lang: str) -> list[City]:
    first_hanoi = lang == "vi" or (lang != "zh-Hans" and instant.toordinal() % 2 == 0)
    cities = [HANOI, BEIJING] if first_hanoi else [BEIJING, HANOI]
    known = _SAME_CLOCK.get(zone, zone)
    if known not in (HANOI.zone, BEIJING.zone, ""):
        name = known.rpartition("/")[2].replace("_", " ")
        cities.append(City(known, name, "und", name, name))
    return cities
