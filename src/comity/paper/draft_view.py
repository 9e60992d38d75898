"""What a draft is called on a page. Its value is taken as it comes: text, lists of text, numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from comity.paper.labels import draft_words
from comity.paper.moment import show_day
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
