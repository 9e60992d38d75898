"""What a draft is called on a page. Its value is taken as it comes: text, lists of text, numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from comity.paper.labels import draft_words
from comity.paper.moment import show_day
from comity.paper.translate import N_, Msgid, translate
from comity.record.canonical import Value


def draft_title(value: Mapping[str, Value], quotes: Sequence[str], lang: str) -> str:
    """The draft's name, title or wording, else the words it rests on; a session by its mechanism, number and day."""
    if value.get("mechanism"):
        return _session(value, lang)
    for key in ("text", "name", "title", "pair", "names"):
        shown = joined(value.get(key), " – " if key == "pair" else ", ")
        if shown:
            return shown
    return " … ".join(" ".join(quote.split()) for quote in quotes if quote)


def joined(value: Value | None, between: str) -> str:
    """A value as one line; records and what is missing give nothing."""
    if isinstance(value, list):
        return between.join(str(part) for part in value if isinstance(part, str | int))
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _session(value: Mapping[str, Value], lang: str) -> str:
    name, number = draft_words(str(value["mechanism"]), lang), joined(value.get("edition"), "")
    days = [show_day(str(value[key]), lang) for key in ("date", "date_from", "date_to") if value.get(key)]
    when = " – ".join(days) or joined(value.get("year"), "")
    return ", ".join(part for part in (f"{name} {number}".strip(), when) if part)


DEEDS: dict[str, Msgid] = {
    "accept": N_("Entered: {numbers}"),
    "correct": N_("Corrected: {numbers}"),
    "drop": N_("Dropped: {numbers}"),
    "split": N_("Split: {numbers}"),
    "join": N_("Joined: {numbers}"),
    "same": N_("Said to be the same: {numbers}"),
    "differ": N_("Said to differ: {numbers}"),
    "merge": N_("Entered as one and the same: {numbers}"),
    "label": N_("Labelled by a model: {numbers}"),
    "thread": N_("Two items were said to be one matter"),
    "apart": N_("Two items were said not to be one matter"),
}
_MOST = 6

CUT_MARKS: dict[str, Msgid] = {
    "quotation": N_("between two passages"),
    "sentence": N_("after a sentence"),
    "semicolon": N_("after a semicolon"),
    "comma": N_("after a comma"),
    "conjunction": N_("before a joining word"),
}

ALIKE: dict[str, Msgid] = {
    "name": N_("The names are written alike."),
    "post": N_("The same post of the same party at most a year apart, written in another script."),
    "day": N_("Both are of the same day."),
    "sitting": N_("The same mechanism in the same year."),
    "thing": N_("This name stands in the register already."),
    "reading": N_("One name is how the other is read in another language."),
    "mixed": N_("One name mixes two ways of reading the other."),
    "sound": N_("The names sound alike, but their characters differ."),
    "marks": N_("The names are alike but for their marks."),
}


def deed_words(what: str, numbers: Sequence[int], lang: str) -> str:
    """What was done to which drafts, on one line."""
    named = [f"{number}" for number in numbers[:_MOST]] + (["…"] if len(numbers) > _MOST else [])
    return translate(lang)(DEEDS[what], numbers=("、" if lang == "zh-Hans" else ", ").join(named)) if what in DEEDS else what
