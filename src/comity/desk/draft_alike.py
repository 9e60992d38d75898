"""The question whether a read person, party or session is the same as another, with the words of both side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comity.desk.asking import Ask
from comity.desk.draft_lines import draft_line, evidence_of
from comity.paper.draft_view import ALIKE
from comity.paper.names import plain_name
from comity.paper.translate import translate
from comity.procedures.alike import likenesses
from comity.record.act import EntryId
from comity.store.reading import DraftRow

_LONGEST = 400
# On a page at once; the next come when these are answered.
_MOST = 2


@dataclass(frozen=True, slots=True)
class Question:
    """One other that may be the same: `other` as a form sends it; `quotes` its words, none for what was typed in.

    `enters`: saying "same" is entered in the book, since both stand there; `refused`: it is never entered.
    """

    other: str
    words: str
    href: str
    state: str
    quotes: tuple[str, ...]
    source: str
    why: str
    enters: bool
    refused: bool


def questions(ask: Ask, row: DraftRow) -> Iterator[Question]:
    """What a person is asked about this draft."""
    _ = translate(ask.lang)
    for like in likenesses(ask.reading, row, most=_MOST):
        both = row.state == "accepted" and bool(like.entry)
        if like.draft is not None:
            document = ask.reading.document(like.draft.source)
            yield Question(
                other=str(like.draft.number),
                words=draft_line(like.draft, ask.lang).words,
                href=f"/drafts/{like.draft.number}",
                state=like.draft.state,
                quotes=quotes_of(like.draft),
                source=document.name if document is not None else "",
                why=_(ALIKE[like.why]),
                enters=both,
                refused=both and row.type == "party",
            )
        else:
            name = plain_name(ask.names(EntryId(like.entry)), ask.lang)
            why = _(ALIKE[like.why])
            yield Question(like.entry, name, f"/t/{like.entry}", "accepted", (), "", why, both, both and row.type == "party")


def quotes_of(row: DraftRow) -> tuple[str, ...]:
    """The words a draft rests on, each passage on one line and cut where it is very long."""
    quotes = (" ".join(str(part.get("quote", "")).split()) for part in evidence_of(row))
    return tuple(quote if len(quote) <= _LONGEST else quote[: _LONGEST - 1] + "…" for quote in quotes)
