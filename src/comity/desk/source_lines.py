"""Sources as lists show them, with how many of their drafts are open, entered and dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from comity.desk.asking import Ask
from comity.paper.wording import tag
from comity.store.reading import DocumentRow, Reading

Counts = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A document that was read. `lang` as the reader names it, `tag` as pages do."""

    digest: str
    name: str
    title: str
    lang: str
    tag: str
    read_at: str
    entry: str
    open: int
    accepted: int
    dropped: int


def source_lines(ask: Ask, *, limit: int) -> list[SourceLine]:
    """The documents read last, without their text."""
    counts = ask.reading.draft_counts()
    return [
        SourceLine(
            *(head.digest, head.name, head.title, head.lang, tag(head.lang), head.read_at, head.entry),
            open=counts.get((head.digest, "open"), 0),
            accepted=counts.get((head.digest, "accepted"), 0),
            dropped=counts.get((head.digest, "dropped"), 0),
        )
        for head in ask.reading.document_heads(limit=limit)
    ]


def source_line(document: DocumentRow, counts: Counts) -> SourceLine:
    """One document as lists show it."""
    doc = document.reading.get("doc")
    title = doc.get("title") if isinstance(doc, dict) else None
    return SourceLine(
        digest=document.digest,
        name=document.name,
        title=title if isinstance(title, str) and title else document.name,
        lang=document.lang,
        tag=tag(document.lang),
        read_at=document.read_at,
        entry=document.entry,
        open=counts.get((document.digest, "open"), 0),
        accepted=counts.get((document.digest, "accepted"), 0),
        dropped=counts.get((document.digest, "dropped"), 0),
    )


def draft_counts(reading: Reading, source: str | None = None) -> Counts:
    """How many drafts there are by source and state."""
    return reading.draft_counts(source)
