"""Joins drafts of one kind and one source into one that rests on the words of all.

- What the first by place says stands; what it leaves open is taken from the next; lists are put together.
- A wording typed by hand is joined from the wordings of all; without one the exact words speak for themselves.
- As sure as the least sure of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from comity.procedures.clock import Moment
from comity.procedures.draft_deeds import Shown, note_deed, open_draft
from comity.procedures.draft_keys import keep_keys
from comity.record.canonical import Fields, Value
from comity.record.errors import NotJoinable
from comity.store.home import Home
from comity.store.reading import DraftRow

BY_HAND = "joined by hand"


def join_drafts(home: Home, numbers: Iterable[int | Shown], *, moment: Moment | None = None) -> int:
    """Joins open drafts and returns the number of the one they became.

    Raises: UnknownDraft, DraftSettled, DraftChanged, NotJoinable.
    """
    with home.write(entering=False) as writing:
        found = {row.number: row for row in (open_draft(writing, number) for number in numbers)}
        rows = list(found.values())
        if len(rows) < 2 or len({(row.type, row.source) for row in rows}) > 1:
            raise NotJoinable(numbers=", ".join(map(str, found)) or "-")
        made = writing.add_drafts([_joined(sorted(rows, key=_place))])
        for row in rows:
            writing.set_draft(row.number, state="joined")
        keep_keys(writing, map(writing.draft, made))
        note_deed(writing, "join", rows, made=made, moment=moment)
    return made[0]


def _joined(rows: list[DraftRow]) -> DraftRow:
    value: Fields = {}
    for row in rows:
        for key, said in row.value.items():
            held = value.get(key)
            if isinstance(held, list) and isinstance(said, list):
                value[key] = [*held, *(part for part in said if part not in held)]
            else:
                value.setdefault(key, said)
    if any(row.value.get("text") for row in rows):
        value["text"] = " ".join(_wording(row) for row in rows)
    evidence: list[Value] = []
    for row in rows:
        evidence += [part for part in row.evidence if part not in evidence]
    rules = dict.fromkeys(part for row in rows for part in row.rule.split(" + "))
    rule = " + ".join([*(part for part in rules if part != BY_HAND), BY_HAND])
    sure = min(row.confidence for row in rows)
    return replace(rows[0], number=0, value=value, evidence=evidence, rule=rule, confidence=sure, corrected=True)


def _place(row: DraftRow) -> tuple[int, int]:
    starts = [int(str(part["start"])) for part in row.evidence if isinstance(part, dict)]
    return min(starts, default=0), row.number


def _wording(row: DraftRow) -> str:
    text = row.value.get("text")
    if isinstance(text, str) and text:
        return text
    return " ".join(" ".join(str(part["quote"]).split()) for part in row.evidence if isinstance(part, dict))
