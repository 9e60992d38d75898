"""Days that are planned, days that moved, what waits and what no longer does.

- A standing duty has no day. Of an item whose day is over it is said that no later day is, of nobody that he is late.
- Waiting counts from the first of the words that say the same without another between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.kinds.progress import due_of
from comity.paper.row_parts import fields_in, ids_in, rows_in, statements_in, view_of, words_in
from comity.record.canonical import Fields
from comity.review.found import Found, about
from comity.review.gathered import Gathered, day_stated
from comity.review.owners_words import OwnersWord, is_open, owners_words, said_for
from comity.review.thresholds import Thresholds

STOPPED = ("waiting", "conditions_not_there")


def due(state: Gathered, limits: Thresholds) -> Iterator[Found]:
    """Agreed items that have not ended: planned for the next days, or for a day that is over."""
    for row in state.things("undertaking"):
        day = due_of(row)
        ago = state.days_since(day)
        if ago is None or not _has_day(row) or -ago > limits.due_days:
            continue
        made = about(state, row, rule="due", case="passed" if state.has_passed(day) else "ahead")
        yield replace(made, day=day, facts={"day": day})


def moved(state: Gathered, limits: Thresholds) -> Iterator[Found]:
    """Agreed items with more than one planned day, each kept in the order in which it was said."""
    for row in state.things("undertaking"):
        said = [each for each in statements_in(row, "progress") if words_in(fields_in(each), "due_on")]
        by_day = sorted(said, key=lambda each: (day_stated(each), str(each["id"])))
        days = list(dict.fromkeys(day for day in (words_in(fields_in(row), "due_on"), *_days(by_day)) if day))
        if len(days) >= max(limits.planned_days_listed, 2) and fields_in(row).get("nature") != "standing":
            made = about(state, row, rule="moved", case="moved", evidence=[str(each["id"]) for each in by_day])
            yield replace(made, day=days[-1], facts={"days": list(days)})


def waiting(state: Gathered, limits: Thresholds) -> Iterator[Found]:
    """Owners who state that they wait: for whom, since when, and for how many days."""
    for row in state.things("undertaking"):
        for word in owners_words(row):
            fields = fields_in(word.said)
            whom, since = words_in(fields, "waits_for"), _since(row, word)
            if (word.state != "waiting" and not whom) or word.state in ("done", "replaced"):
                continue
            length = state.days_since(since) or 0
            if length >= 0 and length >= limits.waiting_days:
                made = about(state, row, rule="waiting", case="waiting", evidence=[str(word.said["id"])])
                facts: Fields = {"party": [word.owner], "whom": whom or "other", "day": since, "count": length}
                yield replace(made, part=word.owner, day=since, facts=facts)


def condition(state: Gathered, _limits: Thresholds) -> Iterator[Found]:
    """Items that waited or lacked their conditions, where since then work goes on or what stood in the way is settled."""
    settled = _settled(state)
    for row in state.things("undertaking"):
        for word in owners_words(row):
            before = [each for each in said_for(row, word.owner) if each["party"] == word.said["party"]]
            place = before.index(word.said) if word.said in before else 0
            stopped = place > 0 and fields_in(before[place - 1]).get("state") in STOPPED
            made = replace(about(state, row, rule="condition", case="", evidence=[str(word.said["id"])]), part=word.owner)
            made = replace(made, facts={"party": [word.owner]})
            if word.state in ("under_way", "done") and stopped and state.is_new(day_stated(word.said)):
                yield replace(made, case="goes_on", day=day_stated(word.said))
            elif word.state in STOPPED and str(row["id"]) in settled:
                yield replace(made, case="cleared", evidence=(*made.evidence, settled[str(row["id"])]))


def _has_day(row: Fields) -> bool:
    return fields_in(row).get("nature") != "standing" and is_open(row)


def _days(said: list[Fields]) -> list[str]:
    return [words_in(fields_in(each), "due_on") for each in said]


def _since(row: Fields, word: OwnersWord) -> str:
    """The day of the first word in the same book that says the same wait, none of another kind standing between."""
    first = word.said
    for each in reversed([each for each in said_for(row, word.owner) if each["party"] == word.said["party"]]):
        same = all(fields_in(each).get(name) == fields_in(word.said).get(name) for name in ("state", "waits_for"))
        if not same:
            break
        first = each
    return day_stated(first)


def _settled(state: Gathered) -> dict[str, str]:
    """Agreed items by id that an obstacle is about of which every word is that it is settled, with the last such entry."""
    found = {}
    for row in state.things("obstacle"):
        words = rows_in(view_of(row), "words")
        if words and all(word["state"] == "settled" for word in words):
            found.update({thing: words_in(words[-1], "entry") for thing in ids_in(fields_in(row), "about")})
    return found
