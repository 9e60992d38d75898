"""Findings as lines of printed documents: the same sentences as on pages, every name under its own language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from comity.kinds.progress import STATES, WAITS_FOR
from comity.paper.agreed_view import Read, no_mention
from comity.paper.moment import show_day
from comity.paper.printed import Line, Run
from comity.paper.printed_line import joined, row_line, say_line, words_run
from comity.paper.row_parts import ids_in, words_in
from comity.paper.translate import LANGUAGE_NAMES
from comity.paper.wording import lead_of, parts_of
from comity.record.canonical import Fields
from comity.review.found import Found
from comity.review.saying import SENTENCES, WITH_WORDS

MOST_WORDS = 600


def sentence_line(found: Found, lang: str, called: Callable[[str], Line]) -> Line:
    """The finding in one language."""
    said = say_line(lang, SENTENCES[found.rule, found.case], **_values(found, lang, called))
    words = stated_words(found.facts.get("words"), lang)
    return say_line(lang, WITH_WORDS, sentence=said, words=words) if words else said


def stated_words(value: object, lang: str) -> Line:
    """Words as somebody stated them, in `lang` or the language they are in; () where there are none."""
    lead = lead_of(parts_of(value), lang)
    return (words_run(lead.text, lead.lang, lang, most=MOST_WORDS),) if lead else ()


def _values(found: Found, lang: str, called: Callable[[str], Line]) -> dict[str, Line | str | int]:
    facts, whom = found.facts, words_in(found.facts, "whom")
    read = Read(_number(facts, "sources"), _number(facts, "in_part"))
    return {
        "what": without_stop(called(found.thing)),
        "party": row_line([called(each) for each in ids_in(facts, "party")], lang),
        "others": row_line([called(each) for each in ids_in(facts, "others")], lang),
        "day": show_day(words_in(facts, "day"), lang) if facts.get("day") else "",
        "days": row_line([(Run(show_day(each, lang)),) for each in ids_in(facts, "days")], lang),
        "count": words_in(facts, "count"),
        "whom": WAITS_FOR[whom].in_language(lang) if whom in WAITS_FOR else whom,
        "languages": row_line([(Run(LANGUAGE_NAMES.get(each, each)),) for each in ids_in(facts, "languages")], lang),
        "absence": no_mention(read, lang) if found.rule == "no_mention" else "",
    }


def without_stop(line: Line) -> Line:
    """A name without the full stop at its end, for the middle of a sentence."""
    return joined([*line[:-1], replace(line[-1], text=line[-1].text.rstrip(".。"))]) if line else line


def state_name(state: str, lang: str) -> str:
    """A state of progress in words."""
    return STATES[state].in_language(lang) if state in STATES else state


def _number(facts: Fields, name: str) -> int:
    value = facts.get(name)
    return value if isinstance(value, int) else 0
