"""Rows of lists: things by their title with the split disc, kinds with their counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from comity.desk.asking import Ask
from comity.kinds import every_kind
from comity.paper.disc import Sector
from comity.paper.labels import kind_label
from comity.paper.row_parts import fields_in, ids_in
from comity.paper.thing_view import sectors, title_parts
from comity.paper.translate import translate
from comity.paper.wording import Part, lead_of
from comity.record.canonical import Fields
from comity.record.kind import Kind
from comity.record.language import LANGUAGES


@dataclass(frozen=True, slots=True)
class ThingRow:
    """A thing in a list."""

    id: str
    at: str
    zone: str
    title: Part | None
    others: tuple[Part, ...]
    sectors: tuple[Sector, ...]
    kind_words: str
    body_words: str


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind in a list, in the language of the page and the two others."""

    name: str
    words: str
    others: tuple[Part, ...]
    meaning: str
    count: int


def thing_rows(ask: Ask, rows: Iterable[Fields]) -> list[ThingRow]:
    """The things as a list shows them."""
    shown = list(rows)
    ask.names.learn({owner for row in shown for owner in ids_in(fields_in(row), "owners")})
    return [_thing_row(ask, row) for row in shown]


def kind_rows(ask: Ask, *, held_only: bool) -> list[KindRow]:
    """The kinds that open things, known ones in their order; what is not known to this version last."""
    counts = ask.reading.counts_by_kind()
    known = [kind for kind in every_kind().values() if kind.opens and (counts.get(kind.name) or not held_only)]
    rows = [_kind_row(kind, counts.get(kind.name, 0), ask.lang) for kind in known]
    strange = sorted(name for name in counts if name not in every_kind())
    words = translate(ask.lang)("not known to this version")
    return rows + [KindRow(name, name, (), words, counts[name]) for name in strange]


def body_words(body: str, lang: str) -> str:
    """Why a thing has no title."""
    _ = translate(lang)
    words = {"withheld": _("only the envelope is held here"), "erased": _("the body was erased")}
    return words.get(body, "")


def _thing_row(ask: Ask, row: Fields) -> ThingRow:
    parts = title_parts(row)
    lead = lead_of(parts, ask.lang)
    return ThingRow(
        id=str(row["id"]),
        at=str(row["at"]),
        zone=str(row["zone"]),
        title=lead,
        others=tuple(part for part in parts if part is not lead),
        sectors=tuple(sectors(row, ask.lang, ask.names)),
        kind_words=kind_label(str(row["kind"]), ask.lang),
        body_words=body_words(str(cast(str, row["body"])), ask.lang),
    )


def _kind_row(kind: Kind, count: int, lang: str) -> KindRow:
    others = tuple(Part(tag, "", kind.plural.in_language(tag)) for tag in LANGUAGES if tag != lang)
    return KindRow(kind.name, kind.plural.in_language(lang), others, kind.meaning.in_language(lang), count)
