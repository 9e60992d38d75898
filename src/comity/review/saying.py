"""Findings as sentences: courteous templates over facts, in the three languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from markupsafe import Markup

from comity.kinds.progress import WAITS_FOR
from comity.paper.agreed_view import Read, no_mention
from comity.paper.moment import show_day
from comity.paper.names import listed, run
from comity.paper.row_parts import ids_in, words_in
from comity.paper.translate import LANGUAGE_NAMES, N_, Msgid, TranslateMarkup, translate
from comity.paper.wording import Part, lead_of, parts_of
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
    ("waiting", "waiting"): N_("{party}, waiting for {whom} since {day} (days: {count}): {what}."),
    ("condition", "goes_on"): N_("For {party} work goes on after a wait: {what}."),
    ("condition", "cleared"): N_("What {party} waited for is stated to be settled: {what}."),
    ("due", "ahead"): N_("Planned for {day}: {what}."),
    ("due", "passed"): N_("It was planned for {day}, and no later day is stated here: {what}."),
    ("moved", "moved"): N_("The planned days, in the order they were stated: {days}. The matter: {what}."),
    ("letters", "ours"): N_("{party} awaits our answer: {what}."),
    ("letters", "ours_by"): N_("{party} asks for our answer by {day}: {what}."),
    ("letters", "theirs"): N_("We asked {party} for an answer: {what}."),
    ("letters", "theirs_by"): N_("We asked {party} for an answer by {day}: {what}."),
    ("meetings", "due"): N_("{what} last met on {day}; no later session is entered here."),
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


def sentence(found: Found, lang: str, called: Callable[[str], str]) -> str:
    """The finding in one language; `called` gives what a thing is called in it."""
    said = translate(lang)(SENTENCES[found.rule, found.case], **_values(found, lang, called))
    words = _words(found, lang)
    return translate(lang)(WITH_WORDS, sentence=said, words=words.text) if words else said


def sentence_markup(found: Found, lang: str, called: Callable[[str], str]) -> Markup:
    """The same for pages; names that `called` gives as `Markup` stay so, what else is put in is escaped; long words are cut."""
    _ = TranslateMarkup(lang)
    said = _(SENTENCES[found.rule, found.case], **_values(found, lang, called))
    words = _words(found, lang)
    return _(WITH_WORDS, sentence=said, words=run(_cut(words.text), words.lang)) if words else said


def _cut(text: str) -> str:
    return text if len(text) <= MOST_WORDS else text[: MOST_WORDS - 1] + "…"


def _values(found: Found, lang: str, called: Callable[[str], str]) -> dict[str, str | int]:
    facts, whom = found.facts, words_in(found.facts, "whom")
    langs = [LANGUAGE_NAMES.get(each, each) for each in ids_in(facts, "languages")]
    read = Read(_number(found, "sources"), _number(found, "in_part"))
    return {
        "what": called(found.thing),
        "party": _row([called(each) for each in ids_in(facts, "party")], lang),
        "others": _row([called(each) for each in ids_in(facts, "others")], lang),
        "day": show_day(words_in(facts, "day"), lang) if facts.get("day") else "",
        "days": _row([show_day(each, lang) for each in ids_in(facts, "days")], lang),
        "count": words_in(facts, "count"),
        "whom": WAITS_FOR[whom].in_language(lang) if whom in WAITS_FOR else whom,
        "languages": _row(langs, lang),
        "absence": no_mention(read, lang) if found.rule == "no_mention" else "",
    }


def _words(found: Found, lang: str) -> Part | None:
    """The words stated, on one line."""
    lead = lead_of(parts_of(found.facts.get("words")), lang)
    return replace(lead, text=" ".join(lead.text.split())) if lead else None


def _row(parts: Sequence[str], lang: str) -> str:
    """Several in a row; names with markup keep it."""
    if any(isinstance(part, Markup) for part in parts):
        return Markup(listed(["{}"] * len(parts), lang)).format(*parts)
    return listed(parts, lang)


def _number(found: Found, name: str) -> int:
    value = found.facts.get(name)
    return value if isinstance(value, int) else 0
