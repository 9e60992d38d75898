"""The part of every form that is about the entry itself: in whose book, who may see it, what it is called here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from comity.desk.asking import Ask
from comity.desk.form_controls import Control
from comity.desk.form_filled import Filled
from comity.desk.form_options import Choosable
from comity.paper.labels import label_words
from comity.paper.names import plain_name
from comity.paper.translate import translate
from comity.procedures.entering import OPEN_KINDS
from comity.procedures.own_books import home_book
from comity.record.kind import Kind
from comity.record.label import Label


def about_entry(ask: Ask, kind: Kind, filled: Filled, errors: Mapping[str, str]) -> list[Control]:
    """The controls: a book where there are several of one's own, the label, the audience, a short name."""
    _, books = translate(ask.lang), ask.reading.books()
    own = [book.party for book in books if book.own]
    controls = []
    if len(own) > 1:
        chosen = filled.one("entry.book", home_book(ask.reading) or "")
        controls.append(
            Control("entry.book", "select", _("In whose book"), required=True, values=(chosen,), options=_called(ask, own))
        )
    label = filled.one("entry.label", Label.CLEAR if kind.name in OPEN_KINDS else Label.AMBER)
    labels = tuple(Choosable(word, label_words(word, ask.lang), ask.lang) for word in Label)
    controls.append(Control("entry.label", "radio", _("Who may see it"), required=True, values=(label,), options=labels))
    if len(books) > 1:
        hint = _("If none is chosen: the parties with a book that are named above. What is public goes to anybody.")
        readers = _called(ask, [book.party for book in books])
        audience = tuple(filled("entry.audience"))
        controls.append(Control("entry.audience", "checks", _("Addressed to"), hint, values=audience, options=readers))
    if kind.opens:
        hint = _("Letters, digits and - . _; good wherever an id is asked for. It stays in this home.")
        controls.append(Control("entry.short", "line", _("Short name"), hint, values=(filled.one("entry.short"),)))
    return [_with_error(control, errors) for control in controls]


def _called(ask: Ask, parties: Sequence[str]) -> tuple[Choosable, ...]:
    return tuple(Choosable(party, plain_name(ask.names(party), ask.lang), ask.lang) for party in parties)


def _with_error(control: Control, errors: Mapping[str, str]) -> Control:
    return replace(control, error=errors.get(control.name, ""))
