"""Whether a text is in a language the reader has words for.

- A text is refused only where it is plainly in another: long enough, and hardly a word of it common in any known language.
- The commonest words stand in `lexicon/<language>/language.tsv`; a language added there is known here.
"""

from __future__ import annotations

import re

from comity.reader.words.language import is_unaccented, language_of
from comity.reader.words.language_words import words_of
from comity.reader.words.lexicon import LANGUAGES
from comity.record.errors import UnknownLanguage

_SAMPLE = 20_000
_WORDS = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 60
_LEAST_LETTERS = 300
_LEAST_SHARE = 0.03


def demand_known_language(text: str, *, name: str) -> None:
    """Refuses a text in no language that is read here. Raises: UnknownLanguage."""
    words = _WORDS.findall(text[:_SAMPLE].lower())
    letters = sum(map(len, words))
    if len(words) < _LEAST_WORDS and letters < _LEAST_LETTERS:
        return
    lang = language_of(text)
    if lang == "zh" or (lang == "vi" and not is_unaccented(text, lang)):
        return  # told by its letters
    known = frozenset(words_of("common", lang=lang))
    if sum(1 for word in words if word in known) < _LEAST_SHARE * len(words):
        raise UnknownLanguage(name=name, languages=", ".join(LANGUAGES))
