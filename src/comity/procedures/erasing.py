"""What an erasure does in this home besides being entered: the body goes, and for a source its document, drafts and cases too."""

from __future__ import annotations

from pathlib import Path

from comity.record.act import EntryId, PartyId
from comity.record.errors import BodyNotHere, NotItsOwn
from comity.store.writing import Writing


def demand_erasable(writing: Writing, target: EntryId, owner: PartyId) -> None:
    """Refuses what does not stand in the book of `owner` and what has no body left. Raises: NotItsOwn, BodyNotHere."""
    entry, name = writing.entry(target), writing.short_name_of(target) or target[:12]
    if entry is None or entry.book != owner:
        raise NotItsOwn(party=writing.short_name_of(owner) or owner, name=name)
    if writing.body(target) is None:
        raise BodyNotHere(name=name)


def erase(writing: Writing, target: EntryId, home: Path) -> None:
    """Removes body, salt, register fields and search words of an entry and, for a source, its document, drafts and cases."""
    for digest in writing.documents_entered_as(target):
        document = writing.document(digest)
        if document is not None and (home / "lexicon").is_dir():
            from comity.procedures.own_cases import forget_cases  # the reader loads late, and only where a home has cases

            forget_cases(home, document.original)
        writing.erase_document(digest)
    writing.erase_body(target)
