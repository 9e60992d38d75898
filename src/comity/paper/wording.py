"""The same content in several languages: the chosen one leads, the others stand beneath with their standing.

- No language is the default: where the chosen one is missing, the page says so and the first that there is leads.
- Every run of text carries its language. A document's language may be none of the three; its tag is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comity.record.canonical import Fields, Value

_TAGS = {"zh": "zh-Hans", "zh-CN": "zh-Hans", "zh-cn": "zh-Hans", "zh_Hans": "zh-Hans"}


@dataclass(frozen=True, slots=True)
class Part:
    """One language's text and what it is worth beside the others."""

    lang: str
    standing: str
    text: str


@dataclass(frozen=True, slots=True)
class Wordings:
    """A wording as a page shows it. `wanted` says whether the leading part is in the language asked for."""

    lead: Part
    others: tuple[Part, ...]
    wanted: bool


def tag(lang: str) -> str:
    """The BCP 47 tag under which text in `lang` is shown; "und" for none."""
    return _TAGS.get(lang, lang) or "und"


def parts_of(value: object) -> list[Part]:
    """The parts of a value of the record, where it is a wording; none where it is not."""
    rows = value if isinstance(value, list) else []
    return [
        Part(tag(str(row.get("lang", ""))), str(row.get("standing", "")), str(row["text"]))
        for row in rows
        if isinstance(row, Mapping) and "text" in row
    ]


def arrange(value: object, lang: str) -> Wordings | None:
    """The wording with the part in `lang` leading; None where there is no text at all."""
    parts = parts_of(value)
    if not parts:
        return None
    lead = next((part for part in parts if part.lang == lang), parts[0])
    return Wordings(lead, tuple(part for part in parts if part is not lead), lead.lang == lang)


def title_of(row: Fields, title: str) -> list[Part]:
    """The parts a thing is called by: its title field, or the first wording of a list of them, or one plain line."""
    fields: Value = row.get("fields", {})
    value = fields.get(title) if isinstance(fields, dict) and title else None
    if isinstance(value, str) and value:
        return [Part("und", "", value)]
    if isinstance(value, list) and value and isinstance(value[0], list):
        return parts_of(value[0])
    if isinstance(value, list) and value and isinstance(value[0], str):
        return [Part("und", "", value[0])]
    return parts_of(value)


def lead_of(parts: Sequence[Part], lang: str) -> Part | None:
    """The part in `lang`, else the first, else none."""
    return next((part for part in parts if part.lang == lang), parts[0] if parts else None)
