"""Letters and calls: who wrote to whom, what is asked for and by when, what answers it.

`own` are the parties whose books are kept here. A day that has passed is said only of an answer these owe
themselves; of others there is the day they were asked for.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from comity.kinds.answering import ASKED
from comity.paper.row_parts import fields_in, ids_in, view_of, words_in
from comity.paper.thing_view import title_parts
from comity.paper.wording import Part
from comity.record.canonical import Fields


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter or call. `turn` whose answer is awaited: "ours", "theirs", "others" or "" where none is.

    `passed`: it is ours, and the day the answer was asked for is over.
    """

    id: str
    kind: str
    title: tuple[Part, ...]
    number: str
    day: str
    from_party: tuple[str, ...]
    to_party: tuple[str, ...]
    asks_for: str
    answer_due_on: str
    answered_by: tuple[str, ...]
    answers: tuple[str, ...]
    turn: str
    passed: bool

    def named(self) -> set[str]:
        """Everything whose name its line shows."""
        return {*self.from_party, *self.to_party, *self.answered_by, *self.answers}


def letter_line(row: Fields, *, own: Collection[str], on: str) -> LetterLine:
    """The line of a letter or call on the day `on`."""
    fields, view = fields_in(row), view_of(row)
    senders, receivers = ids_in(fields, "from_party"), ids_in(fields, "to_party")
    turn = ""
    if view.get("awaits_answer") == "yes":
        turn = "ours" if set(receivers) & set(own) else "theirs" if set(senders) & set(own) else "others"
    due = words_in(fields, "answer_due_on")
    days = [words_in(fields, name) for name in ("dated_on", "called_on", "sent_on", "received_on")]
    return LetterLine(
        id=str(row["id"]),
        kind=str(row["kind"]),
        title=tuple(title_parts(row)),
        number=words_in(fields, "number"),
        day=next((day for day in days if day), ""),
        from_party=senders,
        to_party=receivers,
        asks_for=words_in(fields, "asks_for"),
        answer_due_on=due,
        answered_by=ids_in(view, "answered_by"),
        answers=ids_in(fields, "answers"),
        turn=turn,
        passed=turn == "ours" and bool(due) and has_passed(due, on),
    )


def has_passed(day: str, on: str) -> bool:
    """Whether a day, month or year as said has wholly passed before the day `on`."""
    return day < on[: len(day)]


def asked_words(code: str, lang: str) -> str:
    """What is asked for."""
    return ASKED[code].in_language(lang) if code in ASKED else code
