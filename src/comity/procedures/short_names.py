"""Short names: what this home calls a thing, good wherever an id is asked for. They never leave the home."""

from __future__ import annotations

import re

from comity.record.act import EntryId
from comity.record.errors import WrongValue
from comity.record.language import check_text
from comity.store.writing import Writing

_NAME = re.compile(r"\w[\w.-]{0,59}")
_LIKE_AN_ID = re.compile(r"[0-9a-f]{6,64}|self")


def give_name(writing: Writing, short: str, entry: EntryId) -> None:
    """Calls an entry `short` in this home. Raises: WrongValue, TextNotNfc, HiddenCharacter, NameTaken."""
    check_name(short)
    writing.name(short, entry)


def check_name(short: str) -> None:
    """Refuses what no short name looks like. Raises: WrongValue, TextNotNfc, HiddenCharacter."""
    check_text(short, field="id")
    if not _NAME.fullmatch(short) or _LIKE_AN_ID.fullmatch(short):
        raise WrongValue(field="id", value=short[:40], expected="a name of letters, digits and - . _, unlike an id")
