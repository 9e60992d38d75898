"""What was done to drafts: of one draft, the last deed that can be undone, and all of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.filters import address
from comity.paper.draft_view import deed_words
from comity.procedures.draft_deeds import ENTERED, why_not
from comity.store.reading import DeedRow

MOST = 50


@dataclass(frozen=True, slots=True)
class DeedLine:
    """One deed; `made` the drafts it made; `entry` what to correct where it cannot be undone, since it was entered."""

    number: int
    what: str
    words: str
    at: str
    undone: str
    drafts: tuple[int, ...]
    made: tuple[int, ...]
    can_undo: bool
    entry: str


@page
def deeds(ask: Ask) -> HttpResponse:
    """All that was done to drafts, the latest first; what can be undone has its button."""
    given = ask.request.GET.get("before", "")
    before = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else None
    found = ask.reading.deeds(limit=MOST + 1) if before is None else ask.reading.deeds(before=before, limit=MOST + 1)
    more = address(ask.request.path, {"before": str(found[MOST - 1].number)}) if len(found) > MOST else ""
    last = ask.reading.last_deed()
    # Only the latest stands for sure; for others it is asked when they are undone, so that the page costs the same.
    lines = [_line(ask, deed, can_undo=not deed.undone and deed.what not in ENTERED) for deed in found[:MOST]]
    return show(ask, "deeds.html", deeds=lines, last=last.number if last else 0, more=more)


def last_line(ask: Ask) -> DeedLine | None:
    """The latest deed that was not undone, and whether it can be."""
    deed = ask.reading.last_deed()
    return None if deed is None else _line(ask, deed, can_undo=why_not(ask.reading, deed) is None)


def history(ask: Ask, draft: int) -> list[DeedLine]:
    """What was done to one draft, the latest first."""
    return [_line(ask, deed, can_undo=False) for deed in ask.reading.deeds_on(draft, limit=8)]


def _line(ask: Ask, deed: DeedRow, *, can_undo: bool) -> DeedLine:
    touched = tuple(part.draft for part in deed.parts if part.before is not None or deed.what in ("same", "differ", "merge"))
    # What was said of two items stands on no draft.
    touched = tuple(number for number in touched if number)
    made = tuple(part.draft for part in deed.parts if part.before is None and part.draft and part.draft not in touched)
    entries = [str((part.after or {}).get("entry", "")) for part in deed.parts] if deed.what in ENTERED else []
    return DeedLine(
        number=deed.number,
        what=deed.what,
        words=deed_words(deed.what, touched, ask.lang),
        at=deed.at,
        undone=deed.undone,
        drafts=touched,
        made=made,
        can_undo=can_undo,
        entry=next(iter(entries), ""),
    )
