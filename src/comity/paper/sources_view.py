"""Sources in lists: what was read of each, where it stands, what waits in it and what rests on it.

- Two things are kept apart: how much of the matter a source covers (full text, press, ...), and whether a copy is kept here
  or the address alone is known.
- A document that was read and is no source of a book yet stands in the list too, by its digest.
- What rests on a source: the things that name it, or a reading of it, as evidence, and what its readings are about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from comity.kinds.source import COVERAGE
from comity.paper.row_parts import fields_in, ids_in, statements_in, view_of, words_in
from comity.paper.thing_view import title_parts
from comity.paper.translate import N_, Msgid, translate
from comity.paper.wording import Part, tag
from comity.record.canonical import Fields

# How much is here of a source.
KEPT: dict[str, Msgid] = {"copy": N_("a copy is kept here"), "address": N_("the address alone is known")}


@dataclass(frozen=True, slots=True)
class Document:
    """A document kept here that a source is a copy of, or that is none yet. `lang` as the reader names it."""

    digest: str
    name: str
    title: str
    lang: str
    read_at: str
    entry: str
    open: int
    accepted: int
    dropped: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as lists show it. `id` the source in the book or, where it stands in none, the digest of the document.

    `kept` as `KEPT`; `language` a tag; `readings` how many readings of it stand, `rests` how many things rest on them.
    """

    id: str
    entered: bool
    title: tuple[Part, ...]
    outlet: str
    address: str
    dated_on: str
    language: str
    coverage: str
    kept: str
    digest: str
    readings: int
    rests: int
    open: int
    accepted: int
    dropped: int

    @property
    def year(self) -> str:
        return self.dated_on[:4]


def source_row(row: Fields, document: Document | None, readings: Mapping[str, Fields]) -> SourceRow:
    """The line of a source in a book; `readings` are those of it that are at hand, by id."""
    fields = fields_in(row)
    return SourceRow(
        id=str(row["id"]),
        entered=True,
        title=tuple(title_parts(row)),
        outlet=words_in(fields, "outlet"),
        address=words_in(fields, "address"),
        dated_on=words_in(fields, "dated_on"),
        language=tag(words_in(fields, "language")) if fields.get("language") else "",
        coverage=words_in(fields, "coverage"),
        kept="copy" if document else "address" if view_of(row).get("rests_on") == "address" else "",
        digest=document.digest if document else "",
        readings=len(readings_of(row)),
        rests=len(_resting(row, readings)),
        open=document.open if document else 0,
        accepted=document.accepted if document else 0,
        dropped=document.dropped if document else 0,
    )


def document_row(document: Document) -> SourceRow:
    """The line of a document that is no source of a book yet."""
    lang = tag(document.lang)
    return SourceRow(
        id=document.digest,
        entered=False,
        title=(Part(lang, "", document.title),),
        outlet="",
        address="",
        dated_on="",
        language=lang,
        coverage="",
        kept="copy",
        digest=document.digest,
        readings=0,
        rests=0,
        open=document.open,
        accepted=document.accepted,
        dropped=document.dropped,
    )


def readings_of(row: Fields) -> tuple[str, ...]:
    """The readings of a source, in the order of its row."""
    return tuple(str(said["id"]) for said in statements_in(row, "reading") if "source" in ids_in(said, "roles"))


def waiting_first(lines: Iterable[SourceRow]) -> list[SourceRow]:
    """Those with open drafts first, then by day, the latest first."""
    return sorted(sorted(lines, key=lambda line: (line.dated_on, line.id), reverse=True), key=lambda line: not line.open)


def coverage_words(code: str, lang: str) -> str:
    """How much of the matter the source covers."""
    return COVERAGE[code].in_language(lang) if code in COVERAGE else code or translate(lang)("not said how much")


def kept_words(code: str, lang: str) -> str:
    """How much of it is here."""
    return translate(lang)(KEPT[code]) if code in KEPT else ""


def _resting(row: Fields, readings: Mapping[str, Fields]) -> set[str]:
    own = {str(said["id"]) for said in statements_in(row) if "evidence" in ids_in(said, "roles")}
    for thing in readings_of(row):
        reading = readings.get(thing)
        if reading is not None:
            own |= {str(said["id"]) for said in statements_in(reading) if "evidence" in ids_in(said, "roles")}
            own |= set(ids_in(fields_in(reading), "about"))
    return own
