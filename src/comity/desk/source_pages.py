"""One source with its statements highlighted in place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel import Locale
from babel.core import UnknownLocaleError
from django.http import HttpResponse
from markupsafe import Markup

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.derived_lines import derived_lines
from comity.desk.draft_lines import DraftLine, draft_line, evidence_of
from comity.desk.filters import Group, group
from comity.desk.source_lines import draft_counts, source_line
from comity.desk.source_places import FilePlaces, place_words, places_of
from comity.paper.highlight import Block, Mark, marks_of, moved, quote_highlight
from comity.paper.labels import draft_words
from comity.paper.translate import translate
from comity.reader.files.document import open_document
from comity.reader.files.extract import Box
from comity.record.errors import ComityError, UnknownThing
from comity.store.reading import DocumentRow, DraftRow

_PLACES = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class NotedBlock:
    """A block of the text with the drafts that begin in it; `place` where it stands in the file, `page` its page or 0."""

    markup: Markup
    drafts: tuple[DraftLine, ...]
    place: str = ""
    page: int = 0


@page
def source(ask: Ask, digest: str) -> HttpResponse:
    """One source. `?type=` and `?state=` choose drafts; `?at=12-40` marks a place that a statement rests on."""
    document = ask.reading.document(digest)
    if document is None:
        raise UnknownThing(name=digest[:12])
    # What was split or joined stands there in its parts or whole.
    drafts = [draft for draft in ask.reading.drafts(source=digest) if draft.state not in ("split", "joined")]
    chosen = {name: ask.request.GET[name] for name in ("type", "state") if ask.request.GET.get(name)}
    shown = [draft for draft in drafts if _fits(draft, chosen)]
    blocks = highlighted(document, shown, ask.lang, at=ask.request.GET.get("at", ""))
    lines = {str(draft.number): draft_line(draft, ask.lang) for draft in shown}
    placed = {key for block in blocks for key in block.keys}
    return show(
        ask,
        "source.html",
        source=source_line(document, draft_counts(ask.reading, digest)),
        language=language_name(document.lang, ask.lang),
        blocks=_noted(blocks, lines, places_of(document), ask.lang),
        unplaced=[line for key, line in lines.items() if key not in placed],
        filters=_filters(ask, drafts, chosen),
        derived=derived_lines(ask, digest),
    )


def _noted(blocks: Sequence[Block], lines: Mapping[str, DraftLine], places: FilePlaces | None, lang: str) -> list[NotedBlock]:
    """The blocks with their drafts; a page is named where it begins, a paragraph where a draft begins in it."""
    noted = []
    last = 0
    for block in blocks:
        drafts = tuple(lines[key] for key in block.keys if key in lines)
        found = places.at(block.start, block.end)[:1] if places else []
        number = found[0].page if found and isinstance(found[0], Box) else 0
        is_new = number != last if number else bool(drafts)
        place = place_words(found, lang) if is_new else ""
        noted.append(NotedBlock(block.markup, drafts, place, number if is_new else 0))
        last = number or last
    return noted


def highlighted(document: DocumentRow, drafts: Sequence[DraftRow], lang: str, *, at: str = "") -> list[Block]:
    """The text of a document with the words of these drafts marked; markup of a web page is left out."""
    marks = [mark for draft in drafts for mark in draft_marks(draft, lang)]
    marks += [Mark(int(start), int(end), "at") for start, end in _PLACES.findall(at)]
    if document.media != "text/html":
        return quote_highlight(document.original, marks)
    try:
        opened = open_document(document.raw, name=document.name)
    except ComityError:
        return quote_highlight(document.original, marks)
    return quote_highlight(opened.text, moved(marks, opened.places.starts, opened.places.ends))


def draft_marks(draft: DraftRow, lang: str) -> list[Mark]:
    """The marks of a draft, each leading to its page."""
    words = f"{draft_words(draft.type, lang)}: {draft_words(draft.state, lang)}"
    return marks_of(evidence_of(draft), str(draft.number), href=f"/drafts/{draft.number}", words=words, state=draft.state)


def language_name(lang: str, page_lang: str) -> str:
    """What the language of a document is called."""
    try:
        return Locale.parse(lang).get_language_name(page_lang.replace("-", "_")) or lang
    except (UnknownLocaleError, ValueError):
        return lang


def _fits(draft: DraftRow, chosen: Mapping[str, str]) -> bool:
    return chosen.get("type", draft.type) == draft.type and chosen.get("state", draft.state) == draft.state


def _filters(ask: Ask, drafts: Sequence[DraftRow], chosen: Mapping[str, str]) -> list[Group]:
    _ = translate(ask.lang)
    groups = []
    for name, words in (("type", _("Kind of statement")), ("state", _("State"))):
        counts = Counter(draft.type if name == "type" else draft.state for draft in drafts)
        values = [(value, draft_words(value, ask.lang), count) for value, count in counts.most_common()]
        groups.append(group(words, name, values, chosen=chosen, path=ask.request.path))
    return groups
