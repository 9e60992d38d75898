"""What a thing says now, as far as it could be published: what a consent to its publication binds to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from comity.kinds.folding import judge
from comity.kinds.publishing import languages_of, publication_digest, published_fields
from comity.record.act import Digest, EntryId
from comity.record.canonical import Fields
from comity.record.state import BodyState, fields_of
from comity.store.folding import opens
from comity.store.reading import Reading


@dataclass(frozen=True, slots=True)
class Content:
    """The fields of a thing or statement with all corrections of its own party, and the salt of its body."""

    thing: EntryId
    kind: str
    party: str
    at: str
    zone: str
    fields: Fields
    salt: bytes

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language in which it has some wording."""
        return languages_of(self.kind, self.fields)

    def shown(self, languages: Iterable[str]) -> Fields:
        """What of it goes out in these languages."""
        return published_fields(self.kind, self.fields, languages)

    def digest(self, languages: Iterable[str]) -> Digest:
        """The digest of that."""
        return publication_digest(self.salt, self.thing, self.kind, self.shown(languages))


def content_now(reading: Reading, thing: EntryId) -> Content | None:
    """What the entry says, corrected; None where its body is not held, or is not of its kind."""
    act, kept = reading.act(thing), reading.body(thing)
    if act is None or kept is None or act.entry.envelope is None or act.body_state is not BodyState.HELD:
        return None
    envelope, judged = act.entry.envelope, judge(act)[0]
    if judged.body is None:
        return None
    row = reading.thing(thing) if opens(envelope.kind) else None
    fields = cast(Fields, row["fields"]) if row is not None else fields_of(judged)
    return Content(thing, envelope.kind, act.entry.book, envelope.at, envelope.zone, fields, kept[0])
