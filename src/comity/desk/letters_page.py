"""What awaits an answer, both ways: letters and calls with what they ask for, by when, and what answered them."""

from __future__ import annotations

from collections.abc import Collection

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.filters import address, group
from comity.desk.listing import MOST, MOST_IN_FILES, Part, chosen_in, in_form
from comity.paper.labels import kind_label
from comity.paper.letters_view import LetterLine, asked_words, letter_line
from comity.paper.translate import N_, translate
from comity.procedures.clock import now
from comity.record.act import EntryId
from comity.record.canonical import Fields
from comity.store.ordering import Values

TURNS = {
    "ours": N_("We are asked for an answer"),
    "theirs": N_("We asked for an answer"),
    "others": N_("Others await an answer"),
}
KINDS = ("letter", "call")
AWAITED = Values("answer_by")
# How many that await an answer, those whose day is nearest, are looked through for whose turn it is.
MOST_AWAITING = 200


@page
def letters(ask: Ask, form: str) -> HttpResponse:
    """Letters and calls, those that await an answer first; `?turn=` and `?kind=` choose, `?after=` goes on from one."""
    chosen = chosen_in(ask, ("turn", "kind"))
    kinds = tuple(kind for kind in KINDS if chosen.get("kind", kind) == kind)
    own = {str(book.party) for book in ask.reading.books() if book.own}
    waiting = letter_lines(ask, own)
    most = MOST if form == "/" else MOST_IN_FILES
    found = _of_turn(ask, waiting, chosen) if "turn" in chosen else _as_lines(_rows(ask, kinds, most + 1), own)
    shown = found[:most]
    more = address(ask.request.path, {**chosen, "after": shown[-1].id}) if len(found) > most else ""
    counts = {kind: ask.reading.count(kind) for kind in KINDS}
    count = sum(counts[kind] for kind in kinds) if "turn" not in chosen else sum(_fits(line, chosen) for line in waiting)
    part = Part(count, False, more)
    return in_form(form, "letters", shown, lambda: _page(ask, (waiting, shown), (chosen, counts), more), part=part)


def letter_lines(ask: Ask, own: Collection[str], *, most: int = MOST_AWAITING) -> list[LetterLine]:
    """The letters and calls that await an answer, by the day it is asked for; at most `most`. `own`: the parties
    whose books are kept here."""
    return _as_lines(ask.reading.by_value(KINDS, AWAITED, limit=most), own)


def _of_turn(ask: Ask, waiting: list[LetterLine], chosen: dict[str, str]) -> list[LetterLine]:
    """Those that wait for whom `?turn=` names; from `?after=` on."""
    found, after = [line for line in waiting if _fits(line, chosen)], ask.request.GET.get("after", "")
    ids = [line.id for line in found]
    return found[ids.index(after) + 1 :] if after in ids else [] if after else found


def _rows(ask: Ask, kinds: tuple[str, ...], most: int) -> list[Fields]:
    """First what awaits an answer, then the others of `kinds`, the latest first; from `?after=` on. Raises: UnknownThing."""
    start = EntryId(after) if (after := ask.request.GET.get("after", "")) else None
    awaiting = start is None or ask.reading.has_value(start, AWAITED.name)
    found = ask.reading.by_value(kinds, AWAITED, after=start, limit=most) if awaiting else []
    if len(found) < most:
        start = None if awaiting else start
        found += ask.reading.things_of(kinds, facets={"awaits": "no"}, after=start, limit=most - len(found))
    return found


def _page(
    ask: Ask,
    lines: tuple[list[LetterLine], list[LetterLine]],
    asked: tuple[dict[str, str], dict[str, int]],
    more: str,
) -> HttpResponse:
    _, (waiting, shown), (chosen, counts) = translate(ask.lang), lines, asked
    ask.names.learn({name for line in shown for name in (line.id, *line.named())})
    turns = {turn: sum(line.turn == turn for line in waiting) for turn in TURNS}
    values = [(turn, _(words), turns[turn]) for turn, words in TURNS.items() if turns[turn]]
    named = [(kind, kind_label(kind, ask.lang, plural=True), counts[kind]) for kind in KINDS if counts[kind]]
    return show(
        ask,
        "letters.html",
        count=sum(counts.values()),
        turns=turns,
        counted=MOST_AWAITING if len(waiting) >= MOST_AWAITING else 0,
        lines=shown,
        narrowed=bool(chosen),
        filters=[
            group(_("Awaiting an answer"), "turn", values, chosen=chosen, path=ask.request.path),
            group(_("Kind"), "kind", named, chosen=chosen, path=ask.request.path),
        ],
        asked_words=lambda code: asked_words(code, ask.lang),
        kind_words=lambda kind: kind_label(kind, ask.lang),
        more=more,
        back=address(ask.request.path, chosen) if ask.request.GET.get("after") else "",
        query=ask.request.META.get("QUERY_STRING", ""),
    )


def _as_lines(rows: list[Fields], own: Collection[str]) -> list[LetterLine]:
    day = now().day
    return [letter_line(row, own=own, on=day) for row in rows]


def _fits(line: LetterLine, chosen: dict[str, str]) -> bool:
    return chosen.get("turn", line.turn) == line.turn and chosen.get("kind", line.kind) == line.kind
