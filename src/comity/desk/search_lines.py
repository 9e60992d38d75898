"""What was found, as lists show it: titles with the words marked in place, and where else they stand."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from comity.desk.asking import Ask
from comity.desk.rows import ThingRow, thing_rows
from comity.paper.names import tongue
from comity.paper.wording import Part
from comity.record.canonical import Fields
from comity.store.facets import day_of
from comity.store.folding import texts_of
from comity.store.search import spans

# How much of another text is shown on either side of the first word found in it.
AROUND = 60


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A thing found. `others` as `row.others`; `said` the text in which the words stand where its title has none of them."""

    row: ThingRow
    title: Markup
    others: tuple[tuple[str, Markup], ...]
    said: Markup
    said_lang: str
    day: str


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A thing found, as files hold it."""

    id: str
    kind: str
    day: str
    party: str
    title: tuple[Part, ...]


def found_rows(ask: Ask, rows: list[Fields], words: str) -> list[FoundRow]:
    """The things found, with the words marked."""
    return [_found_row(shown, row, words) for shown, row in zip(thing_rows(ask, rows), rows, strict=True)]


def marked(text: str, words: str) -> Markup:
    """The text with the words marked."""
    pieces, at = [], 0
    for start, end in spans(text, words):
        pieces.append(Markup("{}<mark>{}</mark>").format(text[at:start], text[start:end]))
        at = end
    return Markup("").join([*pieces, Markup("{}").format(text[at:])])


def _found_row(shown: ThingRow, row: Fields, words: str) -> FoundRow:
    titles = [part for part in (shown.title, *shown.others) if part is not None]
    said = "" if any(spans(part.text, words) for part in titles) else _excerpt(row, words)
    return FoundRow(
        row=shown,
        title=marked(shown.title.text, words) if shown.title else Markup(""),
        others=tuple((part.lang, marked(part.text, words)) for part in shown.others),
        said=marked(said, words),
        said_lang=tongue(said),
        day=day_of(row),
    )


def _excerpt(row: Fields, words: str) -> str:
    for text in texts_of(row):
        if found := spans(text, words):
            start, end = max(0, found[0][0] - AROUND), found[0][1] + AROUND
            cut = text[start:end].strip()
            return ("…" if start else "") + cut + ("…" if end < len(text) else "")
    return ""
