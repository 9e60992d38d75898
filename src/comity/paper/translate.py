"""Sentences in the reader's language: English is the key, the catalogues hold Vietnamese and Chinese.

- The catalogues are read from their .po files when first asked for; nothing is compiled.
- A sentence that a catalogue lacks is shown in English and bears `lang="en"`.
- Values are put in by name, after translation; in pages they are escaped.

Write sentences as `_("...")`, those with a number as `many("{count} thing", "{count} things", count)`, and mark
those kept in tables with `N_("...")`: `paper/msgids.py` finds them by these names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NewType

from babel.messages.pofile import read_po
from markupsafe import Markup, escape

Value = str | int

_FOLDERS = {"vi": "vi", "zh-Hans": "zh_Hans"}
LANGUAGE_NAMES = {"vi": "Tiếng Việt", "zh-Hans": "中文", "en": "English"}

Msgid = NewType("Msgid", str)


def N_(msgid: str) -> Msgid:
    """Marks a sentence that is translated later."""
    return Msgid(msgid)


@cache
def catalogue(lang: str) -> Mapping[str, str]:
    """The sentences of one language by their English; empty for English itself and for languages not kept.

    A sentence with a number stands under its singular; neither language has a plural of its own.
    """
    if lang not in _FOLDERS:
        return {}
    place = resources.files("comity") / "locale" / _FOLDERS[lang] / "LC_MESSAGES" / "comity.po"
    with place.open("rb") as file:
        found = read_po(file, locale=_FOLDERS[lang])
    sentences = {}
    for message in found:
        if isinstance(message.id, str) and isinstance(message.string, str) and message.id and message.string:
            sentences[message.id] = message.string
    return sentences


@dataclass(frozen=True, slots=True)
class Translate:
    """Sentences in `lang` as plain text: `_("The field {field} is missing.", field="title")`."""

    lang: str

    def knows(self, msgid: str) -> bool:
        """Whether the sentence exists in this language."""
        return self.lang == "en" or msgid in catalogue(self.lang)

    def __call__(self, msgid: str, **values: Value) -> str:
        return catalogue(self.lang).get(msgid, msgid).format_map(values)

    def many(self, one: str, more: str, count: int, **values: Value) -> str:
        """The sentence that fits `count`, which fills {count}; vi and zh have one form for every number."""
        text = catalogue(self.lang).get(one) or (one if count == 1 else more)
        return text.format_map({"count": count, **values})


@dataclass(frozen=True, slots=True)
class TranslateMarkup:
    """The same for pages: values are escaped, a sentence missing in `lang` is wrapped in its own language."""

    lang: str

    def __call__(self, msgid: str, **values: Value) -> Markup:
        return self._filled(msgid, catalogue(self.lang).get(msgid, msgid), values)

    def many(self, one: str, more: str, count: int, **values: Value) -> Markup:
        text = catalogue(self.lang).get(one) or (one if count == 1 else more)
        return self._filled(one, text, {"count": count, **values})

    def _filled(self, msgid: str, text: str, values: Mapping[str, Value]) -> Markup:
        filled = escape(text).format_map({name: escape(value) for name, value in values.items()})
        known = self.lang == "en" or msgid in catalogue(self.lang)
        return filled if known else Markup('<span lang="en">{}</span>').format(filled)


def translate(lang: str) -> Translate:
    """The function that says sentences in `lang`."""
    return Translate(lang)
