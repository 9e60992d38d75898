"""What the codes and labels in a draft mean: parties known here or places of the gazetteer, and areas."""

from __future__ import annotations

from comity.desk.asking import Ask
from comity.paper.areas import area_words
from comity.paper.names import listed, plain_name
from comity.reader.clauses.areas import area_codes
from comity.reader.words.gazetteer import places
from comity.record.canonical import Value
from comity.record.field import PARTIES

PARTY_KEYS = frozenset({"agents", "parties", "party", "addressees", "host", "code", "from_code", "to_code", "raised_by_code"})


def value_words(ask: Ask, key: str, value: Value | None) -> str:
    """What stands beside the line `key` of a draft so that people can read it; "" where it reads by itself."""
    if key in PARTY_KEYS:
        return party_words(ask, value)
    if key == "areas":
        labels = value if isinstance(value, list) else []
        codes = dict.fromkeys(code for label in labels for code in area_codes().get(str(label), ())[:1])
        return listed((area_words(code, ask.lang) for code in codes), ask.lang)
    return ""


def party_words(ask: Ask, value: Value | None) -> str:
    """The names of the parties that a code, or a list of codes, means; "" where none is known."""
    codes = value if isinstance(value, list) else [value]
    names = [_name(ask, code) for code in codes if isinstance(code, str) and code]
    return listed((name for name in names if name), ask.lang)


def _name(ask: Ask, code: str) -> str:
    known = ask.reading.short_names().get(code)
    rows = [] if known else [row for kind in PARTIES for row in ask.reading.things(kind, facets={"iso": code}, limit=1)]
    if known or rows:
        return plain_name(ask.names(known) if known else ask.names.of_row(rows[0]), ask.lang)
    place = next((place for place in places() if place.code == code), None)
    key = {"zh-Hans": "zh"}.get(ask.lang, str(ask.lang))
    return place.names.get(key, "").split(",")[0].strip() if place else ""
