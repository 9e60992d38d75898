"""Words for searching: one folding for what is kept and what is asked, on any database.

- Compatibility forms, accents and case are folded away, đ is d, traditional characters become simplified ones.
- A word is a run of letters and digits. Chinese has no spaces: a run of characters becomes its overlapping
  pairs and the last character, so that any two neighbours find it, and one character finds what begins with it.
- `marked_text` and `marked_query` hold the words that bear marks, as written: who types "Lạng" sees "Lạng" first.
- What a person types is never read as query syntax: every part is quoted.

Source: the trials in docs/decisions/0017-search.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from comity.characters import simplified

# As many characters of what a person types are looked for.
MOST_SOUGHT = 200
_NO_WORDS = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(r"[^\W_]+")
_RUNS = re.compile(f"[{_HAN}]+|[^{_HAN}]+")
_HAN_ONLY = re.compile(f"[{_HAN}]+")
# What may stand inside a number of a document or a compound: 12/TB-UBND, S.A., B&W.
_CHUNK = re.compile(r"[^\W_]+(?:[-/._'’&]+[^\W_]+)*")


def asked_words(typed: str) -> str:
    """What was typed as it is looked for and shown again: on one line, without control and direction marks, at most
    `MOST_SOUGHT` characters."""
    plain = "".join(" " if unicodedata.category(part) in _NO_WORDS else part for part in typed[: MOST_SOUGHT * 4])
    return " ".join(plain.split())[:MOST_SOUGHT].strip()


def index_text(text: str) -> str:
    """The tokens of `text` with single spaces between them, to be kept; "" where it holds no word."""
    return " ".join(token for word in _WORD.findall(fold(text)) for token in _tokens(word, whole=True))


def query(words: str) -> str:
    """The query that finds every text with all of `words`; "" where there is nothing to look for.

    What is joined without a space is looked for joined: 第999号 does not find 第1号 and 999.
    """
    return " AND ".join(_phrase(chunk) for chunk in _CHUNK.findall(fold(asked_words(words))))


def marked_text(text: str) -> str:
    """The words of `text` that lose something by folding, as written but in lower case."""
    return " ".join(_marked(text))


def marked_query(words: str) -> str:
    """The query for the marked words among `words`; "" where none bears a mark."""
    return " AND ".join(f'"{word}"' for word in _marked(asked_words(words)))


def fold(text: str) -> str:
    """`text` without accents, case and variant forms; not of the same length."""
    plain = "".join(part for part in unicodedata.normalize("NFKD", text) if not unicodedata.combining(part))
    return unicodedata.normalize("NFC", plain).casefold().replace("đ", "d").translate(_simplified())


def spans(text: str, words: str) -> list[tuple[int, int]]:
    """Where in `text` (NFC) stands what `words` look for: half-open, in order, none within another."""
    han, plain = _sought(words)
    found: list[tuple[int, int]] = []
    for word in _WORD.finditer(text):
        for run in _RUNS.finditer(word.group()):
            start = word.start() + run.start()
            if not _HAN_ONLY.fullmatch(run.group()):
                found += [(start, start + len(run.group()))] if plain and fold(run.group()) in plain else []
                continue
            folded = _folded_evenly(run.group()) if han else ""
            hits = {(at, at + len(each)) for each in han for at in range(len(folded)) if folded.startswith(each, at)}
            found += [(start + begin, start + end) for begin, end in _joined(hits)]
    return found


@lru_cache(maxsize=64)
def _sought(words: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The runs of Chinese characters that are looked for, and the words in other scripts."""
    sought = [run for word in _WORD.findall(fold(asked_words(words))) for run in _RUNS.findall(word)]
    han = tuple(run for run in sought if _HAN_ONLY.fullmatch(run))
    return han, frozenset(sought) - frozenset(han)


def _folded_evenly(run: str) -> str:
    """The run folded character by character, of the same length."""
    return "".join(map(_folded_alone, run))


@lru_cache(maxsize=8192)
def _folded_alone(part: str) -> str:
    return plain if len(plain := fold(part)) == 1 else part


def _joined(hits: set[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(hits):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


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
    return {ord(traditional): form for traditional, form in simplified().items()}
