"""Thanks, results and difficulties: what was kept, eased or sent, and what stands in the way, since a day.

- Thanks go to others for what they state or are told to have done; a difficulty that they settled; a letter that answers
  ours or lets us know something.
- The same fact stands among the results too, where it is one: thanks are how a book opens, results are what it counts.
- Nobody is thanked twice for one thing: neither for two reports of one event, nor for a report of what his own word says.
- What has no day at all is not known to be new and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.paper.row_parts import fields_in, ids_in, rows_in, statements_in, view_of, words_in
from comity.record.canonical import Fields
from comity.review.found import Found, about
from comity.review.gathered import Gathered, day_stated
from comity.review.owners_words import OwnersWord, owners_words
from comity.review.reported import reported
from comity.review.thresholds import Thresholds

INFORMING = ("", "informs")


def kept(state: Gathered, _limits: Thresholds) -> Iterator[Found]:
    """Thanks, results and difficulties."""
    thanked: set[tuple[str, str]] = set()
    for row in state.things("undertaking"):
        for word in owners_words(row):
            if state.is_new(day_stated(word.said)):
                yield from _of_word(state, row, word)
                thanked |= {(str(row["id"]), word.owner)} if word.state == "done" else set()
    for made, told in reported(state):
        yield from _of_event(state, made, told, thanked)
    for row in state.things("obstacle"):
        yield from _of_obstacle(state, row)
    for row in state.things("letter", "call"):
        yield from _of_letter(state, row)


def _of_word(state: Gathered, row: Fields, word: OwnersWord) -> Iterator[Found]:
    fields, voice = fields_in(word.said), "own" if word.word == "own" else "told"
    made = replace(
        about(state, row, rule="results", case="", evidence=[str(word.said["id"])]),
        part=word.owner,
        day=day_stated(word.said),
        facts={"party": [word.owner], **_worded(fields, "result")},
    )
    if word.state == "done":
        yield replace(made, case=f"done_{voice}")
        if word.owner not in state.us:
            yield replace(made, rule="thanks", case=f"kept_{voice}")
    elif fields.get("result"):
        yield replace(made, case="so_far")
    if fields.get("difficulty") or word.state == "conditions_not_there":
        case = "conditions" if word.state == "conditions_not_there" else "stated"
        facts: Fields = {"party": [word.owner], **_worded(fields, "difficulty")}
        yield replace(made, rule="difficulties", case=case, facts=facts)


def _of_event(state: Gathered, made: Found, told: tuple[Fields, ...], thanked: set[tuple[str, str]]) -> Iterator[Found]:
    """What reports tell of; the others are thanked for it unless their own word on that item is thanked for already."""
    yield made
    items = [row for row in told if row["kind"] == "undertaking"]
    if made.rule != "results" or made.case != "reported" or not items:
        return
    known = {party for row in items for party in ids_in(fields_in(row), "owners") if (str(row["id"]), party) in thanked}
    others = [party for party in made.parties if party not in state.us and party not in known]
    if others:
        yield replace(made, rule="thanks", facts={**made.facts, "party": list(others)})


def _of_obstacle(state: Gathered, row: Fields) -> Iterator[Found]:
    """Open while one word on it is not that it is settled; of a settled one the day is that of the last word."""
    words = rows_in(view_of(row), "words")
    states = [words_in(word, "state") for word in words]
    if not states:
        return
    entries = [words_in(word, "entry") for word in words]
    if any(each != "settled" for each in states):
        made = about(state, row, rule="difficulties", case="obstacle", evidence=entries)
        yield replace(made, day=words_in(fields_in(row), "raised_on"), facts={"states": list(dict.fromkeys(states))})
        return
    said = [str(each["at"])[:10] for each in statements_in(row, "obstacle")]
    day = max(said, default=str(row["at"])[:10])
    if not state.is_new(day):
        return
    made = replace(about(state, row, rule="results", case="settled", evidence=entries), day=day)
    yield made
    asked = [party for party in ids_in(fields_in(row), "directed_to") if party not in state.us]
    if asked:
        yield replace(made, rule="thanks", case="eased", facts={"party": list(asked)})


def _of_letter(state: Gathered, row: Fields) -> Iterator[Found]:
    fields = fields_in(row)
    senders = [party for party in ids_in(fields, "from_party") if party not in state.us]
    days = [words_in(fields, name) for name in ("dated_on", "called_on", "sent_on", "received_on")]
    day = next((day for day in days if day), "")
    if not senders or not state.us.intersection(ids_in(fields, "to_party")) or not state.is_new(day):
        return
    case = "answered" if ids_in(fields, "answers") else "informed" if words_in(fields, "asks_for") in INFORMING else ""
    if case:
        facts: Fields = {"party": list(senders), "day": day}
        yield replace(about(state, row, rule="thanks", case=case, evidence=[str(row["id"])]), day=day, facts=facts)


def _worded(fields: Fields, name: str) -> Fields:
    return {"words": fields[name]} if fields.get(name) else {}
