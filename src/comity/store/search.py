"""Words for searching: one folding for what is kept and what is asked, on any database.

- Compatibility forms, accents and case are folded away, đ is d, traditional characters become simplified ones.
- A word is a run of letters and digits. Chinese has no spaces: a run of characters becomes its overlapping
  pairs and the last character, so that any two neighbours find it, and one character finds what begins with it.
- `marked_text` and `marked_query` hold the words that bear marks, as written: who types "Lạng" sees "Lạng" first.
- What a person types is never read as query syntax: every part is quoted.

Source: the trials in docs/decisions/0017-search.md; simplified.tsv is made by scripts/build_simplified.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(r"[^\W_]+")
_RUNS = re.compile(f"[{_HAN}]+|[^{_HAN}]+")
_HAN_ONLY = re.compile(f"[{_HAN}]+")
# What may stand inside a number of a document or a compound: 12/TB-UBND, S.A., B&W.
_CHUNK = re.compile(r"[^\W_]+(?:[-/._'’&]+[^\W_]+)*")


def index_text(text: str) -> str:
    """The tokens of `text` with single spaces between them, to be kept; "" where it holds no word."""
    return " ".join(token for word in _WORD.findall(fold(text)) for token in _tokens(word, whole=True))


def query(words: str) -> str:
    """The query that finds every text with all of `words`; "" where there is nothing to look for.

    What is joined without a space is looked for joined: 第999号 does not find 第1号 and 999.
    """
    return " AND ".join(_phrase(chunk) for chunk in _CHUNK.findall(fold(words)))


def marked_text(text: str) -> str:
    """The words of `text` that lose something by folding, as written but in lower case."""
    return " ".join(_marked(text))


def marked_query(words: str) -> str:
    """The query for the marked words among `words`; "" where none bears a mark."""
    return " AND ".join(f'"{word}"' for word in _marked(words))


def fold(text: str) -> str:
    """`text` without accents, case and variant forms; not of the same length."""
    plain = "".join(part for part in unicodedata.normalize("NFKD", text) if not unicodedata.combining(part))
    return unicodedata.normalize("NFC", plain).casefold().replace("đ", "d").translate(_simplified())


def _marked(text: str) -> Iterator[str]:
    for word in _WORD.findall(unicodedata.normalize("NFC", text).casefold()):
        if not _HAN_ONLY.search(word) and fold(word) != unicodedata.normalize("NFKC", word):
            yield word


def _tokens(word: str, *, whole: bool) -> Iterator[str]:
    """The tokens of a word; without `whole` the last character of a closing Chinese run is left open for more."""
    runs = _RUNS.findall(word)
    for number, run in enumerate(runs):
        if not _HAN_ONLY.fullmatch(run):
            yield run
            continue
        yield from (run[place : place + 2] for place in range(len(run) - 1))
        if whole or len(run) == 1 or number < len(runs) - 1:
            yield run[-1]


def _phrase(chunk: str) -> str:
    words = _WORD.findall(chunk)
    tokens = [token for word in words[:-1] for token in _tokens(word, whole=True)] + list(_tokens(words[-1], whole=False))
    last = _RUNS.findall(words[-1])[-1]
    open_ended = "*" if len(last) == 1 and _HAN_ONLY.fullmatch(last) else ""
    return f'"{" ".join(tokens)}"{open_ended}'


@cache
def _simplified() -> dict[int, str]:
    rows = files("comity.store").joinpath("simplified.tsv").read_text(encoding="utf-8").splitlines()
    return {ord(row[0]): row[2] for row in rows if not row.startswith("#")}
