"""The index for searching without a server: what each thing is called and says, folded as everywhere in the house.

It comes in parts, so that no file grows large; each hands its rows to the script of the search page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from comity.bulletin.feeds import summary
from comity.bulletin.site import Site
from comity.characters import simplified
from comity.kinds import every_kind
from comity.paper.areas import area_words
from comity.paper.row_parts import ids_in
from comity.paper.thing_view import title_parts
from comity.paper.wording import lead_of
from comity.procedures.what_may_be_published import Shown
from comity.record.canonical import Fields
from comity.record.code import code_of
from comity.record.language import LANGUAGES
from comity.store.folding import texts_of
from comity.store.search import index_text

MOST_BYTES = 100_000


def index_files(site: Site, lang: str) -> list[bytes]:
    """The parts of the index in a language, as scripts."""
    parts: list[bytes] = []
    rows: list[list[str]] = []
    size = 0
    for row in _rows(site, lang):
        length = len(json.dumps(row, ensure_ascii=False).encode())
        if rows and size + length > MOST_BYTES:
            parts.append(_script(rows))
            rows, size = [], 0
        rows.append(row)
        size += length
    return [*parts, _script(rows)]


def _script(rows: list[list[str]]) -> bytes:
    there = {character for row in rows for character in row[4]}
    pairs = sorted(pair for pair in simplified().items() if pair[1] in there)
    text = json.dumps({"rows": rows, "simplified": pairs}, ensure_ascii=False, separators=(",", ":"))
    return f"comityIndex({text});\n".encode()


def _rows(site: Site, lang: str) -> Iterator[list[str]]:
    listed = [shown for rows in site.sections.values() for shown in rows]
    for shown in [*listed, *(each for each in site.published.things.values() if each.kind == "text")]:
        lead = lead_of(title_parts(shown.row), lang)
        title = " ".join(lead.text.split()) if lead else code_of(shown.id)
        words = index_text("\n".join(_words(site, shown)))
        tokens = " ".join(dict.fromkeys(words.split()))
        yield [site.pages[shown.id], title[:200], lead.lang if lead else lang, summary(shown, lang), f" {tokens} "]


def _words(site: Site, shown: Shown) -> Iterator[str]:
    """All by which a thing is found: its own words, its code, its areas and what the parties it names are called."""
    yield code_of(shown.id)
    yield from texts_of(_own(shown))
    for area in ids_in(shown.fields, "areas"):
        yield from (area_words(area, lang) for lang in LANGUAGES)
    for party in dict.fromkeys(site.leads_to(shown)):
        if party in site.published.parties:
            yield from (part.text for part in title_parts(site.published.parties[party].row))
    yield from (every_kind()[shown.kind].labels.in_language(lang) for lang in LANGUAGES)


def _own(shown: Shown) -> Fields:
    return {**shown.row, "statements": []}
