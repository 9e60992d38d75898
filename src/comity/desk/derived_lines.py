"""From which document one derives, and which derive from it, as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from comity.desk.asking import Ask
from comity.paper.thread_view import derived_words
from comity.paper.translate import translate


@dataclass(frozen=True, slots=True)
class DerivedLine:
    """Another document with how the two are related and how sure that is."""

    label: str
    digest: str
    title: str
    lang: str
    words: str


def derived_lines(ask: Ask, digest: str) -> list[DerivedLine]:
    """The document this one derives from, then those that derive from it."""
    _ = translate(ask.lang)
    rows = sorted(ask.reading.derivations(digest), key=lambda row: row.copy != digest)
    heads = ask.reading.documents_with({row.copy for row in rows} | {row.original for row in rows}) if rows else {}
    lines = []
    for row in rows:
        is_copy = row.copy == digest
        head = heads.get(row.original if is_copy else row.copy)
        if head is not None:
            label = _("Derived from") if is_copy else _("From it derives")
            lines.append(DerivedLine(label, head.digest, head.title, head.lang, derived_words(row.how, row.share, ask.lang)))
    return lines
