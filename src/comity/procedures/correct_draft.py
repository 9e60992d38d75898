"""Corrects a draft before it is accepted. What the reader found stays with the document's reading."""

from __future__ import annotations

from comity.procedures.draft_acts import KEPT, PARTS
from comity.record.canonical import Fields
from comity.record.errors import DraftSettled, UnknownField
from comity.record.language import check_text
from comity.store.home import Home

# Besides what a reading keeps: the wording a clause becomes, and how the annotation sorts drafts.
MORE = frozenset({"text", "kind", "type"})


def correct_draft(home: Home, number: int, changes: Fields) -> None:
    """Puts new values into a draft; an empty value takes the field out.

    Raises: UnknownDraft, DraftSettled, UnknownField, TextNotNfc, HiddenCharacter.
    """
    with home.write(entering=False) as writing:
        draft = writing.draft(number)
        if draft.state != "open":
            raise DraftSettled(number=number, state=draft.state)
        for name, value in changes.items():
            if name not in KEPT | PARTS.keys() | MORE | draft.value.keys():
                raise UnknownField(kind=draft.type, field=name)
            for part in value if isinstance(value, list) else [value]:
                check_text(part if isinstance(part, str) else "", field=name)
        merged = draft.value | changes
        writing.set_draft(number, value={name: value for name, value in merged.items() if value not in ("", [])})
