"""What a token was said to be the same as, where that stands in the register; followed over other answers."""

from __future__ import annotations

from comity.procedures.draft_keys import known_by
from comity.record.act import EntryId
from comity.store.reading import Reading

_MOST = 60


def same_as(reading: Reading, name: str) -> EntryId | None:
    """The entry that a token (see `draft_keys.token`) means by what people answered, or None."""
    seen, waiting = {name}, [name]
    while waiting and len(seen) < _MOST:
        for other, answer in sorted(reading.likenesses(waiting.pop()).items()):
            if answer != "same" or other in seen:
                continue
            seen.add(other)
            waiting.append(other)
            entry = _entry_of(reading, other)
            if entry is not None:
                return entry
    return None


def _entry_of(reading: Reading, name: str) -> EntryId | None:
    """The entry with this id, or what a draft with this token was accepted as."""
    if ":" not in name:
        return EntryId(name) if reading.entry(EntryId(name)) is not None else None
    accepted = reading.drafts_with_keys([known_by(name)], states=("accepted",), limit=1)
    return EntryId(accepted[0].entry) if accepted and accepted[0].entry else None
