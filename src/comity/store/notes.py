"""Reading home notes: documents, drafts, what people note of things, and what is known of files kept.

They are no entries and never leave the home. Not even their digests do; that a letter names a file by its digest is the
letter's doing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from comity.record.act import Digest, EntryId
from comity.record.errors import AmbiguousName, UnknownDraft, UnknownThing
from comity.store.entries import Books, as_json
from comity.store.rows import AttachmentRow, DocumentCounts, DocumentHead, DocumentRow, DraftRow, HomeNote

_PREFIX = re.compile(r"[0-9a-f]{6,64}")


class Notes(Books):
    """The home notes as they stand within one transaction."""

    def documents(self) -> tuple[DocumentRow, ...]:
        """Every document in the order they were read."""
        return tuple(_document(row) for row in self._ask("documents"))

    def document(self, digest: str) -> DocumentRow | None:
        """The document with this digest, if it is here."""
        return next((_document(row) for row in self._ask("document", digest=digest)), None)

    def document_counts(self) -> DocumentCounts:
        """How many documents were read, how many of them stand in a book, and how many drafts wait."""
        return DocumentCounts(*(self._first("document_counts") or (0, 0, 0)))

    def document_heads(self, *, limit: int) -> list[DocumentHead]:
        """What lists show of documents, the latest read first."""
        rows = self._ask("document_heads", limit=limit)
        return [
            DocumentHead(digest, name, title if isinstance(title, str) and title else name, lang, read_at, entry)
            for digest, name, lang, title, read_at, entry in rows
        ]

    def document_called(self, name: str) -> DocumentRow:
        """The document with this digest, name or first six digits of its digest or more.

        Raises: UnknownThing; AmbiguousName where a name or the digits fit several.
        """
        prefix = name if _PREFIX.fullmatch(name) else ""
        found = [digest for (digest,) in self._ask("documents_called", called=name, prefix=prefix)]
        document = self.document(found[0]) if found else None
        if document is None:
            raise UnknownThing(name=name)
        if len(found) > 1 and document.digest != name:
            raise AmbiguousName(name=name)
        return document

    def documents_entered_as(self, entry: EntryId) -> tuple[str, ...]:
        """The digests of the documents that the `source` with this id describes."""
        return tuple(digest for (digest,) in self._ask("documents_entered_as", id=entry))

    def attachments(self, digests: Iterable[str] | None = None) -> dict[str, AttachmentRow]:
        """What is noted of the files kept, by digest; with `digests` of those among them."""
        if digests is None:
            rows = self._ask("attachments")
        else:
            rows = self._ask("attachments_with", digests=as_json(sorted(set(digests))))
        return {digest: _attachment(digest, value) for digest, value in rows}

    def home_notes(self, ids: Iterable[str]) -> dict[str, tuple[HomeNote, ...]]:
        """What people here noted of some things, by id, in the order in which it was written; in one query."""
        found = self._ask("home_notes", ids=as_json(sorted(set(ids))))
        return {thing: msgspec.json.decode(value, type=tuple[HomeNote, ...]) for thing, value in found}

    def entries_attaching(self, digest: str) -> tuple[EntryId, ...]:
        """The entries not erased that name a file, by id. Every body is looked through."""
        return tuple(EntryId(entry) for (entry,) in self._ask("entries_holding", bytes=f'"{digest}"'.encode()))

    def drafts(
        self,
        *,
        state: str | None = None,
        source: str | None = None,
        type: str | None = None,
        min_confidence: int = 0,
        after: int = 0,
        limit: int | None = None,
    ) -> tuple[DraftRow, ...]:
        """Drafts by number, after the number `after`; None takes any."""
        rows = self._ask(
            "drafts",
            state=state or "",
            source=source or "",
            type=type or "",
            min_confidence=min_confidence,
            after=after,
            limit=-1 if limit is None else limit,
        )
        return tuple(map(draft_of, rows))

    def draft(self, number: int) -> DraftRow:
        """One draft. Raises: UnknownDraft."""
        row = self._first("draft", number=number)
        if row is None:
            raise UnknownDraft(number=number)
        return draft_of(row)


def _document(row: tuple[Any, ...]) -> DocumentRow:
    digest, name, media, lang, raw, original, reading, read_at, entry = row
    return DocumentRow(digest, name, media, lang, raw, original, msgspec.json.decode(reading), read_at, entry)


def _attachment(digest: str, value: str) -> AttachmentRow:
    return AttachmentRow(Digest(digest), **msgspec.json.decode(value))


def draft_of(row: tuple[Any, ...]) -> DraftRow:
    """The draft a row of the table holds."""
    number, source, type_, value, evidence, rule, confidence, state, corrected, entry = row
    decode = msgspec.json.decode
    return DraftRow(number, source, type_, decode(value), decode(evidence), rule, confidence, state, bool(corrected), entry)
