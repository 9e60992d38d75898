"""What people do to drafts is noted as deeds, each with every draft it touched before and after; a deed can be undone.

1. A deed is noted in the transaction that does it: both are there or neither.
2. Undoing puts each draft back exactly as it was and takes away drafts the deed had made.
3. A deed is undone only while its drafts still are as it left them; a later one on the same draft is undone first.
4. What was entered stays: the draft of an entry cannot become open again, the entry can be corrected.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, cast

from comity.procedures.clock import Moment, now
from comity.procedures.draft_keys import keep_keys
from comity.record.canonical import Fields
from comity.record.errors import DoneSince, DraftChanged, DraftSettled, EntryStays, NothingToUndo, UndoneAlready
from comity.store.home import Home
from comity.store.reading import DeedPart, DeedRow, DraftRow, Reading
from comity.store.writing import Writing

ENTERED = frozenset({"accept", "merge"})
ANSWERS = frozenset({"same", "differ", "thread", "apart"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A draft as a page showed it: `seen` is the number of the last deed on it when the page was opened, 0 for none."""

    number: int
    seen: int


def open_draft(writing: Reading, chosen: int | Shown) -> DraftRow:
    """A draft that still waits and still is as it was shown. Raises: UnknownDraft, DraftSettled, DraftChanged."""
    number = chosen if isinstance(chosen, int) else chosen.number
    row = writing.draft(number)
    if row.state != "open":
        raise DraftSettled(number=number, state=row.state)
    if isinstance(chosen, Shown) and chosen.seen != last_deed_on(writing, number):
        raise DraftChanged(number=number)
    return row


def last_deed_on(reading: Reading, number: int) -> int:
    """The number of the last deed on a draft, undone ones left out; 0 where there is none."""
    return next((deed.number for deed in reading.deeds_on(number) if not deed.undone), 0)


def settled_by(reading: Reading, number: int) -> DeedRow | None:
    """The deed by which a draft came to stand as it does, if it was noted."""
    return next((deed for deed in reading.deeds_on(number) if not deed.undone), None)


def note_deed(writing: Writing, what: str, before: Iterable[DraftRow], *, moment: Moment | None, made: Iterable[int] = ()) -> int:
    """Notes a deed on the drafts given as they were, and on those it made; returns its number."""
    parts = [DeedPart(row.number, row.source, _fields(row), _fields(writing.draft(row.number))) for row in before]
    new = [writing.draft(number) for number in made]
    parts += [DeedPart(row.number, row.source, None, _fields(row)) for row in new]
    return writing.add_deed(what, parts, at=(moment or now()).at)


def undo_deed(home: Home, number: int | None = None, *, moment: Moment | None = None) -> DeedRow:
    """Undoes a deed, else the last one, and returns it as it was.

    Raises: UnknownDeed, NothingToUndo, UndoneAlready, EntryStays, DoneSince.
    """
    with home.write(entering=False) as writing:
        deed = writing.last_deed() if number is None else writing.deed(number)
        if deed is None:
            raise NothingToUndo
        refusal = why_not(writing, deed)
        if refusal is not None:
            raise refusal
        if deed.what in ANSWERS:
            _take_back_answer(writing, deed)
        else:
            for part in deed.parts:
                if part.before is None:
                    writing.take_away_draft(part.draft)
                else:
                    writing.put_back(_row(part.draft, part.before))
                    keep_keys(writing, [writing.draft(part.draft)])
        writing.set_undone(deed.number, at=(moment or now()).at)
    return deed


def why_not(reading: Reading, deed: DeedRow) -> UndoneAlready | EntryStays | DoneSince | None:
    """Why a deed cannot be undone; None where it can."""
    if deed.undone:
        return UndoneAlready(number=deed.number)
    if deed.what in ENTERED:
        return EntryStays(number=deed.parts[0].draft)
    if deed.what in ANSWERS:
        said = deed.parts[0].after or {}
        stands = reading.likeness(str(said["one"]), str(said["other"])) == said["answer"]
        return None if stands else DoneSince(number=deed.number)
    for part in deed.parts:
        later = [other for other in reading.deeds_on(part.draft) if other.number > deed.number and not other.undone]
        if any(other.what == "accept" for other in later):
            return EntryStays(number=part.draft)
        if any(other.what not in ANSWERS | ENTERED for other in later):
            return DoneSince(number=deed.number)
    return None


def _take_back_answer(writing: Writing, deed: DeedRow) -> None:
    part = deed.parts[0]
    said = part.after or {}
    writing.set_likeness(str(said["one"]), str(said["other"]), str((part.before or {}).get("answer", "")))


def _fields(row: DraftRow) -> Fields:
    """Everything a draft holds besides its number."""
    return {name: value for name, value in asdict(row).items() if name != "number"}


def _row(number: int, fields: Fields) -> DraftRow:
    return DraftRow(number=number, **cast(dict[str, Any], fields))
