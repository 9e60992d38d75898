"""The forms a thing's page leads to: what an office does next with such a thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

from comity.desk.asking import Ask
from comity.kinds import every_kind
from comity.paper.names import plain_name
from comity.paper.translate import translate
from comity.procedures.translate_wording import untranslated
from comity.record.act import EntryId, PartyId
from comity.record.canonical import Fields


@dataclass(frozen=True, slots=True)
class FormLink:
    """A form and what it is for."""

    href: str
    words: str


def form_links(ask: Ask, row: Fields) -> list[FormLink]:
    """Progress for each owner of an agreed item, an answer to a letter or call, a missing language of one's own thing."""
    _, fields, thing = translate(ask.lang), cast(Fields, row["fields"]), str(row["id"])
    links = []
    if row["kind"] == "undertaking":
        owners = fields.get("owners")
        for owner in owners if isinstance(owners, list) else []:
            words = _("State progress for {party}", party=plain_name(ask.names(str(owner)), ask.lang))
            links.append(FormLink(_form("progress", undertaking=thing, owner=str(owner)), words))
    if row["kind"] in ("letter", "call"):
        links.append(FormLink(_form("letter", answers=thing), _("Answer this")))
    if may_correct(ask, row):
        links.append(FormLink(f"/correct/{thing}", _("Correct this")))
    if may_translate(ask, row):
        links.append(FormLink(f"/translate/{thing}", _("Add a language")))
    return links


def may_correct(ask: Ask, row: Fields) -> bool:
    """Whether it is a thing of an own book, but no text."""
    kind, book = every_kind().get(str(row["kind"])), ask.reading.book(PartyId(EntryId(str(row["party"]))))
    return bool(kind and kind.opens and kind.name != "text" and row["body"] == "held" and book and book.own)


def may_translate(ask: Ask, row: Fields) -> bool:
    """Whether, besides, it lacks a language."""
    return may_correct(ask, row) and bool(untranslated(every_kind()[str(row["kind"])], cast(Fields, row["fields"])))


def _form(kind: str, **filled: str) -> str:
    return f"/enter/{kind}/?{urlencode(filled)}"
