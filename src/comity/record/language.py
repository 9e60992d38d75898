"""Languages, and what is well-formed text in any of them.

- Text is NFC, free of control characters (line feed and tab excepted) and of the invisible marks
  that turn the reading direction or hide a character: what two people see must be one string.
- A wording is the same content in several languages, each with its standing. The three languages
  of a mechanism (vi, zh-Hans, en) are peers: none is the default, and what is missing is said.

Source: docs/format.md section 3; UAX #9 and UAX #15.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from comity.record.errors import HiddenCharacter, TextNotNfc

Language = NewType("Language", str)

LANGUAGES: tuple[Language, ...] = (Language("vi"), Language("zh-Hans"), Language("en"))

TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")

_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")


@dataclass(frozen=True, slots=True)
class Labels:
    """What people read for a name of the code, in the three languages."""

    en: str
    vi: str
    zh_hans: str

    def in_language(self, language: str) -> str:
        """The label in `language`; English for a language outside the three."""
        return {"vi": self.vi, "zh-Hans": self.zh_hans}.get(language, self.en)


class Standing(StrEnum):
    """The value of one language text beside the others."""

    AUTHENTIC = "authentic"
    OFFICIAL = "official"
    MACHINE = "machine"
    STALE = "stale"


STANDING_WORDS: dict[Standing, Labels] = {
    Standing.AUTHENTIC: Labels(en="authentic", vi="chính thức như nhau", zh_hans="同等作准"),
    Standing.OFFICIAL: Labels(en="official", vi="chính thức", zh_hans="官方译本"),
    Standing.MACHINE: Labels(en="machine translation", vi="máy dịch", zh_hans="机器翻译"),
    Standing.STALE: Labels(en="to be updated", vi="chưa cập nhật", zh_hans="待更新"),
}


def check_text(text: str, *, field: str) -> None:
    """Refuses text that people could see in two ways.

    Raises: TextNotNfc, HiddenCharacter.
    """
    hidden = _HIDDEN.search(text)
    if hidden:
        raise HiddenCharacter(field=field, character=f"U+{ord(hidden.group()):04X}")
    if not unicodedata.is_normalized("NFC", text):
        raise TextNotNfc(field=field)


def hidden_removed(text: str) -> str:
    """`text` without the characters that `check_text` refuses; for words taken from documents."""
    return _HIDDEN.sub("", text)


def pick(wording: list[dict[str, str]], language: str) -> dict[str, str] | None:
    """The part of `wording` in `language`, else its first part; None for an empty wording.

    Each part is {"lang", "standing", "text"}; the caller shows `lang` whenever it is not the one asked for.
    """
    for part in wording:
        if part.get("lang") == language:
            return part
    return wording[0] if wording else None
