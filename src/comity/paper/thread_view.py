"""The words for what ties items to one matter and reports to one event, and for what reports tell differently."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from comity.paper.labels import draft_words
from comity.paper.moment import show_day
from comity.paper.translate import N_, Msgid, translate
from comity.record.canonical import Value

# What a code of a sort is called in a language.
Called = Callable[[str, str, str], str]

REASONS: dict[str, Msgid] = {
    "gates": N_("the same pair of border gates: {words}"),
    "numbers": N_("the same numbers: {words}"),
    "named": N_("the same things: {words}"),
    "broad": N_("the same field: {words}"),
    "acts": N_("the same deed: {words}"),
    "places": N_("the same places: {words}"),
    "areas": N_("the same areas: {words}"),
    "parties": N_("the same parties"),
    "only": N_("neither speaks of anything else"),
    "only_field": N_("neither speaks of anything else"),
    "words": N_("{percent} of 100 words are the same"),
}
BONDS: dict[str, Msgid] = {
    "answered": N_("said here to be the same"),
    "edition": N_("the same mechanism and number"),
    "day": N_("the same mechanism and parties, days at most three apart"),
    "place": N_("the same mechanism and place, days at most three apart"),
    "year": N_("the same mechanism, parties and year; no number or day can be compared"),
}
DIFFERENCES: dict[str, Msgid] = {
    "date": N_("first day"),
    "until": N_("last day"),
    "place": N_("place"),
    "host": N_("host"),
    "form": N_("in person or online"),
    "live_points": N_("live points"),
    "gates": N_("border gates of which a change is told"),
}
DERIVED: dict[str, Msgid] = {
    "same_words": N_("the same words: {percent} of 100 runs of words"),
    "most_words": N_("mostly the same words: {percent} of 100 runs of words"),
    "translation": N_("likely a translation: {percent} of 100 numbers, days and places in the same order"),
}


def reason_words(why: Mapping[str, Value], lang: str, called: Called) -> str:
    """What two items share, in words; "" for what is not known here."""
    what, codes = str(why.get("what", "")), why.get("codes")
    if what not in REASONS:
        return ""
    comma = "、" if lang == "zh-Hans" else ", "
    words = comma.join(called(what, str(code), lang) for code in (codes if isinstance(codes, list) else []))
    return translate(lang)(REASONS[what], words=words, percent=str(why.get("share", "")))


def told_words(what: str, value: str, lang: str) -> str:
    """A value that a report tells, as it is shown."""
    if what == "form":
        return draft_words(value, lang)
    return show_day(value, lang) if what in ("date", "until") else value


def derived_words(how: str, share: int, lang: str) -> str:
    """How sure it is that one document derives from another, and by what."""
    return translate(lang)(DERIVED[how], percent=share) if how in DERIVED else how
