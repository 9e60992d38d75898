"""Corrects a draft before it is accepted. What the reader found stays with the document's reading."""

from __future__ import annotations

from comity.procedures.clock import Moment
from comity.procedures.draft_acts import KEPT, PARTS
from comity.procedures.draft_deeds import Shown, note_deed, open_draft
from comity.procedures.draft_keys import keep_keys
from comity.record.canonical import Fields
from comity.record.errors import UnknownField
from comity.record.language import check_text
from comity.store.home import Home

# Besides what a reading keeps: the wording a clause becomes, and how the annotation sorts drafts.
MORE = frozenset({"text", "kind", "type"}) | {
    *("addressee", "addressees", "condition", "rhythm", "asks", "bodies", "named", "assented"),
    *("from_code", "to_code", "number", "about", "raised_by_code", "level", "markers", "class", "post", "unit", "cause"),
}


def correct_draft(home: Home, chosen: int | Shown, changes: Fields, *, moment: Moment | None = None) -> None:
    """Puts new values into a draft; an empty value takes the field out.

    Raises: UnknownDraft, DraftSettled, DraftChanged, UnknownField, TextNotNfc, HiddenCharacter.
    """
    with home.write(entering=False) as writing:
        draft = open_draft(writing, chosen)
        for name, value in changes.items():
            if name not in KEPT | PARTS.keys() | MORE | draft.value.keys():
                raise UnknownField(kind=draft.type, field=name)
            for part in value if isinstance(value, list) else [value]:
                check_text(part if isinstance(part, str) else "", field=name)
        merged = draft.value | changes
        kept = {name: value for name, value in merged.items() if value not in ("", [])}
        if kept == draft.value:
            return
        writing.set_draft(draft.number, value=kept)
        keep_keys(writing, [writing.draft(draft.number)])
        note_deed(writing, "correct", [draft], moment=moment)
