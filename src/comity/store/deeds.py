"""Writing what the drafts desk keeps: deeds with what was before and after, answers about names, keys.

- A deed holds each draft it touched as it was and as it became; put back in the other order, they undo it exactly.
- With a document go its drafts' deeds, answers and keys: nothing of its words stays behind.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

import msgspec

from comity.record.errors import UnknownDraft
from comity.store.reading import Reading
from comity.store.rows import DeedPart, DraftRow, likeness_of


class DeedWriting(Reading):
    """The part of a transaction that keeps what people do to drafts."""

    def add_deed(self, what: str, parts: Iterable[DeedPart], *, at: str) -> int:
        """Notes a deed and returns its number."""
        deed = int(self._ask("add_deed", at=at, what=what).lastrowid or 0)
        for part in parts:
            before, after = (msgspec.json.encode(said).decode() for said in (part.before, part.after))
            self._ask("add_deed_part", deed=deed, draft=part.draft, source=part.source, before=before, after=after)
        return deed

    def set_undone(self, deed: int, *, at: str) -> None:
        """Notes that a deed was undone."""
        self._ask("undone", number=deed, at=at)

    def put_back(self, row: DraftRow) -> None:
        """Gives a draft back everything it held. Raises: UnknownDraft."""
        values = asdict(row) | {"value": msgspec.json.encode(row.value), "evidence": msgspec.json.encode(row.evidence)}
        values = {name: value for name, value in values.items() if name not in ("source", "type")}
        if not self._ask("put_back", **values | {"corrected": int(row.corrected)}).rowcount:
            raise UnknownDraft(number=row.number)

    def take_away_draft(self, number: int) -> None:
        """Takes away a draft that a deed had made, with its keys; its number is not used again."""
        self._ask("drop_draft_keys", draft=number)
        self._ask("drop_draft", number=number)

    def set_likeness(self, one: str, other: str, answer: str) -> None:
        """Keeps what was answered about two names; "" takes the answer back."""
        kept = likeness_of(one, other, answer)
        if answer:
            self._ask("put_likeness", **kept)
        else:
            self._ask("drop_likeness", one=kept["one"], other=kept["other"])

    def set_draft_keys(self, draft: int, keys: Iterable[str]) -> None:
        """Keeps by what a draft is found, in place of what was kept before."""
        self._ask("drop_draft_keys", draft=draft)
        for key in sorted(set(keys)):
            self._ask("add_draft_key", key=key, draft=draft)

    def _erase_deeds(self, digest: str) -> None:
        for query in ("erase_answers", "erase_deed_parts", "erase_empty_deeds", "erase_draft_keys"):
            values = {} if query == "erase_empty_deeds" else {"digest": digest}
            self._ask(query, **values)
