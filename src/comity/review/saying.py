"""Findings as sentences: courteous templates over facts, in the three languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from comity.kinds.obstacle import STATES as OBSTACLE
from comity.kinds.progress import STATES as PROGRESS
from comity.kinds.progress import WAITS_FOR
from comity.paper.agreed_view import Read, no_mention
from comity.paper.moment import say_day
from comity.paper.printed import Line, Run
from comity.paper.printed_line import and_line, joined, row_line, say_line, upper_first, within, words_run
from comity.paper.row_parts import ids_in, words_in
from comity.paper.translate import LANGUAGE_NAMES, N_, Msgid, translate
from comity.paper.wording import lead_of, parts_of
from comity.record.canonical import Fields
from comity.review.found import Found

SENTENCES: dict[tuple[str, str], Msgid] = {
    ("thanks", "kept_own"): N_("Thanks are due to {party} for what it states to be done: {what}."),
    ("thanks", "kept_told"): N_("Thanks are due to {party} for what we are told is done: {what}."),
    ("thanks", "reported"): N_("Thanks are due to {party} for their part in what a report tells: {what}."),
    ("thanks", "eased"): N_("Thanks are due to {party} for their part in settling this: {what}."),
    ("thanks", "answered"): N_("Thanks are due to {party} for the answer of {day}: {what}."),
    ("thanks", "informed"): N_("Thanks are due to {party} for letting us know on {day}: {what}."),
    ("results", "done_own"): N_("{party} states that this is done: {what}."),
    ("results", "done_told"): N_("This is said to be done for {party}: {what}."),
    ("results", "so_far"): N_("A result so far is stated for {party}: {what}."),
    ("results", "reported"): N_("A report tells of this result: {what}."),
    ("results", "gate"): N_("A report tells of this at a border gate: {what}."),
    ("results", "settled"): N_("This difficulty is stated to be settled: {what}."),
    ("difficulties", "stated"): N_("A difficulty is stated for {party}: {what}."),
    ("difficulties", "conditions"): N_("For {party} the conditions are not there yet: {what}."),
    ("difficulties", "reported"): N_("A report names this difficulty: {what}."),
    ("difficulties", "obstacle"): N_("This is still to be cleared: {what}."),
    ("to_compare", "owners"): N_("The words of the sides differ and are to be compared: {what}."),
    ("to_compare", "told"): N_("What is stated about {party} differs from book to book and is to be compared: {what}."),
    ("to_compare", "obstacle"): N_("The words of the sides on a difficulty differ and are to be compared: {what}."),
    ("waiting", "waiting"): N_("{party}, waiting for {whom} since {day}{span}: {what}."),
    ("condition", "goes_on"): N_("For {party} work goes on after a wait: {what}."),
    ("condition", "cleared"): N_("What {party} waited for is stated to be settled: {what}."),
    ("due", "ahead"): N_("Planned for {day}: {what}."),
    ("due", "passed"): N_("It was planned for {day}, and no later day is stated here: {what}."),
    ("moved", "moved"): N_("The planned days, in the order they were stated: {days}. The matter: {what}."),
    ("letters", "ours"): N_("{party} awaits our answer: {what}."),
    ("letters", "ours_by"): N_("{party} asks for our answer by {day}: {what}."),
    ("letters", "theirs"): N_("We asked {party} for an answer: {what}."),
    ("letters", "theirs_by"): N_("We asked {party} for an answer by {day}: {what}."),
    ("meetings", "due"): N_("{what}: the last session entered here is that of {day}."),
    ("meetings", "planned"): N_("Planned for {day}; whether it was held is not entered here: {what}."),
    ("half_signed", "open"): N_("Signed by {party}; the signature of {others} is awaited: {what}."),
    ("ending", "text"): N_("Its term ends with {day}: {what}."),
    ("ending", "reported"): N_("By a report, its term ends with {day}: {what}."),
    ("recurring", "again"): N_("Agreed {count} times as something to be done once ({days}): {what}."),
    ("no_mention", "none"): N_("{what}: {absence}."),
    ("no_successor", "none"): N_("No successor of {party} is named here; agreed items of theirs that have not ended: {count}."),
    ("left", "followed"): N_("{what} held a post of {party} until {day}; it is taken over by {others}."),
    ("left", "open"): N_("{what} held a post of {party} until {day}; who takes it over is not entered here."),
    ("translations", "missing"): N_("No wording here in {languages}: {what}."),
    ("translations", "stale"): N_("The wording in {languages} has fallen behind: {what}."),
}
# How many characters of the words stated stand on a page; the thing's own page and files have them all.
MOST_WORDS = 300
WITH_WORDS = N_("{sentence} In the words stated: {words}")


def sentence(found: Found, lang: str, called: Callable[[str], Line], *, most: int = 0) -> Line:
    """The finding in one language; `called` gives what a thing is called in it, `most` cuts the words stated, 0 does not."""
    said = say_line(lang, SENTENCES[found.rule, found.case], **_values(found, lang, called))
    said = upper_first(said) if lang == "vi" else said
    words = stated_words(found.facts.get("words"), lang, most=most)
    return say_line(lang, WITH_WORDS, sentence=said, words=words) if words else said


def stated_words(value: object, lang: str, *, most: int = 0) -> Line:
    """Words as somebody stated them, on one line, in `lang` or the language they are in; () where there are none."""
    lead = lead_of(parts_of(value), lang)
    return (words_run(lead.text, lead.lang, lang, most=most),) if lead else ()


def without_stop(line: Line) -> Line:
    """A name without the full stop at its end, for the middle of a sentence."""
    return joined([*line[:-1], replace(line[-1], text=line[-1].text.rstrip(".。"))]) if line else line


def state_name(state: str, lang: str) -> str:
    """A state of progress or of an obstacle in words."""
    labels = PROGRESS.get(state) or OBSTACLE.get(state)
    return labels.in_language(lang) if labels else state


def _values(found: Found, lang: str, called: Callable[[str], Line]) -> dict[str, Line | str | int]:
    facts, whom = found.facts, words_in(found.facts, "whom")
    read = Read(_number(facts, "sources"), _number(facts, "in_part"))
    return {
        "what": without_stop(called(found.thing)),
        "party": and_line([within(called(each), lang) for each in ids_in(facts, "party")], lang),
        "others": and_line([within(called(each), lang) for each in ids_in(facts, "others")], lang),
        "day": say_day(words_in(facts, "day"), lang) if facts.get("day") else "",
        "days": row_line([(Run(say_day(each, lang)),) for each in ids_in(facts, "days")], lang),
        "span": _span(_number(facts, "count"), lang),
        "count": words_in(facts, "count"),
        "whom": WAITS_FOR[whom].in_language(lang) if whom in WAITS_FOR else whom,
        "languages": and_line([(Run(LANGUAGE_NAMES.get(each, each)),) for each in ids_in(facts, "languages")], lang),
        "absence": no_mention(read, lang) if found.rule == "no_mention" else "",
    }


def _span(days: int, lang: str) -> str:
    """How long it has been, behind the day it began."""
    if not days:
        return ""
    words = translate(lang).many("({count} day)", "({count} days)", days)
    return words if lang == "zh-Hans" else f" {words}"


def _number(facts: Fields, name: str) -> int:
    value = facts.get(name)
    return value if isinstance(value, int) else 0
