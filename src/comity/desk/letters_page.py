"""What awaits an answer, both ways: letters and calls with what they ask for, by when, and what answered them."""

from __future__ import annotations

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.filters import group
from comity.desk.listing import MOST_READ, chosen_in, in_form, one_page
from comity.paper.labels import kind_label
from comity.paper.letters_view import LetterLine, asked_words, letter_line
from comity.paper.translate import N_, translate
from comity.procedures.clock import now

TURNS = {
    "ours": N_("We are asked for an answer"),
    "theirs": N_("We asked for an answer"),
    "others": N_("Others await an answer"),
}
KINDS = ("letter", "call")


@page
def letters(ask: Ask, form: str) -> HttpResponse:
    """Letters and calls, those that await an answer first; `?turn=` and `?kind=` choose."""
    chosen = chosen_in(ask, ("turn", "kind"))
    every = letter_lines(ask)
    lines = [line for line in every if chosen.get("turn", line.turn) == line.turn and chosen.get("kind", line.kind) == line.kind]
    return in_form(form, "letters", lines, lambda: _page(ask, every, lines, chosen))


def letter_lines(ask: Ask) -> list[LetterLine]:
    """Every letter and call: first what awaits an answer, by the day it is asked for; then the others, the latest first."""
    own = {book.party for book in ask.reading.books() if book.own}
    day = now().day
    rows = [row for kind in KINDS for row in ask.reading.things(kind, limit=MOST_READ)]
    lines = sorted((letter_line(row, own=own, on=day) for row in rows), key=lambda line: (line.day, line.id), reverse=True)
    return sorted(lines, key=lambda line: (not line.turn, line.answer_due_on or "~" if line.turn else ""))


def _page(ask: Ask, every: list[LetterLine], lines: list[LetterLine], chosen: dict[str, str]) -> HttpResponse:
    _ = translate(ask.lang)
    shown, more = one_page(ask, lines, chosen)
    ask.names.learn({name for line in shown for name in (line.id, *line.named())})
    turns = {turn: sum(line.turn == turn for line in every) for turn in TURNS}
    kinds = {kind: sum(line.kind == kind for line in every) for kind in KINDS}
    values = [(turn, _(words), turns[turn]) for turn, words in TURNS.items() if turns[turn]]
    named = [(kind, kind_label(kind, ask.lang, plural=True), kinds[kind]) for kind in KINDS if kinds[kind]]
    return show(
        ask,
        "letters.html",
        count=len(every),
        turns=turns,
        lines=shown,
        narrowed=bool(chosen),
        filters=[
            group(_("Awaiting an answer"), "turn", values, chosen=chosen, path=ask.request.path),
            group(_("Kind"), "kind", named, chosen=chosen, path=ask.request.path),
        ],
        asked_words=lambda code: asked_words(code, ask.lang),
        kind_words=lambda kind: kind_label(kind, ask.lang),
        more=more,
        query=ask.request.META.get("QUERY_STRING", ""),
    )
