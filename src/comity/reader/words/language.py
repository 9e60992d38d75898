"""The language of a text, by its letters and its commonest words.

- Only the languages the reader has words for are told apart; what fits none is read as English.
- Vietnamese written without accents is still Vietnamese; `is_unaccented` says so.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from comity.reader.words.language_words import words_of
from comity.reader.words.lexicon import LANGUAGES

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_VI_LETTERS = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1)
def _common() -> dict[str, frozenset[str]]:
    known = {lang: frozenset(words_of("common", lang=lang)) for lang in LANGUAGES}
    return {lang: words for lang, words in known.items() if words}


def language_of(text: str) -> str:
    """The language of `text`, one of the lexicon's, told from at most the first 20 000 characters."""
    sample = text[:20_000]
    letters = sum(map(len, _WORDS.findall(sample))) or 1
    if sum(map(len, _HAN.findall(sample))) > 0.2 * letters:
        return "zh"
    if len(_VI_LETTERS.findall(sample)) > 0.08 * letters:
        return "vi"
    counts = Counter(word for word in _WORDS.findall(sample.lower()))
    known = _common()
    return max(sorted(known, key=lambda lang: (lang != "en", lang)), key=lambda lang: sum(counts[word] for word in known[lang]))


def is_unaccented(text: str, lang: str) -> bool:
    """Whether a Vietnamese text is written without its accents."""
    return lang == "vi" and len(_VI_LETTERS.findall(text[:20_000])) < 0.01 * max(1, len(text[:20_000]))
