"""Where the words of a clause end: before the marks, "etc.", joining words and sayings behind them."""

from __future__ import annotations

import re

from comity.reader.words.language_words import any_of, words_of

TRAILING = " \n,，;；.。、:：…/"
_JOINING = tuple(word for word in words_of("and") if len(word) > 1)
_JOINED = re.compile(rf"[\s,]+(?:{any_of(_JOINING)}|while|but also)\s*$")
# "…, she said": who said what stands before it.
_SAYS = "said|added|noted|stressed|suggested|proposed|stated"
_SAID = re.compile(rf"[,\s”\"]+(?:he|she|they|the \w+|(?:Mr|Ms|Mrs)\.? \w+) (?:{_SAYS})[\s.”\"]*$")
_BYLINE = re.compile(r"\s+[—–-]+\s*[A-Z]{2,6}\s*$")
_ETC = re.compile(r"[\s,]*(?:etc|v\.v|vv|等|och så vidare)[\s.…]*$")
# What a clause may have behind it that is none of its words: what it ends with then, marks and white space aside.
_LAST_WORDS = ("etc", "v.v", "vv", "等", "och så vidare", *_SAYS.split("|"), *_JOINING, "while", "but also")
_MARKS = "".join(filter(str.isspace, map(chr, range(0x3001)))) + '.…”"'


def trimmed(text: str, start: int, end: int) -> int:
    """`end` moved back over white space, marks, "etc." and joining words."""
    last = text[start:end].rstrip(_MARKS)
    if last.endswith(_LAST_WORDS) or last[-2:].isupper():
        end = _without_ending(text, start, end)
    while end > start and text[end - 1] in TRAILING:
        end -= 1
    return end


def _without_ending(text: str, start: int, end: int) -> int:
    etc = _ETC.search(text[start:end])
    if etc:
        end = start + etc.start()
    byline = _BYLINE.search(text, max(start, end - 12), end)
    end = byline.start() if byline else end
    said = _SAID.search(text, max(start, end - 40), end)
    end = said.start() if said else end
    joined = _JOINED.search(text, max(start, end - 20), end)
    return joined.start() if joined else end
