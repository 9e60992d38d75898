"""What the codes of a suggested tie are called in a language: gates, things, places and areas."""

from __future__ import annotations

from functools import cache

from comity.paper.areas import AREAS
from comity.reader.matters.matter_words import first_words, usual_pair
from comity.reader.words.gazetteer import places


def code_words(what: str, code: str, lang: str) -> str:
    """The words for a code that two items share; the code itself where nothing calls it otherwise."""
    if what == "gates":
        return " - ".join(usual_pair(code, lang[:2]))
    if what in ("named", "broad", "acts"):
        return first_words(code, lang)
    if what == "places":
        return _places().get(code.removeprefix("~"), {}).get(lang[:2], code)
    if what == "areas" and code in AREAS:
        return AREAS[code].in_language(lang)
    return code


@cache
def _places() -> dict[str, dict[str, str]]:
    return {place.code: {lang: names.split(",")[0].strip() for lang, names in place.names.items()} for place in places()}
